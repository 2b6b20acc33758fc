import { expect, it } from 'vitest';
import { networkFailure } from './network-failure.ts';

const coded = (code: string) => Object.assign(new Error('GET https://host/?token=hidden'), { code });
const thrown = (cause: unknown) => new TypeError('fetch failed', { cause });

it.each([
  ['network-unreachable', 'ENOTFOUND'],
  ['network-unreachable', 'ECONNREFUSED'],
  ['network-unreachable', 'EAI_AGAIN'],
  ['network-unreachable', 'ENETUNREACH'],
  ['network-unreachable', 'EHOSTUNREACH'],
  ['broken-off', 'ECONNRESET'],
  ['broken-off', 'UND_ERR_SOCKET'],
  ['broken-off', 'ECONNABORTED'],
  ['broken-off', 'EPIPE'],
  ['broken-off', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'],
  ['timed-out', 'ETIMEDOUT'],
  ['timed-out', 'UND_ERR_CONNECT_TIMEOUT'],
  ['timed-out', 'UND_ERR_BODY_TIMEOUT'],
  ['tls-failed', 'CERT_HAS_EXPIRED'],
  ['certificate-unknown', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['certificate-unknown', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['certificate-unknown', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
  ['tls-failed', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['tls-failed', 'ERR_SSL_WRONG_VERSION_NUMBER'],
  ['tls-failed', 'EPROTO'],
  ['unexpected-answer', 'HPE_INVALID_CONSTANT'],
  ['unexpected-answer', 'Z_DATA_ERROR'],
  ['unexpected-answer', 'UND_ERR_HEADERS_OVERFLOW'],
])('is %s for %s, and quotes nothing but the code', (reason, code) => {
  const { reason: told, detail } = networkFailure(thrown(coded(code)), 'host');
  expect([told, detail]).toEqual([reason, `host: ${code}`]);
});

it('looks into the several attempts at one name', () => {
  const attempts = new AggregateError([coded('ETIMEDOUT'), coded('ENETUNREACH')]);
  expect(networkFailure(thrown(attempts), 'host').reason).toBe('timed-out');
});

it.each([
  ['an address', coded('ERR_INVALID_URL')],
  ['a port that is never called', thrown(new Error('bad port'))],
])('blames the settings for %s that cannot be sent to', (_, error) => {
  const { reason, detail } = networkFailure(error, 'host');
  expect([reason, detail]).toEqual(['config-invalid', 'host: the request could not be formed']);
});

it.each([
  ['a cause without a code', thrown(new Error('Bearer hidden'))],
  ['no cause', thrown(undefined)],
  ['something that is no error', 'Bearer hidden'],
])('blames the answer for %s, and quotes nothing', (_, error) => {
  const { reason, detail } = networkFailure(error, 'host');
  expect([reason, detail]).toEqual([
    'unexpected-answer',
    "host: an answer that cannot be taken, such as a proxy's demand to sign in (HTTP 407)",
  ]);
});
