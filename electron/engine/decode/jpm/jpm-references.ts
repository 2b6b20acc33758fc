import type { Reference } from '../../../../shared/notification.ts';
import { cardMark } from '../../cards/card-ending.ts';
import type { Leaf } from './leaves.ts';
import { idOf, memberOf, type JsonObject } from './members.ts';

/** What ties a notification to others: its own case first, whose it is last. */
export function jpmReferences(item: JsonObject, leaves: readonly Leaf[]): Reference[] {
  const inContent = KINDS.flatMap(([kind, names]) =>
    names.flatMap((name) =>
      leaves.flatMap((leaf) => (leaf.name.toLowerCase() === name ? [[kind, idOf(leaf.value)] as const] : [])),
    ),
  );
  const cards = leaves.flatMap(({ value }) => {
    const token = typeof value === 'string' ? (cardMark(value)?.token ?? null) : null;
    return token === null ? [] : [['card', token] as const];
  });
  const ofItem = OWNERS.map(([kind, name]) => [kind, idOf(memberOf(item, name))] as const);
  const found = new Map<string, Reference>();
  for (const [kind, value] of [...inContent, ...cards, ...ofItem]) {
    if (value !== null && USABLE.test(value)) found.set(`${kind} ${value}`, { kind, value });
  }
  return [...found.values()].slice(0, MOST);
}

const MOST = 30;

/** Ids of the service; nothing that could be an e-mail or web address. */
const USABLE = /^[\w.:+/=-]{1,100}$/;

/** Names in lower case: `planID` and `planId` both occur. */
const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['payment', ['transactionidentifier', 'transactionid']],
  ['payment-request', ['paymentrequestidentifier']],
  ['dispute', ['firmdisputecaseid']],
  ['payout', ['payoutidentifier']],
  ['ach-return', ['achreturnid']],
  ['plan', ['planid']],
  ['programme', ['recurringprogramid']],
  ['order', ['merchantordernumber', 'purchaseordernumber', 'clientorderreference']],
  ['end-to-end', ['endtoendid']],
  ['report', ['reportidentifier']],
  ['document', ['documentid']],
  ['consent', ['consentid']],
];

/** The number of the entity that the notification is for; ids may be numbers and may begin with 0. */
const OWNERS: readonly (readonly [string, string])[] = [
  ['merchant', 'merchantId'],
  ['platform', 'platformId'],
  ['client', 'clientId'],
];
