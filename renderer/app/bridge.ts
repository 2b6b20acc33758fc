import type { Bridge } from '../../shared/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import { failed, type Result } from '../../shared/result.ts';

declare global {
  interface Window {
    readonly quayside: Bridge;
  }
}

/** A query's failure: react-query knows errors only, so the value travels inside one. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  constructor(readonly failure: Failure) {
    super(failure.reason);
  }
}

/** The answer as a value, also where the call itself broke: to the window that is an engine that stopped. */
export async function settle<T>(asked: Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await asked;
  } catch (error) {
    return failed(engineStopped(error instanceof Error ? error.message : String(error)));
  }
}

/** The value of the answer; throws `CallFailed` in place of a failure. For queries only. */
export async function valueOf<T>(asked: Promise<Result<T, Failure>>): Promise<T> {
  const answer = await settle(asked);
  if (!answer.ok) throw new CallFailed(answer.failure);
  return answer.value;
}

/** The failure inside what a query threw. */
export function failureOf(error: unknown): Failure {
  return error instanceof CallFailed ? error.failure : engineStopped(String(error));
}

// shared/failure.ts would bring zod into the first screen.
function engineStopped(detail: string): Failure {
  return { reason: 'engine-stopped', detail, status: null, code: null, retryAfterMs: null };
}
