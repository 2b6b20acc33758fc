import type { NotificationRow } from '../../shared/notification.ts';

/** One row for a test: a rejection of 22 November 2026, with what is given in place. */
export function row(given: Partial<NotificationRow> = {}): NotificationRow {
  return {
    id: '1',
    account: 'cds',
    source: 'hmrc-cds',
    kind: 'dms',
    type: 'DMSREJ',
    functionCode: '03',
    statusCode: null,
    title: 'Rejected: 2 errors',
    attention: 'act',
    outcome: 'rejected',
    mrn: '26GBC7K2M9Q4XZTAR3',
    lrn: 'HF-2026-118842',
    issuedAt: '2026-11-22T09:40:11.000Z',
    receivedAt: '2026-11-22T09:40:15.000Z',
    state: 'new',
    upstream: 'pending',
    leavesAt: null,
    acknowledgeFailure: null,
    ...given,
  };
}

/** Rows with these ids, newest first, a second apart. */
export const rows = (...ids: readonly string[]): NotificationRow[] =>
  ids.map((id, index) =>
    row({ id, receivedAt: new Date(Date.parse('2026-11-22T09:40:00.000Z') - index * 1000).toISOString() }),
  );
