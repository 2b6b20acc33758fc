import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalsOf, delivered } from '../../electron/engine/inbox/threads/life.arbitrary.fixture.ts';
import { movementsOf } from '../../electron/engine/inbox/threads/movements/movement-rules.ts';
import type { ThreadMember } from '../../electron/engine/inbox/threads/thread-member.ts';
import { inOrder } from '../../electron/engine/inbox/threads/thread-order.ts';
import { threadView } from '../../electron/engine/inbox/threads/thread-view.ts';
import { anyTransitLife, transitMembers } from '../support/transit-lives.ts';

/** Code, attention, and the ids of what still calls. */
function told(line: string): readonly unknown[] {
  const [movement] = movementsOf(inOrder(transitMembers(line)));
  if (movement === undefined) throw new Error('no movement');
  const { steps, verdict } = movement;
  const idsAt = (places: readonly number[]) => places.map((at) => steps[at]?.member.row.id);
  return [verdict.code, verdict.attention, idsAt(verdict.calls)];
}

describe('a departure under transit', () => {
  it.each([
    ['IE928', ['registered', 'info', []]],
    ['IE928 IE028', ['accepted', 'info', []]],
    ['IE928 IE028 IE029', ['released', 'info', []]],
    ['IE928 IE028 IE029 IE045', ['ended', 'info', []]],
    ['IE028 IE060/0', ['under-control', 'act', ['2']]],
    ['IE028 IE060/0 IE029', ['released', 'info', []]],
    ['IE028 IE060/0 IE060/1', ['documents-wanted', 'act', ['3']]],
    ['IE028 IE060/0 IE182', ['on-the-way', 'watch', []]],
    ['IE028 IE060/0 IE051', ['not-released', 'act', ['3']]],
    ['IE928 IE060/2', ['control-intended', 'act', ['2']]],
    ['IE928 IE060/2 IE028', ['accepted', 'info', []]],
    ['IE928 IE060/0 IE028', ['under-control', 'act', ['2']]],
    ['IE928 IE060/?', ['under-control', 'act', ['2']]],
    ['IE028 IE055', ['guarantee-refused', 'act', ['2']]],
    ['IE028 IE055 IE004', ['accepted', 'info', []]],
    ['IE028 IE055 IE055', ['guarantee-refused', 'act', ['3']]],
    ['IE028 IE055 IE029', ['released', 'info', []]],
    ['IE028 IE055 IE056/013', ['guarantee-refused', 'act', ['3', '2']]],
    ['IE028 IE022', ['query-open', 'act', ['2']]],
    ['IE028 IE022 IE004', ['accepted', 'info', []]],
    ['IE928 IE056/015', ['rejected', 'act', ['2']]],
    ['IE928 =IE056/015', ['rejected', 'act', ['2']]],
    ['IE056/015 IE928', ['registered', 'info', []]],
    ['IE056/015 IE928 IE028', ['accepted', 'info', []]],
    ['IE056/015 IE056/015', ['rejected', 'act', ['2']]],
    ['IE928 IE056/170', ['registered', 'act', ['2']]],
    ['IE928 IE056/170 IE028', ['accepted', 'info', []]],
    ['IE028 IE056/013', ['accepted', 'act', ['2']]],
    ['IE028 IE056/013 IE004', ['accepted', 'info', []]],
    ['IE028 IE056/013 IE029', ['released', 'info', []]],
    ['IE029 IE056/014', ['released', 'act', ['2']]],
    ['IE028 IE056/014 IE029', ['released', 'act', ['2']]],
    ['IE029 IE056/014 IE045', ['ended', 'info', []]],
    ['IE028 IE009/granted', ['withdrawn', 'watch', []]],
    ['IE028 IE060/0 IE009/granted', ['withdrawn', 'watch', []]],
    ['IE028 IE009/granted IE928 IE028', ['accepted', 'info', []]],
    ['IE028 IE009/refused', ['accepted', 'act', ['2']]],
    ['IE028 IE009/refused IE009/granted', ['withdrawn', 'watch', []]],
    ['IE028 IE060/0 IE009/?', ['under-control', 'act', ['2']]],
    ['IE029 IE009/by-customs', ['cancelled-by-customs', 'act', ['2']]],
    ['IE029 IE009/by-customs IE045', ['cancelled-by-customs', 'act', ['2']]],
    ['IE029 IE009/by-customs IE928', ['cancelled-by-customs', 'act', ['2']]],
    ['IE029 IE009/by-customs IE928 IE028', ['accepted', 'info', []]],
    ['IE028 IE051', ['not-released', 'act', ['2']]],
    ['IE028 IE051 IE928', ['registered', 'info', []]],
    ['IE029 IE182', ['on-the-way', 'watch', []]],
    ['IE029 IE019', ['discrepancies', 'act', ['2']]],
    ['IE029 IE019 IE045', ['ended', 'info', []]],
    ['IE029 IE019 IE035', ['recovery', 'act', ['3']]],
    ['IE029 IE035 IE045', ['ended', 'info', []]],
    ['IE029 IE140', ['arrival-not-shown', 'act', ['2']]],
    ['IE029 IE140 IE045', ['ended', 'info', []]],
    ['IE029 IE140 IE035', ['recovery', 'act', ['3']]],
    ['IE029 IE140 IE141', ['waiting', 'info', []]],
    ['IE029 IE140 IE141 IE056/141', ['arrival-not-shown', 'act', ['4']]],
    ['IE917', ['unknown', 'act', ['1']]],
    ['IE917 IE928', ['registered', 'info', []]],
    ['UPLOAD/BAD_REQUEST', ['unknown', 'act', ['1']]],
    ['UPLOAD/BAD_REQUEST UPLOAD/SUCCESS', ['waiting', 'info', []]],
    ['IE190', ['unknown', 'watch', []]],
  ])('with %s is told as %j', (line, expected) => {
    expect(told(line)).toEqual(expected);
  });
});

describe('an arrival under transit', () => {
  it.each([
    ['IE025/1', ['released', 'info', []]],
    ['IE043', ['unloading', 'act', ['1']]],
    ['IE043 IE025/1', ['released', 'info', []]],
    ['IE043 IE044', ['waiting', 'info', []]],
    ['IE043 IE044 IE043/1', ['unloading', 'act', ['3']]],
    ['IE043 IE057/044', ['rejected', 'act', ['2']]],
    ['IE043 IE057/044 IE025/1', ['released', 'info', []]],
    ['IE057/007', ['rejected', 'act', ['1']]],
    ['IE057/007 IE043', ['unloading', 'act', ['2']]],
    ['IE057/007 IE025/1', ['released', 'info', []]],
    ['IE025/4', ['not-released', 'act', ['1']]],
    ['IE025/4 IE025/1', ['released', 'info', []]],
    ['IE025/4 IE025/2', ['not-released', 'act', ['2']]],
    ['IE025/4 IE025/?', ['not-released', 'act', ['1']]],
    ['IE025/1 IE025/?', ['unknown', 'watch', []]],
    ['IE025/1 IE025/4', ['not-released', 'act', ['2']]],
    ['IE025/4 IE045', ['not-released', 'act', ['1']]],
    ['IE025/?', ['unknown', 'watch', []]],
    ['IE025/9', ['not-released', 'act', ['1']]],
  ])('with %s is told as %j', (line, expected) => {
    expect(told(line)).toEqual(expected);
  });
});

describe('both sides of one movement', () => {
  it.each([
    ['IE028 IE029 IE043 IE025/1 IE045', ['ended', 'info', []]],
    ['IE029 IE025/4 IE019', ['not-released', 'act', ['3', '2']]],
    ['IE029 IE025/4 IE019 IE025/1', ['released', 'info', []]],
    ['IE029 IE140 IE043', ['unloading', 'act', ['3']]],
    ['IE060/0 IE043', ['unloading', 'act', ['2']]],
  ])('with %s are told as %j', (line, expected) => {
    expect(told(line)).toEqual(expected);
  });

  it('say what else is so', () => {
    const { status } = threadView(transitMembers('IE028 IE056/013 IE029 IE182 IE025/4 IE019'));
    expect([status?.title, status?.notes]).toEqual([
      'Goods not released at destination',
      [
        'Discrepancies at destination: movement not discharged',
        'An incident was registered on the way',
        'An amendment was rejected',
      ],
    ]);
  });
});

describe('the date to answer by', () => {
  const deadline = (line: string) => threadView(transitMembers(line)).status?.deadline?.slice(0, 10);

  it.each([
    ['IE029 IE140', '2026-12-20'],
    ['IE029 IE140 IE140/24', '2026-12-24'],
    ['IE029 IE140 IE141', undefined],
    ['IE029 IE140 IE141 IE056/141', '2026-12-20'],
    ['IE029 IE140 IE045', undefined],
  ])('of %s is %s', (line, expected) => {
    expect(deadline(line)).toBe(expected);
  });
});

describe('any messages of a movement', () => {
  const story = (members: readonly ThreadMember[]) => {
    const { status, entries } = threadView(members);
    const nameOf = (id: string | null) => members.find(({ row }) => row.id === id)?.facts.messageId ?? null;
    return {
      status: status === null ? null : { ...status, actionId: nameOf(status.actionId) },
      count: entries.length,
    };
  };

  it('tell the same in any order of arrival, with any copies', () => {
    fc.assert(
      fc.property(anyTransitLife.chain(arrivalsOf), ([members, arrivals]) => {
        expect(story(delivered(arrivals))).toEqual(story(members));
      }),
    );
  });

  it('have a status that rests on one of them, and only what must be acted on calls', () => {
    fc.assert(
      fc.property(anyTransitLife, (members) => {
        const [movement] = movementsOf(inOrder(members));
        const { steps, verdict } = movement!;
        const calling = verdict.calls.map((at) => steps[at]?.member.facts.attention);
        expect([new Set(calling).size <= 1, calling[0] ?? 'act', steps[verdict.at] === undefined]).toEqual([
          true,
          'act',
          false,
        ]);
        expect(verdict.attention === 'act').toBe(verdict.calls.length > 0);
        expect(new Set(verdict.calls).size).toBe(verdict.calls.length);
      }),
    );
  });

  it('are never told as free while a release is withheld or its indicator is not known', () => {
    fc.assert(
      fc.property(anyTransitLife, (members) => {
        const releases = members.filter(({ facts }) => facts.type === 'IE025');
        const last = releases.at(-1)?.facts;
        const beside = releases.filter(({ facts }) => facts.issuedAt === last?.issuedAt);
        fc.pre(last !== undefined && beside.every(({ facts }) => facts.statusCode !== '1'));
        const { status } = threadView(members);
        expect(status?.title).not.toBe('Released at destination');
      }),
    );
  });
});
