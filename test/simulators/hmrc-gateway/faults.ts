import { codedAnswer, gatewayError, type BodyFormat, type GatewayErrorName } from './answers.ts';
import type { GatewayAnswer, GatewayRequest } from './contract.ts';

/** What can be made to go wrong with a call. Those named `after` let the API do its work first. */
export type Fault =
  /** Answers only after this many real milliseconds, then goes on as usual. */
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'drop-before-answering' }
  /** State has changed and no byte of an answer comes. */
  | { readonly kind: 'drop-after-handling' }
  /** Status and headers come, then half of the body, then the connection ends. */
  | { readonly kind: 'drop-after-headers' }
  /** A complete HTTP message whose body ends in the middle. */
  | { readonly kind: 'truncated-body' }
  /** The API's own status over a body that is not what it claims to be. */
  | { readonly kind: 'malformed-body'; readonly body: string }
  /** This answer in place of the API's. */
  | { readonly kind: 'answer'; readonly answer: GatewayAnswer };

/** Which calls a fault is for. */
export interface FaultTarget {
  /** The whole path, or a pattern for it; any where absent. `/oauth/token` is a path like the others. */
  readonly path?: string | RegExp;
  readonly method?: string;
  /** How many calls it is played on; 1 where absent. */
  readonly times?: number;
  /** How many matching calls pass first; 0 where absent. */
  readonly skip?: number;
}

export interface Faults {
  /** Plays the fault on the next calls that match. Faults for the same calls queue up. */
  next(fault: Fault, target?: FaultTarget): void;
  clear(): void;
  /** How many calls still wait for a fault. */
  left(): number;
}

/** Ready-made faults for what HMRC's platform is known to answer. */
export const faults = {
  gateway: (name: GatewayErrorName, format: BodyFormat = 'json'): Fault => ({
    kind: 'answer',
    answer: gatewayError(name, format),
  }),
  coded: (status: number, code: string, message: string, format: BodyFormat = 'json'): Fault => ({
    kind: 'answer',
    answer: codedAnswer(status, code, message, format),
  }),
  /** A load balancer's page in front of the API. */
  html: (status: number): Fault => ({
    kind: 'answer',
    answer: {
      status,
      headers: { 'content-type': 'text/html' },
      body: `<html><head><title>${status}</title></head><body><h1>Sorry, try again later</h1></body></html>`,
    },
  }),
  empty: (status: number): Fault => ({ kind: 'answer', answer: { status } }),
  throttled: (retryAfter: string): Fault => ({
    kind: 'answer',
    answer: withHeaders(gatewayError('throttled', 'json'), { 'retry-after': retryAfter }),
  }),
  /** The platform's error body under a success. */
  okWithErrorBody: (format: BodyFormat = 'json'): Fault => ({
    kind: 'answer',
    answer: codedAnswer(200, 'INTERNAL_SERVER_ERROR', 'Internal server error', format),
  }),
  malformedJson: (): Fault => ({ kind: 'malformed-body', body: '[{"notificationId": ' }),
} as const;

export function faultQueue(): Faults & { take(request: GatewayRequest): Fault | null } {
  let waiting: { fault: Fault; target: FaultTarget; skip: number; times: number }[] = [];
  return {
    next: (fault, target = {}) =>
      void waiting.push({ fault, target, skip: target.skip ?? 0, times: target.times ?? 1 }),
    clear: () => void (waiting = []),
    left: () => waiting.reduce((sum, { times }) => sum + times, 0),
    take(request) {
      const found = waiting.find(({ target }) => isTarget(target, request));
      if (!found) return null;
      if (found.skip > 0) {
        found.skip -= 1;
        return null;
      }
      found.times -= 1;
      if (found.times <= 0) waiting = waiting.filter((entry) => entry !== found);
      return found.fault;
    },
  };
}

function isTarget({ path, method }: FaultTarget, request: GatewayRequest): boolean {
  if (method !== undefined && method !== request.method) return false;
  if (path === undefined) return true;
  return typeof path === 'string' ? path === request.path : path.test(request.path);
}

const withHeaders = (answer: GatewayAnswer, headers: Record<string, string>): GatewayAnswer => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
});
