import { mayRetry } from './polling/health.ts';
import type { PollOutcome } from './sources/source.ts';

/** Follows each account until its first backlog is drained, or it has failed for good. */
export interface FirstRounds {
  /** These accounts are polled; those already settled stay so. */
  expect(accounts: readonly string[]): void;
  ended(account: string, outcome: PollOutcome): void;
  /** Resolves when all are settled; true where each was drained. */
  settled(): Promise<boolean>;
}

/** Failures in a row after which `--once` no longer waits for an account: about half a minute of back-off. */
const ENOUGH_FAILURES = 3;

type Progress =
  { readonly is: 'open'; readonly failures: number } | { readonly is: 'drained' } | { readonly is: 'failed' };

export function createFirstRounds(): FirstRounds {
  const progress = new Map<string, Progress>();
  let waiting: readonly (() => void)[] = [];

  const isSettled = () => [...progress.values()].every((one) => one.is !== 'open');

  return {
    expect: (accounts) => {
      for (const account of progress.keys()) {
        if (!accounts.includes(account)) progress.delete(account);
      }
      for (const account of accounts) {
        if (!progress.has(account)) progress.set(account, { is: 'open', failures: 0 });
      }
    },
    ended: (account, outcome) => {
      const before = progress.get(account);
      if (before?.is !== 'open') return;
      progress.set(account, after(before.failures, outcome));
      if (!isSettled()) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    settled: async () => {
      if (!isSettled()) await new Promise<void>((resolve) => (waiting = [...waiting, resolve]));
      return [...progress.values()].every((one) => one.is === 'drained');
    },
  };
}

function after(failures: number, outcome: PollOutcome): Progress {
  if (outcome.ok) {
    if (outcome.value.more) return { is: 'open', failures: 0 };
    return { is: (outcome.value.unread ?? 0) > 0 ? 'failed' : 'drained' };
  }
  const givesUp = !mayRetry(outcome.failure) || failures + 1 >= ENOUGH_FAILURES;
  return givesUp ? { is: 'failed' } : { is: 'open', failures: failures + 1 };
}
