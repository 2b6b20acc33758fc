import { z } from 'zod';
import { BOX_STATUSES } from './walk.ts';

const instant = z
  .number()
  .int()
  .min(0)
  .max(Date.UTC(9999, 11, 31));
const walk = z.strictObject({
  from: instant.nullable(),
  tie: z.enum(['any', ...BOX_STATUSES]).nullable(),
});

const readingSchema = z.strictObject({
  version: z.literal(1),
  boxId: z.string(),
  /** The latest creation seen: what is older has been read, but for stragglers. */
  newest: instant.nullable(),
  /** The value of `newest` up to which nothing can show late any more: what is held need not be read again. */
  settled: instant.nullable(),
  /** When the messages that came last were created, oldest first. */
  recent: z.array(instant).max(50),
  /** A reading of what is new that has not reached the end of the box. */
  fresh: walk.nullable(),
  /** A reading of what came earlier: all that the box holds, what was read in a hurry, or a backlog. */
  sweep: z
    .strictObject({
      walk,
      isFull: z.boolean(),
      startedAt: instant,
      /** Where it may end; null where it must reach the end of the box. */
      until: instant.nullable(),
      /** Where new messages are looked for while a backlog is read, by the server's clock at its beginning. */
      anchor: instant.nullable(),
      newest: instant.nullable(),
    })
    .nullable(),
  /** Read in a hurry: from when, since when, and when last. */
  recheck: z.strictObject({ from: instant, since: instant, marked: instant }).nullable(),
  /** When the last full sweep that was finished began. */
  sweptAt: instant.nullable(),
  /** About when the box was last listed. */
  listedAt: instant.nullable(),
  turn: z.enum(['fresh', 'sweep']),
});

/** How far a box has been read. All instants are the server's, epoch milliseconds. */
export type Reading = z.infer<typeof readingSchema>;

/** The cursor as it was kept. One of another box, another version or no sense at all begins anew. */
export function openReading(stored: unknown, boxId: string): Reading {
  const held = readingSchema.safeParse(stored).data;
  return held?.boxId === boxId ? held : { ...UNREAD, boxId };
}

const UNREAD: Omit<Reading, 'boxId'> = {
  version: 1,
  newest: null,
  settled: null,
  recent: [],
  fresh: null,
  sweep: null,
  recheck: null,
  sweptAt: null,
  listedAt: null,
  turn: 'fresh',
};
