import { faults, type Fault } from '../hmrc-gateway/faults.ts';
import type { MastercardAnswer } from './contract.ts';
import { gatewayError, serviceError } from './errors.ts';

/** Ready-made faults for what Mastercard's platform may answer in place of the service. */
export const mastercardFaults = {
  /** `retryAfter` in seconds or as an HTTP date; left out where null. The code of such an answer is not published. */
  throttled: (retryAfter: string | null): Fault => {
    const answer = gatewayError(429, 'QUOTA_EXCEEDED', 'Too many calls', true);
    const headers = { ...answer.headers, ...(retryAfter === null ? {} : { 'retry-after': retryAfter }) };
    return instead({ ...answer, headers });
  },
  serverError: (): Fault => instead(serviceError.serverError()),
  formatInvalid: (): Fault => instead(serviceError.formatInvalid('start is too old')),
  /** A page of a load balancer or proxy. */
  html: faults.html,
  empty: faults.empty,
  malformedJson: (): Fault => ({ kind: 'malformed-body', body: '{"count":1,"notifications":[{"subject":' }),
  /** A body under encryption, which no specification of this service knows. */
  encrypted: (): Fault =>
    instead({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ encryptedData: 'bm90IGEgbm90aWZpY2F0aW9u' }),
    }),
  /** Success with a body of the caller's choice. */
  body: (body: unknown): Fault =>
    instead({ status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
} as const;

const instead = (answer: MastercardAnswer): Fault => ({ kind: 'answer', answer });
