import { codedAnswer } from '../hmrc-gateway/answers.ts';
import type { GatewayAnswer } from '../hmrc-gateway/contract.ts';
import type { PpnsBox, PpnsDateFormat, PpnsItem, PpnsStatus } from './box-store.ts';
import { inputInstant } from './input-instant.ts';

export interface ListQuery {
  readonly status: PpnsStatus | null;
  /** Epoch milliseconds, both ends inclusive. */
  readonly from: number | null;
  readonly to: number | null;
  /** 0 for no limit. */
  readonly count: number;
}

/** The service's rules for the query, in its order. An answer is a refusal. */
export function readListQuery(query: URLSearchParams): ListQuery | { readonly refusal: GatewayAnswer } {
  if ([...query.keys()].some((key) => !KEYS.includes(key))) {
    return refuse('INVALID_REQUEST_PAYLOAD', 'Invalid / Unknown query parameter provided');
  }
  const status = (query.get('status') ?? 'PENDING').toUpperCase();
  if (!isStatus(status)) return refuse('INVALID_REQUEST_PAYLOAD', 'Invalid Status parameter provided');
  const from = dateOf(query, 'fromDate');
  const to = dateOf(query, 'toDate');
  if (from === 'refused' || to === 'refused') {
    return refuse('INVALID_REQUEST_PAYLOAD', 'Unparsable DateValue Param provided');
  }
  if (from !== null && to !== null && from >= to) {
    // The service's own text says the opposite of the fault.
    return refuse('BAD_REQUEST', 'fromDate parameter is before toDateParameter');
  }
  const count = query.get('count') ?? '100';
  if (!/^[+-]?\d+$/.test(count) || Math.abs(Number(count)) >= 2 ** 31) {
    return refuse('INVALID_REQUEST_PAYLOAD', 'Invalid Count parameter provided');
  }
  return { status: query.has('status') ? status : null, from, to, count: Math.abs(Number(count)) };
}

/** Oldest first; what shares a millisecond comes in a new order at each read. */
export function selectItems(
  items: readonly PpnsItem[],
  { status, from, to, count }: ListQuery,
  random: () => number,
): readonly PpnsItem[] {
  const found = items
    .filter((item) => status === null || item.status === status)
    .filter((item) => (from === null || item.createdAt >= from) && (to === null || item.createdAt <= to))
    .map((item) => ({ item, tie: random() }))
    .sort((a, b) => a.item.createdAt - b.item.createdAt || a.tie - b.tie)
    .map(({ item }) => item);
  return count === 0 ? found : found.slice(0, count);
}

/** One element of the list, its members in the order in which the service writes them. */
export function renderItem(box: PpnsBox, item: PpnsItem, format: PpnsDateFormat): unknown {
  return {
    notificationId: item.notificationId,
    boxId: box.boxId,
    messageContentType: item.contentType,
    message: item.message,
    status: item.status,
    createdDateTime: renderDate(item.createdAt, format),
    ...item.overrides,
  };
}

const KEYS: readonly string[] = ['status', 'fromDate', 'toDate', 'count'];

const isStatus = (text: string): text is PpnsStatus => ['PENDING', 'ACKNOWLEDGED', 'FAILED'].includes(text);

function dateOf(query: URLSearchParams, key: string): number | null | 'refused' {
  const text = query.get(key);
  return text === null ? null : (inputInstant(text) ?? 'refused');
}

const refuse = (code: string, message: string) => ({ refusal: codedAnswer(400, code, message, 'json') });

function renderDate(ms: number, format: PpnsDateFormat): string {
  const iso = new Date(ms).toISOString();
  if (format === 'offset') return iso.replace('Z', '+0000');
  return format === 'zulu' ? iso.replace('.000Z', 'Z') : iso.replace('Z', '000000+0000');
}
