import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { instant, limit, notificationIds, oneOf, seconds, text } from './option-values.ts';

describe('the value of an option', () => {
  it('adds to those given before', () => {
    const state = oneOf(['new', 'snoozed', 'acknowledged'] as const);
    expect([state('new', state('snoozed')), text(9)('b', text(9)('a')), notificationIds('2', ['1'])]).toEqual(
      [
        ['snoozed', 'new'],
        ['a', 'b'],
        ['1', '2'],
      ],
    );
  });

  it.each([
    ['2026-11-22', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T09:40:11Z', '2026-11-22T09:40:11.000Z'],
    ['2026-07-22T09:40:11.123+01:00', '2026-07-22T08:40:11.123Z'],
  ])('takes %s as an instant', (value, expected) => {
    expect(instant(value)).toBe(expected);
  });

  it.each(['2026-02-30', '22/11/2026', 'yesterday', '2026-11-22T09:40:11', '', '2026-13-01T00:00:00Z'])(
    'refuses %j as an instant',
    (value) => {
      expect(() => instant(value)).toThrow(/^Use a date such as 2026-11-22 or an instant/);
    },
  );

  it('takes limits from 1 to 10000 and times above 0', () => {
    expect([limit('1'), limit('10000'), seconds('0.5'), seconds('90')]).toEqual([1, 10_000, 0.5, 90]);
  });

  it.each([
    [() => oneOf(['a', 'b', 'c'])('d'), 'Use a, b or c.'],
    [() => limit('0'), 'Use a whole number from 1 to 10000.'],
    [() => limit('10001'), 'Use a whole number from 1 to 10000.'],
    [() => limit('1e3'), 'Use a whole number from 1 to 10000.'],
    [() => seconds('-1'), 'Use a number of seconds above 0.'],
    [() => seconds('0'), 'Use a number of seconds above 0.'],
    [() => text(3)(''), 'Use 1 to 3 characters.'],
    [() => text(3)('abcd'), 'Use 1 to 3 characters.'],
    [() => notificationIds('x1'), 'Use the id of a notification as "quayside list" prints it: a number.'],
  ])('is refused with what to use instead', (parse, sentence) => {
    expect(parse).toThrow(new InvalidArgumentError(sentence));
  });
});
