import { describe, expect, it } from 'vitest';
import {
  ARC,
  decoded,
  detailLines,
  exciseXml,
  fields,
  movement,
  noticeJson,
  CONSIGNEE,
} from './excise.fixture.ts';

const receipt = (conclusion: string, items = '', namespace?: string): string =>
  exciseXml(
    'IE818',
    'AcceptedOrRejectedReportOfReceiptExport',
    `${movement}<ReportOfReceiptExport>${fields({
      DateOfArrivalOfExciseProducts: '2026-11-29',
      GlobalConclusionOfReceipt: conclusion,
    })}</ReportOfReceiptExport>${items}`,
    namespace,
  );

const item = (number: string, content: string): string =>
  `<BodyReportOfReceiptExport>${fields({ BodyRecordUniqueReference: number })}${content}${fields({
    ExciseProductCode: 'B000',
  })}</BodyReportOfReceiptExport>`;

const reason = (code: string, text: string): string =>
  `<UnsatisfactoryReason>${fields({ UnsatisfactoryReasonCode: code, ComplementaryInformation: text })}</UnsatisfactoryReason>`;

describe('a report of receipt or export', () => {
  it.each([
    ['1', 'Goods received, all in order', 'info', 'accepted'],
    ['2', 'Goods received, not all in order', 'act', 'query'],
    ['3', 'Receipt refused', 'act', 'rejected'],
    ['4', 'Receipt partly refused', 'act', 'rejected'],
    ['21', 'Export confirmed, all in order', 'info', 'exited'],
    ['22', 'Export confirmed, small discrepancies', 'watch', 'exited'],
    ['23', 'Exit refused: the goods did not leave', 'act', 'rejected'],
    ['77', 'Receipt or export reported', 'watch', 'unknown'],
  ])('with conclusion %s says how it went: %s', (conclusion, title, attention, outcome) => {
    const read = decoded(receipt(conclusion));
    expect([read.statusCode, read.title, read.attention, read.outcome]).toEqual([
      conclusion,
      title,
      attention,
      outcome,
    ]);
  });

  it('names what is wrong item by item, and the sum of it as its key fact', () => {
    const items = [
      item('1', fields({ IndicatorOfShortageOrExcess: 'S', ObservedShortageOrExcess: '112.5' })),
      item('2', `${fields({ RefusedQuantity: '40' })}${reason('3', 'Crushed on one side')}`),
      item('3', reason('9', 'Wet')),
      item('4', ''),
    ].join('');
    const read = decoded(receipt('4', items));
    expect([read.keyFact, detailLines(read).slice(0, 5)]).toEqual([
      '1 item short, 1 refused, 1 damaged',
      [
        'Conclusion: partly refused (4)',
        'Item 1 (B000): shortage 112.5',
        'Item 2 (B000): refused 40; goods damaged (3): Crushed on one side',
        'Item 3 (B000): 9, a code without a description here: Wet',
        'Item 4 (B000): nothing remarked',
      ],
    ]);
  });

  it('is the same in every version of the schema', () => {
    const older = 'urn:publicid:-:EC:DGTAXUD:EMCS:PHASE4:IE818:V3.13';
    expect(decoded(receipt('3', '', older))).toEqual(decoded(receipt('3')));
  });

  it('gives message, version, time and ARC', () => {
    const { type, version, messageId, issuedAt, references } = decoded(receipt('1'));
    expect({ type, version, messageId, issuedAt, references }).toEqual({
      type: 'IE818',
      version: '1',
      messageId: 'GB100000000771203',
      issuedAt: '2026-11-30T09:14:05.250Z',
      references: [{ kind: 'arc', value: ARC }],
    });
  });

  it('of which only the notice is here says neither that goods left nor that they were accepted', () => {
    const { statusCode, keyFact, attention, outcome, meaning } = decoded(noticeJson('IE818', CONSIGNEE));
    expect({ statusCode, keyFact, attention, outcome, meaning }).toEqual({
      statusCode: null,
      keyFact: null,
      attention: 'watch',
      outcome: 'unknown',
      meaning:
        'What became of the goods was reported: they may have been accepted or refused. Only the message tells.',
    });
  });

  it('without a body that can be read claims no more than the notice', () => {
    const empty = exciseXml('IE818', 'Anything', '').replace('<m:Anything></m:Anything>', '');
    expect([decoded(empty).title, decoded(empty).statusCode]).toEqual(['Receipt or export reported', null]);
  });
});

describe('an answer about closing by hand', () => {
  const closure = (accepted: string, more: Readonly<Record<string, string>>): string =>
    exciseXml(
      'IE881',
      'ManualClosureResponse',
      `<Attributes>${fields({
        AdministrativeReferenceCode: ARC,
        SequenceNumber: '1',
        GlobalConclusionOfReceipt: '1',
        ManualClosureRequestReasonCode: '2',
        ManualClosureRequestAccepted: accepted,
        ...more,
      })}</Attributes><BodyManualClosure>${fields({
        BodyRecordUniqueReference: '11',
        IndicatorOfShortageOrExcess: 'E',
        ObservedShortageOrExcess: '7',
        ExciseProductCode: 'W200',
        ComplementaryInformation: 'One case too many',
      })}</BodyManualClosure>`,
    );

  it('that closes the movement', () => {
    const read = decoded(closure('1', {}));
    expect([
      read.title,
      read.attention,
      read.outcome,
      read.statusCode,
      read.keyFact,
      detailLines(read),
    ]).toEqual([
      'Movement closed by officials',
      'watch',
      'cleared',
      '1',
      'accepted, all in order',
      [
        'Request accepted: yes (1)',
        'Conclusion: accepted, all in order (1)',
        'Why it was asked for: consignee no longer in EMCS (2)',
        'Item 11 (W200): excess 7; One case too many',
      ],
    ]);
  });

  it('that refuses to says why, and that something is still due', () => {
    const read = decoded(closure('0', { ManualClosureRejectionReasonCode: '1' }));
    expect([read.title, read.attention, read.outcome, read.statusCode, read.keyFact]).toEqual([
      'Closing by officials refused: the movement stays open',
      'act',
      'request-denied',
      '0',
      'evidence is not enough',
    ]);
  });
});

describe('an explanation of a shortage or excess', () => {
  it('says who explained what', () => {
    const read = decoded(
      exciseXml(
        'IE871',
        'ExplanationOnReasonForShortage',
        `<Attributes><SubmitterType>2</SubmitterType></Attributes>${movement}<Analysis>${fields({
          DateOfAnalysis: '2026-11-28',
          GlobalExplanation: 'Two casks leaked',
        })}</Analysis><BodyAnalysis>${fields({
          ExciseProductCode: 'S200',
          BodyRecordUniqueReference: '2',
          Explanation: 'Leaked at Hull',
          ActualQuantity: '98',
        })}</BodyAnalysis>`,
      ),
    );
    expect([read.title, read.attention, read.statusCode, detailLines(read)]).toEqual([
      'Shortage or excess explained by the consignee',
      'watch',
      '2',
      [
        'Explained by: consignee (2)',
        'In their words: Two casks leaked',
        'Item 2 (S200): actual quantity 98; Leaked at Hull',
        'Date of analysis: 2026-11-28',
      ],
    ]);
  });
});
