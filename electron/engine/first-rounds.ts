import { failure, type Failure } from '../../shared/failure.ts';
import { mayRetry } from './polling/health.ts';
import type { RoundProgress } from './poll-tally.ts';
import type { PollOutcome } from './sources/source.ts';

/** Follows each account until its first backlog is drained, or it is given up. */
export interface FirstRounds {
  /** These accounts are polled; those already settled stay so. */
  expect(accounts: readonly string[]): void;
  ended(account: string, outcome: PollOutcome, progress: RoundProgress): void;
  /** Its source wants to be left alone for so long, milliseconds, before another round of it can end; `why` where that is known. */
  heldBack(account: string, ms: number, why: Failure | null): void;
  /** Those neither drained nor given up yet. */
  open(): readonly string[];
  /**
   * Resolves when none is open, with those that were given up: why, null where messages that are listed could not be
   * had.
   */
  settled(): Promise<ReadonlyMap<string, Failure | null>>;
}

/** Failures in a row after which `--once` no longer waits for an account: about half a minute of back-off. */
const ENOUGH_FAILURES = 3;

/** The same since a new message came: a source may get further without end and never be through. */
const ENOUGH_SINCE_NEWS = 10;

/** A source that wants to be left alone for longer is no matter of one run any more. */
export const LONGEST_WAIT_MS = 60_000;

type Progress =
  | {
      readonly is: 'open';
      readonly failures: number;
      readonly sinceNews: number;
      /** Something that was listed is gone: whatever comes now, not all was had. */
      readonly lacks: boolean;
    }
  | { readonly is: 'drained' }
  | { readonly is: 'given-up'; readonly why: Failure | null };

export function createFirstRounds(): FirstRounds {
  const progress = new Map<string, Progress>();
  let waiting: readonly (() => void)[] = [];

  const open = () => [...progress].flatMap(([account, { is }]) => (is === 'open' ? [account] : []));

  function settle(account: string, next: (before: Open) => Progress): void {
    const before = progress.get(account);
    if (before?.is !== 'open') return;
    progress.set(account, next(before));
    if (open().length > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  return {
    expect: (accounts) => {
      for (const account of progress.keys()) {
        if (!accounts.includes(account)) progress.delete(account);
      }
      for (const account of accounts) {
        if (!progress.has(account)) progress.set(account, UNTRIED);
      }
    },
    ended: (account, outcome, made) => settle(account, (before) => after(before, outcome, made)),
    heldBack: (account, ms, why) => {
      if (ms <= LONGEST_WAIT_MS) return;
      settle(account, () => ({ is: 'given-up', why: why ?? failure('asked-to-wait', { retryAfterMs: ms }) }));
    },
    open,
    settled: async () => {
      if (open().length > 0) await new Promise<void>((resolve) => (waiting = [...waiting, resolve]));
      return new Map(
        [...progress].flatMap(([account, one]) => (one.is === 'given-up' ? [[account, one.why]] : [])),
      );
    },
  };
}

type Open = Extract<Progress, { is: 'open' }>;

const UNTRIED: Open = { is: 'open', failures: 0, sinceNews: 0, lacks: false };

function after(before: Open, outcome: PollOutcome, made: RoundProgress): Progress {
  if (outcome.ok) {
    const { more, unread = 0, gone = [] } = outcome.value;
    const lacks = before.lacks || gone.length > 0;
    if (!more && unread > 0) return { is: 'given-up', why: null };
    if (!more) return lacks ? { is: 'given-up', why: failure('message-gone') } : { is: 'drained' };
    // A round that found nothing to do says nothing of the one that failed: they may take turns for ever.
    if (made === 'news') return { ...UNTRIED, lacks };
    return { ...before, lacks, ...(made === 'further' ? { failures: 0 } : {}) };
  }
  const { failure: why } = outcome;
  const failures = before.failures + 1;
  const sinceNews = made === 'news' ? 1 : before.sinceNews + 1;
  const isEnough = failures >= ENOUGH_FAILURES || sinceNews >= ENOUGH_SINCE_NEWS;
  const isLong = (why.retryAfterMs ?? 0) > LONGEST_WAIT_MS;
  return !mayRetry(why) || isEnough || isLong ? { is: 'given-up', why } : { ...before, failures, sinceNews };
}
