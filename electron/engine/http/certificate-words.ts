import type { DetailedPeerCertificate } from 'node:tls';

/** A certificate that answered: whom it is for, and the root that its chain leads to, in the certificates' own names. */
export interface SeenCertificate {
  readonly subject: string;
  readonly root: string;
}

/** What a chain says of itself; null where none was sent. These are a stranger's words: clipped, and free of controls. */
export function seenCertificate(leaf: DetailedPeerCertificate | null): SeenCertificate | null {
  if (leaf === null || Object.keys(leaf).length === 0) return null;
  let last = leaf;
  for (let depth = 0; depth < LONGEST_CHAIN; depth += 1) {
    const next = last.issuerCertificate as DetailedPeerCertificate | undefined;
    if (next === undefined || next === last || next.fingerprint256 === last.fingerprint256) break;
    last = next;
  }
  return { subject: named(leaf.subject), root: named(last.issuer) };
}

const LONGEST_CHAIN = 10;

type Name = DetailedPeerCertificate['subject'] | undefined;

function named(name: Name): string {
  const parts = [name?.CN, name?.O, name?.OU].flatMap((part) => part ?? []);
  const text = (parts[0] ?? 'without a name').replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
