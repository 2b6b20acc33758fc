import { expect, it } from 'vitest';
import { readTestOptions } from './test-options.mjs';

it.each([
  [[], { unit: [], e2e: [] }],
  [['--unit'], { unit: [], e2e: null }],
  [['--e2e', 'alerts'], { unit: null, e2e: ['alerts'] }],
  [['limiter'], { unit: ['limiter'], e2e: null }],
  [['--unit', '--e2e'], { unit: [], e2e: [] }],
])('%j runs %j', (args, expected) => {
  expect(readTestOptions(args)).toEqual(expected);
});
