import type { Account } from '../../shared/accounts/account.ts';
import type { Journal } from './journal.ts';
import type { PollTally } from './poll-tally.ts';
import type { PollContext, SourceContext } from './sources/source.ts';
import type { InboxStore } from './store/store.ts';
import { toInstant } from './time/clock.ts';

export interface PollContextOptions {
  readonly account: Account;
  readonly store: InboxStore;
  readonly source: SourceContext;
  readonly tally: PollTally;
  readonly journal: Journal;
  readonly waiting: (count: number) => void;
  /** Called after each durable write that brought something new. */
  readonly onKept: () => Promise<void>;
}

/** What a source may do in one round: its calls, and the store's doors that are open to it. */
export async function createPollContext(options: PollContextOptions): Promise<PollContext> {
  const { account, store, source, tally, journal } = options;
  const stored = await store.cursor(account.id);
  return {
    ...source,
    cursor: stored,
    waiting: options.waiting,
    keep: async (received, cursor) => {
      const payloads = received.map(({ payload, ...rest }) => ({ ...rest, bytes: payload }));
      const kept = await store.keep(account, payloads, cursor, source.clock.now());
      tally.kept(received.length, kept.fresh);
      if (kept.fresh > 0) await options.onKept();
      return kept;
    },
    missing: (remoteIds) => store.missing(account.id, remoteIds),
    setUpstream: (changes) => store.setUpstream(account.id, changes, source.clock.now()),
    gap: async (from, to, why) => {
      const isNews = await store.addGap({ account: account.id, from, to, why });
      if (isNews) {
        journal({ event: 'gap', account: account.id, from: toInstant(from), to: toInstant(to), why });
      }
    },
  };
}
