import { expect, it } from 'vitest';
import { EXPORT, IMPORT, lifeMembers } from './life.fixture.ts';
import { threadView } from './thread-view.ts';

/** Whether the thread notes a change, the reasons of each 07 being given in their order. */
function isNoted(line: string, mrn: string, ...reasons: readonly (readonly (string | null)[])[]): boolean {
  const left = [...reasons];
  const members = lifeMembers(line, mrn).map((member) => {
    if (member.facts.functionCode !== '07') return member;
    const amendments = (left.shift() ?? []).map((reason) => ({
      ...{ reason, meaning: null, pointer: null, path: null, dataElement: null, item: null },
      description: null,
    }));
    return { ...member, facts: { ...member.facts, amendments } };
  });
  return threadView(members).status?.notes.includes('The declaration was changed') ?? false;
}

it.each([
  [false, '02 01 07 09', EXPORT, ['16']],
  [false, '02 01 07 09', EXPORT, ['16', '16']],
  [true, '02 01 07 09', EXPORT, ['5']],
  [true, '02 01 07 09', EXPORT, ['16', '5']],
  [false, '02 02 01 07 09', IMPORT, ['16']],
  [true, '01 07 09', IMPORT, ['32']],
  // Without a reason, the change of a pre-lodged export that asked for none.
  [false, '02 01 07 09', EXPORT, [null]],
  [true, '01 07 09', EXPORT, []],
  [true, '02 01 07 09', IMPORT, []],
])('notes a change: %s for %s', (noted, line, mrn, reasons) => {
  expect(isNoted(line, mrn, reasons)).toBe(noted);
});

it('tells the arrival from what customs corrected, and from a request that nothing came of yet', () => {
  expect([
    isNoted('02 01 07 07 09', EXPORT, ['16'], ['5']),
    isNoted('02 01 07 09 02 11/39', EXPORT, ['16']),
  ]).toEqual([true, false]);
});
