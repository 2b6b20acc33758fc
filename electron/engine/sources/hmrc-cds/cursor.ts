import { z } from 'zod';

/** What is remembered between rounds and over restarts. */
const cursorSchema = z.object({
  /** When the queue was last listed, epoch milliseconds, to the hour or so. */
  listedAt: z.number().nullable(),
  /** Messages that may count as read upstream and are not held here. */
  unfinished: z.array(
    z.object({
      id: z.string(),
      attempts: z.number().int().positive(),
      /** Not to be tried again before, epoch milliseconds. */
      retryAt: z.number(),
      /** When a list named it, epoch milliseconds; older cursors do not say. */
      listedAt: z.number().optional(),
      /** Since when neither queue gives it, epoch milliseconds. */
      lackedSince: z.number().optional(),
    }),
  ),
  /** Messages that were listed and that neither queue gave, and when they were last asked for, epoch milliseconds. */
  gone: z
    .array(
      z.object({
        id: z.string(),
        at: z.number(),
        /** The gap that was told of for it, with others or alone, epoch milliseconds; older cursors do not say. */
        gap: z.object({ from: z.number(), to: z.number() }).optional(),
      }),
    )
    .optional(),
});
export type CdsCursor = z.infer<typeof cursorSchema>;

/** The cursor as it was stored; a blank one at the first poll, or where it cannot be read. */
export const openCursor = (stored: unknown): CdsCursor =>
  cursorSchema.safeParse(stored).data ?? { listedAt: null, unfinished: [] };
