import type { KeyInfo, KeyMaterial } from '../../../shared/accounts/key-material.ts';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';

/**
 * What the engine would say of a key file. The pretended file is text: `locked` asks for the password `open sesame`,
 * `bare` has no certificate, `expired` one that has run out; anything else but `key` is no key file.
 */
export async function checkedKey(material: KeyMaterial, now: number): Promise<Result<KeyInfo, Failure>> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  const text = atob(material.key);
  const unusable = (detail: string) => ({ ok: false, failure: failure('key-unusable', { detail }) }) as const;
  if (!/^(locked|bare|expired|key)/.test(text)) return unusable('the file is no key file, or it is damaged');
  if (text.startsWith('expired')) return unusable('its certificate ran out on 2026-10-01');
  if (text.startsWith('locked') && material.password === null) {
    return unusable('the file is locked with a password, and none is given');
  }
  if (text.startsWith('locked') && material.password !== 'open sesame') {
    return unusable('the password does not open the file');
  }
  const hasCertificate = !text.startsWith('bare') || material.certificate !== null;
  return {
    ok: true,
    value: {
      kind: 'RSA, 2048 bits',
      subject: hasCertificate ? 'CN=Alder Freight, O=Alder Freight Ltd' : null,
      expiresAt: hasCertificate ? new Date(now + 100 * 86_400_000).toISOString() : null,
      thumbprint: hasCertificate ? 'B2'.repeat(20) : null,
    },
  };
}
