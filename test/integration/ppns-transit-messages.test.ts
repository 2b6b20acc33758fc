import { describe, expect, it } from 'vitest';
import { ppnsDecoder } from '../../electron/engine/decode/ppns/ppns-decoder.ts';
import type { Facts } from '../../shared/notification.ts';
import { ctcMessageReceived, ctcSubmissionNotification, ctcXml } from '../simulators/ppns/ctc-messages.ts';

const decode = (message: string) => {
  const [first, ...others] = ppnsDecoder.decode(new TextEncoder().encode(message));
  if (first === undefined || others.length > 0) throw new Error('not exactly one notification');
  return first;
};

const facts = (message: string): Facts => decode(message).facts;

const summary = (message: string): unknown[] => {
  const { kind, type, statusCode, attention, outcome, title } = facts(message);
  return [kind, type, statusCode, attention, outcome, title];
};

const withInner = (xml: string, inner: string) =>
  xml.replace('</TransitOperation>', `</TransitOperation>${inner}`);

const transit = (type: string, inner = '', operation = '') =>
  JSON.stringify({
    ...(JSON.parse(ctcMessageReceived({ type, withBody: false })) as object),
    messageBody: withInner(ctcXml({ type }), inner).replace('<LRN>', `${operation}<LRN>`),
  });

describe('a transit notification', () => {
  it('says what happened and what it is about', () => {
    expect(facts(ctcMessageReceived({ type: 'IE029' }))).toEqual({
      kind: 'ppns',
      type: 'IE029',
      functionCode: null,
      statusCode: null,
      title: 'Released for transit',
      meaning: 'The goods may leave the office of departure under transit.',
      nextStep: 'Print the transit accompanying document and let the goods go.',
      keyFact: null,
      attention: 'info',
      outcome: 'released',
      mrn: '26GB0000812QUAYK35',
      lrn: 'HAF-26-000417',
      version: null,
      messageId: '66f1a0c3e7719a02',
      conversationId: null,
      issuedAt: '2026-11-22T09:40:11.000Z',
      trader: 'GB731946285000',
      references: [
        { kind: 'departure', value: '66f1a0c3d2e4b597' },
        { kind: 'mrn', value: '26GB0000812QUAYK35' },
        { kind: 'lrn', value: 'HAF-26-000417' },
      ],
      errors: [],
      payments: [],
      amendments: [],
      details: [],
      deadline: null,
      problems: [],
    });
  });

  it('without its body keeps type, movement and trader', () => {
    const { type, mrn, references, trader } = facts(
      ctcMessageReceived({ type: 'IE043', direction: 'arrivals', withBody: false }),
    );
    expect({ type, mrn, references, trader }).toEqual({
      type: 'IE043',
      mrn: null,
      references: [{ kind: 'arrival', value: '66f1a0c3d2e4b597' }],
      trader: 'GB731946285000',
    });
  });

  it.each([
    ['IE004', 'info', 'amended'],
    ['IE009', 'watch', 'unknown'],
    ['IE019', 'watch', 'query'],
    ['IE022', 'act', 'query'],
    ['IE025', 'info', 'released'],
    ['IE028', 'info', 'accepted'],
    ['IE035', 'act', 'tax'],
    ['IE043', 'watch', 'request-granted'],
    ['IE045', 'info', 'cleared'],
    ['IE051', 'act', 'held'],
    ['IE055', 'act', 'held'],
    ['IE056', 'act', 'rejected'],
    ['IE057', 'act', 'rejected'],
    ['IE060', 'act', 'control'],
    ['IE140', 'act', 'query'],
    ['IE182', 'watch', 'unknown'],
    ['IE906', 'act', 'rejected'],
    ['IE917', 'act', 'rejected'],
    ['IE928', 'info', 'registered'],
  ])('of type %s draws the attention it deserves', (type, attention, outcome) => {
    expect(summary(ctcMessageReceived({ type, withBody: false })).slice(1, 5)).toEqual([
      type,
      null,
      attention,
      outcome,
    ]);
  });

  it('goes by the same type under either prefix, and by its XML where the notification names none', () => {
    const message = JSON.parse(ctcMessageReceived({ type: 'IE060' })) as Record<string, unknown>;
    const unnamed = Object.fromEntries(Object.entries(message).filter(([name]) => name !== 'messageType'));
    const types = [
      facts(JSON.stringify({ ...message, messageType: 'CC060C' })).type,
      facts(JSON.stringify({ ...unnamed, nessageType: 'IE060' })).type,
      facts(JSON.stringify(unnamed)).type,
    ];
    expect(types).toEqual(['IE060', 'IE060', 'IE060']);
  });

  it('of a type that is not in the table is shown by its number', () => {
    expect(summary(ctcMessageReceived({ type: 'IE999', withBody: false }))).toEqual([
      'ppns',
      'IE999',
      null,
      'watch',
      'unknown',
      'Transit message IE999',
    ]);
  });

  it('of a rejection names every error and the reason', () => {
    const { errors, meaning } = facts(
      transit(
        'IE056',
        '<FunctionalError><errorPointer>/CC015C/Guarantee[1]/GRN</errorPointer><errorCode>12</errorCode>' +
          '<errorReason>CL286</errorReason><originalAttributeValue>26GB9</originalAttributeValue></FunctionalError>',
        '<rejectionReason>Guarantee reference unknown</rejectionReason>',
      ),
    );
    expect({ errors, meaning }).toEqual({
      errors: [
        {
          code: '12',
          meaning: null,
          advisory: false,
          pointer: '/CC015C/Guarantee[1]/GRN',
          path: null,
          dataElement: null,
          item: null,
          description: 'CL286 (sent: 26GB9)',
          nextStep: null,
        },
      ],
      meaning:
        'The office of departure refused the message that you sent. Reason given: Guarantee reference unknown',
    });
  });

  it('of a request to locate the goods has the end of its last day as deadline', () => {
    const message = transit('IE140', '', '<limitForResponseDate>2026-12-20</limitForResponseDate>');
    expect(facts(message).deadline).toBe('2026-12-20T23:59:59.000Z');
  });

  it('of a recovery names what is claimed', () => {
    const message = transit(
      'IE035',
      '<RecoveryNotification><amountClaimed>1250.40</amountClaimed><currency>GBP</currency></RecoveryNotification>',
    );
    expect(facts(message).payments).toEqual([
      {
        kind: 'recovery',
        name: 'Amount claimed',
        amount: '1250.40',
        currency: 'GBP',
        item: null,
        payable: true,
        assessed: null,
        informational: false,
        basis: null,
      },
    ]);
  });

  it('of a decision on cancelling says which way it went', () => {
    const decided = (decision: number) =>
      summary(transit('IE009', `<Invalidation><decision>${decision}</decision></Invalidation>`)).slice(4);
    expect([decided(1), decided(0)]).toEqual([
      ['cancelled', 'Transit declaration cancelled'],
      ['request-denied', 'Cancellation refused: the transit declaration stands'],
    ]);
  });

  it('whose XML is broken is kept readable, with the problem named', () => {
    const message = JSON.parse(ctcMessageReceived({ type: 'IE029' })) as Record<string, unknown>;
    const { type, mrn, problems } = facts(JSON.stringify({ ...message, messageBody: '<ncts:CC029C><LRN>' }));
    expect({ type, mrn, problems }).toEqual({
      type: 'IE029',
      mrn: null,
      problems: ['the transit message inside could not be read as XML'],
    });
  });

  it('can be found by what its XML says', () => {
    const text = decode(ctcMessageReceived({ type: 'IE029' })).searchText.split(' ');
    expect(['26GB0000812QUAYK35', 'Halyard', '&', 'GB000081'].filter((word) => !text.includes(word))).toEqual(
      [],
    );
  });
});

it('by itself, without a notification around it, is read as a transit message', () => {
  const { type, mrn, messageId } = facts(ctcXml({ type: 'IE051' }));
  expect({ type, mrn, messageId }).toEqual({
    type: 'IE051',
    mrn: '26GB0000812QUAYK35',
    messageId: '66F1A0C3E7719A',
  });
});

describe('a notification about an upload', () => {
  it('that was accepted is only for information', () => {
    expect(summary(ctcSubmissionNotification({ code: 'SUCCESS', message: 'processed' }))).toEqual([
      'ppns',
      'SUBMISSION_NOTIFICATION',
      'SUCCESS',
      'info',
      'accepted',
      'Upload accepted',
    ]);
  });

  it('that failed validation names each error and its place', () => {
    const { attention, meaning, errors } = facts(
      ctcSubmissionNotification({
        code: 'SCHEMA_VALIDATION',
        message: 'Request failed schema validation',
        validationErrors: [
          { lineNumber: 4, columnNumber: 17, message: 'LRN is missing' },
          { lineNumber: 9, columnNumber: 3, message: 'Weight is not a number' },
        ],
      }),
    );
    expect({
      attention,
      meaning,
      errors: errors.map(({ code, path, description }) => [code, path, description]),
    }).toEqual({
      attention: 'act',
      meaning:
        'HMRC refused the file that was uploaded: Request failed schema validation. First error, line 4, column 17: LRN is missing (and 1 more)',
      errors: [
        ['SCHEMA_VALIDATION', 'line 4, column 17', 'LRN is missing'],
        ['SCHEMA_VALIDATION', 'line 9, column 3', 'Weight is not a number'],
      ],
    });
  });
});
