import type { DecodedPart, NewPayload } from '../../electron/engine/store/store.ts';
import { partWith, payloadWith } from './store-builders.ts';

/** A payload whose bytes follow from its id, so that they can be compared after a crash. */
export const crashPayload = (remoteId: string): NewPayload =>
  payloadWith(remoteId, {
    bytes: new TextEncoder().encode(`${remoteId} `.repeat(60 + (remoteId.length % 7) * 40)),
  });

export function crashPart(bytes: Uint8Array): DecodedPart {
  const text = new TextDecoder().decode(bytes);
  const mrn = `26GB${text.split(' ', 1)[0] ?? ''}`;
  return partWith({ mrn, references: [{ kind: 'mrn', value: mrn }] }, text.slice(0, 400));
}
