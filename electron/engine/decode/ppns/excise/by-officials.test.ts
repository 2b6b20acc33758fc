import { describe, expect, it } from 'vitest';
import { ARC, decoded, detailLines, exciseXml, fields, movement } from './excise.fixture.ts';

describe('an interruption', () => {
  it('gives the reason in words and in those of the officials, and whom to call', () => {
    const read = decoded(
      exciseXml(
        'IE807',
        'InterruptionOfMovement',
        `<Attributes>${fields({
          AdministrativeReferenceCode: ARC,
          ComplementaryInformation: 'Stopped on the A63.',
          ReasonForInterruptionCode: '3',
          ReferenceNumberOfExciseOffice: 'GB004098',
        })}</Attributes><ReferenceControlReport>${fields({ ControlReportReference: 'GBAA2C3F4244ADB9' })}</ReferenceControlReport>`,
      ),
    );
    expect([
      read.attention,
      read.outcome,
      read.statusCode,
      read.keyFact,
      read.meaning,
      read.nextStep,
    ]).toEqual([
      'act',
      'held',
      '3',
      'goods lost or stolen',
      'Officials stopped this movement; the goods may be held or seized. Reason given: Stopped on the A63.',
      'Call the excise office GB004098.',
    ]);
    expect(detailLines(read)).toEqual([
      'Reason: goods lost or stolen (3)',
      'In their words: Stopped on the A63.',
      'Excise office: GB004098',
      'Control report: GBAA2C3F4244ADB9',
    ]);
  });
});

describe('an acceptance for export', () => {
  const other = '26GB00000000000417204';
  const accepted = (flagInside: 'movement' | 'acceptance'): string => {
    const flag = fields({ ExportDeclarationAcceptanceOrGoodsReleasedForExport: '1' });
    const movements = [ARC, other]
      .map(
        (arc) =>
          `<ExciseMovementEad>${fields({ AdministrativeReferenceCode: arc, SequenceNumber: '1' })}${flagInside === 'movement' ? flag : ''}</ExciseMovementEad>`,
      )
      .join('');
    return exciseXml(
      'IE829',
      'NotificationOfAcceptedExport',
      `${movements}<ExportDeclarationAcceptanceRelease>${fields({
        DateOfAcceptance: '2026-11-30',
        DocumentReferenceNumber: '26GB8WQ1L0D7YHRAA8',
      })}${flagInside === 'acceptance' ? flag : ''}</ExportDeclarationAcceptanceRelease>`,
    );
  };

  it('is no exit, and is read the same wherever its flag stands', () => {
    const read = decoded(accepted('movement'));
    expect(read).toEqual(decoded(accepted('acceptance')));
    expect([read.title, read.outcome, read.attention, read.keyFact, detailLines(read)]).toEqual([
      'Accepted for export',
      'accepted',
      'info',
      'not out of the country yet',
      [
        'Code of acceptance or release: 1',
        'Accepted: 2026-11-30',
        'Export document: 26GB8WQ1L0D7YHRAA8',
        `Also for ARC: ${other}`,
      ],
    ]);
  });
});

describe('a rejection by customs', () => {
  const result = (element: string, around: string): string =>
    exciseXml(
      'IE839',
      'RefusalByCustoms',
      `<Rejection>${fields({ RejectionReasonCode: '6' })}</Rejection><${around}>${fields({
        LocalReferenceNumber: 'EXP-77',
      })}<${element}>${fields({
        AdministrativeReferenceCode: ARC,
        BodyRecordUniqueReference: '3',
        DiagnosisCode: '7',
      })}</${element}></${around}><CEadVal>${fields({ AdministrativeReferenceCode: ARC })}</CEadVal>`,
    );

  it.each([
    ['UbrCrosscheckResult', 'ExportDeclarationInformation'],
    ['Diagnosis', 'ExportCrossCheckingDiagnoses'],
  ])('names reason and item, also under the name %s', (element, around) => {
    const read = decoded(result(element, around));
    expect([read.attention, read.statusCode, read.keyFact, read.lrn, read.errors, detailLines(read)]).toEqual(
      [
        'act',
        '6',
        'ARC taken out of the export declaration',
        null,
        [
          {
            code: '7',
            meaning: 'weights and commodity codes differ',
            advisory: false,
            pointer: null,
            path: 'item 3',
            dataElement: null,
            item: 3,
            description: null,
            nextStep: null,
          },
        ],
        ['Reason: ARC taken out of the export declaration (6)', 'LRN of the export declaration: EXP-77'],
      ],
    );
  });
});

describe('an event report', () => {
  it.each([
    ['1', 'Event on the way reported'],
    ['3', 'Further report on an event on the way'],
    ['2', 'Event report on an excise movement'],
  ])('of type %s shows codes without a list as they are', (code, title) => {
    const read = decoded(
      exciseXml(
        'IE840',
        'EventReportEnvelope',
        `<Attributes>${fields({ EventReportMessageType: code })}</Attributes>${movement}<EventReport>${fields(
          {
            DateOfEvent: '2026-11-29',
            PlaceOfEvent: 'Goole',
            ChangedTransportArrangement: '2',
          },
        )}</EventReport><BodyEventReport>${fields({
          EventTypeCode: '5',
          AssociatedInformation: 'Spilt',
          BodyRecordUniqueReference: '2',
          IndicatorOfShortageOrExcess: 'S',
          ObservedShortageOrExcess: '12',
        })}</BodyEventReport>`,
      ),
    );
    expect([read.title, read.attention, read.statusCode, detailLines(read).slice(1)]).toEqual([
      title,
      'watch',
      code,
      [
        'Date of the event: 2026-11-29',
        'Place of the event: Goole',
        'Event, code: 5',
        'Item 2: shortage 12; Spilt',
        'Transport now arranged by: consignee (2)',
      ],
    ]);
  });
});

describe('a status', () => {
  it.each([
    ['X01', 'info', 'accepted'],
    ['X05', 'act', 'rejected'],
    ['X08', 'act', 'rejected'],
    ['X13', 'act', 'held'],
    ['X14', 'info', 'accepted'],
    ['X15', 'info', 'accepted'],
    ['X12', 'watch', 'unknown'],
    ['X99', 'watch', 'unknown'],
  ])('%s asks for what it is', (code, attention, outcome) => {
    const read = decoded(
      exciseXml(
        'IE905',
        'StatusResponse',
        `<Attributes>${fields({
          AdministrativeReferenceCode: ARC,
          SequenceNumber: '1',
          Status: code,
          LastReceivedMessageType: 'IE818',
        })}</Attributes>`,
      ),
    );
    expect([read.statusCode, read.attention, read.outcome, detailLines(read)[1]]).toEqual([
      code,
      attention,
      outcome,
      'Last message: report of receipt or export (IE818)',
    ]);
  });
});

describe('a control report', () => {
  it.each([
    ['1', 'info', 'Control: nothing that matters was found'],
    ['2', 'watch', 'Control: small discrepancies found'],
    ['3', 'act', 'Control: stopping the movement is recommended'],
    ['4', 'act', 'Control: a claim for duty is intended'],
    ['5', 'info', 'Control: nothing that matters was found'],
    ['6', 'watch', 'Control of an excise movement reported'],
  ])('with conclusion %s is %s: %s', (code, attention, title) => {
    const read = decoded(
      exciseXml(
        'IE717',
        'ControlReportEnvelope',
        `${movement}<ControlReport>${fields({
          ControlType: '1',
          ReasonForControl: '5',
          GlobalControlConclusion: code,
        })}<PerformedControlAction>${fields({ PerformedControlAction: '6' })}</PerformedControlAction></ControlReport>`,
      ),
    );
    expect([read.statusCode, read.attention, read.title, detailLines(read).slice(1)]).toEqual([
      code,
      attention,
      title,
      ['Control: goods examined (1)', 'Why: an alert came in (5)', 'Done: samples taken (6)'],
    ]);
  });
});
