import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, type Result } from '../../../shared/result.ts';
import type { Http, HttpRequest, HttpResponse } from '../http/http.ts';
import { parseRetryAfter } from '../http/retry-after.ts';
import { StoreError } from '../store/store.ts';
import type { Clock } from '../time/clock.ts';
import { throttledMs } from './backoff.ts';
import type { LimitRule } from './limit-rule.ts';
import type { Limiter } from './limiter.ts';
import { UNANSWERED_MS } from './margins.ts';
import type { Slot } from './open-slot.ts';

export interface LimitedCallOptions {
  readonly limiter: Limiter;
  readonly http: Http;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

export interface LimitedAnswer {
  /** When the call started, epoch milliseconds; null where it never went out. */
  readonly startedAt: number | null;
  readonly answer: Result<HttpResponse, Failure>;
}

export type LimitedCall = (
  rules: readonly LimitRule[],
  request: HttpRequest,
  signal: AbortSignal,
  /** The name of the account that calls: others learn from it why they wait. */
  caller: string,
  /** The wait for the slot is over, and the call goes out. */
  onSent?: () => void,
) => Promise<LimitedAnswer>;

/**
 * Calls as the limits allow: waits for the slot, sends, settles it with the answer, and holds the keys where the
 * server asks for quiet. Any HTTP status is a value.
 */
export function limitedCall(options: LimitedCallOptions): LimitedCall {
  const { limiter, http, clock } = options;
  const warm = new Set<string>();
  return async (rules, request, signal, caller, onSent) => {
    const slot = await slotOrFailure(limiter, rules, signal);
    if ('reason' in slot) return { startedAt: null, answer: failed(slot) };

    const cold = rules.filter(({ key, spacingMs }) => spacingMs < SECOND_MS && !warm.has(key));
    for (const { key } of cold) warm.add(key);
    const startedAt = clock.now();
    onSent?.();
    const ended = new AbortController();
    const watching = whileUnanswered(slot, clock, ended.signal);
    const answer = await http(request, signal);
    ended.abort();
    await watching;
    // The first call of a process goes out cold and arrives at a moment of its own: the second in which the server
    // counts begins with its answer at the latest.
    if (cold.length > 0) limiter.hold(cold, SECOND_MS);
    // A call that was given up may be under way yet.
    if (answer.ok || answer.failure.status !== null) slot.settle(clock.uptime());
    else slot.unanswered();
    const quietMs = answer.ok ? askedQuietMs(answer.value, options) : null;
    if (quietMs !== null) limiter.quiet(rules, quietMs, caller);
    return { startedAt, answer };
  };
}

/** A server that does not answer may see the call whenever it goes on: until then no other call may follow it. */
async function whileUnanswered(slot: Slot, clock: Clock, ended: AbortSignal): Promise<void> {
  for (;;) {
    await clock.sleep(UNANSWERED_MS, ended);
    if (ended.aborted) return;
    slot.unanswered();
  }
}

async function slotOrFailure(
  limiter: Limiter,
  rules: readonly LimitRule[],
  signal: AbortSignal,
): Promise<Slot | Failure> {
  try {
    return (await limiter.acquire(rules, signal)) ?? failure('cancelled');
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return failure(error.reason, { detail: error.detail });
  }
}

/** How long the server wants to be left alone; null where it asks for nothing. HMRC's gateway throttles without saying. */
function askedQuietMs(
  { status, headers }: HttpResponse,
  { clock, random }: LimitedCallOptions,
): number | null {
  if (status !== TOO_MANY_REQUESTS && status !== SERVICE_UNAVAILABLE) return null;
  const asked = parseRetryAfter(headers, clock.now());
  return status === TOO_MANY_REQUESTS ? (asked ?? throttledMs(random())) : asked;
}

const SECOND_MS = 1000;
const TOO_MANY_REQUESTS = 429;
const SERVICE_UNAVAILABLE = 503;
