import type { Facts } from '../../../../shared/notification.ts';
import type { DecodedPart } from '../../store/store.ts';
import { cdsFacts } from './cds-facts.ts';
import { rawText } from './search-text.ts';

/** What is kept as it came because nothing can be read from it with certainty; `text` as far as it is text. */
export function unrecognised(text: string, conversationId: string | null, problem: string): DecodedPart {
  const facts: Facts = {
    ...cdsFacts(conversationId),
    kind: 'unrecognised',
    type: 'unknown',
    title: 'Message not understood',
    meaning: 'Quayside cannot read this message. It is kept exactly as it came.',
    nextStep: 'Read the message itself. If it is about a declaration, look that up in CDS.',
    attention: 'watch',
    outcome: 'unknown',
    problems: [problem],
  };
  return { facts, searchText: rawText(text) };
}
