export interface PemBlock {
  /** Such as `RSA PRIVATE KEY`. */
  readonly label: string;
  /** From BEGIN to END, both included. */
  readonly text: string;
}

/** The blocks of a PEM text in their order; none where it is something else. What stands between them is ignored. */
export const pemBlocks = (bytes: Uint8Array): readonly PemBlock[] =>
  [...Buffer.from(bytes).toString('latin1').matchAll(BLOCK)].map(([text, label = '']) => ({ label, text }));

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----[^-]*(?:-(?!----)[^-]*)*-----END \1-----/g;
