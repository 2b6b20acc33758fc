import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMajor, major } from './amounts.ts';
import { currencyOf } from './currencies.ts';

describe('an amount', () => {
  it.each([
    ['7550', 'USD', '75.50', 'USD'],
    ['9110', 'JPY', '9110', 'JPY'],
    ['12345', '414', '12.345', 'KWD'],
    ['000000007550', '840', '75.50', 'USD'],
    ['-5', 'gbp', '-0.05', 'GBP'],
    ['7550.0', '36', '75.50', 'AUD'],
  ])('of %s in minor units of %s is %s', (sent, code, amount, currency) => {
    expect(major(sent, code)).toEqual({ amount, currency, problem: null });
  });

  it.each([
    ['12.3', 'USD', '12.30', 'USD'],
    ['500.0', '392', '500', 'JPY'],
    ['1.2345', 'EUR', '1.2345', 'EUR'],
    ['1.2300', 'EUR', '1.23', 'EUR'],
    ['1234', 'BHD', '1234.000', 'BHD'],
  ])('of %s in major units of %s is %s', (sent, code, amount, currency) => {
    expect(asMajor(sent, code)).toEqual({ amount, currency, problem: null });
  });

  it.each([
    [major('75.50', 'USD'), '75.50', 'USD', /whole minor units/],
    [major('7550', 'QQQ'), '7550', 'QQQ', /no currency that is known/],
    [major('7550', null), '7550', null, /no currency that is known/],
    [major('1,000', 'USD'), '1,000', 'USD', /not a number/],
    [asMajor('', '978'), '', 'EUR', /not a number/],
  ])('that cannot be told stays as sent, with the reason', (found, amount, currency, problem) => {
    expect(found).toEqual({ amount, currency, problem: expect.stringMatching(problem) });
  });

  it('in major units, read again as such, stays what it is', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.constantFrom('JPY', 'USD', 'KWD', 'CLF'),
        (units, code) => {
          const once = major(String(units), code);
          expect([asMajor(once.amount, code), BigInt(once.amount.replace('.', ''))]).toEqual([once, units]);
        },
      ),
    );
  });
});

describe('a currency', () => {
  it('that this runtime knows is in the table, whatever is in use today', () => {
    const known = [
      'GBP',
      'EUR',
      'USD',
      'CHF',
      'CNY',
      'INR',
      'PLN',
      'SEK',
      'TRY',
      'ZAR',
      'AED',
      'HKD',
      'SGD',
      'NOK',
      'DKK',
    ];
    expect(known.filter((code) => currencyOf(code) === null)).toEqual([]);
    expect(known.map((code) => currencyOf(currencyOf(code)?.numeric ?? '')?.alpha)).toEqual(known);
    expect([currencyOf('toString'), currencyOf('000'), currencyOf(''), currencyOf(null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['XCG', '532', 2],
    ['CLF', '990', 4],
    ['XAF', '950', 0],
    ['BHD', '048', 3],
    ['ISK', '352', 0],
    ['HUF', '348', 2],
    ['UYW', '927', 4],
  ])('%s is %s with %i digits', (alpha, numeric, exponent) => {
    expect([currencyOf(alpha), currencyOf(numeric)]).toEqual([
      { alpha, numeric, exponent },
      { alpha, numeric, exponent },
    ]);
  });

  it('is none of a metal, a test code or no currency', () => {
    expect(['XAU', 'XTS', 'XXX', '999', 'ANG'].map(currencyOf)).toEqual([null, null, null, null, null]);
  });
});
