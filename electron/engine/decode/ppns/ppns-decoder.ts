import type { Facts } from '../../../../shared/notification.ts';
import type { DecodedPart } from '../../store/store.ts';
import { ctcFacts, ctcXmlFacts, isCtcMessage } from './ctc-message.ts';
import { isCtcRoot } from './ctc-xml.ts';
import { emcsFacts, emcsXmlFacts, isEmcsMessage, isEmcsRoot } from './emcs-message.ts';
import { entrySafetyFacts, isEntrySafetyRoot } from './entry-safety/entry-facts.ts';
import { goodsMovementFacts, isGoodsMovement } from './vehicle/goods-movement.ts';
import { membersOf } from './members.ts';
import {
  isaFacts,
  isIsaMessage,
  otherJsonFacts,
  otherXmlFacts,
  unrecognisedFacts,
} from './other-messages.ts';
import { readMessage, type MessageContent } from './read-message.ts';
import { searchTextOf } from './search-text.ts';

/**
 * What HMRC's services put into boxes. The producer is told by the shape of the message, never by the box:
 * a box's name is not part of what is delivered. One entry a message; total: what cannot be read is an
 * `unrecognised` entry with the reason.
 */
export const ppnsDecoder = {
  version: 2,
  decode(payload: Uint8Array): readonly DecodedPart[] {
    const text = new TextDecoder().decode(payload);
    const content = readMessage(text);
    return [{ facts: factsOf(content), searchText: searchTextOf(content, text) }];
  },
};

function factsOf(content: MessageContent): Facts {
  if (content.form === 'unreadable') return unrecognisedFacts(content.problem);
  if (content.form === 'json') return jsonFacts(content.value);
  const { root } = content;
  if (isEntrySafetyRoot(root)) return entrySafetyFacts(root);
  if (isCtcRoot(root)) return ctcXmlFacts(root);
  return isEmcsRoot(root) ? emcsXmlFacts(root) : otherXmlFacts(root);
}

function jsonFacts(value: unknown): Facts {
  const message = membersOf(value);
  if (message === null) return otherJsonFacts(null);
  if (isCtcMessage(message)) return ctcFacts(message);
  if (isEmcsMessage(message)) return emcsFacts(message);
  if (isGoodsMovement(message)) return goodsMovementFacts(message);
  return isIsaMessage(message) ? isaFacts(message) : otherJsonFacts(message);
}
