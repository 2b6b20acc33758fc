import forge from 'node-forge';
import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../../shared/result.ts';
import { certificateInfo, ownCertificate } from './certificates.ts';
import { openPkcs12File } from './pkcs12-file.ts';
import { PASSWORD, PKCS12_FILES, THUMBPRINT, UNICODE_PASSWORD } from './pkcs12.fixture.ts';

const file = (name: keyof typeof PKCS12_FILES) => Buffer.from(PKCS12_FILES[name], 'base64');

/** What was found, in a form that can be compared. */
function open(bytes: Uint8Array, password: string) {
  const opened = openPkcs12File(bytes, password);
  if (!opened.ok) return opened;
  const { keys, certificates } = opened.value;
  return ok(
    keys.map((key) => ({
      bits: key.asymmetricKeyDetails?.modulusLength,
      ...certificateInfo(ownCertificate(key, certificates)),
    })),
  );
}

const found = ok([
  {
    bits: 2048,
    subject: 'CN=quayside-test, O=Alder Freight',
    expiresAt: '2027-12-27T10:51:04.000Z',
    thumbprint: THUMBPRINT,
  },
]);

describe('a PKCS#12 file', () => {
  it.each(['aes', 'tripleDes', 'rc2'] as const)('gives its key and certificate: %s', (name) => {
    expect(open(file(name), PASSWORD)).toEqual(found);
  });

  it('opens with a password that has letters beyond ASCII', () => {
    expect(open(file('unicode'), UNICODE_PASSWORD)).toEqual(found);
  });

  it.each(['aes', 'tripleDes', 'rc2', 'unicode'] as const)('stays shut to a wrong password: %s', (name) => {
    expect([open(file(name), 'wrong'), open(file(name), '')]).toEqual([
      failed('wrong-password'),
      failed('password-needed'),
    ]);
  });

  it('may hold no key', () => {
    expect(open(file('noKey'), PASSWORD)).toEqual(ok([]));
  });

  it('is not opened where checking its password would take for ever', () => {
    expect(open(withMacRounds(file('aes'), 2_000_000), PASSWORD)).toEqual(failed('unsupported'));
  });

  it('never throws, however damaged', () => {
    const good = file('rc2');
    const cut = Array.from({ length: 60 }, (_, n) => good.subarray(0, n * 40));
    const bent = Array.from({ length: 60 }, (_, n) => {
      const bytes = Buffer.from(good);
      bytes[n * 40] = (bytes[n * 40] ?? 0) ^ 0x11;
      return bytes;
    });
    const answers = [...cut, ...bent].map((bytes) => openPkcs12File(bytes, PASSWORD).ok);
    expect(answers).toHaveLength(120);
    expect(answers.slice(0, 60)).toEqual(cut.map(() => false));
  });
});

function withMacRounds(bytes: Buffer, rounds: number): Buffer {
  const whole = forge.asn1.fromDer(bytes.toString('latin1'));
  const mac = (whole.value as forge.asn1.Asn1[])[2]?.value as forge.asn1.Asn1[];
  const count = mac[2];
  if (count === undefined) throw new Error('the file names no rounds');
  count.value = forge.asn1.integerToDer(rounds).getBytes();
  return Buffer.from(forge.asn1.toDer(whole).getBytes(), 'latin1');
}
