import { expect, it } from 'vitest';
import { gapSpan } from './gap-words.ts';

const local = (text: string) => new Date(text).toISOString();

it('a gap names its days, and today as such', () => {
  const now = Date.parse(local('2026-11-22T09:41:07'));
  const why = '';
  expect([
    gapSpan({ from: local('2026-11-14T09:00:00'), to: local('2026-11-22T08:12:00'), why }, now),
    gapSpan({ from: local('2025-12-30T09:00:00'), to: local('2026-01-02T08:12:00'), why }, now),
  ]).toEqual(['from 14 Nov 09:00 to today 08:12', 'from 30 Dec 2025 to 2 Jan 08:12']);
});
