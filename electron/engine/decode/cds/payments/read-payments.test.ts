import { describe, expect, it } from 'vitest';
import { readXml } from '../../xml/read-xml.ts';
import { readPayments } from './read-payments.ts';

const payments = (inside: string) => {
  const document = readXml(new TextEncoder().encode(`<Declaration>${inside}</Declaration>`));
  if (!document.ok) throw new Error(document.failure.problem);
  return readPayments(document.value.root);
};

const amount = (name: string, value: string) => `<${name} currencyID="GBP">${value}</${name}>`;
const header = (inside: string) => `<DutyTaxFee><Payment>${inside}</Payment></DutyTaxFee>`;
const guarantee = (reference: string) =>
  `<ObligationGuarantee><ReferenceID>${reference}</ReferenceID></ObligationGuarantee>`;
const item = (number: string, ...lines: string[]) =>
  `<GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>${number}</SequenceNumeric>` +
  `<Commodity>${lines.join('')}</Commodity></GovernmentAgencyGoodsItem></GoodsShipment>`;
const rated = (rate: string, fee: string) =>
  fee.replace('<Payment>', `<TaxRateNumeric>${rate}</TaxRateNumeric><Payment>`);
/** A tax line; without `asked` it only informs. */
const line = (type: string, assessed: string, asked?: string) =>
  `<DutyTaxFee><TypeCode>${type}</TypeCode><Payment>${amount('TaxAssessedAmount', assessed)}` +
  `${asked === undefined ? '' : amount('PaymentAmount', asked)}</Payment></DutyTaxFee>`;

describe('the payments of a declaration', () => {
  it('are its items’ tax lines where the header asks for nothing', () => {
    expect(payments(item('2', line('A00', '20.00', '20.00'), line('T24', '7.50')))).toEqual({
      payments: [
        {
          kind: 'A00',
          name: 'Customs duty',
          amount: '20.00',
          currency: 'GBP',
          item: 2,
          payable: true,
          assessed: '20.00',
          informational: false,
          basis: null,
        },
        {
          kind: 'T24',
          name: 'Type T24',
          amount: '7.50',
          currency: 'GBP',
          item: 2,
          payable: false,
          assessed: '7.50',
          informational: true,
          basis: null,
        },
      ],
      paymentReferences: [],
      guarantees: [],
      due: null,
      problems: [],
    });
  });

  it('are the header’s where it gives a reference to pay under', () => {
    const read = payments(
      header(`<ReferenceID>QS77</ReferenceID>${amount('PaymentAmount', '384.60')}`) +
        item('1', line('B00', '300.00', '0.00')),
    );
    expect({
      references: read.paymentReferences,
      lines: read.payments.map(({ kind, amount, payable, assessed }) => ({
        kind,
        amount,
        payable,
        assessed,
      })),
    }).toEqual({
      references: ['QS77'],
      lines: [
        { kind: 'header', amount: '384.60', payable: true, assessed: null },
        { kind: 'B00', amount: '0.00', payable: false, assessed: '300.00' },
      ],
    });
  });

  it('name the guarantees whose balance does not suffice, each once', () => {
    const short = header(
      `${amount('PaymentAmount', '226.40')}${guarantee('1234567')}${guarantee('1234567')}`,
    );
    const read = payments(short);
    expect([read.guarantees, read.payments.map(({ kind, payable }) => [kind, payable])]).toEqual([
      ['1234567'],
      [['header', true]],
    ]);
  });

  it('are due at the earliest date of the header', () => {
    const due = (text: string) =>
      header(`<DueDateTime><DateTimeString>${text}</DateTimeString></DueDateTime>`);
    expect([
      payments(due('20261130') + due('20261124170000Z')).due,
      payments(due('soon')).due?.words,
      payments(due('soon')).problems,
    ]).toEqual([
      { instant: '2026-11-24T17:00:00.000Z', problem: null, words: '2026-11-24 17:00 UTC' },
      'soon',
      ['DueDateTime is not a date: soon'],
    ]);
  });

  it('are the header’s where it asks without a reference or a guarantee', () => {
    const read = payments(
      header(amount('PaymentAmount', '384.60')) + item('1', line('B00', '384.60', '0.00')),
    );
    expect([read.paymentReferences, read.payments.map(({ kind, payable }) => [kind, payable])]).toEqual([
      [],
      [
        ['header', true],
        ['B00', false],
      ],
    ]);
  });

  it('are the items’ where the header only says what was assessed', () => {
    const read = payments(
      header(amount('TaxAssessedAmount', '5.00')) + item('1', line('A00', '5.00', '5.00')),
    );
    expect(read.payments.map(({ kind, payable }) => [kind, payable])).toEqual([
      ['header', false],
      ['A00', true],
    ]);
  });

  it('say of several references, and of several guarantees, what is paid under each', () => {
    const asked = (value: string, inside: string) => header(`${inside}${amount('PaymentAmount', value)}`);
    const reference = (text: string) => `<ReferenceID>${text}</ReferenceID>`;
    const read = payments(
      asked('10.00', reference('QS77')) +
        asked('20.00', reference('QS78')) +
        asked('0.00', reference('QS79')) +
        header(reference('QS80')) +
        asked('30.00', guarantee('G1')) +
        asked('40.50', guarantee('G2') + guarantee('G3') + guarantee('G2')),
    );
    expect([read.paymentReferences, read.guarantees]).toEqual([
      ['QS77: 10.00 GBP', 'QS78: 20.00 GBP', 'QS80'],
      ['G1: 30.00 GBP', 'G2, G3 together: 40.50 GBP'],
    ]);
  });

  it('say of several references when each is due, where that differs', () => {
    const asked = (reference: string, day: string) =>
      header(
        `<ReferenceID>${reference}</ReferenceID><DueDateTime><DateTimeString>${day}</DateTimeString></DueDateTime>`,
      );
    const told = (first: string, second: string) =>
      payments(asked('QS77', first) + asked('QS78', second)).paymentReferences;
    expect([told('20261124', '20261130'), told('20261124', '20261124')]).toEqual([
      ['QS77: by 2026-11-24', 'QS78: by 2026-11-30'],
      ['QS77', 'QS78'],
    ]);
  });

  it('name several guarantees of one payment each by itself', () => {
    const read = payments(header(`${amount('PaymentAmount', '9.00')}${guarantee('G1')}${guarantee('G2')}`));
    expect(read.guarantees).toEqual(['G1', 'G2']);
  });

  it('are due only where something is asked', () => {
    const due = (asked: string) =>
      payments(
        header(
          `${amount('PaymentAmount', asked)}<DueDateTime><DateTimeString>20261124170000Z</DateTimeString></DueDateTime>`,
        ),
      ).due?.instant ?? null;
    expect(['0.00', '0.01'].map(due)).toEqual([null, '2026-11-24T17:00:00.000Z']);
  });

  it('are due until the day ends', () => {
    const due = '<DueDateTime><DateTimeString>20260701</DateTimeString></DueDateTime>';
    expect(payments(header(due)).due).toEqual({
      instant: '2026-07-01T22:59:59.000Z',
      problem: null,
      words: '2026-07-01',
    });
  });

  it.each(['0.00', '0', '000.0', '-5.00'])(
    'are the items’ where the header asks for nothing under a reference: %s',
    (nothing) => {
      const read = payments(
        header(`<ReferenceID>QS77</ReferenceID>${amount('PaymentAmount', nothing)}`) +
          item('1', line('A00', '5.00', '5.00')),
      );
      expect([read.paymentReferences, read.payments.map(({ kind, payable }) => [kind, payable])]).toEqual([
        [],
        [
          ['header', false],
          ['A00', true],
        ],
      ]);
    },
  );

  it('keep the reference of a header that names no amount, or one that is not a number', () => {
    const references = ['', amount('PaymentAmount', 'much')].map(
      (asked) => payments(header(`<ReferenceID>QS77</ReferenceID>${asked}`)).paymentReferences,
    );
    expect(references).toEqual([['QS77'], ['QS77']]);
  });

  it('keep what was assessed where what is asked is not a number', () => {
    const read = payments(item('3', line('A00', '5.00', 'much')));
    expect([
      read.payments.map(({ amount, payable, assessed, informational }) => [
        amount,
        payable,
        assessed,
        informational,
      ]),
      read.problems,
    ]).toEqual([[['5.00', false, '5.00', true]], ['the amount of A00 of item 3 is not a number: much']]);
  });

  it('say of each item’s line what it was worked out from', () => {
    const read = payments(
      header(amount('PaymentAmount', '5.00')) +
        item('1', rated('4.00', line('A00', '5.00', '5.00')), line('B00', '0.00', '0.00')),
    );
    expect(read.payments.map(({ basis }) => basis?.rate ?? null)).toEqual([null, '4.00', null]);
  });

  it('keep amounts exact, without zeros in front, whatever their currency', () => {
    const plain = '<DutyTaxFee><Payment><PaymentAmount> 010.500 </PaymentAmount></Payment></DutyTaxFee>';
    expect(payments(item('x', plain)).payments).toEqual([
      {
        kind: 'unknown',
        name: 'Type unknown',
        amount: '10.500',
        currency: null,
        item: null,
        payable: true,
        assessed: null,
        informational: false,
        basis: null,
      },
    ]);
  });

  it('leave out what is not a number and say so', () => {
    const read = payments(item('3', line('A00', '1,000.00', '1,000.00'), line('B00', '1e3')));
    expect([read.payments, read.problems]).toEqual([
      [],
      [
        'the amount of A00 of item 3 is not a number: 1,000.00',
        'the amount of B00 of item 3 is not a number: 1e3',
      ],
    ]);
  });

  it('are none where there is nothing to pay or assess', () => {
    expect(payments('<ID>26GB5QUAY51DE0001R</ID><DutyTaxFee/>')).toEqual({
      payments: [],
      paymentReferences: [],
      guarantees: [],
      due: null,
      problems: [],
    });
  });
});
