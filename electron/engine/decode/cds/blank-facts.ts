import type { Facts } from '../../../../shared/notification.ts';

/** What every CDS notification starts from: nothing known but how it came. */
export const blankFacts = (conversationId: string | null) => ({
  functionCode: null,
  statusCode: null,
  nextStep: null,
  mrn: null,
  lrn: null,
  version: null,
  messageId: null,
  conversationId,
  issuedAt: null,
  trader: null,
  references: references({ conversation: conversationId }),
  errors: [],
  payments: [],
  deadline: null,
  problems: [],
});

/** References in the order given, without those that are not known and without repeats. */
export function references(known: Readonly<Record<string, string | null>>): Facts['references'] {
  return Object.entries(known).flatMap(([kind, value]) => (value === null ? [] : [{ kind, value }]));
}
