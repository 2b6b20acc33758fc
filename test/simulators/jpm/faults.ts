import { faultQueue, type Fault, type FaultTarget } from '../hmrc-gateway/faults.ts';
import { answers, messagesAnswer, withHeaders } from './answers.ts';
import type { JpmAnswer, JpmCall } from './contract.ts';

/** Which calls a fault is for: those that are as each named member has it. */
export interface JpmFaultTarget extends Pick<FaultTarget, 'times' | 'skip'> {
  readonly endpoint?: JpmCall['endpoint'];
  /** The delivery status that a search asks for. */
  readonly status?: string;
  /** The first day that a search asks for. */
  readonly from?: string;
}

export interface JpmFaults {
  /** Plays the fault on the next calls that match. Faults for the same calls queue up. */
  next(fault: Fault, target?: JpmFaultTarget): void;
  clear(): void;
  /** How many calls still wait for a fault. */
  left(): number;
}

export function jpmFaultQueue(): JpmFaults & {
  take(call: Pick<JpmCall, 'endpoint' | 'status' | 'from' | 'method'>): Fault | null;
} {
  const queue = faultQueue();
  return {
    next: (fault, { endpoint, status, from, ...counts } = {}) =>
      queue.next(fault, {
        ...counts,
        path: new RegExp(`^${[endpoint, status, from].map(pattern).join(' ')}$`),
      }),
    clear: () => queue.clear(),
    left: () => queue.left(),
    take: ({ endpoint, status, from, method }) =>
      queue.take({
        method,
        path: `${endpoint} ${status} ${from}`,
        query: new URLSearchParams(),
        headers: {},
        body: Buffer.alloc(0),
        now: 0,
      }),
  };
}

const pattern = (wanted: string | null | undefined): string =>
  wanted === undefined ? '\\S+' : String(wanted);

/** Ready-made faults for what J.P. Morgan's platform may answer in place of the service. */
export const jpmFaults = {
  /** The gateway's 401, whatever the token. */
  unauthorised: (body: 'adfsError' | 'messages' = 'adfsError') => instead(answers.unauthorised(body)),
  forbidden: () => instead(answers.forbidden()),
  /** `retryAfter` in seconds or as an HTTP date; left out where null. */
  throttled: (retryAfter: string | null) => instead(retried(answers.throttled(), retryAfter)),
  serverError: () => instead(answers.serverError()),
  unavailable: (retryAfter: string | null) => instead(retried(answers.unavailable(), retryAfter)),
  gatewayTimeout: () => instead(answers.gatewayTimeout()),
  /** A page of a load balancer or proxy. */
  html: (status: number) =>
    instead({
      status,
      headers: { 'content-type': 'text/html;charset=utf-8' },
      body: `<!DOCTYPE html><html><head><title>${status}</title></head><body><p>Reference 18.4fd2</p></body></html>`,
    }),
  empty: (status: number) => instead({ status }),
  /** The service's own error envelope under a success. */
  okWithError: () => instead(messagesAnswer(200, 'ERROR', 'INTERNAL_ERROR', 'Something unforeseen happened')),
  malformedJson: (): Fault => ({
    kind: 'malformed-body',
    body: '{"notificationResponses":[{"notificationId":',
  }),
  /** Success with a body of the caller's choice. */
  body: (body: unknown) =>
    instead({ status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
} as const;

const instead = (answer: JpmAnswer): Fault => ({ kind: 'answer', answer });

const retried = (answer: JpmAnswer, retryAfter: string | null): JpmAnswer =>
  retryAfter === null ? answer : withHeaders(answer, { 'retry-after': retryAfter });
