import { failure, type Failure, type Reason } from '../../../shared/failure.ts';
import { causeCode } from './cause-code.ts';
import { ConnectError } from './connect-error.ts';

/**
 * Why a call got no complete answer, from what `fetch` threw. Only the error's code is kept: its message may quote
 * the address or a header with a token.
 */
export function networkFailure(error: unknown, host: string): Failure {
  const connecting = connectFailure(error);
  if (connecting !== null) return connecting;
  const code = causeCode(error);
  if (code === null) return isBadPort(error) ? unsendable(host) : failure('unexpected-answer', refused(host));
  if (code.startsWith('ERR_INVALID_')) return unsendable(host);
  return failure(reasonOf(code), { detail: `${host}: ${code}` });
}

/** `fetch` wraps what its connector threw. */
function connectFailure(error: unknown): Failure | null {
  if (error instanceof ConnectError) return error.failure;
  return error instanceof Error ? connectFailure(error.cause) : null;
}

/** A request that no network can mend: its address or one of its headers is none. */
export const unsendable = (host: string): Failure =>
  failure('config-invalid', { detail: `${host}: the request could not be formed` });

/** `fetch` gives no code for an answer that it does not take: a 407, or encodings within encodings. */
const refused = (host: string) => ({
  detail: `${host}: an answer that cannot be taken, such as a proxy's demand to sign in (HTTP 407)`,
});

/** A port that `fetch` never calls, whatever is there; its one refusal before the network that has no code. */
const isBadPort = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && error.cause.message === 'bad port';

/** What a code of Node's, of OpenSSL's or of undici's means for a call. */
export function reasonOf(code: string): Reason {
  if (TIMED_OUT.has(code)) return 'timed-out';
  if (UNKNOWN_ISSUER.has(code)) return 'certificate-unknown';
  if (TLS_CODES.test(code)) return 'tls-failed';
  if (NOT_HTTP.test(code)) return 'unexpected-answer';
  if (BROKEN_OFF.test(code)) return 'broken-off';
  return 'network-unreachable';
}

const TIMED_OUT = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** OpenSSL's verdicts on a chain that leads to no root that is known here. */
const UNKNOWN_ISSUER = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

/** OpenSSL's verdicts on a certificate, Node's own on its name, and a server that does not speak TLS at all. */
const TLS_CODES =
  /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|^CRL_|^ERR_(TLS|SSL|OSSL)|^EPROTO$|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED/;

/** What answered does not keep to HTTP, or to the encoding it names. */
const NOT_HTTP = /^HPE_|^Z_|^UND_ERR_HEADERS_OVERFLOW/;

/** A connection that was made, and ended before the answer was whole: by a reset, by a plain end, short of its length. */
const BROKEN_OFF = /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/;
