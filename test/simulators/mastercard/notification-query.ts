import type { MastercardAnswer } from './contract.ts';
import { serviceError } from './errors.ts';
import type { MastercardSettings } from './settings.ts';

/** What a list of notifications is asked for, the service's own rules applied. */
export interface NotificationQuery {
  /** Epoch milliseconds, inclusive. */
  readonly start: number;
  /** Epoch milliseconds, exclusive. */
  readonly end: number;
  /** Null for all. */
  readonly subscriptionNames: readonly string[] | null;
  readonly subject: string | null;
  readonly pushStatuses: readonly string[] | null;
  readonly offset: number;
  readonly limit: number;
}

type QueryRules = Pick<
  MastercardSettings,
  'defaultLimit' | 'maximumLimit' | 'overMaximum' | 'windows' | 'beforeRetention' | 'retentionMs'
>;

/** Reads the query of GET /notifications; an answer is a refusal. Parameters that nobody knows are passed over. */
export function readNotificationQuery(
  query: URLSearchParams,
  rules: QueryRules,
  now: number,
): NotificationQuery | { readonly refusal: MastercardAnswer } {
  const start = instantOf(query, 'start');
  const end = instantOf(query, 'end');
  if (start === null) return refuse('start is needed as a UTC date-time');
  if (end === null) return refuse('end is needed as a UTC date-time');
  if (rules.windows === 'past' && (start > now || end > now)) return refuse('start and end must be past');
  if (rules.windows === 'past' && end <= start) return refuse('end must be after start');
  if (rules.beforeRetention === 'refuse' && start < now - rules.retentionMs)
    return refuse('start is too old');
  const pushStatuses = listOf(query, 'push_status');
  if (pushStatuses?.some((status) => !PUSH_STATUSES.includes(status)))
    return refuse('push_status is not one');
  const offset = wholeNumber(query, 'offset', 0);
  const limit = wholeNumber(query, 'limit', rules.defaultLimit);
  if (offset === null) return refuse('offset must be a whole number from 0');
  if (limit === null || limit === 0) return refuse('limit must be a whole number from 1');
  if (limit > rules.maximumLimit && rules.overMaximum === 'refuse') return refuse('limit is too large');
  return {
    start,
    end,
    subscriptionNames: listOf(query, 'subscription_name'),
    subject: query.get('subject'),
    pushStatuses,
    offset,
    limit: Math.min(limit, rules.maximumLimit),
  };
}

const PUSH_STATUSES: readonly string[] = ['PENDING', 'DELIVERED', 'FAILED', 'NOT_APPLICABLE'];

const refuse = (details: string) => ({ refusal: serviceError.formatInvalid(details) });

/** Epoch milliseconds; null where it is absent, not ISO 8601 in UTC, or no day of the calendar. */
function instantOf(query: URLSearchParams, name: string): number | null {
  const text = query.get(name) ?? '';
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 19) !== text.slice(0, 19) ? null : at;
}

/** One value or several, as a comma list, as repeated parameters, or both. */
function listOf(query: URLSearchParams, name: string): readonly string[] | null {
  const values = query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '');
  return values.length > 0 ? values : null;
}

/** Null for what is not one. */
export function wholeNumber(query: URLSearchParams, name: string, absent: number): number | null {
  const text = query.get(name);
  if (text === null) return absent;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
