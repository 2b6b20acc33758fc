import { hexFrom } from '../cds/chance.ts';
import { wholeNumber } from './notification-query.ts';
import type { MastercardAnswer } from './contract.ts';
import { serviceError } from './errors.ts';
import { jsonAnswer } from './list-notifications.ts';

export interface NewSubscription {
  /** 1 to 50 letters, digits, `-` and `_`; the only one of that name that a subscriber has. */
  readonly name: string;
  readonly subjectType: string;
  /** True where absent. */
  readonly active?: boolean;
  /** None where absent: everything that the subscriber may see. */
  readonly specifications?: readonly unknown[];
}

export interface MastercardSubscription {
  readonly id: string;
  readonly name: string;
  readonly subjectType: string;
  readonly subscriberId: string;
  /** An inactive one brings no notifications. May be changed. */
  active: boolean;
  readonly specifications: readonly unknown[];
}

export function madeUpSubscription(
  random: () => number,
  subscriberId: string,
  { name, subjectType, active = true, specifications = [] }: NewSubscription,
): MastercardSubscription {
  const id = `0CNS${hexFrom(random, 64)}${hexFrom(random, 10)}`;
  return { id, name, subjectType, subscriberId, active, specifications };
}

/** GET /subscriptions: a bare array. `sort` is a member's name, with `-` before it for descending. */
export function subscriptionsPage(
  subscriptions: readonly MastercardSubscription[],
  query: URLSearchParams,
): MastercardAnswer {
  const offset = wholeNumber(query, 'offset', 0);
  const limit = wholeNumber(query, 'limit', 25);
  const [, descending, member = 'name'] = /^(-?)(.+)$/.exec(query.get('sort') ?? '') ?? [];
  if (offset === null || limit === null)
    return serviceError.formatInvalid('offset and limit are whole numbers');
  if (!isSortable(member)) return serviceError.formatInvalid('sort is not the name of a member');
  const sign = descending === '-' ? -1 : 1;
  const sorted = [...subscriptions].sort((a, b) => (String(a[member]) < String(b[member]) ? -sign : sign));
  return jsonAnswer(sorted.slice(offset, offset + limit));
}

const SORTABLE = ['id', 'name', 'subjectType', 'subscriberId', 'active'] as const;

const isSortable = (text: string): text is (typeof SORTABLE)[number] =>
  (SORTABLE as readonly string[]).includes(text);
