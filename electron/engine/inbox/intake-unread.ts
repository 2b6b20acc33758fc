import { references, unrecognisedFacts } from '../../../shared/blank-facts.ts';
import type { Facts } from '../../../shared/notification.ts';
import type { DecodedPart, UndecodedPayload } from '../store/store.ts';

/** What stands for a payload whose reading failed; `problem` says how. */
export function unreadPart(payload: UndecodedPayload, problem: string): DecodedPart {
  const words = {
    title: 'Message not read',
    meaning: 'Quayside could not finish reading this message, so it is shown as it came.',
    nextStep: 'Open the payload, and report the message so that it can be read in a later version.',
  };
  return partWith(unrecognisedFacts(words, problem), payload);
}

/**
 * What stands for a payload that is damaged on disk before anybody has read it. It calls for somebody: it may have been
 * a control, and no later version will read it.
 */
export function damagedPart(payload: UndecodedPayload): DecodedPart {
  const words = {
    title: 'Stored message damaged',
    meaning:
      'What Quayside keeps of this message is damaged on disk, so nobody can tell what it says. It may need an answer.',
    nextStep:
      'Look for the message at its source before you acknowledge it: Quayside cannot fetch it again. ' +
      'Then keep a copy of the data directory and have the disk checked.',
  };
  const problem = `its stored payload is damaged: "quayside check" names it as payload ${payload.payload}`;
  return partWith({ ...unrecognisedFacts(words, problem), attention: 'act' }, payload);
}

/** What came beside the payload still says which conversation it is of. */
function partWith(facts: Facts, { envelope }: UndecodedPayload): DecodedPart {
  const conversationId = envelope['x-conversation-id'] ?? null;
  return {
    facts: { ...facts, conversationId, references: references({ conversation: conversationId }) },
    searchText: '',
  };
}
