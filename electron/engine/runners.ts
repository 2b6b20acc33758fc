import type { Account, SignedInAccount } from '../../shared/accounts/account.ts';
import type { SourceName } from '../../shared/accounts/source-name.ts';
import type { AccountWithSecret } from '../../shared/engine-api.ts';
import { failure, type Reason } from '../../shared/failure.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { createAccountRunner, type AccountRunner, type RunnerOptions } from './account-runner.ts';
import { shownGaps } from './inbox/shown-gaps.ts';
import { certificateEnd, certificateNotices } from './key-notices.ts';
import { toInstant } from './time/clock.ts';

/** An account whose secret could not be had: shown, never polled. */
export interface LockedAccount {
  readonly account: Account;
  readonly reason: Reason;
}

/** The accounts that are at work, kept in step with what the person has set up. */
export interface Runners {
  /** Starts what is new, stops what is gone or changed. */
  set(accounts: readonly AccountWithSecret[], locked: readonly LockedAccount[]): Promise<void>;
  all(): readonly AccountRunner[];
  /** Null where the account is not set up, or its secret cannot be had. */
  of(account: string): AccountRunner | null;
  pokeOutboxes(): void;
  pollNow(account: string): void;
  /** The same although the source wants to be left alone. */
  insist(account: string): void;
  /** A source may have asked to be left alone, or that may have been ended. */
  quietChanged(): void;
  /** Calls go another way from now on: whatever waited for that is tried at once, what a proxy had refused too. */
  networkChanged(): Promise<void>;
  forget(account: string): Promise<void>;
  /** Whether the source of this account is told of acknowledgements; not where the account was removed here. */
  acknowledgesUpstream(account: string, source: SourceName): boolean;
  statuses(): Promise<AccountStatus[]>;
  stop(): Promise<void>;
}

export function createRunners(options: Omit<RunnerOptions, 'account'>): Runners {
  const running = new Map<string, AccountRunner>();
  let locked: readonly LockedAccount[] = [];
  let order: readonly string[] | null = null;
  let lockedSince = options.clock.now();

  async function set(
    accounts: readonly AccountWithSecret[],
    nowLocked: readonly LockedAccount[],
  ): Promise<void> {
    order = [...accounts.map((entry) => entry.account.id), ...nowLocked.map((entry) => entry.account.id)];
    const wanted = new Map(accounts.map((entry) => [entry.account.id, signedIn(entry)]));
    const outdated = [...running.values()].filter(
      (runner) => !isSame(runner.account, wanted.get(runner.account.id)),
    );
    for (const runner of outdated) running.delete(runner.account.id);
    await Promise.all(outdated.map((runner) => runner.stop()));
    for (const account of wanted.values()) {
      if (running.has(account.id)) continue;
      begin(account);
    }
    locked = nowLocked;
    lockedSince = options.clock.now();
    options.onStatus();
  }

  function begin(account: SignedInAccount): void {
    const runner = createAccountRunner({ ...options, account });
    running.set(account.id, runner);
    runner.start();
  }

  async function networkChanged(): Promise<void> {
    for (const runner of [...running.values()]) {
      if (runner.poller.health().failure?.reason !== 'proxy-credentials-refused') runner.poller.wake();
      else {
        await runner.stop();
        begin(runner.account);
      }
      runner.outbox?.poke();
    }
  }

  function lockedStatus({ account, reason }: LockedAccount): Omit<AccountStatus, 'gaps'> {
    return {
      id: account.id,
      name: account.name,
      source: account.source,
      state: 'signed-out',
      since: toInstant(lockedSince),
      failure: failure(reason),
      until: null,
      nextSlotAt: null,
      checkedAt: null,
      waiting: 0,
      unsent: 0,
      acknowledgesUpstream: options.sources[account.source].acknowledgesUpstream,
      refreshes: false,
      notices: certificateNotices(certificateEnd(account), options.clock.now()),
    };
  }

  return {
    set,
    all: () => [...running.values()],
    of: (account) => running.get(account) ?? null,
    pokeOutboxes: () => {
      for (const runner of running.values()) runner.outbox?.poke();
    },
    pollNow: (account) => running.get(account)?.poller.poke(),
    insist: (account) => running.get(account)?.poller.insist(),
    quietChanged: () => {
      for (const runner of running.values()) runner.poller.quietChanged();
      options.onStatus();
    },
    networkChanged,
    forget: async (account) => {
      const runner = running.get(account);
      running.delete(account);
      await runner?.stop();
    },
    // Before the first `set` every account that has messages here counts as one that will be there.
    acknowledgesUpstream: (account, source) =>
      (order === null || order.includes(account)) && options.sources[source].acknowledgesUpstream,
    statuses: async () => {
      const alive = await Promise.all([...running.values()].map((runner) => runner.status()));
      const shut = locked.map(lockedStatus);
      const gaps = await options.store.gaps();
      const place = ({ id }: AccountStatus) => order?.indexOf(id) ?? 0;
      return [...alive, ...shut]
        .map((status) => ({ ...status, gaps: shownGaps(gaps, status.id) }))
        .sort((a, b) => place(a) - place(b));
    },
    stop: async () => {
      await Promise.all([...running.values()].map((runner) => runner.stop()));
      running.clear();
    },
  };
}

/** The account as sources take it: its secret in the place of the reference to it. */
export function signedIn({ account, secret }: AccountWithSecret): SignedInAccount {
  return { ...account, secret };
}

function isSame(one: SignedInAccount, other: SignedInAccount | undefined): boolean {
  return other !== undefined && JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

const sorted = (account: SignedInAccount) => Object.entries(account).sort(([a], [b]) => a.localeCompare(b));
