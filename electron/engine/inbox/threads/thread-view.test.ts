import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT, IMPORT, lifeMembers, memberWith } from './life.fixture.ts';
import type { ThreadMember } from './thread-member.ts';
import { threadView } from './thread-view.ts';

const word = fc.constantFrom(
  ...['01', '01?', '02', '03', '03!', '03~', '05', '06', '07', '08', '09', '10', '11/39', '11/41', '13/67'],
  ...['13/115', '13/4', '13/4£', '14', '15', '16/A1', '17', '18', '50', '51', '52', '99'],
);
/** Any messages at all, many of them in one second. */
const life = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom('', '='), word), { minLength: 1, maxLength: 14 }), fc.boolean())
  .map(([words, isExport]) =>
    lifeMembers(words.map(([same, code]) => same + code).join(' '), isExport ? EXPORT : IMPORT),
  );

/** The same messages as another delivery of them would be numbered and timed. */
const delivered = (members: readonly ThreadMember[]): readonly ThreadMember[] =>
  members.map((member, place) => ({
    ...member,
    row: {
      ...member.row,
      id: String(place + 1),
      receivedAt: new Date(1_800_000_000_000 + place * 1000).toISOString(),
    },
  }));

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
        life.chain((members) =>
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
      fc.property(
        life.chain((members) =>
          fc.tuple(
            fc.constant(members),
            fc
              .subarray([...members])
              .chain((copies) =>
                fc.shuffledSubarray([...members, ...copies], { minLength: members.length + copies.length }),
              ),
          ),
        ),
        ([members, arrivals]) => {
          expect(story(delivered(arrivals))).toEqual(story(members));
        },
      ),
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

  it('has the LRN of the acceptance, not that of an amendment', () => {
    const [receipt, accepted] = lifeMembers('02 01');
    const members = [{ ...receipt!, facts: { ...receipt!.facts, lrn: 'HF-118842-A' } }, accepted!];
    expect(threadView(members).lrn).toBe('HF-118842');
  });
});
