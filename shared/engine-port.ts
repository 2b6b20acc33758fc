import { z } from 'zod';
import { engineCalls, engineEventSchema, type EngineCallName } from './engine-api.ts';

const callId = z.number().int().nonnegative();

/** Every call that the engine answers, in the order of the contract. */
export const ENGINE_CALL_NAMES = Object.keys(engineCalls) as EngineCallName[];

/**
 * What the shell posts to the engine's process. `open` comes first and once; the engine answers it with the
 * event `ready` or `refused`. `params` is parsed by `engineCalls[call].params`.
 */
export const toEngineSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('open'),
    dataDirectory: z.string().min(1),
    /** Shared by all of a person's data directories: the limiter's memory. */
    stateDirectory: z.string().min(1),
    /** What the office sets for this computer, where there is such a file. */
    policyFile: z.string().min(1),
  }),
  z.strictObject({
    type: z.literal('call'),
    id: callId,
    call: z.enum(ENGINE_CALL_NAMES),
    params: z.unknown(),
  }),
  /** Answered with `pong` at once, whatever else is under way. */
  z.strictObject({ type: z.literal('ping') }),
]);
export type ToEngine = z.infer<typeof toEngineSchema>;

/** What the engine's process posts to the shell. `answer` is parsed by `engineCalls[call].answer` of the call with that id. */
export const fromEngineSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('answer'), id: callId, answer: z.unknown() }),
  z.strictObject({ type: z.literal('event'), event: engineEventSchema }),
  z.strictObject({ type: z.literal('pong') }),
]);
export type FromEngine = z.infer<typeof fromEngineSchema>;
