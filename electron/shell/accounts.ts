import type { Account } from '../../shared/accounts/account.ts';
import { storedAccount } from '../../shared/accounts/stored-account.ts';
import type { AccountDraft, AccountView } from '../../shared/bridge.ts';
import type { AccountWithSecret, CallAnswer, CallParams } from '../../shared/engine-api.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import type { OpenedNetwork } from '../../shared/network/network-settings.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { CallEngine } from './engine-link.ts';
import { withImportedKey } from './imported-key.ts';
import type { Secrets } from './secrets.ts';
import type { SettingsDesk } from './settings.ts';
import type { ShellClock } from './shell-clock.ts';

export interface AccountsOptions {
  readonly settings: SettingsDesk;
  readonly secrets: Secrets;
  readonly callEngine: CallEngine;
  /** By which ways calls go out, with the proxy's password in the clear. */
  readonly openedNetwork: () => Promise<OpenedNetwork>;
  readonly clock: ShellClock;
  /** Accounts from a file given at start, in place of those of the settings; they cannot be edited. */
  readonly fixed: readonly AccountWithSecret[] | null;
}

export interface AccountDesk {
  readonly list: () => Promise<readonly AccountView[]>;
  /** Hands the engine all accounts with their secrets; those whose secret cannot be had are named with the reason. */
  readonly configure: () => Promise<Result<null, Failure>>;
  readonly test: (draft: AccountDraft) => Promise<CallAnswer<'testAccount'>>;
  readonly save: (draft: AccountDraft) => Promise<Result<null, Failure>>;
  readonly pause: (id: string, paused: boolean) => Promise<Result<null, Failure>>;
  readonly remove: (id: string, keepHistory: boolean) => Promise<Result<null, Failure>>;
  /** Pauses or resumes all of them until quit, whatever each is set to. */
  readonly pauseAll: (paused: boolean) => Promise<Result<null, Failure>>;
  readonly isAllPaused: () => boolean;
}

/** The accounts as a person edits them. Changes run one after the other, each to its end. */
export function createAccountDesk(options: AccountsOptions): AccountDesk {
  const { settings, secrets, callEngine, fixed } = options;
  const oneAtATime = createQueue();
  let isAllPaused = false;

  return {
    list: () => Promise.all(accounts().map(view)),
    configure: () => oneAtATime(configure),
    test,
    save: (draft) => oneAtATime(() => edit(() => save(draft))),
    pause: (id, paused) => oneAtATime(() => edit(() => pause(id, paused))),
    remove: (id, keepHistory) => oneAtATime(() => edit(() => remove(id, keepHistory))),
    pauseAll: (paused) =>
      oneAtATime(() => {
        isAllPaused = paused;
        return configure();
      }),
    isAllPaused: () => isAllPaused,
  };

  function accounts(): readonly Account[] {
    return fixed === null ? settings.current().accounts : fixed.map(({ account }) => account);
  }

  async function view(account: Account): Promise<AccountView> {
    return { account, secret: fixed === null ? await secrets.stateOf(account.id) : 'session-only' };
  }

  async function secretOf(id: string): Promise<string | null> {
    const given = fixed?.find(({ account }) => account.id === id);
    if (given !== undefined) return given.secret;
    const kept = await secrets.read(id);
    return kept.ok ? kept.value : null;
  }

  async function configuration(shown: readonly Account[]): Promise<CallParams<'configure'>> {
    const ready: CallParams<'configure'>['accounts'] = [];
    const locked: CallParams<'configure'>['locked'] = [];
    for (const each of shown) {
      const account = isAllPaused ? { ...each, paused: true } : each;
      const secret = await secretOf(account.id);
      if (secret === null) locked.push({ account, reason: 'secret-missing' });
      else ready.push({ account, secret });
    }
    const { holdBackSeconds, quietMinutes, retentionDays } = settings.current().preferences;
    const network = await options.openedNetwork();
    return { accounts: ready, locked, network, holdBackSeconds, quietMinutes, retentionDays };
  }

  async function configure(): Promise<Result<null, Failure>> {
    return callEngine('configure', await configuration(accounts()));
  }

  /** What is saved stays saved while the engine restarts: it is configured anew when it is back. */
  async function configureWhenUp(): Promise<Result<null, Failure>> {
    const answer = await configure();
    return answer.ok || answer.failure.reason === 'engine-stopped' ? ok(null) : answer;
  }

  async function edit(change: () => Promise<Result<null, Failure>>): Promise<Result<null, Failure>> {
    if (fixed === null) return change();
    const detail = 'these accounts come from the file given at start: edit that file';
    return failed(failure('not-supported', { detail }));
  }

  async function test(draft: AccountDraft): Promise<CallAnswer<'testAccount'>> {
    const secret = draft.secret ?? (await secretOf(draft.account.id));
    if (secret === null) return failed(enterSecret());
    return callEngine('testAccount', { account: { account: storedAccount(draft.account), secret } });
  }

  async function save(draft: AccountDraft): Promise<Result<null, Failure>> {
    const earlier = find(draft.account.id);
    if (draft.secret === null && (await secretOf(draft.account.id)) === null) return failed(enterSecret());
    const imported = await withImportedKey(draft, callEngine);
    if (!imported.ok) return imported;
    const { account, secret } = imported.value;
    const addedAt = earlier?.addedAt ?? new Date(options.clock.now()).toISOString();
    const saved: Account = { ...storedAccount(account), ...keptKeyInfo(earlier, secret), addedAt };
    if (secret !== null) {
      const kept = await secrets.keep(account.id, secret);
      if (!kept.ok) return kept;
    }
    const written = replace((all) =>
      earlier === null ? [...all, saved] : all.map((each) => (each.id === account.id ? saved : each)),
    );
    return written.ok ? configureWhenUp() : written;
  }

  async function pause(id: string, paused: boolean): Promise<Result<null, Failure>> {
    if (find(id) === null) return notFound(id);
    const written = replace((all) => all.map((each) => (each.id === id ? { ...each, paused } : each)));
    return written.ok ? configureWhenUp() : written;
  }

  /** Polling ends first, so that nothing arrives anew while its history goes. */
  async function remove(id: string, keepHistory: boolean): Promise<Result<null, Failure>> {
    if (find(id) === null) return notFound(id);
    const rest = accounts().filter((account) => account.id !== id);
    if (!keepHistory) {
      const forgotten = await forgetHistory(id, rest);
      if (!forgotten.ok) return forgotten;
    }
    const written = replace(() => [...rest]);
    if (!written.ok) return written;
    const gone = secrets.forget(id);
    return gone.ok ? configureWhenUp() : gone;
  }

  async function forgetHistory(id: string, rest: readonly Account[]): Promise<Result<null, Failure>> {
    const ended = await callEngine('configure', await configuration(rest));
    const forgotten = ended.ok ? await callEngine('forgetAccount', { account: id }) : ended;
    // All or nothing: an account whose history could not be deleted goes on as it was.
    if (!forgotten.ok) await configureWhenUp();
    return forgotten;
  }

  function find(id: string): Account | null {
    return accounts().find((account) => account.id === id) ?? null;
  }

  function replace(change: (all: readonly Account[]) => Account[]): Result<unknown, Failure> {
    return settings.update((current) => ({ ...current, accounts: change(current.accounts) }));
  }
}

const enterSecret = () =>
  failure('secret-missing', { detail: 'enter the secret of this account, or choose its key file' });

/** The held key goes on saying of itself what it said, whatever the window sends back. */
const keptKeyInfo = (earlier: Account | null, secret: string | null) =>
  secret === null && earlier !== null && 'keyInfo' in earlier && earlier.keyInfo !== undefined
    ? { keyInfo: earlier.keyInfo }
    : {};

const notFound = (id: string) => failed(failure('not-found', { detail: `account ${id}` }));

/** Runs what it is given one after the other. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
