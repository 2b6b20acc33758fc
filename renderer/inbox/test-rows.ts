import type { ListRow } from '../../shared/engine-api.ts';
import type { ThreadSummary } from '../../shared/thread.ts';

/** One row for a test: a rejection of 22 November 2026, with what is given in place. */
export function row(given: Partial<ListRow> = {}): ListRow {
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
    subject: 'MRN 26GBC7K2M9Q4XZTAR3, LRN HF-2026-118842',
    keyFact: null,
    deadline: null,
    state: 'new',
    settled: false,
    upstream: 'pending',
    leavesAt: null,
    acknowledgeFailure: null,
    thread: null,
    ...given,
  };
}

/** Rows with these ids, newest first, a second apart. */
export const rows = (...ids: readonly string[]): ListRow[] =>
  ids.map((id, index) =>
    row({ id, receivedAt: new Date(Date.parse('2026-11-22T09:40:00.000Z') - index * 1000).toISOString() }),
  );

/** A thread of these notifications, newest first, all of them new, with what is given in place. */
export function threadRow(members: readonly string[], given: Partial<ThreadSummary> = {}): ListRow {
  const thread: ThreadSummary = {
    status: {
      code: 'documents-wanted',
      title: 'Documents wanted',
      attention: 'act',
      since: '2026-11-22T09:40:11.000Z',
      actionId: members[0] ?? null,
      deadline: null,
      notes: [],
    },
    attention: 'act',
    mrn: '26GBC7K2M9Q4XZTAR3',
    lrn: 'HF-2026-118842',
    keyFact: null,
    trade: 'import',
    state: 'new',
    members: [...members],
    fresh: members.length,
    quiet: [],
    ...given,
  };
  return row({
    ...{
      id: members[0] ?? '',
      type: 'DMSDOC',
      title: 'Documents wanted by 14:20',
      outcome: 'documents-required',
    },
    state: thread.state,
    thread,
  });
}
