import { generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';

export interface Issued {
  /** PEM. */
  readonly key: string;
  /** PEM: the leaf, then the intermediate where there is one. */
  readonly cert: string;
}

/** A root of our own, made for this run, and what it signs. */
export interface CertificateAuthority {
  /** The root in PEM. */
  readonly pem: string;
  issue(host: string, options?: { readonly isExpired?: boolean }): Issued;
}

const DAY_MS = 86_400_000;

export function createCertificateAuthority(name: string): CertificateAuthority {
  const ca = pair();
  const subject = [{ name: 'commonName', value: name }];
  const root = unsigned(ca.publicKey, subject, subject, DAY_MS);
  root.setExtensions([
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true },
  ]);
  root.sign(ca.privateKey, forge.md.sha256.create());

  return {
    pem: forge.pki.certificateToPem(root),
    issue: (host, { isExpired = false } = {}) => {
      const leaf = pair();
      const names = [{ name: 'commonName', value: host }];
      const certificate = unsigned(leaf.publicKey, names, subject, isExpired ? -DAY_MS : DAY_MS);
      const alternative = /^[\d.]+$/.test(host) ? { type: 7, ip: host } : { type: 2, value: host };
      certificate.setExtensions([{ name: 'subjectAltName', altNames: [alternative] }]);
      certificate.sign(ca.privateKey, forge.md.sha256.create());
      return {
        key: forge.pki.privateKeyToPem(leaf.privateKey),
        cert: forge.pki.certificateToPem(certificate),
      };
    },
  };
}

function unsigned(
  key: forge.pki.rsa.PublicKey,
  subject: forge.pki.CertificateField[],
  issuer: forge.pki.CertificateField[],
  endsInMs: number,
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = key;
  certificate.serialNumber = `01${randomBytes(8).toString('hex')}`;
  certificate.validity.notBefore = new Date(Date.now() - 10 * DAY_MS);
  certificate.validity.notAfter = new Date(Date.now() + endsInMs);
  certificate.setSubject(subject);
  certificate.setIssuer(issuer);
  return certificate;
}

/** Made by Node: forge would take seconds. */
function pair() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return {
    privateKey: forge.pki.privateKeyFromPem(privateKey),
    publicKey: forge.pki.publicKeyFromPem(publicKey),
  };
}
