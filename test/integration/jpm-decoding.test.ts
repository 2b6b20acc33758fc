import { describe, expect, it } from 'vitest';
import { jpmDecoder } from '../../electron/engine/decode/jpm/jpm-decoder.ts';
import { unknownJpmEvent } from '../../shared/catalogue/payments/jpm.ts';
import { factsSchema } from '../../shared/notification.ts';
import { seeded } from '../simulators/cds/chance.ts';
import {
  fullNumberEvents,
  jpmEvents,
  oneOfEach,
  personalEvents,
} from '../simulators/jpm/events/jpm-events.ts';
import type { Irregularity } from '../simulators/jpm/irregularities.ts';
import type { JpmEvent } from '../simulators/jpm/jpm-event.ts';
import { renderNotification } from '../simulators/jpm/render-notification.ts';
import { searchWorld, wall } from '../simulators/jpm/search-world.ts';

const random = seeded(21);
const { post } = searchWorld();

const written = (event: JpmEvent, irregularities: readonly Irregularity[] = []) =>
  JSON.stringify(renderNotification(Object.assign(post('n-1', { irregularities }), { event }), []));

function decoded(text: string) {
  const [part, ...others] = jpmDecoder.decode(Buffer.from(text));
  expect(others).toEqual([]);
  return { facts: factsSchema.parse(part?.facts), searchText: part?.searchText ?? '' };
}

/** Texts of ten and more digits in a payload, other than ids that are quoted. */
const longNumbers = (text: string): readonly string[] =>
  text.match(/(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g) ?? [];

describe('every kind of notification', () => {
  it('has a title of its own', () => {
    const unknown = oneOfEach(random, wall).flatMap((event) => {
      const { facts } = decoded(written(event));
      const { meaning } = unknownJpmEvent(event.family, event.subType);
      return facts.kind === 'payment' && facts.meaning !== meaning
        ? []
        : [`${event.family} ${event.subType}`];
    });
    expect(unknown).toEqual([]);
  });
});

describe('a notification written in another way', () => {
  const event = jpmEvents.paymentDeclined(random, wall);
  const plain = decoded(written(event)).facts;

  it.each<Irregularity>([
    'numeric-merchant-id',
    'call-back-url',
    'plan-ID',
    'tab-in-subscription-id',
    'tab-in-notification-id',
    'camel-types',
    'camel-sub-types',
    'description-in-words',
    'response-fields',
    'shouted-family',
    'misnamed-family',
    'offset-timestamp',
  ])('says the same: %s', (irregularity) => {
    const { facts } = decoded(written(event, [irregularity]));
    const withoutMerchant = ({ references, ...rest }: typeof facts) => ({
      ...rest,
      issuedAt: rest.issuedAt?.slice(0, 19),
      references: references.filter(({ kind }) => kind !== 'merchant'),
    });
    expect(withoutMerchant(facts)).toEqual(withoutMerchant(plain));
  });

  it.each<Irregularity>([
    'missing-content',
    'empty-family',
    'no-notification-id',
    'no-timestamp',
    'unknown-family',
  ])('is still told of: %s', (irregularity) => {
    const { facts } = decoded(written(event, [irregularity]));
    expect([facts.kind, facts.title]).toEqual([
      'payment',
      irregularity === 'unknown-family' ? 'Tide turned' : 'Payment declined',
    ]);
  });
});

describe('what nobody may read in passing', () => {
  it('is no card number in facts or search', () => {
    const leaks = fullNumberEvents.flatMap((factory) => {
      const text = written(factory(random, wall));
      const { facts, searchText } = decoded(text);
      const told = `${JSON.stringify(facts)} ${searchText}`;
      return longNumbers(text).filter((number) => told.includes(number));
    });
    expect(fullNumberEvents.every((factory) => longNumbers(written(factory(random, wall))).length > 0)).toBe(
      true,
    );
    expect(leaks).toEqual([]);
  });

  it('is nothing of a person', () => {
    const leaks = personalEvents.flatMap((factory) => {
      const event = factory(random, wall);
      const { facts, searchText } = decoded(written(event));
      const told = `${JSON.stringify(facts)} ${searchText}`;
      return personalTexts(event.content).filter((text) => told.includes(text));
    });
    expect(personalEvents.map((factory) => personalTexts(factory(random, wall).content).length > 0)).toEqual(
      personalEvents.map(() => true),
    );
    expect(leaks).toEqual([]);
  });
});

/** Values whose names say that they are of a person. */
function personalTexts(value: unknown, name = ''): readonly string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([inner, member]) => personalTexts(member, inner));
  }
  const isPersonal =
    /(first|last|full|creditor|debtor)Name|mail|phone|birth|street|postal|identification|iban|accountNumber/i;
  return typeof value === 'string' && value.length > 3 && isPersonal.test(name) ? [value] : [];
}
