import type { Facts } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { exciseNoticeFacts, exciseXmlFacts, isExciseNotice, isExciseRoot } from './excise/excise-message.ts';
import { entrySafetyFacts, isEntrySafetyRoot } from './entry-safety/entry-facts.ts';
import { membersOf, type Members } from './members.ts';
import { isaFacts, isIsaMessage } from './other-messages.ts';
import type { MessageContent } from './read-message.ts';
import { isTransitMessage, transitFacts, transitXmlFacts } from './transit/transit-facts.ts';
import { isTransitRoot } from './transit/transit-root.ts';
import { goodsMovementFacts, isGoodsMovement } from './vehicle/goods-movement.ts';

/** One of HMRC's services that put messages into boxes, each told by the shape of what it sends. */
type Producer =
  | { readonly isRoot: (root: XmlElement) => boolean; readonly read: (root: XmlElement) => Facts }
  | { readonly isMessage: (message: Members) => boolean; readonly read: (message: Members) => Facts };

/** Entry safety stands before transit, whose roots look alike but for their last letter. */
const PRODUCERS: readonly Producer[] = [
  { isRoot: isEntrySafetyRoot, read: entrySafetyFacts },
  { isRoot: isTransitRoot, read: transitXmlFacts },
  { isRoot: isExciseRoot, read: exciseXmlFacts },
  { isMessage: isTransitMessage, read: transitFacts },
  { isMessage: isExciseNotice, read: exciseNoticeFacts },
  { isMessage: isGoodsMovement, read: goodsMovementFacts },
  { isMessage: isIsaMessage, read: isaFacts },
];

/** What a message of a known producer says; null where it has the shape of none. */
export function producerFacts(content: MessageContent): Facts | null {
  if (content.form === 'unreadable') return null;
  if (content.form === 'xml') return rootFacts(content.root);
  const message = membersOf(content.value);
  return message === null ? null : messageFacts(message);
}

function rootFacts(root: XmlElement): Facts | null {
  for (const producer of PRODUCERS) {
    if ('isRoot' in producer && producer.isRoot(root)) return producer.read(root);
  }
  return null;
}

function messageFacts(message: Members): Facts | null {
  for (const producer of PRODUCERS) {
    if ('isMessage' in producer && producer.isMessage(message)) return producer.read(message);
  }
  return null;
}
