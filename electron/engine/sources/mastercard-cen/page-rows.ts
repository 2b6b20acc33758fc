import { createHash } from 'node:crypto';
import type { UpstreamStatus } from '../../../../shared/notification.ts';
import { notificationIdentity } from '../../decode/mastercard/identity.ts';
import { fieldsOf } from '../../decode/payments/fields.ts';
import { readJson } from '../../decode/payments/read-json.ts';
import { lenientInstant } from '../../decode/ppns/lenient-instant.ts';
import type { PollContext, Received } from '../source.ts';
import type { PageElement } from './notifications-page.ts';

/** One notification of a page. */
export interface PageRow {
  /** Its place in the list as far as it can be told: what the next page must begin with. Never of its push status. */
  readonly mark: string;
  readonly received: Received;
}

/**
 * The notifications of a page, each with the bytes in which it stood there, card numbers apart. Whatever is wrong with
 * one, it is kept.
 */
export const rowsOf = (elements: readonly PageElement[], protect: Protect): readonly PageRow[] =>
  elements.map((element) => rowOf(element, protect));

/** How a message is written down here: each card number as its token. */
type Protect = PollContext['protect'];

/**
 * One message for each event: where several subscriptions tell of the same, the first stands for all and its envelope
 * names them. Of their push statuses the one that is furthest from delivered counts.
 */
export function distinctMessages(rows: readonly PageRow[]): readonly Received[] {
  const groups = new Map<string, Received[]>();
  for (const { received } of rows) {
    const group = groups.get(received.remoteId);
    if (group) group.push(received);
    else groups.set(received.remoteId, [received]);
  }
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [merged(first, rest)],
  );
}

function rowOf({ value, bytes }: PageElement, protect: Protect): PageRow {
  const fields = fieldsOf(value);
  const created = fields.text('createdTimestamp');
  const pushStatus = fields.text('pushStatus');
  const subscription = fields.text('subscriptionName');
  const safe = protect({
    remoteId: '',
    payload: bytes,
    contentType: 'application/json',
    envelope: {
      ...(subscription === null ? {} : { subscription }),
      ...(pushStatus === null ? {} : { 'push-status': pushStatus }),
      ...(created === null ? {} : { created }),
    },
    upstream: STATUSES.get(pushStatus?.toUpperCase() ?? '') ?? null,
    createdAt: created === null ? null : lenientInstant(created),
  });
  // Two cards of the same last four are told apart by their tokens alone.
  const received = { ...safe, remoteId: identityOf(safe.payload) };
  const { envelope, remoteId } = received;
  const mark = [remoteId, envelope['subscription'] ?? '', envelope['created'] ?? ''].join('\n');
  return { mark: hash(mark).slice(0, 24), received };
}

/** Of the notification as it will be kept; of its bytes where they are too large or too deep to be read. */
function identityOf(payload: Uint8Array): string {
  const json = readJson(payload);
  return json.ok ? notificationIdentity(json.value) : `sha256:${hash(payload)}`;
}

const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** `NOT_APPLICABLE` says that nothing is pushed to this subscriber: there is no status then. */
const STATUSES: ReadonlyMap<string, UpstreamStatus> = new Map([
  ['PENDING', 'pending'],
  ['DELIVERED', 'delivered'],
  ['FAILED', 'failed'],
]);

function merged(first: Received, rest: readonly Received[]): Received {
  const all = [first, ...rest];
  const names = [...new Set(all.flatMap(({ envelope }) => envelope['subscription'] ?? []))];
  const upstream = FURTHEST_FIRST.find((status) => all.some((one) => one.upstream === status)) ?? null;
  // A name has letters, digits, dashes and underscores only.
  const envelope = names.length > 1 ? { ...first.envelope, subscriptions: names.join(', ') } : first.envelope;
  return { ...first, envelope, upstream };
}

const FURTHEST_FIRST: readonly UpstreamStatus[] = ['failed', 'pending', 'delivered'];
