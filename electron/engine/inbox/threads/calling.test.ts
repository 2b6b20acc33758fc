import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callingIds } from './calling.ts';
import { anyLife, arrivalsOf, delivered } from './life.arbitrary.fixture.ts';
import { EXPORT, IMPORT, lifeMembers } from './life.fixture.ts';
import { storyOf } from './story.ts';
import type { ThreadMember } from './thread-member.ts';
import { threadView } from './thread-view.ts';

const calling = (members: readonly ThreadMember[]) => [...callingIds(storyOf(members))].sort();

describe('the messages of a declaration that still call', () => {
  it.each([
    ['01', []],
    ['05', ['1']],
    ['01 =05 =09', []],
    ['01 05 =06', ['2', '3']],
    ['06 06', ['2']],
    ['05 09', []],
    ['09 05', ['2']],
    ['01 13/67 14 13/4', []],
    ['14 15', ['2']],
    ['01 13/4£', ['2']],
    ['01 13/4£ =09', []],
    ['01 02 11/41', ['3']],
    ['01 02 11/41 02', []],
    ['03!', ['1']],
    ['03! 02', []],
    ['02 03!', ['2']],
    ['02@a 02@b 03!@b', ['3']],
    ['01 02 03!', ['3']],
    ['01 02 03! =09', ['3']],
    ['01 02 11/41 09', ['3']],
    ['01@a 02@b 02@c 11/41@b 11/39@c', ['4']],
    ['01@a 02@b 02@c 03!@b 11/39@c 07@c', ['4']],
    ['01@a 02@b 11/41@b 02@c 11/39@c', []],
    ['01@a 02@b 11/41@b 11/39@b', []],
    ['02 03~', ['2']],
    ['02 03', []],
    ['02 11/39 10', []],
    ['05 10', ['2']],
    ['01 17', ['2']],
    ['01 09 51', ['3']],
  ])('are, of an import with %s, %j', (line, ids) => {
    expect(calling(lifeMembers(line, IMPORT))).toEqual(ids);
  });

  it.each([
    ['01 09 18', ['3']],
    ['01 09 18 16/A1', []],
    ['01 09 10', ['3']],
  ])('are, of an export with %s, %j', (line, ids) => {
    expect(calling(lifeMembers(line, EXPORT))).toEqual(ids);
  });

  it('are all copies of the message', () => {
    const [control] = lifeMembers('05');
    const copy = { ...control!, row: { ...control!.row, id: '9', account: 'other' } };
    expect(calling([copy, control!])).toEqual(['1', '9']);
  });

  it('hold one that no rule speaks of where it must be acted on', () => {
    const members = lifeMembers('01 99 07').map((member) => ({
      ...member,
      facts: { ...member.facts, attention: 'act' as const },
    }));
    expect(calling(members)).toEqual(['1', '2', '3']);
  });

  it('hold the one that the status sends a person to, wherever that must be acted on', () => {
    fc.assert(
      fc.property(anyLife, (members) => {
        const { status } = threadView(members);
        const isCalled = callingIds(storyOf(members)).has(status?.actionId ?? '');
        expect(status?.attention !== 'act' || isCalled).toBe(true);
      }),
    );
  });

  it('are the same for any order of arrival and any copies', () => {
    const named = (members: readonly ThreadMember[]) =>
      new Set(
        calling(members).map((id) => members.find(({ row }) => row.id === id)?.facts.messageId ?? null),
      );
    fc.assert(
      fc.property(anyLife.chain(arrivalsOf), ([members, arrivals]) => {
        expect(calling(arrivals)).toEqual(calling(members));
        expect(named(delivered(arrivals))).toEqual(named(members));
      }),
    );
  });
});
