import { z } from 'zod';
import { sourceNameSchema } from './accounts/source-name.ts';
import { attentionSchema, instantSchema, triageStateSchema, upstreamStatusSchema } from './notification.ts';

/**
 * What the list shows. Members are ANDed, the values of one member are ORed; an absent member filters nothing.
 * Of threads: `states`, `attention` and `needsAction` are the thread's own, `until` shows it as it stood then, and each of the
 * others holds where one of its notifications meets it. */
export const filterSchema = z.strictObject({
  states: z.array(triageStateSchema).max(3).optional(),
  upstream: z.array(upstreamStatusSchema).max(4).optional(),
  attention: z.array(attentionSchema).max(3).optional(),
  /** Only what must be acted on, is new, and no other message has settled. Of threads: those with such a notification. */
  needsAction: z.literal(true).optional(),
  types: z.array(z.string().max(64)).max(100).optional(),
  accounts: z.array(z.string().max(64)).max(200).optional(),
  sources: z.array(sourceNameSchema).max(10).optional(),
  /** Whole reference values: an MRN, an LRN, a movement id. */
  references: z.array(z.string().max(128)).max(100).optional(),
  /** Words, the beginning of words, or the middle of an MRN or LRN; each word must occur. */
  search: z.string().max(400).optional(),
  /** Only threads of which something was expected and has not come. */
  quiet: z.literal(true).optional(),
  /** Received at or after. */
  since: instantSchema.optional(),
  /** Received before. */
  until: instantSchema.optional(),
});
export type Filter = z.infer<typeof filterSchema>;
