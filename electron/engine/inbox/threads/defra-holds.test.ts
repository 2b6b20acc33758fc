import { describe, expect, it } from 'vitest';
import { callingIds } from './calling.ts';
import { lifeMembers } from './life.fixture.ts';
import { storyOf } from './story.ts';
import type { ThreadMember } from './thread-member.ts';
import { threadView } from './thread-view.ts';

/** The status, the message that it sends a person to, all that call, and the notes. */
function read(members: readonly ThreadMember[]) {
  const { status } = threadView(members);
  return [status?.code, status?.actionId, [...callingIds(storyOf(members))].sort(), status?.notes];
}

describe('a hold by Defra', () => {
  it.each([
    ['01 50[N02:1] 50[C03:2]', 'held-by-defra', '2', ['2']],
    ['01 50[X00:1] 50[C03:2]', 'held-by-defra', '2', ['2']],
    ['01 50[N02:1] 50[C03:1]', 'accepted', null, []],
    ['01 50[C03:1] 50[N02:1]', 'held-by-defra', '3', ['3']],
    ['01 50[H01:1,X00:2] 50[C03:1]', 'held-by-defra', '2', ['2']],
    ['01 50[H01:1,X00:2] 50[C03:1] =50[C02:2]', 'accepted', null, []],
    ['01 50[H01:1,H01:2] 50[C03:1] 50[H02:2]', 'held-by-defra', '4', ['4']],
    // The worst calls first, the other beside it.
    ['01 50[N02:1] 50[H01:2]', 'held-by-defra', '2', ['2', '3']],
    ['01 50[H01:1] 50[N02:2]', 'held-by-defra', '3', ['2', '3']],
    ['01 50[H01:1] 50[H01:2]', 'held-by-defra', '3', ['2', '3']],
    // Two decisions on one item: a release of the one leaves the other.
    ['01 50[C03:1,N02:1]', 'held-by-defra', '2', ['2']],
    // A decision that names no item is about all of them.
    ['01 50[N02:1] 50[H01:2] 50[C03]', 'accepted', null, []],
    ['01 50[N02:1] 50[H01]', 'held-by-defra', '3', ['3']],
    ['01 50[H01] 50[C03:1]', 'held-by-defra', '2', ['2']],
    ['01 50 50[C03:1]', 'held-by-defra', '2', ['2']],
    // What frees the goods settles each.
    ['01 50[N02:1] 50[H01:2] 09', 'cleared', null, []],
    ['01 50[N02:1] 09 50[H01:2]', 'cleared', '4', ['4']],
    // A message of an older version that is dated late changes nothing.
    ['01 50[N02:1]#2 50[C03:1]#1', 'held-by-defra', '2', ['2']],
  ])('with %s leaves %s', (line, code, actionId, calling) => {
    expect(read(lifeMembers(line)).slice(0, 3)).toEqual([code, actionId, calling]);
  });

  it('is said once however many messages hold the goods', () => {
    expect(read(lifeMembers('01 50[N02:1] 50[H01:2]'))[3]).toEqual([]);
  });

  it('is of the goods that the Errors name, where the decision itself names none', () => {
    const members = lifeMembers('01 50[N02] 50[C03:2] 50[C03:1]');
    const [error] = lifeMembers('03!')[0]!.facts.errors;
    const named = members.map((member, place) =>
      place === 1 ? { ...member, facts: { ...member.facts, errors: [{ ...error!, item: 1 }] } } : member,
    );
    expect([read(named.slice(0, 3))[0], read(named)[0], read(members)[0]]).toEqual([
      'held-by-defra',
      'accepted',
      'held-by-defra',
    ]);
  });
});
