import { declarationName } from '../../shared/subject.ts';
import type { Facts, NotificationRow } from '../../shared/notification.ts';

/** A cleared import with invented references; name only what a test is about. */
export function notificationRow(known: Partial<NotificationRow> = {}): NotificationRow {
  return {
    id: '1',
    account: 'cds',
    source: 'hmrc-cds',
    kind: 'dms',
    type: 'DMSCLE',
    functionCode: '09',
    statusCode: null,
    title: 'Cleared',
    attention: 'info',
    outcome: 'cleared',
    mrn: '26GB5T8Y3EW0ZKCAR2',
    lrn: 'ASH-2211-08',
    issuedAt: '2026-11-22T09:40:11.000Z',
    receivedAt: '2026-11-22T09:40:20.000Z',
    subject: declarationName(
      known.mrn === undefined ? '26GB5T8Y3EW0ZKCAR2' : known.mrn,
      known.lrn === undefined ? 'ASH-2211-08' : known.lrn,
    ),
    keyFact: null,
    deadline: null,
    state: 'new',
    settled: false,
    upstream: null,
    leavesAt: null,
    acknowledgeFailure: null,
    ...known,
  };
}

/** Facts of the same invented clearance. */
export function notificationFacts(known: Partial<Facts> = {}): Facts {
  return {
    kind: 'dms',
    type: 'DMSCLE',
    functionCode: '09',
    statusCode: null,
    title: 'Cleared',
    meaning: 'The goods are free to leave.',
    nextStep: null,
    keyFact: null,
    attention: 'info',
    outcome: 'cleared',
    mrn: '26GB5T8Y3EW0ZKCAR2',
    lrn: 'ASH-2211-08',
    version: '1',
    messageId: null,
    conversationId: null,
    issuedAt: '2026-11-22T09:40:11.000Z',
    trader: null,
    references: [
      { kind: 'mrn', value: '26GB5T8Y3EW0ZKCAR2' },
      { kind: 'lrn', value: 'ASH-2211-08' },
    ],
    errors: [],
    payments: [],
    amendments: [],
    details: [],
    deadline: null,
    problems: [],
    ...known,
  };
}
