import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyLife, arrivalsOf, delivered } from './life.arbitrary.fixture.ts';
import { EXPORT, IMPORT, lifeMembers, memberWith } from './life.fixture.ts';
import type { ThreadMember } from './thread-member.ts';
import { threadView } from './thread-view.ts';

/** The story alone: without the numbers that this archive gave, and when it received what. */
function story(members: readonly ThreadMember[]) {
  const { status, entries, ...rest } = threadView(members);
  const nameOf = (id: string | null) => members.find(({ row }) => row.id === id)?.facts.messageId ?? null;
  return {
    ...rest,
    status: status === null ? null : { ...status, actionId: nameOf(status.actionId) },
    entries: entries.map(({ id, functionCode, statusCode, title }) => [
      nameOf(id),
      functionCode,
      statusCode,
      title,
    ]),
  };
}

describe('a thread', () => {
  it('is the same for any order and any repetition of what was stored', () => {
    fc.assert(
      fc.property(
        anyLife.chain((members) =>
          fc.tuple(
            fc.constant(members),
            fc.shuffledSubarray([...members, ...members], { minLength: members.length }),
          ),
        ),
        ([members, some]) => {
          const all = [...some, ...members];
          expect(threadView(all)).toEqual(threadView(members));
        },
      ),
    );
  });

  it('tells the same story for any order of arrival and any copies', () => {
    fc.assert(
      fc.property(anyLife.chain(arrivalsOf), ([members, arrivals]) => {
        expect(story(delivered(arrivals))).toEqual(story(members));
      }),
    );
  });

  it('has copies as one event that names them all and is new as long as one is', () => {
    const original = memberWith({ id: '4', facts: { messageId: 'a' }, row: { state: 'acknowledged' } });
    const copy = memberWith({ id: '9', facts: { messageId: 'a' }, row: { account: 'other' } });
    expect(threadView([copy, original]).entries.map(({ id, ids, state }) => [id, ids, state])).toEqual([
      ['4', ['4', '9'], 'new'],
    ]);
  });

  it('knows copies without an id of their own by the source’s', () => {
    const members = [
      memberWith({ id: '1', remoteId: 'r' }),
      memberWith({ id: '2', remoteId: 'r' }),
      memberWith({ id: '3', remoteId: 's' }),
    ];
    expect(threadView(members).entries.map(({ ids }) => ids)).toEqual([['3'], ['1', '2']]);
  });

  it('keeps apart two events to which the sender gave one id', () => {
    const [accepted, cleared] = lifeMembers('01 09').map((member) => ({
      ...member,
      facts: { ...member.facts, messageId: 'same' },
    }));
    expect(threadView([accepted!, cleared!]).entries.map(({ functionCode }) => functionCode)).toEqual([
      '09',
      '01',
    ]);
  });

  it('has events of one second in the order in which customs works', () => {
    const members = lifeMembers('09 =13/4 =07 =08 =13/115 =51 =50 =06 =05 =13/67 =01 =10 =11/39 =02 =16/A1');
    expect(
      threadView(members).entries.map(({ functionCode, statusCode }) => [functionCode, statusCode].join(' ')),
    ).toEqual([
      '16 A1',
      '09 ',
      '07 ',
      '13 4',
      '08 ',
      '13 115',
      '51 ',
      '50 ',
      '06 ',
      '05 ',
      '13 67',
      '01 ',
      '10 ',
      '11 39',
      '02 ',
    ]);
  });

  it('places what has no readable date where it was received', () => {
    const members = [
      memberWith({ id: '1', facts: { issuedAt: '2026-11-24T09:00:00.000Z' } }),
      memberWith({ id: '2', facts: { issuedAt: null }, row: { receivedAt: '2026-11-23T09:00:00.000Z' } }),
      memberWith({ id: '3', facts: { issuedAt: '2026-11-22T09:00:00.000Z' } }),
    ];
    expect(threadView(members).entries.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it.each([
    [IMPORT, '01', 'import'],
    [EXPORT, '01', 'export'],
    ['24GB4KSYCRLYSXAA08', '01 09', null],
    ['24GB4KSYCRLYSXAA08', '01 13/67', 'import'],
    ['24GB4KSYCRLYSXAA08', '01 09 16/A1', 'export'],
    [null, '03!', null],
  ])('of the MRN %s with %s is of the trade %s', (mrn, line, trade) => {
    const members = lifeMembers(line).map((member) => ({ ...member, facts: { ...member.facts, mrn } }));
    expect(threadView(members)).toMatchObject({ mrn, trade });
  });

  it('has what each message says', () => {
    const errors = [{ ...lifeMembers('03!')[0]!.facts.errors[0]!, item: 2 }];
    const details = [{ name: 'Guarantee', value: 'GB-1' }];
    const member = memberWith({ id: '1', facts: { errors, details, version: '2', conversationId: 'c1' } });
    expect(threadView([member]).entries).toEqual([
      {
        ...{ id: '1', ids: ['1'], type: 'DMSACC', functionCode: '01', statusCode: null },
        ...{ title: 'Declaration accepted', attention: 'info', outcome: 'accepted', state: 'new' },
        ...{ issuedAt: member.row.issuedAt, receivedAt: member.row.receivedAt, kind: 'dms' },
        ...{ meaning: 'Customs has legally accepted the declaration.', nextStep: null },
        ...{ version: '2', conversationId: 'c1', errors, payments: [], amendments: [], details },
        ...{ deadline: null, isDeadlineOpen: false, problems: [] },
      },
    ]);
  });

  it('holds a message that could not be read, says so, and is not swayed by it', () => {
    const damaged = memberWith({
      id: '3',
      facts: { kind: 'unrecognised', functionCode: '03', type: 'DMSREJ', messageId: 'd' },
    });
    const { status, entries } = threadView([...lifeMembers('01 09'), damaged]);
    expect([status?.code, status?.notes, entries.length]).toEqual([
      'cleared',
      ['There is a message that could not be read'],
      3,
    ]);
    expect(threadView([damaged]).status).toBeNull();
  });

  it('has the LRN of the acceptance, not that of an amendment', () => {
    const [receipt, accepted] = lifeMembers('02 01');
    const members = [{ ...receipt!, facts: { ...receipt!.facts, lrn: 'HF-118842-A' } }, accepted!];
    expect(threadView(members).lrn).toBe('HF-118842');
  });
});
