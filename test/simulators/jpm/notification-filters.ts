import type { ValidationError } from './answers.ts';
import { DELIVERY_STATUSES, type DeliveryStatus, type JpmCall, type JpmRequest } from './contract.ts';
import { daysBetween, isDay } from './days.ts';
import type { JpmSettings } from './settings.ts';

/** What a search asks for. Days are as `2026-11-22`, both ends counted; null where nothing is filtered by. */
export interface NotificationFilters {
  readonly status: DeliveryStatus | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** The filters of a search, or what is wrong with them. A search that names no status asks for FAILED. */
export function readFilters(
  request: Pick<JpmRequest, 'headers' | 'query'>,
  settings: Pick<JpmSettings, 'filterStyle' | 'otherStyle' | 'withoutDays' | 'mostDays'>,
): { readonly filters: NotificationFilters } | { readonly errors: readonly ValidationError[] } {
  const { filterStyle } = settings;
  if (filterStyle === 'none') return { filters: { status: null, from: null, to: null } };
  const headers = inHeaders(request);
  const query = inQuery(request);
  const stray = filterStyle === 'headers' ? query : filterStyle === 'query' ? headers : NOTHING;
  if (settings.otherStyle === 'refuse' && !isEmpty(stray)) {
    return refuse('filters', `Filters are taken from the ${filterStyle} only`);
  }
  if (filterStyle === 'either') {
    const contradicted = NAMES.find((name) => bothAndDifferent(headers[name], query[name]));
    if (contradicted) return refuse(contradicted, 'The header and the parameter differ');
  }
  const { status, from, to } =
    filterStyle === 'headers' ? headers : filterStyle === 'query' ? query : merged(headers, query);
  if (status !== null && !isStatus(status)) return refuse('status', 'Not a delivery status');
  const filters = { status: status ?? 'FAILED', from, to } as const;
  if (from === null && to === null) {
    const isStatusAlone = status !== null && filterStyle !== 'headers' && query.status !== null;
    if (isStatusAlone || settings.withoutDays === 'every-day') return { filters };
  }
  if (from === null || to === null) return refuse('date range', 'Both days are needed');
  if (!isDay(from) || !isDay(to)) return refuse('date range', 'Not a day such as 2026-11-22');
  if (to < from) return refuse('date range', 'The range ends before it begins');
  if (settings.mostDays !== null && daysBetween(from, to) > settings.mostDays) {
    return refuse('date range', `The range is longer than ${settings.mostDays} days`);
  }
  return { filters };
}

/** How filters came and what they ask for, right or wrong, for the record. */
export function namedFilters(
  request: Pick<JpmRequest, 'headers' | 'query'>,
): Pick<JpmCall, 'style' | 'status' | 'from' | 'to'> {
  const headers = inHeaders(request);
  const query = inQuery(request);
  const style = isEmpty(headers)
    ? isEmpty(query)
      ? null
      : ('query' as const)
    : isEmpty(query)
      ? ('headers' as const)
      : ('both' as const);
  return { style, ...merged(headers, query) };
}

/** As they were sent; null for what was not. */
interface Named {
  readonly status: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

const NAMES = ['status', 'from', 'to'] as const;
const NOTHING: Named = { status: null, from: null, to: null };

const inHeaders = ({ headers }: Pick<JpmRequest, 'headers'>): Named => ({
  status: headers['notification-status'] ?? null,
  from: headers['date-range-start'] ?? null,
  to: headers['date-range-end'] ?? null,
});

const inQuery = ({ query }: Pick<JpmRequest, 'query'>): Named => ({
  status: query.get('status'),
  from: query.get('startdate'),
  to: query.get('enddate'),
});

const merged = (headers: Named, query: Named): Named => ({
  status: headers.status ?? query.status,
  from: headers.from ?? query.from,
  to: headers.to ?? query.to,
});

const isEmpty = (named: Named): boolean => NAMES.every((name) => named[name] === null);

const bothAndDifferent = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other;

const isStatus = (text: string): text is DeliveryStatus =>
  (DELIVERY_STATUSES as readonly string[]).includes(text);

const refuse = (entity: string, message: string): { readonly errors: readonly ValidationError[] } => ({
  errors: [{ code: 'INVALID_VALUE', message, entity }],
});
