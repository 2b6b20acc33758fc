import type { Failure } from '../../../../shared/failure.ts';
import type { UpstreamStatus } from '../../../../shared/notification.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Received, SourceContext } from '../source.ts';
import type { Day } from './day.ts';
import type { JpmCall } from './jpm-api.ts';
import { contentDigest } from './notification-row.ts';
import type { DeliveryStatus, Searcher } from './search.ts';

/** What a day holds. */
export interface WalkedDay {
  readonly day: Day;
  /** By id and content, each with the delivery status under which it was seen last. */
  readonly found: ReadonlyMap<string, Received>;
  /** How many each search of it gave, by delivery status. */
  readonly counts: readonly number[];
  /** Some of them have been delivered and will not move to another day any more. */
  readonly hasDelivered: boolean;
  /** Every status gave the very same notifications: then the status was not looked at, and none is noted. */
  readonly isStatusIgnored: boolean;
  /** The service does not take this day any more. */
  readonly isRefused?: true;
}

/** Reads one day: each delivery status by name. The first call is of kind `first`. */
export async function walkDay(
  context: SourceContext,
  searcher: Searcher,
  day: Day,
  first: JpmCall['kind'],
): Promise<Result<WalkedDay, Failure>> {
  const found = new Map<string, Received>();
  const counts: number[] = [];
  const idsOf = new Map<DeliveryStatus, string>();
  let kind = first;
  for (const status of ORDER) {
    const rows = await searcher.search(context, { kind, day, status });
    if (!rows.ok) return rows;
    kind = 'message';
    counts.push(rows.value.length);
    for (const row of rows.value) {
      found.set(`${row.remoteId} ${contentDigest(row.payload)}`, { ...row, upstream: STATUSES[status] });
    }
    idsOf.set(status, [...new Set(rows.value.map(({ remoteId }) => remoteId))].sort().join('\n'));
  }
  const isStatusIgnored = found.size > 0 && new Set(idsOf.values()).size === 1;
  return ok({
    day,
    found: isStatusIgnored ? withoutStatus(found) : found,
    counts,
    hasDelivered: idsOf.get('SENT') !== '',
    isStatusIgnored,
  });
}

/**
 * Along the way that a message takes, so that one which moves between two calls is seen twice and not missed:
 * pending becomes sent or failed, and failed may become sent by a later attempt.
 */
const ORDER = ['PENDING', 'FAILED', 'SENT'] as const satisfies readonly DeliveryStatus[];

const STATUSES: Readonly<Record<DeliveryStatus, UpstreamStatus>> = {
  PENDING: 'pending',
  FAILED: 'failed',
  SENT: 'delivered',
};

const withoutStatus = (found: ReadonlyMap<string, Received>): ReadonlyMap<string, Received> =>
  new Map([...found].map(([id, row]) => [id, { ...row, upstream: null }]));
