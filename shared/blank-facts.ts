import type { Facts, Reference } from './notification.ts';

/** What a decoder starts from: nothing known. */
export const blankFacts = {
  functionCode: null,
  statusCode: null,
  nextStep: null,
  keyFact: null,
  mrn: null,
  lrn: null,
  version: null,
  messageId: null,
  conversationId: null,
  issuedAt: null,
  trader: null,
  references: [] as Reference[],
  errors: [] as Facts['errors'],
  payments: [] as Facts['payments'],
  amendments: [] as Facts['amendments'],
  details: [] as Facts['details'],
  deadline: null,
  problems: [] as string[],
} satisfies Partial<Facts>;

/** A message that is shown as it came: the words say why, `problem` what could not be read. */
export const unrecognisedFacts = (
  words: Pick<Facts, 'title' | 'meaning' | 'nextStep'>,
  problem: string,
): Facts => ({
  ...blankFacts,
  ...words,
  kind: 'unrecognised',
  type: 'unknown',
  attention: 'watch',
  outcome: 'unknown',
  problems: [problem],
});

/** References in the order given, without those that are not known. */
export const references = (known: Readonly<Record<string, string | null>>): Reference[] =>
  Object.entries(known).flatMap(([kind, value]) => (value === null ? [] : [{ kind, value }]));
