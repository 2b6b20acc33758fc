import { z } from 'zod';

/**
 * Why something expected did not work, as a closed union. `reasons.ts` turns each into words for a person
 * and says whether waiting can mend it.
 */
export const REASONS = [
  'network-unreachable',
  'broken-off',
  'timed-out',
  'tls-failed',
  'certificate-unknown',
  'ca-file-unusable',
  'proxy-unreachable',
  'proxy-refused',
  'proxy-sign-in',
  'proxy-credentials-refused',
  'proxy-unusable',
  'policy-unusable',
  'rate-limited',
  'asked-to-wait',
  'server-error',
  'maintenance',
  'unexpected-answer',
  'credentials-refused',
  'token-refused',
  'scope-missing',
  'not-subscribed',
  'https-required',
  'firewall-rejected',
  'box-not-yours',
  'box-not-found',
  'endpoint-not-found',
  'request-refused',
  'message-gone',
  'secret-missing',
  'key-unusable',
  'key-refused',
  'clock-wrong',
  'not-entitled',
  'config-invalid',
  'store-corrupt',
  'payload-damaged',
  'card-key-damaged',
  'store-newer',
  'store-full',
  'store-locked',
  'store-unwritable',
  'store-gone',
  'file-unwritable',
  'invalid-input',
  'not-found',
  'not-supported',
  'already-sent',
  'cancelled',
  'engine-stopped',
] as const;

export const reasonSchema = z.enum(REASONS);
export type Reason = z.infer<typeof reasonSchema>;

export const failureSchema = z.object({
  reason: reasonSchema,
  /** For support: the technical cause, free of secrets and payload text. */
  detail: z.string().nullable(),
  /** HTTP status, where a server answered. */
  status: z.number().int().nullable(),
  /** The source's own error code, such as `BOX_NOT_FOUND`. */
  code: z.string().nullable(),
  /** How long the server asked us to wait, in milliseconds (`Retry-After`). */
  retryAfterMs: z.number().nonnegative().nullable(),
});
export type Failure = z.infer<typeof failureSchema>;

/** A failure with only what is known given. */
export function failure(reason: Reason, known: Partial<Omit<Failure, 'reason'>> = {}): Failure {
  return { reason, detail: null, status: null, code: null, retryAfterMs: null, ...known };
}
