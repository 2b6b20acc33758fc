import { z } from 'zod';

const day = z.iso.date();
const instant = z.number().nullable();

/** What is remembered between rounds and over restarts. Instants are epoch milliseconds. */
const cursorSchema = z.object({
  /** Which address, client and entity this is of; null in one that was kept before this was noted. */
  who: z.string().nullable().default(null),
  /** When the last complete sweep of the present days began: older days are walked, or owed. */
  sweptAt: instant,
  /** How far back the first connection looked. */
  firstDay: day.nullable(),
  /** Older days still to be walked, newest first. */
  owed: z.array(day),
  /** Those of them that failed when they were asked for last, in the order in which they did: their turn comes last. */
  failed: z.array(day).default([]),
  /** Days on which delivered notifications were found, newest first: where they are gone, so is what came after. */
  full: z.array(day),
  /** While days of an absence are owed. */
  away: z
    .object({
      since: z.number(),
      until: z.number(),
      /** The newest day that held something before and is empty now. */
      gone: day.nullable(),
      /** The oldest day after that which still holds something. */
      oldestFull: day.nullable(),
    })
    .nullable(),
  /** When a week, and when a month, was last walked again. */
  weekWalkedAt: instant,
  monthWalkedAt: instant,
  /** The style of filters that worked. */
  style: z.enum(['headers', 'query', 'both']).nullable(),
});
export type JpmCursor = z.infer<typeof cursorSchema>;

const BLANK: Omit<JpmCursor, 'who'> = {
  sweptAt: null,
  firstDay: null,
  owed: [],
  failed: [],
  full: [],
  away: null,
  weekWalkedAt: null,
  monthWalkedAt: null,
  style: null,
};

/**
 * The cursor as it was stored. A blank one at the first poll, where it cannot be read, and where it is of another
 * address, client or entity: of that one nothing has been read.
 */
export function openCursor(stored: unknown, who: string): JpmCursor {
  const held = cursorSchema.safeParse(stored).data;
  const isOurs = held !== undefined && (held.who === null || held.who === who);
  return { ...(isOurs ? held : BLANK), who };
}
