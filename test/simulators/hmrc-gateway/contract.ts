/** An application as registered in the Developer Hub. */
export interface GatewayApplication {
  readonly clientId: string;
  /** Up to five live secrets, so that one can be rotated. */
  readonly clientSecrets: readonly string[];
  /** Names of the APIs it is subscribed to; all that are mounted where absent. */
  readonly subscriptions?: readonly string[];
  /** Scopes it may ask for; all where absent. */
  readonly scopes?: readonly string[];
  /** Calls a second, token calls included; the gateway's own figure where absent. */
  readonly callsPerSecond?: number;
}

/** One call as it reached the gateway, its body complete. */
export interface GatewayRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Wall clock of the simulated world, epoch milliseconds. */
  readonly now: number;
}

export interface GatewayAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** One API behind the gateway. */
export interface GatewayApi {
  /** What an application subscribes to. */
  readonly name: string;
  /** The version it is published under, such as `1.0`. */
  readonly version: string;
  matches(path: string): boolean;
  /** The name of the list endpoint that this call uses, null where it is no list call. */
  listEndpoint(request: GatewayRequest): string | null;
  /** The scope that this call needs, null where it needs none. */
  scope(request: GatewayRequest): string | null;
  handle(request: GatewayRequest, application: GatewayApplication): GatewayAnswer | Promise<GatewayAnswer>;
}

/** One line of the gateway's log. */
export interface GatewayCall {
  /** Arrival: milliseconds since the machine started, comparable between processes. */
  readonly at: number;
  /** Null where the call named no application that we know. */
  readonly clientId: string | null;
  readonly method: string;
  readonly path: string;
  /** Without the question mark; empty for none. */
  readonly query: string;
  /** What was answered; null while it is being handled and where the connection was dropped. */
  status: number | null;
  /** The fault that was played on it. */
  fault: string | null;
}

/** A call that a client should not have made, with the rule that it broke. */
export interface Violation {
  readonly rule: 'list-spacing' | 'application-rate';
  readonly at: number;
  readonly clientId: string;
  readonly path: string;
  /** Milliseconds since the list call before it, or since the first of the calls that fill the second. */
  readonly sinceMs: number;
}
