import { describe, expect, it } from 'vitest';
import { ctcMessageReceived, ctcSubmissionNotification, ctcXml } from '../simulators/ppns/ctc-messages.ts';
import { ppnsDecoder } from '../../electron/engine/decode/ppns/ppns-decoder.ts';
import { factsOf } from '../support/transit-messages.ts';

const summary = (message: string): unknown[] => {
  const { kind, type, statusCode, attention, outcome, title } = factsOf(message);
  return [kind, type, statusCode, attention, outcome, title];
};

const withBody = (about: object, messageBody: string): string =>
  JSON.stringify({
    ...(JSON.parse(ctcMessageReceived({ type: 'IE029', withBody: false })) as object),
    ...about,
    messageBody,
  });

describe('a transit notification', () => {
  it('says what happened and what it is about', () => {
    expect(factsOf(ctcMessageReceived({ type: 'IE029' }))).toEqual({
      kind: 'ppns',
      type: 'IE029',
      functionCode: null,
      statusCode: null,
      title: 'Released for transit',
      meaning: 'The goods are released for transit and may leave the office of departure.',
      nextStep:
        'Print the transit accompanying document and give it to the driver: it travels with the goods.',
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
      details: [{ name: 'Office of departure', value: 'UK North Auth Consignor/nees (GB000081)' }],
      deadline: null,
      problems: [],
    });
  });

  it('without its body keeps type, movement and trader, and claims nothing else', () => {
    const { type, mrn, references, trader, statusCode, details } = factsOf(
      ctcMessageReceived({ type: 'IE043', direction: 'arrivals', withBody: false }),
    );
    expect({ type, mrn, references, trader, statusCode, details }).toEqual({
      type: 'IE043',
      mrn: null,
      references: [{ kind: 'arrival', value: '66f1a0c3d2e4b597' }],
      trader: 'GB731946285000',
      statusCode: null,
      details: [],
    });
  });

  it.each([
    ['IE004', 'info', 'amended', 'Amendment accepted'],
    ['IE007', 'info', 'unknown', 'You sent it: an arrival notification'],
    ['IE009', 'watch', 'unknown', 'Decision on cancelling the transit declaration'],
    ['IE019', 'act', 'query', 'Discrepancies at destination: movement not discharged'],
    ['IE022', 'act', 'query', 'Amendment of the declaration requested'],
    ['IE023', 'watch', 'unknown', 'Unexpected transit message: a notice to the guarantor'],
    ['IE025', 'watch', 'unknown', 'Decision on release at destination'],
    ['IE028', 'info', 'accepted', 'Transit declaration accepted: MRN allocated'],
    ['IE035', 'act', 'tax', 'Duty is being recovered'],
    ['IE043', 'act', 'request-granted', 'Unloading permitted'],
    ['IE045', 'info', 'cleared', 'Movement discharged: guarantee freed'],
    ['IE051', 'act', 'held', 'Transit refused: goods not released'],
    ['IE055', 'act', 'held', 'Guarantee not accepted'],
    ['IE056', 'act', 'rejected', 'Message rejected by the office of departure'],
    ['IE057', 'act', 'rejected', 'Message rejected by the office of destination'],
    ['IE060', 'act', 'control', 'Transit: control, documents or intention to control'],
    ['IE140', 'act', 'query', 'Proof of arrival requested'],
    ['IE182', 'watch', 'unknown', 'Incident on the way'],
    ['IE906', 'act', 'rejected', 'Message refused: errors in its content'],
    ['IE917', 'act', 'rejected', 'Message refused: not valid XML'],
    ['IE928', 'info', 'registered', 'Transit declaration received'],
    ['IE037', 'watch', 'unknown', 'Transit message IE037: response query on guarantees'],
    ['IE999', 'watch', 'unknown', 'Transit message IE999'],
  ])('of type %s without its body draws the attention it deserves', (type, attention, outcome, title) => {
    expect(summary(ctcMessageReceived({ type, withBody: false }))).toEqual([
      ...['ppns', type, null],
      ...[attention, outcome, title],
    ]);
  });

  it.each(['IE056', 'IE057', 'IE022', 'IE906'])('of type %s without its body speaks of no errors', (type) => {
    expect(factsOf(ctcMessageReceived({ type, withBody: false })).nextStep).not.toMatch(/correct|error/i);
  });

  it('goes by the same type under either prefix, and by its XML where the notification names none', () => {
    const message = JSON.parse(ctcMessageReceived({ type: 'IE060' })) as Record<string, unknown>;
    const unnamed = Object.fromEntries(Object.entries(message).filter(([name]) => name !== 'messageType'));
    const types = [
      factsOf(JSON.stringify({ ...message, messageType: 'CC060C' })).type,
      factsOf(JSON.stringify({ ...unnamed, nessageType: 'IE060' })).type,
      factsOf(JSON.stringify(unnamed)).type,
    ];
    expect(types).toEqual(['IE060', 'IE060', 'IE060']);
  });

  it('is what stands inside, where the notification calls it another', () => {
    const { type, title, problems } = factsOf(withBody({ messageType: 'IE029' }, ctcXml({ type: 'IE051' })));
    expect([type, title, problems]).toEqual([
      'IE051',
      'Transit refused: goods not released',
      ['the notification names IE029, but IE051 stands inside'],
    ]);
  });

  it.each([
    ['<ncts:CC025C><LRN>', 'the transit message inside could not be read as XML'],
    ['no XML at all', 'the transit message inside could not be read as XML'],
    ['<note>1</note>', 'what stands inside is not a transit message'],
    [
      '<CC025A><HEAHEA/></CC025A>',
      'the message is of an earlier phase of NCTS, of which only the type is known here',
    ],
  ])(
    'with %s inside claims no more than one without a body, and names the problem',
    (messageBody, problem) => {
      const bare = factsOf(ctcMessageReceived({ type: 'IE025', withBody: false }));
      expect(factsOf(withBody({ messageType: 'IE025' }, messageBody))).toEqual({
        ...bare,
        problems: [problem],
      });
    },
  );

  it('without its body stands where HMRC put it into the box; one with a body where its sender dated it', () => {
    const envelope = { createdDateTime: '2026-11-22T11:00:00.160+0000' };
    const issued = (withBody: boolean) =>
      ppnsDecoder.decode(new TextEncoder().encode(ctcMessageReceived({ type: 'IE060', withBody })), {
        envelope,
      })[0]?.facts.issuedAt;
    expect([issued(false), issued(true)]).toEqual(['2026-11-22T11:00:00.160Z', '2026-11-22T09:40:11.000Z']);
  });

  it('can be found by what its XML says', () => {
    const [part] = ppnsDecoder.decode(new TextEncoder().encode(ctcMessageReceived({ type: 'IE029' })));
    const text = part?.searchText.split(' ') ?? [];
    expect(['26GB0000812QUAYK35', 'Halyard', '&', 'GB000081'].filter((word) => !text.includes(word))).toEqual(
      [],
    );
  });
});

describe('a transit message by itself', () => {
  it('is read without a notification around it', () => {
    const { type, mrn, messageId } = factsOf(ctcXml({ type: 'IE051' }));
    expect({ type, mrn, messageId }).toEqual({
      type: 'IE051',
      mrn: '26GB0000812QUAYK35',
      messageId: '66F1A0C3E7719A',
    });
  });

  it('is the same in phase 6, with its phase written with a blank before it, and without a prefix', () => {
    const written = ctcXml({ type: 'IE928' });
    const forms = [
      written.replace('"NCTS5.1"', '" NCTS6"'),
      written.replaceAll('ncts:', '').replace('xmlns:ncts', 'xmlns'),
    ];
    expect(forms.map(factsOf)).toEqual([factsOf(written), factsOf(written)]);
  });

  it('of a phase before the fifth is not read by elements that it does not have', () => {
    const { type, title, problems } = factsOf(
      '<CC029B><HEAHEA><DocNumHEA5>26GB1</DocNumHEA5></HEAHEA></CC029B>',
    );
    expect([type, title, problems.length]).toEqual(['IE029', 'Released for transit', 1]);
  });
});

describe('a notification about an upload', () => {
  it('that was accepted is only for information', () => {
    expect(summary(ctcSubmissionNotification({ code: 'SUCCESS', message: 'processed' }))).toEqual([
      'ppns',
      'SUBMISSION_NOTIFICATION',
      'SUCCESS',
      'info',
      'registered',
      'Upload accepted',
    ]);
  });

  it('that failed validation names each error and its place', () => {
    const { attention, meaning, errors } = factsOf(
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
