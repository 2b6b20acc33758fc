import fc from 'fast-check';
import { EXPORT, IMPORT, lifeMembers } from './life.fixture.ts';
import type { ThreadMember } from './thread-member.ts';

const code = fc.constantFrom(
  ...[
    '01',
    '01?',
    '02',
    '03',
    '03!',
    '03~',
    '05',
    '06',
    '07',
    '08',
    '09',
    '10',
    '11/39',
    '11/41',
    '11/41+39',
    '13/67',
  ],
  ...[
    '13/115',
    '13/4',
    '13/4£',
    '14',
    '15',
    '16/A1',
    '17',
    '18',
    '50',
    '50[N02:1]',
    '50[C03:1]',
    '50[C03:2,H01:1]',
    '50[X00]',
    '05%',
    '03%',
    '15£',
    '51',
    '52',
    '99',
  ],
  ...['16/B1', '11', '11/40', '04'],
);
const conversation = fc.constantFrom('', '', '@a', '@b');
const version = fc.constantFrom('', '', '#1', '#2', '#3');
const word = fc.tuple(fc.constantFrom('', '='), code, conversation, version).map((parts) => parts.join(''));

/** Any messages at all of one declaration, many of them in one second. */
export const anyLife: fc.Arbitrary<readonly ThreadMember[]> = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 14 }), fc.boolean())
  .map(([words, isExport]) => lifeMembers(words.join(' '), isExport ? EXPORT : IMPORT));

/** A life, and the same stored messages in any order, some of them more than once. */
export const arrivalsOf = (
  members: readonly ThreadMember[],
): fc.Arbitrary<readonly [readonly ThreadMember[], readonly ThreadMember[]]> =>
  fc.tuple(
    fc.constant(members),
    fc
      .subarray([...members])
      .chain((copies) =>
        fc.shuffledSubarray([...members, ...copies], { minLength: members.length + copies.length }),
      ),
  );

/** The same messages as another delivery of them would be numbered and timed. */
export const delivered = (members: readonly ThreadMember[]): readonly ThreadMember[] =>
  members.map((member, place) => ({
    ...member,
    row: {
      ...member.row,
      id: String(place + 1),
      receivedAt: new Date(1_800_000_000_000 + place * 1000).toISOString(),
    },
  }));
