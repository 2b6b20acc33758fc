import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardNumbers, withCheckDigit, writings } from './card.fixture.ts';
import { createCardTokens } from './card-tokens.ts';
import { passesLuhn } from './luhn.ts';
import { protectCards } from './protect-cards.ts';
import { isTimestamp } from './timestamp-digits.ts';

const tokenOf = createCardTokens(new Uint8Array(32).fill(7));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (payload: Uint8Array): string => new TextDecoder().decode(payload);
const protectedText = (payload: string): string => text(protectCards(bytes(payload), tokenOf));
const VISA = '4242424242424242';
const AMEX = '378282246310005';
const MAESTRO = withCheckDigit('50181234567');
const DINERS = withCheckDigit('3612345678901');
const token = tokenOf(VISA);

describe('a card number', () => {
  it.each([
    ['alone in a string', `{"a":"${VISA}"}`, `{"a":"${token}"}`],
    ['as a number, which becomes a string', `{"a":${VISA}}`, `{"a":"${token}"}`],
    [
      'as a number with a fraction or an exponent',
      `[${VISA}.0,4.242424242424242E15]`,
      `["${token}","${token}"]`,
    ],
    ['in groups', '["4242 4242 4242 4242","4242-4242-4242-4242"]', `["${token}","${token}"]`],
    ['in a sentence', `["Paid by ${VISA}."]`, `["Paid by ${token}."]`],
    ['between letters', `["PAN${VISA}X"]`, `["PAN${token}X"]`],
    ['beside other numbers', '["12 4242 4242 4242 4242 12/28"]', `["12 ${token} 12/28"]`],
    ['in an amount, which is never as long', `{"amount":"${VISA}"}`, `{"amount":"${token}"}`],
    ['twice', `["${VISA} ${AMEX}"]`, `["${token} ${tokenOf(AMEX)}"]`],
    ['in a member’s name', `{"${VISA}":1}`, `{"${token}":1}`],
    [
      'written in escapes',
      String.raw`["4242\u00204242\u00204242\u0020\u0034242\n"]`,
      String.raw`["${token}\n"]`,
    ],
    [
      'in a UTF-16 escape of its separator',
      String.raw`["4242\u00a04242\u00a04242\u00a04242"]`,
      `["${token}"]`,
    ],
    ['after a mark that says how it is encoded', `\ufeff["${VISA}"]`, `["${token}"]`],
    ['in what is no JSON', `<b>${VISA}</b> {"a":`, `<b>${token}</b> {"a":`],
    ['in JSON inside JSON', String.raw`{"a":"{\"b\":${VISA}}"}`, String.raw`{"a":"{\"b\":${token}}"}`],
    [
      'as somebody’s identifier',
      `{"merchantId":${VISA},"traceId":"${VISA}  "}`,
      `{"merchantId":"${token}","traceId":"${token}  "}`,
    ],
    [
      'counted up by the network',
      `{"clearingTransactionId":${VISA}}`,
      `{"clearingTransactionId":"${token}"}`,
    ],
    ['behind letters of an identifier', `{"traceId":"MCC${VISA}"}`, `{"traceId":"MCC${token}"}`],
    [
      'that only few schemes issue, as an identifier',
      `{"traceId":"${MAESTRO}"}`,
      `{"traceId":"${tokenOf(MAESTRO)}"}`,
    ],
    ['in an amount of fewer digits', `{"amount":${DINERS}}`, `{"amount":"${tokenOf(DINERS)}"}`],
    ['in groups that stars part', '["4242*4242*4242*4242"]', `["${token}"]`],
    ['in groups that bars part', '["no. 4242 | 4242 | 4242 | 4242."]', `["no. ${token}."]`],
    ['in groups that commas part', '["4242,424242,424242"]', `["${token}"]`],
    ['in groups between brackets', '["(4242)(4242)(4242)(4242)"]', `["(${token})"]`],
    ['digit by digit', `["${Array.from(VISA).join('+')}"]`, `["${token}"]`],
    ['split over two members', '{"a":"42424242","b":"42424242"}', `{"a":"${token}","b":"${token}"}`],
    [
      'split over two numbers',
      '{"first6":424242,"type":"x","rest":4242424242}',
      `{"first6":"${token}","type":"x","rest":"${token}"}`,
    ],
    [
      'split, its end first',
      `{"tail":"${AMEX.slice(6)}","head":"${AMEX.slice(0, 6)}"}`,
      `{"tail":"${tokenOf(AMEX)}","head":"${tokenOf(AMEX)}"}`,
    ],
    ['split over a list', '[["4242","4242","4242",4242]]', `[["${token}","${token}","${token}","${token}"]]`],
    ['in groups that dots part', '["4242.4242.4242.4242"]', `["${token}"]`],
    ['in groups that nothing seen parts', '["4242\u200b4242\u200b4242\u200b4242"]', `["${token}"]`],
    ['on several lines', String.raw`["4242\n4242\n4242\n4242"]`, `["${token}"]`],
    [
      'in a field of another name that has more than an identifier',
      `{"traceId":"was ${VISA}"}`,
      `{"traceId":"was ${token}"}`,
    ],
  ])('is replaced %s', (_, payload, expected) => {
    expect(protectedText(payload)).toBe(expected);
  });

  it.each([
    ['in a card’s number', '{"number":"5555555555554445"}', '5555555555554445', '{"number":"TOKEN"}'],
    [
      'as a number',
      '{"card":{"number":5555555555554445}}',
      '5555555555554445',
      '{"card":{"number":"TOKEN"}}',
    ],
    [
      'between blanks',
      '{"accountNumber":" 555555555555444 "}',
      '555555555555444',
      '{"accountNumber":" TOKEN "}',
    ],
    ['in groups', '{"tokenPan":"5555 5555 5555 4445"}', '5555555555554445', '{"tokenPan":"TOKEN"}'],
    ['longer than any', '{"NUMBER":"55555555555544455555"}', '55555555555544455555', '{"NUMBER":"TOKEN"}'],
  ])('is replaced where the member says so, check digit or not: %s', (_, payload, digits, expected) => {
    expect(protectedText(payload)).toBe(expected.replace('TOKEN', tokenOf(digits)));
  });
});

describe('left byte for byte', () => {
  const longer = `9${VISA}99999`;
  it.each([
    ['a masked number', '{"number":"************4242","b":"XXXXXXXXXXXX4242","c":"424242******4242"}'],
    ['digits that fail the check', '{"a":"4242424242424241","b":4242424242424241}'],
    ['a longer run', `{"a":"${longer}","b":${longer}}`],
    ['a decimal', `{"a":${VISA}.5,"b":"0.${VISA}","c":"${VISA}.25"}`],
    ['a UUID', '["42424242-4242-4242-4242-424242424242"]'],
    ['a timestamp', `["20261122094011","${epoch()}",${epoch()},"2026-11-22 2026-11-22"]`],
    [
      'a number that the network counts up and no scheme issues',
      `{"clearingTransactionId":${withCheckDigit('123456789012345')}}`,
    ],
    ['an identifier that no scheme issues', `{"merchantId":"${withCheckDigit('12345678901234')}"}`],
    ['a list of numbers with signs between', '["10, 20, 31, 42, 55, 61, 77, 84, 90", [42, 424, 2424, 24]]'],
    ['a number beside a time', '{"a":"42424242","sentTime":"42424242"}'],
    ['an amount beside a number', '{"billingAmount":42424242,"a":42424242}'],
    ['a number in another object', '{"a":{"b":"42424242"},"c":{"d":"42424242"}}'],
    [
      'an amount',
      `{"transactionAmount":"000000000018","amount":"000000000000","billingAmount":${withCheckDigit('123456789012')}}`,
    ],
    ['odd spacing, escapes and key order', '{ "b" : "\\u00e9\\/" ,\n"a":[ 1.50, -0, 1E2, null ] }'],
    ['bytes that are no text', '\u0000\u0001 not JSON'],
  ])('is %s', (_, payload) => {
    expect(protectedText(payload)).toBe(payload);
  });

  it('are bytes that are not UTF-8', () => {
    const payload = new Uint8Array([0xff, 0xfe, 0x80, ...bytes(VISA), 0xc3, 0x28]);
    const expected = new Uint8Array([0xff, 0xfe, 0x80, ...bytes(token), 0xc3, 0x28]);
    expect(protectCards(payload, tokenOf)).toEqual(expected);
  });
});

describe('any payload', () => {
  const noise = fc.string({ unit: fc.constantFrom('a', 'é', '"', '\\', ' ', '.', ',', '€', '\n', '/') });
  const spot = fc.record({
    before: noise.map((words) => `${words};`),
    pan: cardNumbers,
    writing: fc.constantFrom(...writings),
    after: noise.map((words) => `;${words}`),
    isNumber: fc.boolean(),
  });
  type Spot = Parameters<
    Parameters<typeof fc.property<[typeof spot extends fc.Arbitrary<infer T> ? T : never]>>[1]
  >[0];
  const written = (spots: readonly Spot[], card: (one: Spot) => string): string => {
    const members = spots.map((one, index) =>
      one.isNumber
        ? `"m${index}" : ${card(one)}`
        : `"m${index}":${JSON.stringify(one.before + card(one) + one.after)}`,
    );
    return `{${members.join(',\n')}}`;
  };

  it('has its card numbers replaced and nothing else', () => {
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 6 }), (spots) => {
        const payload = written(spots, ({ pan, writing, isNumber }) => (isNumber ? pan : writing(pan)));
        const expected = written(spots, ({ pan, isNumber }) =>
          isNumber ? `"${tokenOf(pan)}"` : tokenOf(pan),
        );
        expect(protectedText(payload)).toBe(expected);
      }),
    );
  });

  it('stays JSON, holds no card number, and a second pass changes nothing', () => {
    const member = fc.oneof(
      fc.string(),
      cardNumbers,
      cardNumbers.map(Number),
      fc.double(),
      fc.maxSafeInteger(),
    );
    const value = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.oneof(fc.string(), cardNumbers), fc.array(member)),
    );
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2), (given, indent) => {
        const once = protectedText(JSON.stringify(given, null, indent));
        JSON.parse(once);
        expect([cardsLeft(once), protectedText(once)]).toEqual([[], once]);
      }),
    );
  });

  it('that is no JSON holds no card number either', () => {
    const piece = fc.oneof(cardNumbers, fc.constantFrom(' ', '-', '<', 'a', '7', '42', '"', '. '));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const once = protectedText(`not JSON ${pieces.join('')}`);
        expect([cardsLeft(once), protectedText(once)]).toEqual([[], once]);
      }),
    );
  });

  it('of great depth or length takes no long time', () => {
    const deep = '['.repeat(200_000) + `"${VISA}"` + ']'.repeat(200_000);
    const wide = `["${'4 '.repeat(300_000)}"]`;
    expect(protectedText(deep)).toContain(token);
    expect(protectedText(wide).length).toBeLessThanOrEqual(wide.length * 2);
  });
});

/** Runs of 12 to 19 digits that pass the check digit, outside our tokens: told without the code under test. */
const cardsLeft = (payload: string): readonly string[] =>
  [...payload.replace(/tok_[0-9a-f]{16}_\d{4}/g, '|').matchAll(/(?<!\d|\d\.)\d{12,19}(?!\d|\.0*[1-9])/g)]
    .map(([digits]) => digits)
    .filter((digits) => passesLuhn(digits) && !isTimestamp(digits));

/** Milliseconds since 1970 that pass the check digit. */
function epoch(): string {
  return withCheckDigit('179513280000');
}
