import { expect, it } from 'vitest';
import { joinTarget } from './join-target.ts';
import type { PointerStep } from './pointer-steps.ts';

const step = (section: string | null, sequence: string | null, tag: string | null = null): PointerStep => ({
  section,
  sequence,
  tag,
});

it('finds the error or amendment that an additional information speaks of', () => {
  expect([
    joinTarget([step('07B', '1'), step('53A', '2')]),
    joinTarget([step('07B', '1'), step('06A', '12')]),
    joinTarget([step('07B', null), step('53A', '1'), step('97A', '3')]),
    joinTarget([step('07B', '1'), step('53A', null)]),
  ]).toEqual([
    { of: 'error', number: 2 },
    { of: 'amendment', number: 12 },
    { of: 'error', number: 1 },
    { of: 'error', number: null },
  ]);
});

it('reads a section’s code in the place of a tag, and takes no number for it that may be the Response’s', () => {
  expect([joinTarget([step('07B', '1', '06A')]), joinTarget([step('07B', '3', '06A')])]).toEqual([
    { of: 'amendment', number: null },
    { of: 'amendment', number: 3 },
  ]);
});

it('finds nothing in a pointer to somewhere else', () => {
  expect([
    joinTarget([]),
    joinTarget([step('07B', '1')]),
    joinTarget([step('07B', '1'), step('12B', '1')]),
    joinTarget([step('42A', null), step('06A', '1')]),
    joinTarget([step('07B', '1', '017')]),
    joinTarget([step('07B', '4'), step('53A', '1')]),
    joinTarget([step('07B', '2'), step('06A', null)]),
  ]).toEqual([null, null, null, null, null, null, null]);
});
