import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../cds/chance.ts';
import { withCheckDigit } from '../../mastercard/events/cards.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { FAMILIES } from '../families.ts';
import { inProcessJpm } from '../in-process.ts';
import { renderNotification } from '../render-notification.ts';
import { anyJpmEvent, fullNumberEvents, jpmEvents, oneOfEach, personalEvents } from './jpm-events.ts';
import { jpmLives } from './lives.ts';

const at = Date.UTC(2026, 10, 20, 9, 0, 0);

const written = (event: Parameters<ReturnType<typeof inProcessJpm>['notify']>[0]) => {
  const jpm = inProcessJpm(createFakeClock({ wall: at }), { random: seeded(1) });
  return renderNotification(jpm.notify(event, { createdAt: at }), []);
};

/** The runs of 13 to 19 digits, spaces and dashes between them left out, that pass the Luhn check. */
const cardNumbers = (text: string): readonly string[] =>
  (text.match(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g) ?? [])
    .map((run) => run.replace(/\D/g, ''))
    .filter((run) => withCheckDigit(run.slice(0, -1)) === run);

describe('the made-up events', () => {
  it('stand where their family and sub-type say', () => {
    const { paymentDeclined, disputeMerchantResponseRequested, qrCodePaid, consumerProfileCreated } =
      jpmEvents;
    const random = seeded(2);
    const places = [
      paymentDeclined,
      disputeMerchantResponseRequested,
      qrCodePaid,
      consumerProfileCreated,
    ].map((factory) => {
      const event = factory(random, at);
      const item = written(event);
      const family = item[event.family] as Record<string, unknown>;
      return [item['notificationType'], item['notificationSubType'], Object.keys(family).at(-1)];
    });
    expect(places).toEqual([
      ['PaymentUpdateNotification', 'PaymentDeclined', 'paymentDeclined'],
      ['DisputeNotification', 'DisputeMerchantResponseRequested', 'disputeMerchantResponseRequested'],
      ['QrCodeStatusNotification', 'QRCodePaid', 'qrCodePaid'],
      ['ConsumerProfileNotification', 'Created', 'consumerProfileCreated'],
    ]);
  });

  it('are there for every sub-type of every family, once each', () => {
    const made = oneOfEach(seeded(4), at).map(({ family, subType }) => `${family}.${subType}`);
    const known = Object.entries(FAMILIES).flatMap(([family, subTypes]) =>
      subTypes.map((subType) => `${family}.${subType}`),
    );
    expect(made).toEqual(known);
    expect(new Set(made).size).toBe(made.length);
  });

  it('are the same for the same seed and others for another', () => {
    expect(oneOfEach(seeded(9), at)).toEqual(oneOfEach(seeded(9), at));
    expect(jpmEvents.paymentApproved(seeded(9), at)).not.toEqual(jpmEvents.paymentApproved(seeded(10), at));
  });

  it('bear a full number where they are said to, whatever is made up', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...fullNumberEvents), (seed, factory) => {
        return cardNumbers(JSON.stringify(factory(seeded(seed), at))).length > 0;
      }),
      { numRuns: 200 },
    );
  });

  it('have a person in them where they are said to', () => {
    const texts = personalEvents.map((factory) => JSON.stringify(factory(seeded(3), at)));
    expect(texts.filter((text) => !/tern|Brine/i.test(text))).toEqual([]);
  });

  it('ask a merchant for an answer by a day', () => {
    expect(jpmEvents.disputeMerchantResponseRequested(seeded(3), at).content).toEqual(
      expect.objectContaining({ responseDueDate: '2026-12-04' }),
    );
  });

  it('take the members that a test names in place of their own', () => {
    const { common, content } = jpmEvents.paymentErrored(seeded(3), at, {
      common: { amount: '1', currency: undefined },
      content: { responseCode: 'TIMED_OUT' },
    });
    expect({ ...common, ...content }).toEqual(
      expect.objectContaining({ amount: '1', currency: undefined, responseCode: 'TIMED_OUT' }),
    );
  });

  it('are all plain JSON', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const event = anyJpmEvent(seeded(seed), at);
        expect(JSON.parse(JSON.stringify(event))).toEqual(event);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a life', () => {
  it.each([
    ['payment', 'transactionIdentifier'],
    ['refunded', 'transactionIdentifier'],
    ['dispute', 'firmDisputeCaseID'],
    ['payout', 'payoutIdentifier'],
    ['programme', 'recurringProgramId'],
  ] as const)('of a %s keeps its %s', (name, key) => {
    const events = jpmLives[name](seeded(6), at);
    const ids = events.map(({ event }) => ({ ...event.common, ...event.content })[key as never]);
    expect([events.length > 1, new Set(ids).size, typeof ids[0]]).toEqual([true, 1, 'string']);
  });
});
