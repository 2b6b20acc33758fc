import { failure, type Failure, type Reason } from '../../../../shared/failure.ts';
import type { HttpResponse } from '../../http/http.ts';
import { parseRetryAfter } from '../../http/retry-after.ts';
import { readErrorEnvelope, type ErrorEnvelope } from './error-envelope.ts';
import { clockError } from './server-clock.ts';

export interface CenFailureContext {
  /** Wall clock, epoch milliseconds, for a `Retry-After` that names a date. */
  readonly now: number;
  /** By how much our clock is ahead of the server's, milliseconds; null where nobody knows. */
  readonly aheadMs: number | null;
}

/** An answer of Mastercard that is not the one hoped for, as a failure with its detail in words for a person. */
export function cenFailure(response: HttpResponse, { now, aheadMs }: CenFailureContext): Failure {
  const { status, headers, body } = response;
  const envelope = readErrorEnvelope(body);
  const off = clockError(aheadMs);
  const reason = reasonOf(status, envelope);
  const known = {
    status,
    code: envelope.code,
    retryAfterMs: parseRetryAfter(headers, now),
  };
  const label = ['HTTP', status, envelope.code].filter((part) => part !== null).join(' ');
  if (reason === 'key-refused' && off !== null) {
    return failure('clock-wrong', {
      ...known,
      detail: `the clock of this computer is ${off} Mastercard’s, which refuses the signature (${label})`,
    });
  }
  const words = WORDS[reason];
  const detail = words === undefined ? `${label}${remark(envelope)}` : `${words} (${label})`;
  return failure(reason, { ...known, detail });
}

function reasonOf(status: number, envelope: ErrorEnvelope): Reason {
  if (status < 400) return 'unexpected-answer';
  if (status === 429) return 'rate-limited';
  if (status === 408 || status === 504) return 'timed-out';
  if (status >= 500) return 'server-error';
  // A web page comes from something in between (a proxy, a sign-in page): that may pass by itself.
  if (envelope.form === 'page' || status === 407) return 'unexpected-answer';
  if (envelope.isRecoverable === true) return 'server-error';
  if (isSignatureRefused(status, envelope)) return 'key-refused';
  if (status === 403) return 'not-entitled';
  return status === 404 ? 'endpoint-not-found' : 'request-refused';
}

/** 401 as well as 400 and 403 have been seen for one and the same fault, so the gateway's code decides. */
function isSignatureRefused(status: number, { source, code }: ErrorEnvelope): boolean {
  if (code === 'AUTHENTICATION_FAILED' || status === 401) return true;
  return code?.startsWith('INVALID_') === true && source !== SERVICE;
}

const SERVICE = 'Commercial Event Notifications';

const WORDS: Partial<Readonly<Record<Reason, string>>> = {
  'key-refused':
    'the signature is not accepted: key and consumer key are of different projects, or of another environment than this account',
  'not-entitled':
    'the key is good, but Mastercard has not enabled Commercial Event Notifications for this consumer key',
  'endpoint-not-found':
    'Mastercard’s service is not at this address: check the environment or the base address of the account',
};

/** A description may name the consumer key, and for a refused signature it repeats what was signed: those stay out. */
function remark({ form, source, description, details }: ErrorEnvelope): string {
  if (form === 'page') return ': a web page came in place of Mastercard’s answer';
  if (source !== SERVICE) return '';
  const text = [description, details].filter((part) => part !== null).join('; ');
  return text === '' || /consumer/i.test(text) ? '' : `: ${text}`;
}
