import type { DecodedError, DecodedPayment } from '../../shared/notification.ts';
import type { Thread, ThreadEntry, ThreadStatus } from '../../shared/thread.ts';

const START = Date.UTC(2026, 10, 22, 9, 0, 0);

/** An instant that many minutes after nine in the morning of 22 November 2026, UTC. */
export const minute = (after: number): string => new Date(START + after * 60_000).toISOString();

/** For tests: an acceptance, with what a test is about set by itself; issued in the order of the ids. */
export function entryWith(known: Partial<ThreadEntry> & { readonly id: string }): ThreadEntry {
  return {
    ids: [known.id],
    kind: 'dms',
    type: 'DMSACC',
    functionCode: '01',
    statusCode: null,
    title: 'Declaration accepted',
    meaning: 'Customs has legally accepted the declaration.',
    nextStep: null,
    attention: 'info',
    outcome: 'accepted',
    issuedAt: minute(Number(known.id)),
    receivedAt: minute(Number(known.id)),
    state: 'new',
    version: '1',
    conversationId: null,
    errors: [],
    payments: [],
    amendments: [],
    details: [],
    deadline: null,
    isDeadlineOpen: (known.deadline ?? null) !== null,
    problems: [],
    ...known,
  };
}

export const statusWith = (known: Partial<ThreadStatus> = {}): ThreadStatus => ({
  code: 'accepted',
  title: 'Accepted',
  attention: 'info',
  since: minute(1),
  actionId: null,
  deadline: null,
  notes: [],
  ...known,
});

export const threadWith = (known: Partial<Thread> = {}): Thread => ({
  status: statusWith(),
  mrn: '26GB5QUAYS1DE006R2',
  lrn: 'HFW-261122-41006',
  trade: 'import',
  entries: [entryWith({ id: '1' })],
  quiet: [],
  ...known,
});

export const errorWith = (known: Partial<DecodedError> = {}): DecodedError => ({
  code: 'CDS12056',
  meaning: 'Values that do not go together are declared.',
  advisory: false,
  pointer: '42A/67A/68A[1]/70A[1]/166',
  path: 'Goods item 1, procedure 1: current procedure code',
  dataElement: '1/10',
  item: 1,
  description: null,
  nextStep: 'Change one side of the conflict.',
  ...known,
});

/** A line of an item that is worked out and to be paid. */
export const paymentWith = (known: Partial<DecodedPayment> = {}): DecodedPayment => ({
  kind: 'A00',
  name: 'Customs duty',
  amount: '1240.00',
  currency: 'GBP',
  item: 1,
  payable: true,
  assessed: '1240.00',
  informational: false,
  basis: null,
  ...known,
});
