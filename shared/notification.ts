import { z } from 'zod';
import { sourceNameSchema } from './accounts/source-name.ts';
import { reasonSchema } from './failure.ts';

/** ISO 8601 UTC with milliseconds, such as `2026-11-22T09:40:11.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof instantSchema>;

export const KINDS = ['dms', 'inventory-linking', 'file-upload', 'ppns', 'payment', 'unrecognised'] as const;
export const ATTENTIONS = ['act', 'watch', 'info'] as const;
export const TRIAGE_STATES = ['new', 'snoozed', 'acknowledged'] as const;
export const UPSTREAM_STATUSES = ['pending', 'failed', 'acknowledged', 'delivered'] as const;
export const OUTCOMES = [
  'accepted',
  'rejected',
  'cancelled',
  'cleared',
  'control',
  'documents-required',
  'query',
  'held',
  'released',
  'tax',
  'amended',
  'request-granted',
  'request-denied',
  'exited',
  'registered',
  'approved',
  'declined',
  'settled',
  'returned',
  'disputed',
  'failed',
  'updated',
  'unknown',
] as const;

export const kindSchema = z.enum(KINDS);
export const attentionSchema = z.enum(ATTENTIONS);
export const triageStateSchema = z.enum(TRIAGE_STATES);
export const upstreamStatusSchema = z.enum(UPSTREAM_STATUSES);
export const outcomeSchema = z.enum(OUTCOMES);

export type Kind = z.infer<typeof kindSchema>;
/** How urgently a person must look: `act` interrupts, `watch` stands out, `info` waits. */
export type Attention = z.infer<typeof attentionSchema>;
export type TriageState = z.infer<typeof triageStateSchema>;
/** The source's own status of a message; null where a source keeps none. */
export type UpstreamStatus = z.infer<typeof upstreamStatusSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;

/** What ties notifications together, such as `{ kind: 'mrn', value: '26GB…' }`. */
export const referenceSchema = z.object({ kind: z.string(), value: z.string() });
export type Reference = z.infer<typeof referenceSchema>;

/** One Error of a DMS message. */
export const decodedErrorSchema = z.object({
  code: z.string(),
  meaning: z.string().nullable(),
  /** True where the message was not refused because of it. */
  advisory: z.boolean(),
  /** `42A/67A/68A[1]/70A[1]/166`: sections from the outside in, the instance in brackets, the tag last. */
  pointer: z.string().nullable(),
  /** The pointer in words. */
  path: z.string().nullable(),
  /** UK data element such as `1/10`. */
  dataElement: z.string().nullable(),
  /** Goods item number, 1-based. */
  item: z.number().int().nullable(),
  description: z.string().nullable(),
  /** What mends it, in our words. */
  nextStep: z.string().nullable(),
});
export type DecodedError = z.infer<typeof decodedErrorSchema>;

/** What a tax was worked out from. Numbers are decimal strings as the message has them. */
export const taxBasisSchema = z.object({
  /** The value that the rate is taken of, in major units; the rate is then per cent. */
  base: z.object({ amount: z.string(), currency: z.string().nullable() }).nullable(),
  /** The quantity that the rate is charged for. */
  quantity: z.object({ amount: z.string(), unit: z.string().nullable() }).nullable(),
  rate: z.string().nullable(),
  /** Taken off, in major units; null where it is nothing. */
  deducted: z.object({ amount: z.string(), currency: z.string().nullable() }).nullable(),
  /** The preference that was granted (DE 4/17), such as `100`. */
  preference: z.string().nullable(),
});
export type TaxBasis = z.infer<typeof taxBasisSchema>;

/** One amount; `amount` is a decimal string in major units. */
export const decodedPaymentSchema = z.object({
  /** The tax type such as `A00`; `header` for what is asked for the declaration as a whole. */
  kind: z.string(),
  /** The kind in words. */
  name: z.string(),
  amount: z.string(),
  currency: z.string().nullable(),
  item: z.number().int().nullable(),
  /** False where the line only informs, or the declaration's own payment covers it. */
  payable: z.boolean(),
  /** What was worked out, whether or not it is to be paid. */
  assessed: z.string().nullable(),
  /** Whether the line names no amount to pay: it only informs. */
  informational: z.boolean(),
  /** Null where the message does not say; what an earlier version decoded says nothing. */
  basis: taxBasisSchema.nullable().default(null),
});
export type DecodedPayment = z.infer<typeof decodedPaymentSchema>;

/** One change of a declaration that a DMSRES reports. */
export const decodedAmendmentSchema = z.object({
  /** ChangeReasonCode as it came. */
  reason: z.string().nullable(),
  /** The reason in words, where its meaning is known. */
  meaning: z.string().nullable(),
  pointer: z.string().nullable(),
  path: z.string().nullable(),
  dataElement: z.string().nullable(),
  item: z.number().int().nullable(),
  /** The text that customs gives with it. */
  description: z.string().nullable(),
});
export type DecodedAmendment = z.infer<typeof decodedAmendmentSchema>;

/** Something else that the message says, named in words: a guarantee, an office of exit, a decision. */
export const decodedDetailSchema = z.object({ name: z.string(), value: z.string() });
export type DecodedDetail = z.infer<typeof decodedDetailSchema>;

/** What the decoder read from one message. Every field is present, null where unknown. */
export const factsSchema = z.object({
  kind: kindSchema,
  /** `DMSREJ`, `IE029`…; `unknown` where there is none. */
  type: z.string(),
  functionCode: z.string().nullable(),
  statusCode: z.string().nullable(),
  title: z.string(),
  meaning: z.string(),
  nextStep: z.string().nullable(),
  /**
   * The one fact that decides beside the title, in a few words of ours ("waiting for discrepancies to be resolved");
   * null where errors, payments or the deadline say it.
   */
  keyFact: z.string().nullable(),
  attention: attentionSchema,
  outcome: outcomeSchema,
  mrn: z.string().nullable(),
  lrn: z.string().nullable(),
  version: z.string().nullable(),
  /** The sender's own id of the message. */
  messageId: z.string().nullable(),
  conversationId: z.string().nullable(),
  issuedAt: instantSchema.nullable(),
  /** EORI or excise number of the trader concerned. */
  trader: z.string().nullable(),
  references: z.array(referenceSchema),
  errors: z.array(decodedErrorSchema),
  payments: z.array(decodedPaymentSchema),
  amendments: z.array(decodedAmendmentSchema),
  /** In the order in which a person wants to read them. */
  details: z.array(decodedDetailSchema),
  deadline: instantSchema.nullable(),
  /** What could not be read and why; never empty for `unrecognised`. */
  problems: z.array(z.string()),
});
export type Facts = z.infer<typeof factsSchema>;

/** One line of the inbox. */
export const notificationRowSchema = z.object({
  /** Stable for the life of the data directory; a decimal number as text. */
  id: z.string(),
  account: z.string(),
  source: sourceNameSchema,
  kind: kindSchema,
  type: z.string(),
  functionCode: z.string().nullable(),
  statusCode: z.string().nullable(),
  title: z.string(),
  attention: attentionSchema,
  outcome: outcomeSchema,
  mrn: z.string().nullable(),
  lrn: z.string().nullable(),
  issuedAt: instantSchema.nullable(),
  receivedAt: instantSchema,
  /** What it is about (`subjectOf`); null where the message names nothing. */
  subject: z.string().nullable(),
  /** The one fact that decides beside the title (`keyFactOf`); null where there is none but the deadline. */
  keyFact: z.string().nullable(),
  /** When an answer is due. */
  deadline: instantSchema.nullable(),
  state: triageStateSchema,
  /** Whether another message has left nothing to do about what had to be acted on; false where nothing had to be. */
  settled: z.boolean(),
  upstream: upstreamStatusSchema.nullable(),
  /** When the acknowledgement leaves for the source, while it can still be undone. */
  leavesAt: instantSchema.nullable(),
  /** Why the last attempt to acknowledge upstream failed. */
  acknowledgeFailure: reasonSchema.nullable(),
});
export type NotificationRow = z.infer<typeof notificationRowSchema>;

export const HISTORY_EVENTS = [
  'received',
  'alert-shown',
  'alert-not-shown',
  'acknowledged',
  'undone',
  'sent',
  'send-failed',
  'upstream-changed',
] as const;

/** One thing that happened to a notification, with who did it where a person did. */
export const historyEntrySchema = z.object({
  at: instantSchema,
  event: z.enum(HISTORY_EVENTS),
  by: z.string().nullable(),
  detail: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export type HistoryEvent = HistoryEntry['event'];

/** One notification with everything that is known of it, the payload apart. */
export const notificationDetailSchema = notificationRowSchema.extend({
  facts: factsSchema,
  history: z.array(historyEntrySchema),
  /** The source's own id of the message. */
  remoteId: z.string(),
  contentType: z.string(),
  payloadBytes: z.number().int().nonnegative(),
});
export type NotificationDetail = z.infer<typeof notificationDetailSchema>;
