import { blankFacts, references } from '../../../shared/blank-facts.ts';
import type { Gist } from '../../../shared/gist.ts';
import type {
  DecodedError,
  Facts,
  NotificationDetail,
  NotificationRow,
} from '../../../shared/notification.ts';
import { letters, type MessageType } from './message-types.ts';

/** The facts that a made-up row of this type would have. */
export function factsOf(row: Omit<NotificationRow, keyof Gist>, type: MessageType): Facts {
  const { kind, functionCode, statusCode, title, attention, outcome, mrn, lrn, issuedAt } = row;
  const gmr = type.type === 'GMR' ? `GMRA${letters(Number(row.id), 8)}` : null;
  return {
    ...blankFacts,
    ...{ kind, type: row.type, functionCode, statusCode, title, attention, outcome, mrn, lrn, issuedAt },
    meaning: type.meaning,
    nextStep: type.nextStep,
    keyFact: type.keyFact ?? null,
    version: '1',
    conversationId: 'b1946ac9-2490-4f3c-8a5e-0a1b2c3d4e5f',
    trader: 'GB123456789012',
    references: references({ gmr, departure: lrn === null && gmr === null ? '6512f0ac91' : null }),
    errors: row.type === 'DMSREJ' ? ERRORS : [],
    deadline: row.type === 'DMSDOC' ? new Date(Date.parse(row.receivedAt) + 16_140_000).toISOString() : null,
    problems: row.kind === 'unrecognised' ? ['Line 3: the element <b> is not closed.'] : [],
  };
}

/** A made-up row with the facts that its type would have. */
export function detailOf(row: NotificationRow, type: MessageType): NotificationDetail {
  return {
    ...row,
    remoteId: `7f0c${letters(Number(row.id), 12).toLowerCase()}e21a`,
    contentType: 'application/xml',
    payloadBytes: 3104,
    facts: factsOf(row, type),
    history: [
      ...(row.state === 'acknowledged'
        ? [{ at: row.receivedAt, event: 'acknowledged', by: 'broker', detail: null } as const]
        : []),
      { at: row.receivedAt, event: 'alert-shown', by: null, detail: null },
      { at: row.receivedAt, event: 'received', by: null, detail: null },
    ],
  };
}

const ERRORS: DecodedError[] = [
  {
    code: 'CDS12056',
    meaning: 'The procedure code does not go with the additional procedure that was given.',
    advisory: false,
    pointer: '42A/67A/68A[1]/70A[1]/166',
    path: 'Goods item 1, procedure 1: current procedure code',
    dataElement: '1/10',
    item: 1,
    description: null,
    nextStep: 'Check the field that is named and submit again.',
  },
  {
    code: 'CDS12005',
    meaning: 'This commodity code is not valid on the acceptance date.',
    advisory: false,
    pointer: '42A/67A/68A[1]/23A/21A[1]/145',
    path: 'Goods item 1, commodity, classification: commodity code',
    dataElement: '6/14',
    item: 1,
    description: null,
    nextStep: 'Check the field that is named and submit again.',
  },
];

/** Markup, writing direction and sheer length, in every field that comes from outside. */
export const HOSTILE = {
  kind: 'unrecognised',
  title: `<img src=x onerror="document.title='broken'"> \u202Egnp.exe\u202C ${'long '.repeat(2000)}`,
  mrn: `\u202E${'M'.repeat(3000)}`,
  lrn: '<script>alert(1)</script>',
} as const;
