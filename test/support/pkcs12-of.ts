import forge from 'node-forge';

/** A PKCS#12 file with a key and its certificate, both PEM, locked with AES-256 as tools of today do. */
export function pkcs12Of(privateKeyPem: string, certificatePem: string, password: string): Buffer {
  const file = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(privateKeyPem),
    [forge.pki.certificateFromPem(certificatePem)],
    password,
    { algorithm: 'aes256', friendlyName: 'keyalias' },
  );
  return Buffer.from(forge.asn1.toDer(file).getBytes(), 'latin1');
}
