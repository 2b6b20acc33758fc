import { z } from 'zod';
import { windowSchema } from './window.ts';

const instant = windowSchema.shape.start;

const walkSchema = z.strictObject({
  /** What is older has been walked. */
  at: instant,
  /** Where it ends; null where it ends at the present. */
  until: instant.nullable(),
  startedAt: instant,
  /** The window that is being walked; null between two. */
  window: windowSchema.nullable(),
});
export type Walk = z.infer<typeof walkSchema>;

const readingSchema = z.strictObject({
  version: z.literal(1),
  /** Which address and consumer key this is of. */
  who: z.string(),
  /** Everything older was walked to its end, or reported as a gap; null before the first page. */
  highWater: instant.nullable(),
  /** When the last walk over news that was finished began: what was created an hour before can be late no more. */
  settledAt: instant.nullable(),
  /** The walk over what is new, and over all that is kept at the first connection. */
  news: walkSchema.nullable(),
  /** The walk over all that the source keeps, once a day. */
  sweep: walkSchema.nullable(),
  /** When the last such walk began. */
  sweptAt: instant.nullable(),
  /** How wide a window of either walk may be, learnt from how many rows come, milliseconds. */
  widthMs: z.strictObject({ news: z.number().int().positive(), sweep: z.number().int().positive() }),
  turn: z.enum(['news', 'sweep']),
});

/** How far an account has been read. Instants are the server's, epoch milliseconds. */
export type Reading = z.infer<typeof readingSchema>;
export type Lane = Reading['turn'];

/** The cursor as it was kept. One of another consumer key or address, or of no sense at all, begins anew. */
export function openReading(stored: unknown, who: string): Reading {
  const held = readingSchema.safeParse(stored).data;
  return held?.who === who ? held : { ...UNREAD, who };
}

/** Wider than any retention: a quiet account is read in one call. */
export const WIDEST_MS = 366 * 86_400_000;

const UNREAD: Omit<Reading, 'who'> = {
  version: 1,
  highWater: null,
  settledAt: null,
  news: null,
  sweep: null,
  sweptAt: null,
  widthMs: { news: WIDEST_MS, sweep: WIDEST_MS },
  turn: 'news',
};
