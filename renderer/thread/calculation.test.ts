import { describe, expect, it } from 'vitest';
import { latestCalculation } from './calculation.ts';
import { entryWith, paymentWith } from './test-threads.ts';

const tax = (id: string, statusCode: string | null, payments = [paymentWith()]) =>
  entryWith({ id, functionCode: '13', type: 'DMSTAX', statusCode, payments });

/** The ids of the calculation that counts and of a later one that does not. */
const chosen = (...newestFirst: readonly ReturnType<typeof entryWith>[]) => {
  const found = latestCalculation(newestFirst);
  return found === null ? null : [found.entry.id, found.stage, found.later?.entry.id ?? null];
};

describe('the calculation that counts', () => {
  it('is the final one, though others of its second come after it in the list', () => {
    expect(chosen(tax('3', '115'), tax('2', '4'), tax('1', '67'))).toEqual(['2', 'final', '3']);
  });

  it('is the provisional one before the indicative', () => {
    expect(chosen(entryWith({ id: '3' }), tax('2', '115'), tax('1', '67'))).toEqual([
      '2',
      'provisional',
      null,
    ]);
  });

  it('is the latest of a kind', () => {
    expect(chosen(tax('2', '67'), tax('1', '67'))).toEqual(['2', 'indicative', null]);
  });

  it('may have a status that nobody knows, and comes last then', () => {
    expect(chosen(tax('2', '99'), tax('1', '67'))).toEqual(['1', 'indicative', '2']);
    expect(chosen(tax('1', null))).toEqual(['1', 'unnamed', null]);
  });

  it('is none where nothing was calculated, nor where a damaged message only looks like it', () => {
    expect(chosen(entryWith({ id: '2' }))).toBeNull();
    expect(chosen({ ...tax('1', '4'), kind: 'unrecognised' })).toBeNull();
  });
});

describe('its amounts', () => {
  it('are duty, VAT and the rest, with the kinds they are made of and what only informs left out', () => {
    const found = latestCalculation([
      tax('1', '4', [
        paymentWith({ amount: '1240.00', assessed: '1240.00' }),
        paymentWith({ kind: 'A30', name: 'Anti-dumping duty', amount: '427.04', assessed: '427.04' }),
        paymentWith({ item: 2, amount: '32.58', assessed: '32.58' }),
        paymentWith({ kind: 'B00', name: 'VAT', amount: '0.00', assessed: '2996.02' }),
        paymentWith({ kind: 'T24', name: 'Type T24', payable: false, informational: true }),
      ]),
    ]);
    const line = (kind: string, group: string, name: string, assessed: string, payable: string) => ({
      ...{ kind, group, name, assessed, payable, currency: 'GBP' },
    });
    expect([found?.lines, found?.totals, found?.informational]).toEqual([
      [
        {
          ...{ name: 'Duty', assessed: '1699.62', payable: '1699.62', currency: 'GBP' },
          kinds: [
            line('A00', 'duty', 'Customs duty', '1272.58', '1272.58'),
            line('A30', 'duty', 'Anti-dumping duty, definitive', '427.04', '427.04'),
          ],
        },
        {
          ...{ name: 'VAT', assessed: '2996.02', payable: '0.00', currency: 'GBP' },
          kinds: [line('B00', 'vat', 'VAT', '2996.02', '0.00')],
        },
      ],
      [{ assessed: '4695.64', payable: '1699.62', currency: 'GBP' }],
      1,
    ]);
  });

  it('keep what the declaration’s own payment covers apart from what is to be paid', () => {
    const found = latestCalculation([
      tax('1', '67', [
        paymentWith({
          kind: 'header',
          name: 'Payment for the declaration',
          amount: '384.60',
          assessed: '384.60',
        }),
        paymentWith({ payable: false, amount: '0.00', assessed: '384.60' }),
      ]),
    ]);
    expect(found?.lines.map(({ name, assessed, payable }) => [name, assessed, payable])).toEqual([
      ['Duty', '384.60', null],
      ['Payment for the declaration', null, '384.60'],
    ]);
    expect(found?.totals).toEqual([{ assessed: '384.60', payable: '384.60', currency: 'GBP' }]);
  });

  it('are one line for each currency', () => {
    const found = latestCalculation([tax('1', '4', [paymentWith(), paymentWith({ currency: 'EUR' })])]);
    expect(found?.lines.map(({ name, currency }) => [name, currency])).toEqual([
      ['Duty', 'GBP'],
      ['Duty', 'EUR'],
    ]);
  });
});
