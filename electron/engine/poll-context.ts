import type { Account } from '../../shared/accounts/account.ts';
import { breath } from './inbox/breath.ts';
import type { Journal } from './journal.ts';
import type { PollTally } from './poll-tally.ts';
import type { Protection } from './protection.ts';
import type { PollContext, Received, SourceContext } from './sources/source.ts';
import type { InboxStore, NewPayload } from './store/store.ts';
import { toInstant } from './time/clock.ts';

export interface PollContextOptions {
  readonly account: Account;
  readonly store: InboxStore;
  readonly source: SourceContext;
  readonly tally: PollTally;
  readonly journal: Journal;
  readonly retentionDays: number | null;
  readonly protect: Protection;
  readonly waiting: (count: number) => void;
  /** Called after each durable write that brought something new. */
  readonly onKept: () => Promise<void>;
}

/** What a source may do in one round: its calls, and the store's doors that are open to it. */
export async function createPollContext(options: PollContextOptions): Promise<PollContext> {
  const { account, store, source, tally, journal } = options;
  // Before the first call: a ledger that is lost later must not make the archive look as if there had been none.
  await store.accountRecord(account, source.clock.now());
  const stored = await store.cursor(account.id);
  return {
    ...source,
    retentionDays: options.retentionDays,
    cursor: stored,
    waiting: options.waiting,
    protect: options.protect,
    // The cursor goes with the last of many: what was kept before it and is lost sight of is read again.
    keep: async (received, cursor) => {
      let fresh = 0;
      for (let from = 0; from === 0 || from < received.length; from += MOST_AT_ONCE) {
        if (from > 0) await breath();
        const isLast = from + MOST_AT_ONCE >= received.length;
        fresh += await keep(received.slice(from, from + MOST_AT_ONCE), isLast ? cursor : undefined);
      }
      return { fresh };
    },
    missing: async (remoteIds) => {
      const lacking: string[] = [];
      for (let from = 0; from < remoteIds.length; from += MOST_ASKED_AT_ONCE) {
        if (from > 0) await breath();
        lacking.push(...(await store.missing(account.id, remoteIds.slice(from, from + MOST_ASKED_AT_ONCE))));
      }
      return lacking;
    },
    held: (remoteIds) => store.held(account.id, remoteIds),
    setUpstream: (changes) => store.setUpstream(account.id, changes, source.clock.now()),
    closeGap: (from, to) => store.closeGap(account.id, from, to, source.clock.now()),
    gap: async (from, to, why) => {
      const isNews = await store.addGap({ account: account.id, from, to, why });
      if (isNews) {
        journal({ event: 'gap', account: account.id, from: toInstant(from), to: toInstant(to), why });
      }
    },
  };

  async function keep(received: readonly Received[], cursor: unknown): Promise<number> {
    const payloads = received.map((message) => newPayload(options.protect(message)));
    const kept = await store.keep(account, payloads, cursor, source.clock.now());
    tally.kept(received.length, kept.fresh, cursor !== undefined);
    if (kept.fresh > 0) await options.onKept();
    // What one answer brings may be any number of these: others have their turn in between.
    if (received.length >= A_LOT) await breath();
    return kept.fresh;
  }
}

/** Written, and read, in some tenths of a second. */
const MOST_AT_ONCE = 200;
const MOST_ASKED_AT_ONCE = 5000;
const A_LOT = 100;

/** A message as the store takes it. */
export const newPayload = ({ payload, ...rest }: Received): NewPayload => ({ ...rest, bytes: payload });
