import type { GatewayAnswer } from '../hmrc-gateway/contract.ts';

/** One call as it reached the simulator, its body complete. */
export interface JpmRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export type JpmAnswer = GatewayAnswer;

/** Whether the message has reached the subscriber's channel; says nothing of the payment. */
export type DeliveryStatus = 'PENDING' | 'SENT' | 'FAILED';
export const DELIVERY_STATUSES = ['PENDING', 'SENT', 'FAILED'] as const satisfies readonly DeliveryStatus[];

export const ENTITY_TYPES = [
  'MERCHANT',
  'PLATFORM',
  'CLIENT',
  'ACCOUNT',
  'EMBEDDED_PLATFORM',
  'CONSUMER',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export type Endpoint =
  'token' | 'notifications' | 'notification' | 'notification-types' | 'subscriptions' | 'health';

/** What became of a call's credentials: the assertion of a token call, the bearer token of any other. */
export type Verdict =
  | 'ok'
  /** The endpoint asks for none. */
  | 'not-needed'
  | 'absent'
  | 'unknown-token'
  | 'expired-token'
  /** Not a form of the kind that the token endpoint takes. */
  | 'bad-form'
  | 'unknown-client'
  | 'unknown-resource'
  /** Not three parts of base64url with JSON in the first two. */
  | 'bad-assertion'
  | 'other-algorithm'
  /** No certificate of the client has this thumbprint. */
  | 'unknown-kid'
  /** The certificate that was meant has run out. */
  | 'certificate-expired'
  /** Made with another key than that of the certificate. */
  | 'bad-signature'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'expired-assertion'
  /** Issued too far ahead of the time here. */
  | 'issued-ahead'
  | 'no-jti'
  | 'repeated-jti';

/** One line of the simulator's record. */
export interface JpmCall {
  /** Arrival: milliseconds since the machine started, or of the clock that was handed in. */
  readonly at: number;
  /** Arrival on the wall clock of the simulated world, epoch milliseconds, never skewed. */
  readonly time: number;
  readonly method: string;
  readonly path: string;
  /** Null where the path is none of the service's. */
  readonly endpoint: Endpoint | null;
  /** For whom the token was issued or is asked for; null where nobody is known. */
  readonly clientId: string | null;
  readonly entityId: string | null;
  readonly requestId: string | null;
  /** How the filters came, on a search; null where it has none. */
  readonly style: 'headers' | 'query' | 'both' | null;
  /** As asked for by name, in a header or else in the query. */
  readonly status: string | null;
  readonly from: string | null;
  readonly to: string | null;
  credentials: Verdict;
  /** HTTP status of the answer; null while it is being handled and where the connection was dropped. */
  answered: number | null;
  /** How many rows a search answered with; null for anything else. */
  rows: number | null;
  /** The fault that was played on it. */
  fault: string | null;
}

/** Where the service and the token endpoint stand below their hosts. */
export const CONTEXT = '/v1';
export const TOKEN_PATH = '/adfs/oauth2/token';

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
