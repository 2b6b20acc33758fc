import { z } from 'zod';

const day = z.iso.date();
const instant = z.number().nullable();

/** What is remembered between rounds and over restarts. Instants are epoch milliseconds. */
const cursorSchema = z.object({
  /** When the last complete sweep of the present days began: older days are walked, or owed. */
  sweptAt: instant,
  /** How far back the first connection looked. */
  firstDay: day.nullable(),
  /** Older days still to be walked, newest first. */
  owed: z.array(day),
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

const BLANK: JpmCursor = {
  sweptAt: null,
  firstDay: null,
  owed: [],
  full: [],
  away: null,
  weekWalkedAt: null,
  monthWalkedAt: null,
  style: null,
};

/** The cursor as it was stored; a blank one at the first poll, or where it cannot be read. */
export const openCursor = (stored: unknown): JpmCursor => cursorSchema.safeParse(stored).data ?? BLANK;
