import { producerFacts } from './producers.ts';
import { readMessage } from './read-message.ts';
import { splitPpnsFile } from './split-file.ts';

/**
 * Whether bytes are what a push-pull box delivers: the answer of a list call, or a message of a producer that is known,
 * whole or cut off.
 */
export function isPpnsContent(bytes: Uint8Array): boolean {
  const parts = splitPpnsFile(bytes);
  if (parts.length > 1 || parts.some(({ envelope }) => Object.keys(envelope).length > 0)) return true;
  return parts.some(({ payload }) => isKnown(new TextDecoder().decode(payload)));
}

const isKnown = (text: string): boolean => BEGINNING.test(text) || producerFacts(readMessage(text)) !== null;

/** The first element of a European message, also one whose end is missing: `CC029C`, `CC351A`, `IE818`. */
const BEGINNING =
  /^[\s\uFEFF"]*(?:<[?!][^>]{0,400}>\s*)*<(?:[\w.-]{1,40}:)?(?:CC\d{3}[AC]|IE[78]\d{2}[A-Za-z]{0,4})[\s>/]/;
