import { gistOf } from '../../../shared/gist.ts';
import type { Facts, NotificationRow } from '../../../shared/notification.ts';
import type { Exported } from './exported.ts';

/** A plausible notification for tests, with what the test is about set by itself. */
export function exportedWith(change: {
  readonly row?: Partial<NotificationRow>;
  readonly facts?: Partial<Facts>;
}): Exported {
  const facts: Facts = {
    kind: 'dms',
    type: 'DMSREJ',
    functionCode: '03',
    statusCode: '39',
    title: 'Declaration rejected',
    meaning: 'HMRC did not accept the declaration.',
    nextStep: 'Correct the errors and submit again.',
    keyFact: null,
    attention: 'act',
    outcome: 'rejected',
    mrn: '26GB1CR4DVQ71TAAR5',
    lrn: '0012345',
    version: '1',
    messageId: 'f3a1',
    conversationId: 'c0ffee00-0000-4000-8000-000000000001',
    issuedAt: '2026-11-22T09:40:11.000Z',
    trader: 'GB123456789000',
    references: [{ kind: 'mrn', value: '26GB1CR4DVQ71TAAR5' }],
    errors: [],
    payments: [],
    amendments: [],
    details: [],
    deadline: null,
    problems: [],
    ...change.facts,
  };
  const row: NotificationRow = {
    id: '7',
    account: 'cds',
    source: 'hmrc-cds',
    kind: facts.kind,
    type: facts.type,
    functionCode: facts.functionCode,
    statusCode: facts.statusCode,
    title: facts.title,
    attention: facts.attention,
    outcome: facts.outcome,
    mrn: facts.mrn,
    lrn: facts.lrn,
    issuedAt: facts.issuedAt,
    receivedAt: '2026-11-22T09:40:15.250Z',
    ...gistOf(facts),
    state: 'new',
    settled: false,
    upstream: null,
    leavesAt: null,
    acknowledgeFailure: null,
    ...change.row,
  };
  return { row, facts };
}

/** These, as a store streams them. */
export async function* streamOf(...exported: readonly Exported[]): AsyncGenerator<Exported> {
  yield* exported;
}
