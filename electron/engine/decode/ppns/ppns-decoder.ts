import type { Facts } from '../../../../shared/notification.ts';
import type { DecodedPart } from '../../store/store.ts';
import { toInstant } from '../../time/clock.ts';
import { lenientInstant } from './lenient-instant.ts';
import { membersOf } from './members.ts';
import { otherJsonFacts, otherXmlFacts, unrecognisedFacts } from './other-messages.ts';
import { producerFacts } from './producers.ts';
import { readMessage, type MessageContent } from './read-message.ts';
import { searchTextOf } from './search-text.ts';

/**
 * What HMRC's services put into boxes. The producer is told by the shape of the message, never by the box:
 * a box's name is not part of what is delivered. One entry a message; total: what cannot be read is an
 * `unrecognised` entry with the reason.
 */
export const ppnsDecoder = {
  version: 2,
  decode(payload: Uint8Array, { envelope }: About = { envelope: {} }): readonly DecodedPart[] {
    const text = new TextDecoder().decode(payload);
    const content = readMessage(text);
    const facts = producerFacts(content) ?? otherFacts(content);
    const issuedAt = facts.issuedAt ?? cameToBoxAt(envelope);
    return [{ facts: { ...facts, issuedAt }, searchText: searchTextOf(content, text) }];
  },
};

interface About {
  readonly envelope: Readonly<Record<string, string>>;
}

/**
 * A notification without its message has no time of its own. When HMRC put it into the box keeps it in its place among the
 * others, however late it is fetched.
 */
function cameToBoxAt({ createdDateTime }: About['envelope']): string | null {
  const at = createdDateTime === undefined ? null : lenientInstant(createdDateTime);
  return at === null ? null : toInstant(at);
}

function otherFacts(content: MessageContent): Facts {
  if (content.form === 'unreadable') return unrecognisedFacts(content.problem);
  return content.form === 'xml' ? otherXmlFacts(content.root) : otherJsonFacts(membersOf(content.value));
}
