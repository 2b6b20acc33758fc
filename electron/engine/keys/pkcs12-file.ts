import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import forge from 'node-forge';
import { failed, ok } from '../../../shared/result.ts';
import type { OpenKeyFile } from './key-file.ts';

/**
 * Opens PKCS#12, whether locked with AES, 3DES or RC2: Node itself opens such a file for TLS only, hands out no key,
 * and no longer knows RC2. Keys and certificates are taken from it as they are encoded and read by Node.
 */
export const openPkcs12File: OpenKeyFile = (bytes, password) => {
  const file = parsed(bytes);
  if (file === null) return failed('not-a-key-file');
  if (macRounds(file) > MOST_ROUNDS) return failed('unsupported');
  try {
    const bags = bagsIn(file, password);
    return ok({
      keys: bags.flatMap((bag) => keyIn(bag) ?? []),
      certificates: bags.flatMap((bag) => certificateIn(bag) ?? []),
    });
  } catch (error) {
    return failed(faultOf(error instanceof Error ? error.message : '', password));
  }
};

type Asn1 = forge.asn1.Asn1;
type Bag = forge.pkcs12.Bag;

/** More rounds than this would hold the engine up for seconds; files in use have 1 to 100,000. */
const MOST_ROUNDS = 500_000;

function parsed(bytes: Uint8Array): Asn1 | null {
  try {
    const file = forge.asn1.fromDer(Buffer.from(bytes).toString('latin1'));
    return Array.isArray(file.value) && file.value.length >= 2 ? file : null;
  } catch {
    return null;
  }
}

/** How often the password is hashed to check it; 1 where the file does not say. */
function macRounds(file: Asn1): number {
  const mac = (file.value as Asn1[])[2]?.value;
  const rounds = Array.isArray(mac) ? mac[2]?.value : undefined;
  return typeof rounds === 'string' ? parseInt(Buffer.from(rounds, 'latin1').toString('hex') || '1', 16) : 1;
}

function bagsIn(file: Asn1, password: string): Bag[] {
  try {
    return bagsUnder(file, password);
  } catch (error) {
    if (isAscii(password) || !(error instanceof Error) || error.message.includes('MAC')) throw error;
    // The password is right, or the MAC would have said so: newer encryption takes its UTF-8 where the MAC takes UTF-16.
    return bagsUnder(withoutMac(file), forge.util.encodeUtf8(password));
  }
}

const bagsUnder = (file: Asn1, password: string): Bag[] =>
  forge.pkcs12.pkcs12FromAsn1(file, false, password).safeContents.flatMap(({ safeBags }) => safeBags);

const withoutMac = (file: Asn1): Asn1 => ({ ...file, value: (file.value as Asn1[]).slice(0, 2) });

const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

function keyIn({ type, key, asn1 }: Bag): KeyObject | null {
  if (type !== forge.pki.oids['keyBag'] && type !== forge.pki.oids['pkcs8ShroudedKeyBag']) return null;
  const info = key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1;
  return createPrivateKey({ key: derOf(info), format: 'der', type: 'pkcs8' });
}

function certificateIn({ type, cert, asn1 }: Bag): X509Certificate | null {
  if (type !== forge.pki.oids['certBag']) return null;
  return new X509Certificate(derOf(cert ? forge.pki.certificateToAsn1(cert) : asn1));
}

const derOf = (asn1: Asn1): Buffer => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');

/** The library tells by words alone. */
function faultOf(message: string, password: string) {
  if (/Unsupported|unsupported/.test(message)) return 'unsupported';
  if (/MAC could not be verified|decrypt/.test(message))
    return password === '' ? 'password-needed' : 'wrong-password';
  return 'not-a-key-file';
}
