import { expect, it } from 'vitest';
import { readXml } from '../../xml/read-xml.ts';
import { taxBasis } from './tax-basis.ts';

const basisOf = (inside: string) => {
  const document = readXml(new TextEncoder().encode(`<DutyTaxFee>${inside}</DutyTaxFee>`));
  if (!document.ok) throw new Error(document.failure.problem);
  return taxBasis(document.value.root);
};

it('has the value, what is taken off, the rate and the preference as they are written', () => {
  expect(
    basisOf(
      '<AdValoremTaxBaseAmount currencyID="GBP">840.50</AdValoremTaxBaseAmount>' +
        '<DeductAmount currencyID="GBP">1.25</DeductAmount><DutyRegimeCode>120</DutyRegimeCode>' +
        '<TaxRateNumeric>6.50</TaxRateNumeric><TypeCode>A00</TypeCode>',
    ),
  ).toEqual({
    base: { amount: '840.50', currency: 'GBP' },
    quantity: null,
    rate: '6.50',
    deducted: { amount: '1.25', currency: 'GBP' },
    preference: '120',
  });
});

it('has the quantity with its unit, where a tax goes by quantity', () => {
  expect(
    basisOf(
      '<SpecificTaxBaseQuantity unitCode="LTR">12.5</SpecificTaxBaseQuantity><TaxRateNumeric>3</TaxRateNumeric>',
    ),
  ).toMatchObject({ quantity: { amount: '12.5', unit: 'LTR' }, rate: '3', base: null });
});

it.each([
  ['', null],
  ['<TypeCode>B00</TypeCode><DeductAmount currencyID="GBP">0.00</DeductAmount>', null],
  ['<TaxRateNumeric>twenty</TaxRateNumeric><AdValoremTaxBaseAmount>1,000</AdValoremTaxBaseAmount>', null],
])('says nothing where nothing, or no number, is said: %s', (inside, nothing) => {
  expect(basisOf(inside)).toBe(nothing);
});
