import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../cds/chance.ts';
import { anyEvent, eventOf, SUBJECTS } from './any-event.ts';
import { authorization, reversal } from './authorization.ts';
import { bpcAuthorization } from './bpc-authorization.ts';
import { masked, testCard, withCheckDigit } from './cards.ts';
import { bpcClearing, clearing } from './clearing.ts';
import { mastercardLives } from './lives.ts';
import { currencies } from './money.ts';
import { anyOddity, oddContent } from './odd-content.ts';
import { paymentUpdate } from './payment-update.ts';
import { madeUpPurchase, merchantAt } from './purchase.ts';
import { ACCOUNT_HOLDER, madeUpToken, tokenProvisioning } from './token.ts';

const AT = Date.UTC(2026, 10, 22, 9, 40, 11);
const random = seeded(4);

/** The value at a path such as `acceptor.amount.value`. */
const at = (event: { readonly content: unknown }, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], event.content);

const purchaseIn = (currency: keyof typeof currencies, minor: number) =>
  madeUpPurchase(random, AT, {
    merchant: merchantAt(currency),
    amount: { minor, currency: currencies[currency] },
  });

describe('amounts', () => {
  it('are minor units in authorizations and major units in clearings, by the currency’s own digits', () => {
    const told = (['GBP', 'JPY', 'KWD'] as const).map((currency) => {
      const purchase = purchaseIn(currency, 123_456);
      const [auth, bpc] = [authorization(random, purchase), bpcAuthorization(random, purchase)];
      const [clear, bpcClear] = [clearing(random, purchase), bpcClearing(random, purchase)];
      return [
        at(auth, 'transactionAmount'),
        at(auth, 'transactionCurrencyCode'),
        at(bpc, 'acceptor.amount'),
        at(clear, 'acceptor.amount'),
        at(bpcClear, 'acceptor.amount.amount'),
      ];
    });
    const cleared = (value: number, currencyCode: string, currencyCodeAlphabetic: string) => ({
      value,
      currencyCode,
      currencyCodeAlphabetic,
    });
    expect(told).toEqual([
      [123_456, 'GBP', { amount: 123_456, currencyCode: '826' }, cleared(1234.56, '826', 'GBP'), 1234.56],
      [123_456, 'JPY', { amount: 123_456, currencyCode: '392' }, cleared(123_456, '392', 'JPY'), 123_456],
      [123_456, 'KWD', { amount: 123_456, currencyCode: '414' }, cleared(123.456, '414', 'KWD'), 123.456],
    ]);
  });

  it('that replace another are zero-padded text at Business Payment Controls', () => {
    const event = bpcAuthorization(random, purchaseIn('GBP', 10_000), { leftMinor: 2550 });
    expect([at(event, 'messageTypeIndicator'), at(event, 'transactionInformation.reversal')]).toEqual([
      '0400',
      {
        replacementTransactionAmount: '000000002550',
        replacementSettlementAmount: '000000002550',
        replacementCardholderAmount: '000000002550',
      },
    ]);
  });
});

describe('events of the same money', () => {
  it('share the banknet reference and the padded trace id', () => {
    const purchase = madeUpPurchase(random, AT);
    const [auth, back, clear] = [
      authorization(random, purchase),
      reversal(random, purchase, { leftMinor: 0 }),
      clearing(random, purchase),
    ];
    expect([auth, back, clear].map((event) => at(event, 'banknetReferenceNumber'))).toEqual(
      Array(3).fill(purchase.banknet),
    );
    expect([at(auth, 'traceId'), at(back, 'traceId'), at(back, 'originalMessage')]).toEqual([
      `MCC${purchase.banknet}1122  `,
      `MCC${purchase.banknet}1122  `,
      {
        messageTypeIndicator: '0100',
        systemTraceAuditNumber: purchase.stan,
        transmissionRawDateTime: '1122094011',
      },
    ]);
  });

  it('follow each other as lives', () => {
    const told = Object.entries(mastercardLives).map(([name, life]) => [
      name,
      life(random, AT).map(({ event }) => event.subject),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      purchase: ['PAYMENT_AUTHORIZATION', 'CLEARING'],
      bpcPurchase: ['BPC_PAYMENT_AUTHORIZATION', 'BPC_CLEARING'],
      declined: ['PAYMENT_AUTHORIZATION'],
      reversed: ['PAYMENT_AUTHORIZATION', 'PAYMENT_AUTHORIZATION'],
      refunded: ['PAYMENT_AUTHORIZATION', 'CLEARING', 'CLEARING'],
      payment: Array(5).fill('PAYMENT_UPDATE'),
      token: ['TOKEN_PROVISIONING_EVENT', 'TOKEN_LIFECYCLE_EVENT', 'TOKEN_LIFECYCLE_EVENT'],
    });
  });

  it('say 51 where there were no funds', () => {
    const [declined] = mastercardLives.declined(random, AT);
    expect([at(declined!.event, 'responseCode'), at(declined!.event, 'authorizationCode')]).toEqual([
      '51',
      null,
    ]);
  });

  it('of a payment have a list of reasons or one, as publications differ', () => {
    const payment = { purchaseRequestId: '1', transactionId: '2', retrievalReference: '3' };
    const shapes = (['published', 'specified'] as const).map((shape) => {
      const event = paymentUpdate(payment, 'DECLINED', AT, shape);
      return [
        at(event, 'updatedDate'),
        Array.isArray(at(event, 'statusReasonInformation')),
        at(event, 'errors'),
      ];
    });
    expect(shapes).toEqual([
      ['2026-11-22', true, null],
      [
        '2026-11-22T09:40:11.000Z',
        false,
        { reasonCode: 'R07', description: 'The supplier does not take this card' },
      ],
    ]);
  });
});

describe('card numbers', () => {
  it('pass the Luhn check in full and show the last four where they are masked', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = seeded(seed);
        const card = testCard(chance, AT);
        expect([card.number.length, passesLuhn(card.number)]).toEqual([16, true]);
        expect(masked(chance, card)).toMatch(new RegExp(`^(\\*{12}|\\*{16}|X{12})${card.number.slice(-4)}$`));
      }),
    );
  });

  it('have the check digit of numbers that are published for tests', () => {
    expect(['555555555555444', '222300312200322'].map(withCheckDigit)).toEqual([
      '5555555555554444',
      '2223003122003222',
    ]);
  });

  it('stand in full where no masking is promised', () => {
    const purchase = madeUpPurchase(random, AT);
    const numbers = [
      bpcAuthorization(random, purchase),
      authorization(random, purchase, { masks: false }),
      clearing(random, purchase, { masks: false }),
    ].map((event) => at(event, 'virtualPaymentCard.number'));
    expect(numbers).toEqual(Array(3).fill(purchase.virtualCard.number));
  });
});

describe('any event', () => {
  it('of any subject is JSON, differs from the next, and only tokens have an idempotency key', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...SUBJECTS), (seed, subject) => {
        const chance = seeded(seed);
        const [one, other] = [eventOf(chance, subject, AT), eventOf(chance, subject, AT)];
        expect(JSON.parse(JSON.stringify(one))).toEqual(one);
        expect(JSON.stringify(one)).not.toBe(JSON.stringify(other));
        expect([one.subject, one.idempotencyKey !== undefined]).toEqual([
          subject,
          subject.startsWith('TOKEN_'),
        ]);
      }),
    );
  });

  it('is of every subject sooner or later', () => {
    const seen = new Set(Array.from({ length: 200 }, () => anyEvent(random, AT).subject));
    expect([...seen].sort()).toEqual([...SUBJECTS].sort());
  });

  it('may be odd in each of the known ways', () => {
    const event = authorization(random, purchaseIn('USD', 7550));
    const odd = Object.fromEntries(Object.entries(oddContent).map(([name, make]) => [name, make(event)]));
    expect([
      at(odd['nulls']!, 'responseCode'),
      Array.isArray(at(odd['arraysForObjects']!, 'merchant')),
      at(odd['padded']!, 'responseCode'),
      at(odd['numbersAsText']!, 'transactionAmount'),
      at(odd['extraFields']!, 'quayOrbit'),
      odd['noContent']?.content,
      Array.isArray(odd['listOfContents']?.content),
      odd['unknownSubject']?.subject,
    ]).toEqual([null, true, '00   ', '7550', 'new', null, true, 'CARD_CONTROL_TRIPPED']);
    expect(JSON.stringify(anyOddity(random, event))).not.toBe(JSON.stringify(event));
  });

  it('of a provisioning tells of a person', () => {
    const event = tokenProvisioning(random, madeUpToken(random, AT), AT);
    expect(at(event, 'tokenizedMetaData.accountHolderData')).toEqual(ACCOUNT_HOLDER);
  });
});

function passesLuhn(number: string): boolean {
  let sum = 0;
  for (let place = 0; place < number.length; place += 1) {
    const digit = Number(number[number.length - 1 - place]);
    sum += place % 2 === 0 ? digit : Math.floor(digit / 5) + ((digit * 2) % 10);
  }
  return sum % 10 === 0;
}
