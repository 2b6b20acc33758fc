import { z } from 'zod';
import {
  attentionSchema,
  factsSchema,
  instantSchema,
  notificationRowSchema,
  triageStateSchema,
} from './notification.ts';
import { quietNoticeSchema } from './quiet.ts';

/** What has become of a declaration, a movement or a payment, by all that was said about it. */
export const THREAD_STATUSES = [
  'registered',
  'accepted',
  'waiting',
  'under-control',
  'documents-wanted',
  'query-open',
  'held-by-defra',
  'detained',
  'payment-due',
  'account-short',
  'released',
  'cleared',
  'cleared-amended',
  'rejected',
  'cancelled',
  'cancelled-by-customs',
  'lapsed',
  'withdrawn',
  'exited',
  'not-exited-in-time',
  'handled-outside',
  // Movements: transit, excise, vehicles, entry safety.
  'control-intended',
  'not-released',
  'guarantee-refused',
  'unloading',
  'discrepancies',
  'arrival-not-shown',
  'recovery',
  'ended',
  'on-the-way',
  'report-due',
  'refused',
  'partly-refused',
  'interrupted',
  'diverted',
  'ready',
  'blocked',
  'inspection-required',
  'do-not-load',
  // Payments, payouts and disputes.
  'payment-open',
  'payment-made',
  'payment-updated',
  'unknown',
] as const;
export const threadStatusCodeSchema = z.enum(THREAD_STATUSES);
export type ThreadStatusCode = z.infer<typeof threadStatusCodeSchema>;

export const threadStatusSchema = z.object({
  code: threadStatusCodeSchema,
  title: z.string(),
  attention: attentionSchema,
  /** When the message that decides the status was issued. */
  since: instantSchema,
  /** The entry that the call to action belongs to; null where there is nothing to do. */
  actionId: z.string().nullable(),
  /** The earliest limit that still counts: for documents, an answer, a payment or proof of exit. */
  deadline: instantSchema.nullable(),
  /** What else is so: a request on its way, an amendment that was rejected, a second hold. */
  notes: z.array(z.string()),
});
export type ThreadStatus = z.infer<typeof threadStatusSchema>;

/** One event of the timeline; copies of one message are one event. */
export const threadEntrySchema = notificationRowSchema
  .pick({
    id: true,
    type: true,
    functionCode: true,
    statusCode: true,
    title: true,
    attention: true,
    outcome: true,
    issuedAt: true,
    receivedAt: true,
    state: true,
  })
  .extend({
    /** Every notification that is this message, `id` first. */
    ids: z.array(z.string()).min(1),
    /** Whether its deadline still counts for the declaration; false where it sets none. */
    isDeadlineOpen: z.boolean(),
  })
  .extend(
    factsSchema.pick({
      kind: true,
      meaning: true,
      nextStep: true,
      version: true,
      conversationId: true,
      errors: true,
      payments: true,
      amendments: true,
      details: true,
      deadline: true,
      problems: true,
    }).shape,
  );
export type ThreadEntry = z.infer<typeof threadEntrySchema>;

export const tradeSchema = z.enum(['import', 'export']);
export type Trade = z.infer<typeof tradeSchema>;

/** The life of one declaration, or what shares the reference of a movement. */
export const threadSchema = z.object({
  /** Null where it is of nothing that has a life. */
  status: threadStatusSchema.nullable(),
  mrn: z.string().nullable(),
  lrn: z.string().nullable(),
  /** A hint, never proof; null where nothing tells. */
  trade: tradeSchema.nullable(),
  /** Newest first. */
  entries: z.array(threadEntrySchema).min(1),
  /** What was expected by now and has not come. */
  quiet: z.array(quietNoticeSchema),
});
export type Thread = z.infer<typeof threadSchema>;

/** A thread as one line of the list, which bears the row of its newest notification. */
export const threadSummarySchema = z.object({
  status: threadStatusSchema.nullable(),
  /** The status's; without a status that of the most urgent notification. */
  attention: attentionSchema,
  mrn: z.string().nullable(),
  lrn: z.string().nullable(),
  /** What decides, from the message that must be acted on; where none has to be, from the newest one. */
  keyFact: z.string().nullable(),
  trade: tradeSchema.nullable(),
  /** `new` as long as one notification is, then `snoozed` as long as one is. */
  state: triageStateSchema,
  /** Every notification of it, newest arrival first. */
  members: z.array(z.string()).min(1),
  /** How many of them are new. */
  fresh: z.number().int(),
  quiet: z.array(quietNoticeSchema),
});
export type ThreadSummary = z.infer<typeof threadSummarySchema>;
