import type { Account, SignedInAccount } from '../../shared/accounts/account.ts';
import type { AccountWithSecret } from '../../shared/engine-api.ts';
import { failure, type Reason } from '../../shared/failure.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { createAccountRunner, type AccountRunner, type RunnerOptions } from './account-runner.ts';
import { sourceNamed } from './sources/registry.ts';
import { toInstant, type Clock } from './time/clock.ts';

/** An account whose secret could not be had: shown, never polled. */
export interface LockedAccount {
  readonly account: Account;
  readonly reason: Reason;
}

/** The accounts that are at work, kept in step with what the person has set up. */
export interface Runners {
  /** Starts what is new, stops what is gone or changed; with `start` false nothing polls and nothing is sent unasked. */
  set(
    accounts: readonly AccountWithSecret[],
    locked: readonly LockedAccount[],
    how?: { readonly start: boolean },
  ): Promise<void>;
  all(): readonly AccountRunner[];
  pokeOutboxes(): void;
  pollNow(account: string): void;
  forget(account: string): Promise<void>;
  acknowledgesUpstream(account: string): boolean;
  statuses(): Promise<AccountStatus[]>;
  stop(): Promise<void>;
}

export function createRunners(options: Omit<RunnerOptions, 'account'>): Runners {
  const running = new Map<string, AccountRunner>();
  let locked: readonly LockedAccount[] = [];
  let order: readonly string[] = [];
  let lockedSince = options.clock.now();

  async function set(
    accounts: readonly AccountWithSecret[],
    nowLocked: readonly LockedAccount[],
    { start } = { start: true },
  ): Promise<void> {
    const wanted = new Map(accounts.map((entry) => [entry.account.id, signedIn(entry)]));
    const outdated = [...running.values()].filter(
      (runner) => !isSame(runner.account, wanted.get(runner.account.id)),
    );
    for (const runner of outdated) running.delete(runner.account.id);
    await Promise.all(outdated.map((runner) => runner.stop()));
    for (const account of wanted.values()) {
      if (running.has(account.id)) continue;
      const runner = createAccountRunner({ ...options, account });
      running.set(account.id, runner);
      if (start) runner.start();
    }
    locked = nowLocked;
    lockedSince = options.clock.now();
    order = [...accounts.map((entry) => entry.account.id), ...locked.map((entry) => entry.account.id)];
    options.onStatus();
  }

  return {
    set,
    all: () => [...running.values()],
    pokeOutboxes: () => {
      for (const runner of running.values()) runner.outbox?.poke();
    },
    pollNow: (account) => running.get(account)?.poller.poke(),
    forget: async (account) => {
      const runner = running.get(account);
      running.delete(account);
      await runner?.stop();
    },
    acknowledgesUpstream: (account) => {
      const known =
        running.get(account)?.account ?? locked.find((entry) => entry.account.id === account)?.account;
      return known !== undefined && sourceNamed(known.source).acknowledgesUpstream;
    },
    statuses: async () => {
      const alive = await Promise.all([...running.values()].map((runner) => runner.status()));
      const shut = locked.map((entry) => lockedStatus(entry, lockedSince));
      return [...alive, ...shut].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    },
    stop: async () => {
      await Promise.all([...running.values()].map((runner) => runner.stop()));
      running.clear();
    },
  };
}

/** The account as sources take it: its secret in the place of the reference to it. */
export function signedIn({ account, clientSecret }: AccountWithSecret): SignedInAccount {
  return { ...account, clientSecret };
}

function isSame(one: SignedInAccount, other: SignedInAccount | undefined): boolean {
  return other !== undefined && JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

const sorted = (account: SignedInAccount) => Object.entries(account).sort(([a], [b]) => a.localeCompare(b));

function lockedStatus({ account, reason }: LockedAccount, since: ReturnType<Clock['now']>): AccountStatus {
  return {
    id: account.id,
    name: account.name,
    source: account.source,
    state: 'signed-out',
    since: toInstant(since),
    failure: failure(reason),
    until: null,
    nextSlotAt: null,
    checkedAt: null,
    waiting: 0,
    unsent: 0,
    acknowledgesUpstream: sourceNamed(account.source).acknowledgesUpstream,
  };
}
