import { blankFacts, references } from '../../../../shared/blank-facts.ts';

/** What every CDS notification starts from: nothing known but the conversation it came in. */
export const cdsFacts = (conversationId: string | null) => ({
  ...blankFacts,
  conversationId,
  references: references({ conversation: conversationId }),
});
