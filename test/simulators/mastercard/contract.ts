import type { GatewayAnswer } from '../hmrc-gateway/contract.ts';

/** One call as it reached the gateway, nothing of it decoded: signatures are of the text that was sent. */
export interface MastercardRequest {
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /** Path and query as the request line has them. */
  readonly target: string;
  /** Names and values in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
}

export type MastercardAnswer = GatewayAnswer;

/** What became of a call's signature. */
export type Verdict =
  | 'ok'
  /** No `Authorization` header. */
  | 'absent'
  /** A header that is not OAuth, or one without a parameter that is needed. */
  | 'incomplete'
  | 'other-method'
  | 'wrong-body-hash'
  /** More than the permitted minutes before or after the simulator's own clock. */
  | 'wrong-time'
  /** No project has this consumer key. */
  | 'unknown-consumer-key'
  /** Made with another key, as that of another project, or of other text. */
  | 'mismatch'
  /** The same consumer key, nonce and timestamp as a call before it. */
  | 'repeated';

export type Endpoint = 'notifications' | 'subscriptions' | 'subscription' | 'fieldmappings';

/** One line of the simulator's record. */
export interface MastercardCall {
  /** Arrival: milliseconds since the machine started, or of the clock that was handed in. */
  readonly at: number;
  /** Arrival on the wall clock of the simulated world, epoch milliseconds, never skewed. */
  readonly time: number;
  readonly method: string;
  readonly path: string;
  /** As it was sent, without the question mark. */
  readonly query: string;
  /** Null where the path is none of the service's. */
  readonly endpoint: Endpoint | null;
  /** As the call names them; null where it does not. */
  readonly offset: number | null;
  readonly limit: number | null;
  /** As the header names it, known or not. */
  readonly consumerKey: string | null;
  readonly signature: Verdict;
  /** What was answered; null while it is being handled and where the connection was dropped. */
  status: number | null;
  /** The fault that was played on it. */
  fault: string | null;
}

/** Where the service stands below the host. */
export const CONTEXT = '/commercial-event-notifications';
