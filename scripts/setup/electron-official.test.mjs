import { expect, it } from 'vitest';
import { isOfTheLastDay } from './electron-official.mjs';

const now = Date.parse('2026-03-02T12:00:00Z');

it.each([
  ['2026-03-02T11:59:00.000Z\n', true],
  ['2026-03-01T12:00:01.000Z\n', true],
  ['2026-03-01T12:00:00.000Z\n', false],
  ['2026-03-02T12:00:01.000Z\n', false],
  ['torn', false],
  ['', false],
])('a failed download noted at %j keeps us from trying again: %j', (note, expected) => {
  expect(isOfTheLastDay(note, now)).toBe(expected);
});
