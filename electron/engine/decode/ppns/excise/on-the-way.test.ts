import { describe, expect, it } from 'vitest';
import {
  ARC,
  CONSIGNEE,
  CONSIGNOR,
  decoded,
  detailLines,
  exciseXml,
  fields,
  movement,
  noticeJson,
} from './excise.fixture.ts';

describe('the movement itself', () => {
  const container = (sequence: string): string =>
    exciseXml(
      'IE801',
      'EADESADContainer',
      [
        `<ConsigneeTrader>${fields({ Traderid: CONSIGNEE, TraderName: 'Quay Bond Ltd' })}</ConsigneeTrader>`,
        `<ExciseMovement>${fields({ AdministrativeReferenceCode: ARC })}</ExciseMovement>`,
        `<ConsignorTrader>${fields({ TraderExciseNumber: CONSIGNOR, TraderName: 'Hill Stills' })}</ConsignorTrader>`,
        `<EadEsad>${fields({
          LocalReferenceNumber: 'HS-2026-0417',
          OriginTypeCode: '1',
          DateOfDispatch: '2026-11-30',
          TimeOfDispatch: '22:30:00',
        })}</EadEsad>`,
        `<HeaderEadEsad>${fields({ SequenceNumber: sequence, DestinationTypeCode: '1', JourneyTime: 'D02' })}</HeaderEadEsad>`,
        `<MovementGuarantee>${fields({ GuarantorTypeCode: '124' })}</MovementGuarantee>`,
        `<BodyEadEsad>${fields({ BodyRecordUniqueReference: '1', ExciseProductCode: 'S200', CnCode: '22083030', Quantity: '400.000' })}</BodyEadEsad>`,
      ].join(''),
    );

  it('tells both sides of what it says, because it does not say whose copy it is', () => {
    const read = decoded(container('1'));
    expect([
      read.title,
      read.attention,
      read.outcome,
      read.keyFact,
      read.lrn,
      read.trader,
      detailLines(read),
    ]).toEqual([
      'Excise movement accepted',
      'watch',
      'accepted',
      'destination: tax warehouse',
      'HS-2026-0417',
      CONSIGNOR,
      [
        `Consignor: Hill Stills (${CONSIGNOR})`,
        `Consignee: Quay Bond Ltd (${CONSIGNEE})`,
        'Destination: tax warehouse (1)',
        'Dispatched: 2026-11-30 22:30:00',
        'Journey time: 2 days',
        'Expected by: 2026-12-02 22:30',
        'Origin: tax warehouse (1)',
        'Guarantee: consignor, transporter and consignee (124)',
        'Item 1 (S200): 22083030, quantity 400.000',
      ],
    ]);
  });

  it('of a later version says that it changed', () => {
    const { title, version, outcome } = decoded(container('2'));
    expect({ title, version, outcome }).toEqual({
      title: 'New version of the excise movement',
      version: '2',
      outcome: 'updated',
    });
  });

  it.each([
    [CONSIGNOR, 'Excise movement accepted', 'info'],
    [CONSIGNEE.toLowerCase(), 'Excise goods on their way to you', 'watch'],
    ['GBWK000000000', 'Excise movement accepted', 'watch'],
    [null, 'Excise movement accepted', 'watch'],
  ])('told by a notice to %s is what it is to that side', (ern, title, attention) => {
    const read = decoded(noticeJson('IE801', ern));
    expect([read.title, read.attention, read.statusCode]).toEqual([title, attention, null]);
  });
});

describe('a reminder', () => {
  const reminder = (code: string): string =>
    exciseXml(
      'IE802',
      'ReminderMessageForExciseMovement',
      `<Attributes>${fields({
        DateAndTimeOfIssuanceOfReminder: '2026-11-30T08:00:00',
        LimitDateAndTime: '2026-12-04T16:00:00',
        ReminderMessageType: code,
      })}</Attributes>${movement}`,
    );

  it.each([
    ['1', 'Reminder: change of destination is due', 'act'],
    ['2', 'Reminder: report of receipt or export is due', 'act'],
    ['3', 'Reminder: destination is still missing', 'act'],
    ['8', 'Excise movement reminder', 'act'],
  ])('of type %s says what is due: %s', (code, title, attention) => {
    const read = decoded(reminder(code));
    expect([read.title, read.attention, read.statusCode, read.deadline]).toEqual([
      title,
      attention,
      code,
      '2026-12-04T16:00:00.000Z',
    ]);
  });

  it('tells each side what it has to do where it cannot be told which one reads', () => {
    expect(decoded(reminder('2')).nextStep).toBe(
      'If you are the consignor: Ask the consignee or the office of export. If the report was made in the last 7 days, the two may have crossed. If you are the consignee: Send the report of receipt (IE818), or explain the delay (IE837). If you sent it in the last 7 days, the two may have crossed.',
    );
  });
});

describe('a diversion', () => {
  const diversion = (code: string, arcs: readonly string[]): string =>
    exciseXml(
      'IE803',
      'NotificationOfDivertedEADESAD',
      `<ExciseNotification>${fields({
        NotificationType: code,
        NotificationDateAndTime: '2026-11-30T08:00:00',
        AdministrativeReferenceCode: ARC,
        SequenceNumber: '1',
      })}</ExciseNotification>${arcs
        .map((arc) => `<DownstreamArc>${fields({ AdministrativeReferenceCode: arc })}</DownstreamArc>`)
        .join('')}`,
    );

  it('says to a consignee that the goods are no longer his', () => {
    const { title, attention, nextStep } = decoded(diversion('1', []));
    expect({ title, attention, nextStep }).toEqual({
      title: 'Excise movement diverted',
      attention: 'watch',
      nextStep: 'If you are the consignee: Do not receive these goods, and do not report receipt of them.',
    });
  });

  it('by a split names the new ARCs and stays in the thread of the old one', () => {
    const [one, other] = ['26GB00000000000417301', '26GB00000000000417302'];
    const read = decoded(diversion('2', [one, other]));
    expect([read.title, read.keyFact, read.references, detailLines(read)]).toEqual([
      'Excise movement split',
      '2 new ARCs',
      [{ kind: 'arc', value: ARC }],
      ['What happened: split (2)', 'Told: 2026-11-30 08:00:00', `New ARC: ${one}`, `New ARC: ${other}`],
    ]);
  });
});

describe('a cancellation', () => {
  const cancellation = exciseXml(
    'IE810',
    'CancellationOfEAD',
    `<ExciseMovementEad>${fields({ AdministrativeReferenceCode: ARC })}</ExciseMovementEad><Cancellation>${fields(
      {
        CancellationReasonCode: '3',
      },
    )}</Cancellation>`,
  );

  it('gives its reason', () => {
    const { attention, outcome, statusCode, keyFact } = decoded(cancellation);
    expect({ attention, outcome, statusCode, keyFact }).toEqual({
      attention: 'act',
      outcome: 'cancelled',
      statusCode: '3',
      keyFact: 'duplicate movement',
    });
  });

  it.each([
    [CONSIGNOR, 'info', 'You sent this cancellation, and it went through.'],
    [CONSIGNEE, 'act', 'The consignor cancelled the movement before it left: these goods will not come.'],
  ])('is a receipt to the consignor and an event to the consignee', (ern, attention, meaning) => {
    const read = decoded(noticeJson('IE810', ern));
    expect([read.attention, read.meaning]).toEqual([attention, meaning]);
  });
});

describe('a change of destination', () => {
  const change = (code: string): string =>
    exciseXml(
      'IE813',
      'ChangeOfDestination',
      `<UpdateEadEsad>${fields({
        AdministrativeReferenceCode: ARC,
        JourneyTime: 'H12',
        SequenceNumber: '2',
      })}</UpdateEadEsad><DestinationChanged>${fields({ DestinationTypeCode: code })}<NewConsigneeTrader>${fields(
        {
          Traderid: CONSIGNEE,
          TraderName: 'Quay Bond Ltd',
        },
      )}</NewConsigneeTrader></DestinationChanged>`,
    );

  it('names where the goods go now', () => {
    const read = decoded(change('4'));
    expect([read.title, read.version, read.statusCode, read.keyFact, detailLines(read)]).toEqual([
      'Destination of the excise movement changed',
      '2',
      '4',
      'new destination: direct delivery',
      [
        'New destination: direct delivery (4)',
        `New consignee: Quay Bond Ltd (${CONSIGNEE})`,
        'Journey time: 12 hours',
      ],
    ]);
  });

  it('back to the consignor is a return', () => {
    expect(decoded(change('11')).title).toBe('Excise movement sent back to the consignor');
  });
});

describe('an alert or rejection', () => {
  const alert = (flag: string, ...reasons: readonly string[]): string =>
    exciseXml(
      'IE819',
      'AlertOrRejectionOfEADESAD',
      `${movement}<AlertOrRejection>${fields({
        DateOfAlertOrRejection: '2026-11-30',
        EadEsadRejectedFlag: flag,
      })}</AlertOrRejection>${reasons
        .map(
          (code) =>
            `<AlertOrRejectionOfEadEsadReason>${fields({ AlertOrRejectionOfMovementReasonCode: code })}</AlertOrRejectionOfEadEsadReason>`,
        )
        .join('')}`,
    );

  it.each([
    ['0', 'Alert from the consignee', 'query'],
    ['1', 'Movement rejected by the consignee', 'rejected'],
    ['5', 'Alert or rejection of an excise movement', 'query'],
  ])('with flag %s is %s', (flag, title, outcome) => {
    const read = decoded(alert(flag, '2', '3'));
    expect([read.title, read.outcome, read.attention, read.statusCode, read.keyFact]).toEqual([
      title,
      outcome,
      'act',
      flag,
      'goods are not those ordered, and 1 more',
    ]);
  });

  it('to the consignee who sent it is a receipt', () => {
    const read = decoded(noticeJson('IE819', CONSIGNEE));
    expect([read.attention, read.meaning]).toEqual([
      'info',
      'You sent this alert or rejection, and it went through.',
    ]);
  });
});

describe('an explanation of a delay', () => {
  it.each([
    ['1', 'Delay of the report of receipt explained'],
    ['2', 'Delay of the destination explained'],
    ['9', 'Delay of an excise movement explained'],
  ])('with role %s says what is late: %s', (role, title) => {
    const read = decoded(
      exciseXml(
        'IE837',
        'ExplanationOnDelayForDelivery',
        `<Attributes>${fields({
          SubmitterIdentification: CONSIGNOR,
          SubmitterType: '1',
          ExplanationCode: '4',
          MessageRole: role,
        })}</Attributes>${movement}`,
      ),
    );
    expect([read.title, read.attention, read.statusCode, read.keyFact, read.trader]).toEqual([
      title,
      'info',
      role,
      'bad weather',
      CONSIGNOR,
    ]);
  });
});
