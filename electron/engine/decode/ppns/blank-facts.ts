import type { Facts, Reference } from '../../../../shared/notification.ts';

/** What every message of a box starts from: nothing known. */
export const blankFacts = {
  kind: 'ppns',
  functionCode: null,
  statusCode: null,
  nextStep: null,
  mrn: null,
  lrn: null,
  version: null,
  messageId: null,
  conversationId: null,
  issuedAt: null,
  trader: null,
  references: [],
  errors: [],
  payments: [],
  deadline: null,
  problems: [],
} as const satisfies Partial<Facts>;

/** References in the order given, without those that are not known. */
export const references = (known: Readonly<Record<string, string | null>>): Reference[] =>
  Object.entries(known).flatMap(([kind, value]) => (value === null ? [] : [{ kind, value }]));
