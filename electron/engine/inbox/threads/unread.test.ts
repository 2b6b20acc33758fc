import { describe, expect, it } from 'vitest';
import { callingIds } from './calling.ts';
import { EXPORT, IMPORT, lifeMembers } from './life.fixture.ts';
import { storyOf } from './story.ts';
import type { ThreadMember } from './thread-member.ts';
import { threadView } from './thread-view.ts';

const read = (line: string, mrn = IMPORT) => readAll(lifeMembers(line, mrn));

const readAll = (members: readonly ThreadMember[]) => {
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

  it.each([
    ['01 09 18% 07#2 09#2', 'cleared-amended', 'act', '3', ['3']],
    ['01 09 18% 16/A1', 'exited', 'info', null, []],
  ])('about the exit is settled by exit alone: %s leaves %s, %s', (line, ...expected) => {
    expect(read(line, EXPORT)).toEqual(expected);
  });

  it.each([
    // It stands where it arrived, and may be of before what frees the goods.
    ['01 09 05%', 'cleared', 'watch', '3', []],
    ['01 08 05%', 'released', 'watch', '3', []],
    ['02 11/39 10 05%', 'withdrawn', 'watch', '4', []],
    ['01 05%', 'accepted', 'act', '2', ['2']],
    ['01 05% 09', 'cleared', 'info', null, []],
    ['01 09 02 03%', 'cleared', 'act', '4', ['4']],
    ['01 09 18%', 'cleared', 'act', '3', ['3']],
  ])('without a time of issue, with %s, leaves %s, %s', (line, ...expected) => {
    const members = lifeMembers(line).map((member) =>
      member.facts.kind === 'unrecognised'
        ? {
            row: { ...member.row, receivedAt: member.row.issuedAt ?? '' },
            facts: { ...member.facts, issuedAt: null },
            remoteId: null,
          }
        : member,
    );
    expect(readAll(members)).toEqual(expected);
  });

  it.each([
    ['05#2', '05%', {}, 2],
    ['05#2', '05%#2', {}, 2],
    ['13/4£#2', '13%', {}, 2],
    ['13/4£#2', '13/4%', {}, 2],
    ['05#2', '05%#1', {}, 3],
    ['13/4£#2', '13/67%', {}, 3],
    ['05#2', '06%', {}, 3],
    ['05#2', '05%', { messageId: 'another' }, 3],
    ['05#2', '05%', { messageId: null }, 3],
    ['05#2', '05%', { issuedAt: '2026-11-21T09:00:00.000Z' }, 3],
  ])('is a copy of %s as %s with %j, as far as it was read: %d events', (line, cut, known, events) => {
    const [accepted, whole] = lifeMembers(`01 ${line}`);
    const [, broken] = lifeMembers(`01 ${cut}`);
    const damaged = {
      ...broken!,
      row: { ...broken!.row, id: '3' },
      facts: { ...broken!.facts, ...known },
      remoteId: null,
    };
    const both = [
      [whole!, damaged],
      [damaged, whole!],
    ];
    expect(both.map((some) => threadView([accepted!, ...some]).entries.length)).toEqual([events, events]);
  });

  it('is a copy of neither of two that it may be of', () => {
    const [, one, other, damaged] = lifeMembers('01 05#1 =05#2 =05%').map((member) => ({
      ...member,
      facts: { ...member.facts, messageId: 'same' },
    }));
    expect(threadView([one!, other!, damaged!]).entries.length).toBe(3);
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
