import { expect, it } from 'vitest';
import { createPace } from './pace.ts';

const paceAfter = (...tookMs: readonly number[]) => {
  const pace = createPace();
  for (const ms of tookMs) pace.answered(ms, 0);
  return pace.usualMs();
};

it('takes nothing for usual before it has seen a few answers: each may have been held up', () => {
  expect([paceAfter(), paceAfter(900), paceAfter(900, 900, 900)]).toEqual([0, 0, 0]);
});

it('takes the quickest of late for what the server needs', () => {
  const quickLongAgo = paceAfter(5, ...Array.from({ length: 16 }, () => 900));
  expect([paceAfter(900, 40, 3000, 60), quickLongAgo]).toEqual([40, 900]);
});
