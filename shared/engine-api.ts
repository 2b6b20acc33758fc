import { z } from 'zod';
import { accountSchema } from './accounts/account.ts';
import { keyInfoSchema, keyMaterialSchema } from './accounts/key-material.ts';
import { failureSchema, reasonSchema } from './failure.ts';
import { filterSchema } from './filter.ts';
import { networkStateSchema } from './network/network-state.ts';
import { openedNetworkSchema } from './network/network-settings.ts';
import {
  attentionSchema,
  instantSchema,
  notificationDetailSchema,
  notificationRowSchema,
  triageStateSchema,
  upstreamStatusSchema,
} from './notification.ts';
import { engineStatusSchema } from './status.ts';
import { quietMinutesSchema } from './quiet.ts';
import { retentionDaysSchema } from './retention.ts';
import { threadSchema, threadSummarySchema } from './thread.ts';

const id = z.string().regex(/^\d{1,16}$/);
const cursor = z.string().max(500);
const jobId = z.string().max(64);

/** What a bulk action applies to: named rows, or all that a filter shows. */
export const selectionSchema = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(10_000) }),
  z.strictObject({ filter: filterSchema }),
]);
export type Selection = z.infer<typeof selectionSchema>;

/** A line of the list: a notification, or a thread borne by the row of its newest notification. */
export const listRowSchema = notificationRowSchema.extend({ thread: threadSummarySchema.nullable() });
export type ListRow = z.infer<typeof listRowSchema>;

export const pageSchema = z.object({
  rows: z.array(listRowSchema),
  /** Where the next page begins; null on the last. */
  next: cursor.nullable(),
  total: z.number().int(),
  /** True where counting stopped early: "1,000+". */
  totalIsCapped: z.boolean(),
});
export type Page = z.infer<typeof pageSchema>;

const counted = <T extends z.ZodType>(value: T) => z.array(z.object({ value, count: z.number().int() }));

export const facetsSchema = z.object({
  types: counted(z.string()),
  attention: counted(attentionSchema),
  states: counted(triageStateSchema),
  upstream: counted(upstreamStatusSchema),
  accounts: counted(z.string()),
});
export type Facets = z.infer<typeof facetsSchema>;

export const triageOutcomeSchema = z.object({
  /** How many notifications changed. */
  changed: z.number().int(),
  /** Names this change for `undo`; null where nothing changed. */
  change: z.string().nullable(),
  /** One sentence for the toast and the screen reader. */
  sentence: z.string(),
});
export type TriageOutcome = z.infer<typeof triageOutcomeSchema>;

export const payloadTextSchema = z.object({
  text: z.string(),
  bytes: z.number().int(),
  truncated: z.boolean(),
});
export type PayloadText = z.infer<typeof payloadTextSchema>;

export const exportRequestSchema = z.strictObject({
  filter: filterSchema,
  format: z.enum(['csv', 'ndjson']),
  bom: z.boolean(),
  formulaGuard: z.boolean(),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

export const exportProgressSchema = z.object({
  job: jobId,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  rows: z.number().int(),
  total: z.number().int(),
  path: z.string(),
  /** Fields that the formula guard changed. */
  guarded: z.number().int(),
  failure: failureSchema.nullable(),
});
export type ExportProgress = z.infer<typeof exportProgressSchema>;

/** The schema of an answer: the value, or the failure in its place. */
export const answerOf = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), failure: failureSchema }),
  ]);

/** An account whose secret is in the clear; crosses only the shell's own port to the engine. */
export const signedInAccountSchema = z.object({ account: accountSchema, secret: z.string() });
export type AccountWithSecret = z.infer<typeof signedInAccountSchema>;

/** What the window may ask of the engine: one entry a call, its question and its answer. */
export const windowCalls = {
  status: { params: z.null(), answer: answerOf(engineStatusSchema) },
  page: {
    params: z.strictObject({
      filter: filterSchema,
      /** One row a notification or one a thread. */
      by: z.enum(['notification', 'thread']),
      after: cursor.nullable(),
      limit: z.number().int().min(1).max(500),
    }),
    answer: answerOf(pageSchema),
  },
  facets: { params: z.null(), answer: answerOf(facetsSchema) },
  notification: { params: z.strictObject({ id }), answer: answerOf(notificationDetailSchema) },
  /** The life of the declaration, or movement, that a notification is of. */
  thread: { params: z.strictObject({ id }), answer: answerOf(threadSchema) },
  payload: {
    params: z.strictObject({ id, form: z.enum(['pretty', 'raw']) }),
    answer: answerOf(payloadTextSchema),
  },
  acknowledge: { params: selectionSchema, answer: answerOf(triageOutcomeSchema) },
  undo: { params: z.strictObject({ change: z.string().max(64) }), answer: answerOf(triageOutcomeSchema) },
  retryAcknowledgements: {
    params: z.strictObject({ account: z.string().max(64) }),
    answer: answerOf(z.null()),
  },
  /** How calls get out of the network now, and what of that the office has set. */
  networkState: { params: z.null(), answer: answerOf(networkStateSchema) },
  /** Opens a key file and says what is in it, or why it cannot be used. */
  checkKey: { params: keyMaterialSchema, answer: answerOf(keyInfoSchema) },
  /** A person has seen that something may be missing. */
  dismissGap: {
    params: z.strictObject({ account: z.string().max(64), from: instantSchema, to: instantSchema }),
    answer: answerOf(z.null()),
  },
  /** Asks the source for this one message again, where it has such a call. */
  refresh: { params: z.strictObject({ id }), answer: answerOf(z.object({ sentence: z.string() })) },
  pollNow: {
    /** `despiteQuiet`: also where the source has asked to be left alone, which a person was warned of. */
    params: z.strictObject({ account: z.string().max(64), despiteQuiet: z.boolean().optional() }),
    answer: answerOf(z.null()),
  },
  cancelExport: { params: z.strictObject({ job: jobId }), answer: answerOf(z.null()) },
} as const;

/** What only the shell may ask of the engine, over its private port. */
export const shellCalls = {
  configure: {
    params: z.strictObject({
      accounts: z.array(signedInAccountSchema),
      /** Accounts whose secret could not be had, with the reason; shown, never polled. */
      locked: z.array(z.object({ account: accountSchema, reason: reasonSchema })),
      /** How calls get out of the network, with the proxy's password in the clear. */
      network: openedNetworkSchema,
      holdBackSeconds: z.number().int().min(0).max(300),
      quietMinutes: quietMinutesSchema,
      retentionDays: retentionDaysSchema,
    }),
    answer: answerOf(z.null()),
  },
  testAccount: {
    params: z.strictObject({ account: signedInAccountSchema }),
    answer: answerOf(z.object({ sentence: z.string() })),
  },
  /** Opens a key file and returns the bare key, to be kept in its place. */
  importKey: {
    params: keyMaterialSchema,
    answer: answerOf(z.object({ material: keyMaterialSchema, info: keyInfoSchema })),
  },
  forgetAccount: { params: z.strictObject({ account: z.string() }), answer: answerOf(z.null()) },
  startExport: {
    params: z.strictObject({ request: exportRequestSchema, path: z.string().max(4000) }),
    answer: answerOf(z.object({ job: jobId })),
  },
  alertOutcome: {
    params: z.strictObject({
      alert: z.string(),
      outcome: z.enum(['shown', 'not-shown', 'failed']),
      why: z.string().nullable(),
    }),
    answer: answerOf(z.null()),
  },
  pendingAlerts: { params: z.null(), answer: answerOf(z.null()) },
  networkChanged: { params: z.strictObject({ online: z.boolean() }), answer: answerOf(z.null()) },
  /** What the system's proxy settings say, to the engine's event `proxyWanted`; null where it could not be had. */
  proxyFound: {
    params: z.strictObject({ ask: z.number().int(), answer: z.string().max(10_000).nullable() }),
    answer: answerOf(z.null()),
  },
  woke: { params: z.null(), answer: answerOf(z.null()) },
  stop: { params: z.null(), answer: answerOf(z.null()) },
} as const;

export const engineCalls = { ...windowCalls, ...shellCalls } as const;

export type WindowCallName = keyof typeof windowCalls;
export type EngineCallName = keyof typeof engineCalls;
export type CallParams<N extends EngineCallName> = z.infer<(typeof engineCalls)[N]['params']>;
export type CallAnswer<N extends EngineCallName> = z.infer<(typeof engineCalls)[N]['answer']>;

/** The engine as its callers see it: one method a call. */
export type EngineApi = {
  readonly [N in EngineCallName]: (params: CallParams<N>) => Promise<CallAnswer<N>>;
};

/** An OS alert that the shell is asked to show. */
export const alertSchema = z.object({
  id: z.string(),
  /** The notifications it speaks of, newest first; a click opens the first. */
  notifications: z.array(z.string()),
  /** What it speaks of where it speaks of no notification: accounts, by id; a click shows the first. */
  accounts: z.array(z.string()),
  title: z.string(),
  body: z.string(),
  /** `critical` stays on the screen until it is read. */
  urgency: z.enum(['critical', 'normal']),
});
export type Alert = z.infer<typeof alertSchema>;

/** What the engine tells without being asked. State travels as one revision, never as steps. */
export const engineEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('ready') }),
  z.object({ event: z.literal('refused'), failure: failureSchema }),
  z.object({ event: z.literal('revision'), revision: z.number().int() }),
  z.object({ event: z.literal('status') }),
  /** What do the system's proxy settings say of this address? Answered by the call `proxyFound`. */
  z.object({ event: z.literal('proxyWanted'), ask: z.number().int(), url: z.string() }),
  z.object({ event: z.literal('alert'), alert: alertSchema }),
  /** What an alert spoke of is over: it is to be taken off the screen. */
  z.object({ event: z.literal('alert-over'), alert: z.string() }),
  z.object({ event: z.literal('export'), progress: exportProgressSchema }),
]);
export type EngineEvent = z.infer<typeof engineEventSchema>;
