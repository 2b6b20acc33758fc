import { describe, expect, it } from 'vitest';
import { callingIds } from './calling.ts';
import { IMPORT, lifeMembers } from './life.fixture.ts';
import { storyOf } from './story.ts';
import { threadView } from './thread-view.ts';

const read = (line: string) => {
  const members = lifeMembers(line, IMPORT);
  const { status } = threadView(members);
  return [status?.code, status?.attention, status?.actionId, [...callingIds(storyOf(members))].sort()];
};

describe('a message of a declaration that came damaged', () => {
  it.each([
    // Calls as urgently as what is certain of it, and changes no status.
    ['01 05%', 'accepted', 'act', '2', ['2']],
    ['01 13/4%', 'accepted', 'watch', '2', []],
    ['01 05% 13/4%', 'accepted', 'act', '2', ['2']],
    ['01 05% 52%', 'accepted', 'act', '3', ['2', '3']],
    ['01? 13/4%', 'accepted', 'watch', '1', []],
    ['01? 05%', 'accepted', 'act', '2', ['2']],
    // What was read whole goes before it.
    ['01 06 05%', 'documents-wanted', 'act', '2', ['2', '3']],
    // It matters no more once the goods are free or the declaration is over.
    ['01 05% 09', 'cleared', 'info', null, []],
    ['01 05% =09', 'cleared', 'info', null, []],
    ['01 05% 08', 'released', 'info', null, []],
    ['01 09 51%', 'cleared', 'act', '3', ['3']],
    ['02 05% 02 11/39 10', 'withdrawn', 'info', null, []],
    ['02 11/39 10 05%', 'withdrawn', 'act', '4', ['4']],
    // An answer to a request is not settled by a clearance, but by what came of the request.
    ['03% 02', 'registered', 'info', null, []],
    ['03% 01', 'accepted', 'info', null, []],
    ['01 02 03% 09', 'cleared', 'act', '3', ['3']],
    ['01 02 03% 02 11/39 09', 'cleared', 'info', null, []],
    ['01 02 11/41% 09', 'cleared', 'act', '3', ['3']],
    ['01@a 02@b 02@c 03%@b 11/39@c', 'accepted', 'act', '4', ['4']],
    ['01@a 02@b 03%@b 11/39@b', 'accepted', 'info', null, []],
  ])('with %s leaves %s, %s', (line, ...expected) => {
    expect(read(line)).toEqual(expected);
  });

  it('gives way to a copy of it that came whole, whichever came first', () => {
    const [accepted, damaged] = lifeMembers('01 05%');
    const [, whole] = lifeMembers('01 05');
    const copies = ['0', '3'].map((id) => ({
      ...whole!,
      row: { ...whole!.row, id, receivedAt: `2026-12-0${id}` },
    }));
    for (const copy of copies) {
      const { status, entries } = threadView([accepted!, damaged!, copy]);
      expect([status?.code, status?.actionId, status?.notes, entries.length]).toEqual([
        'under-control',
        copy.row.id,
        [],
        2,
      ]);
    }
  });
});
