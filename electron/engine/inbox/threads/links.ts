import { sameReference } from '../../../../shared/catalogue/mrn.ts';
import type { ThreadMember } from './thread-member.ts';
import type { ThreadLinks } from './thread-members.ts';

type Linked = Pick<ThreadMember, 'row' | 'facts'>;

/** In capitals, whatever the sender wrote. */
export function mrnOf({ facts }: Pick<Linked, 'facts'>): string | null {
  const mrn = facts.mrn ?? referenceOf(facts, 'mrn');
  return mrn === null ? null : sameReference(mrn);
}

export const lrnOf = ({ facts }: Pick<Linked, 'facts'>): string | null =>
  facts.lrn ?? referenceOf(facts, 'lrn');

const referenceOf = ({ references }: Linked['facts'], name: string): string | null =>
  references.find(({ kind }) => kind === name)?.value ?? null;

/** What ties a notification to others. */
export const linksOf = (member: Linked): ThreadLinks => ({
  id: member.row.id,
  account: member.row.account,
  mrn: mrnOf(member),
  lrn: lrnOf(member),
  conversation: member.facts.conversationId,
  movements: movementsOf(member).map(({ kind, value }) =>
    MONEY.has(kind) ? `${kind} ${member.row.account} ${value}` : `${kind} ${value}`,
  ),
});

/** The values under which the store finds what it is tied to. */
export function valuesOf(member: Linked): readonly string[] {
  const { mrn, lrn, conversation } = linksOf(member);
  const known = [mrn, lrn, conversation, ...movementsOf(member).map(({ value }) => value)];
  return known.flatMap((value) => (value === null ? [] : [sameReference(value)]));
}

const movementsOf = ({ facts }: Linked) =>
  facts.references
    .filter(({ kind, value }) => MOVEMENTS.has(kind) || (MONEY.has(kind) && value !== NOT_PROVIDED))
    .map(({ kind, value }) => ({ kind, value: sameReference(value) }));

/** References that name one movement. A DUCR or MUCR may cover many declarations, so neither makes a thread. */
const MOVEMENTS: ReadonlySet<string> = new Set(['departure', 'arrival', 'movement', 'arc', 'gmr']);

/**
 * References that name one movement of money, at one account: some are small numbers of a company's own, which another
 * company uses too. A card, an order or a plan may stand for hundreds of payments, and an entity for all of them, so
 * none of these makes a thread.
 */
const MONEY: ReadonlySet<string> = new Set([
  'payment',
  'payment-request',
  'purchase-request',
  'end-to-end',
  'dispute',
  'payout',
  'ach-return',
]);

/** What ISO 20022 has in the place of an end-to-end id that nobody gave. */
const NOT_PROVIDED = 'NOTPROVIDED';
