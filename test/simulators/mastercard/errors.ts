import type { MastercardAnswer, Verdict } from './contract.ts';
import type { Verification } from './oauth/verify-call.ts';

interface CenError {
  readonly source: 'Gateway' | 'Commercial Event Notifications';
  readonly code: string;
  readonly description: string;
  readonly details?: string;
  readonly recoverable?: boolean;
}

/** The envelope that gateway and service share. */
export function errorAnswer(status: number, error: CenError): MastercardAnswer {
  const { source, code, description, details = null, recoverable = false } = error;
  const entry = {
    Source: source,
    ReasonCode: code,
    Description: description,
    Recoverable: recoverable,
    Details: details,
  };
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ Errors: { Error: [entry] } }),
  };
}

export const gatewayError = (
  status: number,
  code: string,
  description: string,
  recoverable = false,
): MastercardAnswer => errorAnswer(status, { source: 'Gateway', code, description, recoverable });

/** What the service itself is known to refuse with. */
export const serviceError = {
  formatInvalid: (details: string) =>
    fromService(400, 'format.invalid', 'A value cannot be used as it was given', details),
  notAllowed: (consumerKey: string) =>
    fromService(
      403,
      'subscriber.notAllowed',
      'No access',
      `consumerKey '${consumerKey}' has no permission here`,
    ),
  notFound: () => fromService(404, 'resource.not.found', 'There is no such resource', 'Nothing by this id'),
  serverError: () =>
    errorAnswer(500, {
      source: 'Commercial Event Notifications',
      code: 'server.error',
      description: 'The service failed',
      details: 'Something unforeseen happened',
      recoverable: true,
    }),
} as const;

function fromService(status: number, code: string, description: string, details: string): MastercardAnswer {
  return errorAnswer(status, { source: 'Commercial Event Notifications', code, description, details });
}

/**
 * What the gateway says to a call that it does not let through. Mastercard's own sources name the codes of the first
 * two and of a wrong body hash, and 401 as well as 403 for a signature that does not match (`mismatchStatus`). Codes
 * for a wrong time, a repeated nonce and an unknown consumer key are not known: those of a failed signature are used.
 */
export function refusal(
  { verdict, detail }: Verification,
  mismatchStatus: 401 | 403,
): MastercardAnswer | null {
  const failed = (description: string) => gatewayError(mismatchStatus, 'AUTHENTICATION_FAILED', description);
  const refusals: Readonly<Record<Verdict, () => MastercardAnswer | null>> = {
    ok: () => null,
    absent: () => gatewayError(400, 'INVALID_AUTH_HEADER', 'Bad Request - there is no Authorization header'),
    incomplete: () =>
      gatewayError(400, 'INVALID_OAUTH_SBS', `Signature base string cannot be made. Missing ${detail}`),
    'other-method': () => gatewayError(400, 'INVALID_OAUTH_SBS', 'The signature method is not one of ours'),
    'wrong-body-hash': () =>
      gatewayError(
        400,
        'INVALID_BODY_HASH',
        `Bad Request - oauth_body_hash is not that of the body. ${detail}`,
      ),
    'wrong-time': () => failed(`The timestamp ${detail} is too far from the time here`),
    'unknown-consumer-key': () => failed('The consumer key is not known'),
    mismatch: () => failed(`OAuth signatures did not match. Acceptable signature base string: ${detail}`),
    repeated: () => failed('The nonce was used before'),
  };
  return refusals[verdict]();
}
