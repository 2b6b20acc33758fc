import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT, IMPORT, lifeMembers } from './life.fixture.ts';
import { anyLife, arrivalsOf } from './life.arbitrary.fixture.ts';
import { storyOf } from './story.ts';
import { waitsOf } from './waits.ts';

/** Rule and the minute that it counts from, `START` being 09:00. */
const brief = (line: string, mrn: string | null) =>
  waitsOf(storyOf(lifeMembers(line, mrn))).map(
    ({ rule, at }) => `${rule} ${(at - Date.UTC(2026, 10, 22, 9)) / 60_000}`,
  );

describe('what is expected of a declaration', () => {
  it.each([
    ['02', ['registration 1']],
    ['02?', ['registration 1']],
    ['02 13/67', ['registration 1']],
    ['02 02', ['arrival 2']],
    ['02 02 02', ['arrival 3']],
    ['02 13/67 02', ['arrival 3']],
    // A receipt that was answered was that of a request.
    ['02 02 11/39', ['registration 1']],
    ['02 02 02 11/39', ['arrival 2']],
    ['02 02 11/39 02', ['arrival 4']],
    ['02 03!', []],
    ['02 03', []],
    ['02 03~', []],
    ['03!', []],
    ['01', ['clearance 1']],
    ['02 02 01', ['clearance 3']],
    ['01 =13/67', ['clearance 1', 'final-tax 1']],
    ['02 13/67 02 01', ['clearance 4', 'final-tax 4']],
    ['01 13/67 02 11/39 13/67', ['clearance 1', 'final-tax 5']],
    ['01 13/67 13/4', ['clearance 1']],
    ['01 13/67 13/115 =08', ['final-tax 3']],
    ['01 13/67 13/4 =09', []],
    ['01 13/67 09', []],
    ['01 09 02', []],
    ['01 13/67 14', []],
    ['01 05', []],
    ['01 13/67 50', []],
    ['01 51', []],
    ['01 17', []],
    ['01 02 11/41', []],
    ['01 13/4£', []],
    ['01 10', []],
    ['13/67', []],
    ['99', []],
  ])('with %s is %j for an import', (line, waits) => {
    expect(brief(line, IMPORT)).toEqual(waits);
  });

  it.each([
    ['01', EXPORT, ['clearance 1']],
    ['01 09', EXPORT, ['exit 2']],
    ['02 02 01 =07 =09', EXPORT, ['exit 3']],
    ['01 09 02 11/39 07 =09', EXPORT, ['exit 5']],
    ['01 02 03! 09', EXPORT, ['exit 4']],
    ['01 09 02 11/41', EXPORT, ['exit 2']],
    ['01 09 16/A1', EXPORT, []],
    ['01 09 18', EXPORT, []],
    ['01 09 02 11/39 10', EXPORT, []],
    // Nothing tells that it is an export.
    ['01 09', null, []],
  ])('with %s under the MRN %s is %j', (line, mrn, waits) => {
    expect(brief(line, mrn)).toEqual(waits);
  });

  it('is the earliest limit while documents are wanted, and nothing else', () => {
    const limits = ['2026-12-05T00:00:00.000Z', null, '2026-12-01T00:00:00.000Z'];
    const members = lifeMembers('01 06 05 06').map((member, place) => ({
      ...member,
      facts: { ...member.facts, deadline: limits[place - 1] ?? null },
    }));
    expect(waitsOf(storyOf(members))).toEqual([{ rule: 'documents', at: Date.UTC(2026, 11, 1) }]);
  });

  it('is nothing of a movement', () => {
    const [member] = lifeMembers('01');
    expect(waitsOf(storyOf([{ ...member!, facts: { ...member!.facts, kind: 'ppns' } }]))).toEqual([]);
  });

  it('is the same for any order of arrival and any copies, one a rule', () => {
    fc.assert(
      fc.property(anyLife.chain(arrivalsOf), ([members, arrivals]) => {
        const waits = waitsOf(storyOf(members));
        expect([waitsOf(storyOf(arrivals)), new Set(waits.map(({ rule }) => rule)).size]).toEqual([
          waits,
          waits.length,
        ]);
      }),
    );
  });
});
