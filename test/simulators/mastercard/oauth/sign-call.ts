import { createHash, randomBytes, sign } from 'node:crypto';
import { percentDecode, percentEncode } from './percent-encoding.ts';

/** Where values are encoded: `library` as Mastercard's own signers do it, `strict` as RFC 5849 says. */
export type SigningStyle = 'library' | 'strict';

export interface CallToSign {
  readonly method: string;
  /** Absolute, sent exactly as it stands. */
  readonly url: string;
  readonly body?: string;
  readonly consumerKey: string;
  readonly privateKeyPem: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly nonce?: string;
  readonly style?: SigningStyle;
  /** Replaces parameters before they are signed; `undefined` leaves one out. */
  readonly parameters?: Readonly<Record<string, string | undefined>>;
}

/** An `Authorization` header, for tests that speak to the simulator without the client. */
export function signCall(call: CallToSign): string {
  const isStrict = call.style === 'strict';
  const given: Record<string, string | undefined> = {
    oauth_body_hash: createHash('sha256')
      .update(call.body ?? '')
      .digest('base64'),
    oauth_consumer_key: call.consumerKey,
    oauth_nonce: call.nonce ?? randomBytes(8).toString('hex'),
    oauth_signature_method: 'RSA-SHA256',
    oauth_timestamp: String(Math.floor(call.now / 1000)),
    oauth_version: '1.0',
    ...call.parameters,
  };
  const oauth = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, isStrict ? percentEncode(value) : value] as const],
  );
  const [address = '', query = ''] = call.url.split('?');
  const sent = query === '' ? [] : query.split('&').map((pair) => pair.split('=') as [string, string]);
  const strictly = (text: string) => percentEncode(percentDecode(text) ?? text);
  const pairs = [
    ...sent.map(([name, value]) => (isStrict ? [strictly(name), strictly(value)] : [name, value])),
    ...oauth,
  ].map(([name = '', value = '']) => `${name}=${value}`);
  const base = [call.method, address, pairs.sort().join('&')].map(percentEncode).join('&');
  const signature = sign('sha256', Buffer.from(base), call.privateKeyPem).toString('base64');
  const all = [...oauth, ['oauth_signature', percentEncode(signature)] as const];
  return `OAuth ${all.map(([name, value]) => `${name}="${value}"`).join(',')}`;
}
