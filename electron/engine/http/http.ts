import type { Failure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The longest body that this answer may have, in bytes; what every answer may have where absent or larger. */
  readonly maxBytes?: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Through which proxy it came, `host:port`; null or absent where it came straight. */
  readonly proxy?: string | null;
}

/** Failures here mean that no complete answer came: unreachable, timed out, TLS, broken off, too large. Any status is a value. */
export type Http = (request: HttpRequest, signal?: AbortSignal) => Promise<Result<HttpResponse, Failure>>;
