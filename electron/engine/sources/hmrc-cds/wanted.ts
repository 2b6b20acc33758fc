import type { CdsCursor } from './cursor.ts';
import type { QueueName } from './read-message.ts';

export interface Wanted {
  readonly id: string;
  readonly from: QueueName;
}

/** Which messages are still to be read, and in what order; pure. */
export interface WantedMessages {
  /** A list of unread messages named these, none of which is held here. */
  listed(ids: readonly string[]): void;
  /** These count as read at HMRC and are not held here. */
  missed(ids: readonly string[]): void;
  isKnown(id: string): boolean;
  /** What can be read now, most pressing first; `now` in epoch milliseconds. */
  due(now: number): readonly Wanted[];
  /** It is held here, or gone. */
  done(id: string): void;
  /** It could not be read. Returns how often that has happened by now. */
  failed(id: string, now: number): number;
  count(): number;
  /** Whether reading it broke off before. */
  isUnfinished(id: string): boolean;
  /** What must survive a restart. */
  unfinished(): CdsCursor['unfinished'];
}

export function createWantedMessages(unfinished: CdsCursor['unfinished']): WantedMessages {
  const tries = new Map(unfinished.map(({ id, ...rest }) => [id, rest]));
  const unread = new Map<string, number>();
  const missed = new Set<string>();
  let list = 0;

  return {
    listed(ids) {
      list += 1;
      for (const id of ids) if (!unread.has(id)) unread.set(id, list);
    },
    missed(ids) {
      for (const id of ids) missed.add(id);
    },
    isKnown: (id) => unread.has(id) || missed.has(id) || tries.has(id),
    due(now) {
      const retries = [...tries].filter(
        ([, { retryAt }]) => retryAt <= now || retryAt > now + LONGEST_PAUSE_MS,
      );
      // Lists have no order: what an earlier list did not name is what came since, and news go first.
      const fresh = [...unread].filter(([id]) => !tries.has(id)).sort(([, a], [, b]) => b - a);
      const late = [...missed].filter((id) => !tries.has(id) && !unread.has(id));
      return [
        ...retries.map(([id]) => ({ id, from: 'pulled' as const })),
        ...fresh.map(([id]) => ({ id, from: 'unpulled' as const })),
        ...late.map((id) => ({ id, from: 'pulled' as const })),
      ];
    },
    done(id) {
      tries.delete(id);
      unread.delete(id);
      missed.delete(id);
    },
    failed(id, now) {
      const attempts = (tries.get(id)?.attempts ?? 0) + 1;
      tries.set(id, { attempts, retryAt: now + pauseMs(attempts) });
      return attempts;
    },
    count: () => new Set([...tries.keys(), ...unread.keys(), ...missed]).size,
    isUnfinished: (id) => tries.has(id),
    unfinished: () => [...tries].map(([id, rest]) => ({ id, ...rest })),
  };
}

/** The next round at once, then twice as long each time. */
const pauseMs = (attempts: number): number =>
  attempts === 1 ? 0 : Math.min(10_000 * 2 ** Math.min(attempts - 1, 20), LONGEST_PAUSE_MS);

const LONGEST_PAUSE_MS = 3_600_000;
