import { z } from 'zod';
import { sourceNameSchema } from './accounts/source-name.ts';
import { failureSchema } from './failure.ts';
import { instantSchema } from './notification.ts';

export const HEALTH_STATES = [
  'starting',
  'polling',
  'backing-off',
  'offline',
  'signed-out',
  'misconfigured',
  'paused',
] as const;
export const healthStateSchema = z.enum(HEALTH_STATES);
export type HealthState = z.infer<typeof healthStateSchema>;

export const gapSchema = z.object({ from: instantSchema, to: instantSchema, why: z.string() });
export type AccountGap = z.infer<typeof gapSchema>;

/** How one account is doing: always something that a person can read. */
export const accountStatusSchema = z.object({
  id: z.string(),
  name: z.string(),
  source: sourceNameSchema,
  state: healthStateSchema,
  since: instantSchema,
  /** Why it is not simply polling. */
  failure: failureSchema.nullable(),
  /** When a back-off ends. */
  until: instantSchema.nullable(),
  /** When the limiter lets the next list call start; null while none is planned. */
  nextSlotAt: instantSchema.nullable(),
  /** The last time that the source answered a list call well: what is on screen is true as of then. */
  checkedAt: instantSchema.nullable(),
  /** Since when the source owes an answer, where that is longer than usual; absent while it does not. */
  unansweredSince: instantSchema.optional(),
  /** Through which proxy the source last answered, `host:port`; null where straight, absent where it has not yet. */
  proxy: z.string().nullable().optional(),
  /** Messages known to wait upstream, while a backlog is drained. */
  waiting: z.number().int().nonnegative(),
  /** Acknowledgements durable here that have not reached the source. */
  unsent: z.number().int().nonnegative(),
  /** False where the source keeps no acknowledgement of ours. */
  acknowledgesUpstream: z.boolean(),
  /** Whether one message can be asked for again. */
  refreshes: z.boolean(),
  /** What a person should know although polling works: a certificate that runs out, nothing subscribed. */
  notices: z.array(z.object({ title: z.string(), nextStep: z.string() })),
  /** Stretches in which something may be missing, until a person dismisses them; newest first. */
  gaps: z.array(gapSchema),
});
export type AccountStatus = z.infer<typeof accountStatusSchema>;

/** Sidebar figures, from counters and never from a scan. */
export const viewCountsSchema = z.object({
  needsAction: z.number().int(),
  new: z.number().int(),
  all: z.number().int(),
  acknowledged: z.number().int(),
});
export type ViewCounts = z.infer<typeof viewCountsSchema>;

/** Stored messages that a newer decoder reads again. */
export const rereadingSchema = z.object({ done: z.number().int(), total: z.number().int() });
export type Rereading = z.infer<typeof rereadingSchema>;

/** Everything about the engine but the notifications themselves, as one snapshot. */
export const engineStatusSchema = z.object({
  /** Rises with every change of stored notifications. */
  revision: z.number().int(),
  accounts: z.array(accountStatusSchema),
  counts: viewCountsSchema,
  /** The same counted in threads. */
  threadCounts: viewCountsSchema,
  /** Threads of which something was expected and has not come, whatever a person has acknowledged of them. */
  quiet: z.number().int(),
  /** Null while nothing is being read again. */
  rereading: rereadingSchema.nullable(),
  archiveBytes: z.number().int().nonnegative(),
});
export type EngineStatus = z.infer<typeof engineStatusSchema>;
