import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { failed, ok, type Result } from '../../../shared/result.ts';

/**
 * The certificates of a file as PEM, one each: PEM with whatever text is between them, or one in DER, as Windows
 * exports it. Fails with words where the file cannot be read or holds none.
 */
export function readCertificateFile(path: string): Result<readonly string[], string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return failed(`${path} cannot be read (${code})`);
  }
  const found = certificatesIn(bytes);
  return found.length > 0 ? ok(found) : failed(`${path} holds no certificate`);
}

function certificatesIn(bytes: Buffer): readonly string[] {
  const blocks = bytes.toString('latin1').match(PEM_BLOCK);
  return blocks === null ? asPem(bytes) : blocks.flatMap(asPem);
}

const PEM_BLOCK =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** None where it is no certificate: one bad block must not take the good ones along. */
function asPem(certificate: string | Buffer): readonly string[] {
  try {
    return [new X509Certificate(certificate).toString()];
  } catch {
    return [];
  }
}
