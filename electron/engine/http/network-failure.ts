import { failure, type Failure, type Reason } from '../../../shared/failure.ts';

/**
 * Why a call got no complete answer, from what `fetch` threw. Only the error's code is kept: its message may quote
 * the address or a header with a token.
 */
export function networkFailure(error: unknown, host: string): Failure {
  const code = causeCode(error);
  if (code === null) return isBadPort(error) ? unsendable(host) : failure('unexpected-answer', refused(host));
  if (code.startsWith('ERR_INVALID_')) return unsendable(host);
  return failure(reasonOf(code), { detail: `${host}: ${code}` });
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

function reasonOf(code: string): Reason {
  if (TIMED_OUT.has(code)) return 'timed-out';
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

/** OpenSSL's verdicts on a certificate, Node's own on its name, and a server that does not speak TLS at all. */
const TLS_CODES =
  /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|^CRL_|^ERR_(TLS|SSL|OSSL)|^EPROTO$|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED/;

/** What answered does not keep to HTTP, or to the encoding it names. */
const NOT_HTTP = /^HPE_|^Z_|^UND_ERR_HEADERS_OVERFLOW/;

/** A connection that was made, and ended before the answer was whole: by a reset, by a plain end, short of its length. */
const BROKEN_OFF = /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/;

/** `fetch` wraps what happened, sometimes twice; the innermost code is the one that says it. Null where there is none. */
function causeCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const inner =
    causeCode(error.cause) ?? (error instanceof AggregateError ? causeCode(error.errors[0]) : null);
  if (inner !== null) return inner;
  const code: unknown = 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : null;
}
