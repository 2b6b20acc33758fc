import type { CdsCursor } from './cursor.ts';
import type { QueueName } from './read-message.ts';

export interface Wanted {
  readonly id: string;
  readonly from: QueueName;
}

/** From and to, epoch milliseconds. */
export type Stretch = NonNullable<NonNullable<CdsCursor['gone']>[number]['gap']>;

/** Which messages are still to be read, and in what order; pure. */
export interface WantedMessages {
  /** A list of unread messages named these at `now`, none of which is held here. */
  listed(ids: readonly string[], now: number): void;
  /** These count as read at HMRC by a list at `now`, and are not held here. */
  missed(ids: readonly string[], now: number): void;
  /** Whether it is wanted already, or is gone and was asked for not long ago. */
  isKnown(id: string, now: number): boolean;
  /** What can be read now, most pressing first; `now` in epoch milliseconds. */
  due(now: number): readonly Wanted[];
  /** It is held here. */
  done(id: string): void;
  /** Neither queue gave it; it is asked for again. Returns whether that has been so for too long to hope for it. */
  lacked(id: string, now: number): boolean;
  /** It is not hoped for any more, and `gap` was told of for it. A list that names it all the same has it asked for again, seldom. */
  gone(id: string, now: number, gap?: Stretch): void;
  /** The gap that was told of for it, where no other message is lacking in it; null otherwise. */
  filledBy(id: string): Stretch | null;
  isGone(id: string): boolean;
  /** When a list first named it; `now` at the latest. */
  listedAt(id: string, now: number): number;
  /** It could not be read. Returns how often that has happened by now. */
  failed(id: string, now: number): number;
  count(): number;
  /** Whether reading it broke off before. */
  isUnfinished(id: string): boolean;
  /** What must survive a restart. */
  kept(): Pick<CdsCursor, 'unfinished' | 'gone'>;
}

export function createWantedMessages(kept: Pick<CdsCursor, 'unfinished' | 'gone'>): WantedMessages {
  const tries = new Map(kept.unfinished.map(({ id, ...rest }) => [id, rest]));
  const unread = new Map<string, { readonly list: number; readonly at: number }>();
  const missed = new Map<string, number>();
  const gone = new Map((kept.gone ?? []).map(({ id, ...rest }) => [id, rest]));
  let list = 0;

  const firstListed = (id: string): number | undefined =>
    tries.get(id)?.listedAt ?? unread.get(id)?.at ?? missed.get(id);

  function forget(id: string): void {
    tries.delete(id);
    unread.delete(id);
    missed.delete(id);
    gone.delete(id);
  }

  function triedAgain(id: string, now: number): CdsCursor['unfinished'][number] {
    const before = tries.get(id);
    const attempts = (before?.attempts ?? 0) + 1;
    const tried = { ...before, attempts, retryAt: now + pauseMs(attempts), listedAt: firstListed(id) ?? now };
    tries.set(id, tried);
    return { id, ...tried };
  }

  return {
    listed(ids, at) {
      list += 1;
      for (const id of ids) if (!unread.has(id)) unread.set(id, { list, at });
    },
    missed(ids, at) {
      for (const id of ids) if (!missed.has(id)) missed.set(id, at);
    },
    isKnown: (id, now) =>
      unread.has(id) || missed.has(id) || tries.has(id) || isWithin(gone.get(id)?.at, GONE_PAUSE_MS, now),
    due(now) {
      const retries = [...tries].filter(
        ([, { retryAt }]) => retryAt <= now || retryAt > now + LONGEST_PAUSE_MS,
      );
      // Lists have no order: what an earlier list did not name is what came since, and news go first.
      const fresh = [...unread].filter(([id]) => !tries.has(id)).sort(([, a], [, b]) => b.list - a.list);
      const late = [...missed.keys()].filter((id) => !tries.has(id) && !unread.has(id));
      const broken = retries.filter(([, { lackedSince }]) => lackedSince === undefined);
      const lacked = retries.filter(([, { lackedSince }]) => lackedSince !== undefined);
      return [
        ...broken.map(([id]) => ({ id, from: 'pulled' as const })),
        ...fresh.map(([id]) => ({ id, from: 'unpulled' as const })),
        ...late.map((id) => ({ id, from: 'pulled' as const })),
        ...lacked.map(([id]) => ({ id, from: 'pulled' as const })),
      ];
    },
    done: forget,
    gone(id, now, gap = gone.get(id)?.gap) {
      forget(id);
      for (const [old, { at }] of gone) if (!isWithin(at, LONGEST_LISTED_MS, now)) gone.delete(old);
      gone.set(id, { at: now, ...(gap === undefined ? {} : { gap }) });
    },
    filledBy(id) {
      const gap = gone.get(id)?.gap;
      if (gap === undefined) return null;
      const lacking = [...gone].filter(([, one]) => one.gap?.from === gap.from && one.gap.to === gap.to);
      return lacking.length === 1 ? gap : null;
    },
    isGone: (id) => gone.has(id),
    listedAt: (id, now) => Math.min(firstListed(id) ?? tries.get(id)?.retryAt ?? now, now),
    failed: (id, now) => triedAgain(id, now).attempts,
    lacked(id, now) {
      const tried = triedAgain(id, now);
      const { lackedSince = now } = tried;
      tries.set(id, { ...tried, lackedSince });
      return gone.has(id) || now - lackedSince >= GONE_AFTER_MS;
    },
    count: () => new Set([...tries.keys(), ...unread.keys(), ...missed.keys()]).size,
    isUnfinished: (id) => tries.has(id),
    kept: () => ({
      unfinished: [...tries].map(([id, rest]) => ({ id, ...rest })),
      ...(gone.size === 0 ? {} : { gone: [...gone].map(([id, rest]) => ({ id, ...rest })) }),
    }),
  };
}

/** The next round at once, then twice as long each time. */
const pauseMs = (attempts: number): number =>
  attempts === 1 ? 0 : Math.min(10_000 * 2 ** Math.min(attempts - 1, 20), LONGEST_PAUSE_MS);

const LONGEST_PAUSE_MS = 3_600_000;

/** HMRC's lists and messages may come from servers that do not agree yet. */
const GONE_AFTER_MS = 120_000;
const GONE_PAUSE_MS = 600_000;

/** HMRC holds a message for fourteen days, and removes it a little late. */
const LONGEST_LISTED_MS = 15 * 86_400_000;

/** Not where the clock was set back since. */
const isWithin = (at: number | undefined, ms: number, now: number): boolean =>
  at !== undefined && at <= now && now - at < ms;
