import type { DecodedPart } from '../../store/store.ts';
import { decodeLeniently } from '../xml/decode-text.ts';
import { NOTIFICATION_LIMITS } from '../xml/limits.ts';
import { problemText } from '../xml/xml-problem.ts';
import { payloadParts } from './documents/payload-parts.ts';
import { unrecognised } from './unrecognised.ts';

interface About {
  readonly envelope: Readonly<Record<string, string>>;
}

/**
 * What arrives in a CDS queue, read by local name whatever the namespaces and whatever is wrapped around it. One
 * entry a Response: the schema allows several in one message, and a payload may hold several documents. Total: what
 * cannot be read is an `unrecognised` entry with the reason, and with what is certain of it.
 */
export const cdsDecoder = {
  version: 7,
  decode(payload: Uint8Array, { envelope }: About): readonly DecodedPart[] {
    // The only link to the submission for a message without an MRN; header names are kept in lower case.
    const conversationId = envelope['x-conversation-id']?.trim() || null;
    const decoded = decodeLeniently(payload, NOTIFICATION_LIMITS.bytes);
    if (decoded.ok) return payloadParts(decoded.value, conversationId);
    const text = new TextDecoder().decode(payload.subarray(0, MOST_SEARCHED_BYTES));
    return [unrecognised(text, conversationId, `not readable as XML: ${problemText(decoded.failure)}`)];
  },
};

const MOST_SEARCHED_BYTES = 65_536;
