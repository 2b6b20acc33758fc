import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecodedPayment } from '../notification.ts';
import { sumAssessed, sumPayable } from './sum-payments.ts';
import { taxType } from './tax-type.ts';

const line = (kind: string, amount: string, more: Partial<DecodedPayment> = {}): DecodedPayment => ({
  kind,
  name: kind,
  amount,
  currency: 'GBP',
  item: 1,
  payable: true,
  assessed: amount,
  informational: false,
  basis: null,
  ...more,
});

const informs = { payable: false, informational: true };

describe('the sums of payments', () => {
  it('are by kind, by group and in all, of what is payable', () => {
    const lines = [line('A00', '20.00'), line('B00', '204'), line('A00', '0.105'), line('IPR', '9', informs)];
    expect(sumPayable(lines)).toEqual({
      byKind: [
        { kind: 'A00', name: 'Customs duty', group: 'duty', amount: '20.105', currency: 'GBP' },
        { kind: 'B00', name: 'VAT', group: 'vat', amount: '204', currency: 'GBP' },
      ],
      duty: [{ amount: '20.105', currency: 'GBP' }],
      vat: [{ amount: '204', currency: 'GBP' }],
      excise: [],
      total: [{ amount: '224.105', currency: 'GBP' }],
    });
  });

  it('never mix currencies, and no currency is one of its own', () => {
    const lines = [
      line('A00', '1'),
      line('A00', '2', { currency: 'EUR' }),
      line('A00', '4', { currency: null }),
    ];
    expect(sumPayable(lines).total).toEqual([
      { amount: '1', currency: 'GBP' },
      { amount: '2', currency: 'EUR' },
      { amount: '4', currency: null },
    ]);
  });

  it('of what is assessed count each tax once, whoever pays it and when', () => {
    const lines = [
      line('header', '84.60', { item: null }),
      line('A50', '0.00', { payable: false, assessed: '70.50' }),
      line('B05', '0.00', { payable: false, assessed: '14.10' }),
      line('IPR', '70.50', informs),
    ];
    const { duty, vat, total } = sumAssessed(lines);
    expect({ duty, vat, total }).toEqual({
      duty: [{ amount: '70.50', currency: 'GBP' }],
      vat: [{ amount: '14.10', currency: 'GBP' }],
      total: [{ amount: '84.60', currency: 'GBP' }],
    });
  });

  it('are exact: they equal sums of whole thousandths', () => {
    const thousandths = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
    fc.assert(
      fc.property(fc.array(fc.record({ value: thousandths, payable: fc.boolean() })), (entries) => {
        const lines = entries.map(({ value, payable }) => line('B00', written(value), { payable }));
        const expected = entries.reduce((sum, { value, payable }) => (payable ? sum + value : sum), 0n);
        const [total] = sumPayable(lines).total;
        expect(total?.amount ?? '0.000').toBe(written(expected));
      }),
    );
  });

  it('do not throw on any text, and leave out what is not a number', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (kind, amount) => {
        const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(amount);
        expect(sumPayable([line(kind, amount)]).total).toHaveLength(isNumber ? 1 : 0);
      }),
    );
  });
});

describe('a tax type', () => {
  it('has a name and a group, known or not', () => {
    expect(['A00', 'A80', 'B00', '311', '99A', 'T24', 'toString'].map((code) => taxType(code))).toEqual([
      { name: 'Customs duty', group: 'duty' },
      { name: 'Anti-dumping duty, definitive, EU rate (Northern Ireland)', group: 'duty' },
      { name: 'VAT', group: 'vat' },
      { name: 'Excise duty, type 311', group: 'excise' },
      { name: 'Excise duty, type 99A', group: 'excise' },
      { name: 'Type T24', group: 'other' },
      { name: 'Type toString', group: 'other' },
    ]);
  });
});

/** Thousandths as the messages write amounts. */
function written(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(4, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}
