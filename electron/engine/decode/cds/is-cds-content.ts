import { decodeLeniently } from '../xml/decode-text.ts';
import { NOTIFICATION_LIMITS } from '../xml/limits.ts';
import { payloadParts } from './documents/payload-parts.ts';

/**
 * Whether bytes are what a CDS queue delivers, whatever is wrapped around it: something of it was read, or, where it is too
 * damaged for that, it bears the namespace or the beginning of one of CDS's own documents.
 */
export function isCdsContent(bytes: Uint8Array): boolean {
  const text = decodeLeniently(bytes, NOTIFICATION_LIMITS.bytes);
  if (!text.ok) return false;
  if (MARK.test(text.value.text.slice(0, MOST_LOOKED_AT))) return true;
  return payloadParts(text.value, null).some(
    ({ facts: { kind, mrn, functionCode } }) =>
      kind !== 'unrecognised' || mrn !== null || functionCode !== null,
  );
}

const MOST_LOOKED_AT = 65_536;
const MARK =
  /urn:wco:datamodel:WCO:|<(?:\w{1,40}:)?(?:inventoryLinking[A-Z]|ValidateMovementRequest\b|MetaData\b)/i;
