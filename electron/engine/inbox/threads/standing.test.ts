import { describe, expect, it } from 'vitest';
import { EXPORT, IMPORT, lifeMembers } from './life.fixture.ts';
import type { ThreadMember } from './thread-member.ts';
import { threadView } from './thread-view.ts';

const statusOf = (line: string, mrn: string) => threadView(lifeMembers(line, mrn)).status;

describe('a cancellation', () => {
  it.each([
    // A grant in its own conversation, whatever became of other requests.
    ['02@x 02@a 02@b 11/39@a 11/41@b 10@a', 'withdrawn'],
    ['01@x 02@a 11/41+39@a 02@b 11/41@b 10@a', 'withdrawn'],
    ['11/39@a 11/39@b 07@b 10@a', 'withdrawn'],
    ['01@x 02@a 02@b 11/39@a 11@b 10@a', 'withdrawn'],
    ['01@x 02@a 11/39@a 02@b 11/41@b 10@b', 'cancelled-by-customs'],
    ['01@x 02@a 11/39@a 07@a 10@a', 'cancelled-by-customs'],
    ['01@x 02@a 11/39@a 02@a 11/41@a 10@a', 'cancelled-by-customs'],
    ['01@x 02@a 10@a 11/39@a', 'cancelled-by-customs'],
    // The answer to an amendment may come in the conversation of the declaration, and the cancellation too.
    ['01@a 02@b 11/39@a 07@b 10@a', 'cancelled-by-customs'],
    ['01@a 02@b 11/39@b 10@a', 'withdrawn'],
    // So may they in that of what is only pre-lodged.
    ['02@a 02@b 11/39@a 07@b 10@a', 'cancelled-by-customs'],
    ['02@a 02@b 11/39@a 07@b 01@c 10@a', 'cancelled-by-customs'],
    ['02@a 02@b 11/39@a 11/41@b 10@a', 'cancelled-by-customs'],
    ['02@a 02@b 11/39@b 10@a', 'withdrawn'],
    ['09@x 02@a 02@b 11/39@a 11/41@b 10@a', 'withdrawn'],
    // A grant in part was of the cancellation only where it shares the conversation.
    ['01@x 02@a 11/41+39@a 10@b', 'cancelled-by-customs'],
    ['01@x 02@a 11/41+39@a 07@a 10@a', 'cancelled-by-customs'],
    // Where it bears none, the last answer tells.
    ['02 11/39@a 10', 'withdrawn'],
    ['02@a 11/39@a 11/41@b 10', 'cancelled-by-customs'],
    ['02 02 11/39 11/41 10', 'cancelled-by-customs'],
  ])('with %s is %s', (line, code) => {
    expect(statusOf(line, IMPORT)?.code).toBe(code);
  });

  it('of what is only pre-lodged is proven in the same way', () => {
    expect(
      ['02@x 02@a 02@b 11/39@a 11/41@b 03@a', '02@x 02@a 11/41@a 03@a', '02@a 02@b 11/39@a 07@b 03@a'].map(
        (line) => {
          const status = statusOf(line, IMPORT);
          return [status?.code, status?.attention];
        },
      ),
    ).toEqual([
      ['cancelled', 'info'],
      ['cancelled', 'watch'],
      ['cancelled', 'watch'],
    ]);
  });

  it.each([
    ['01 09 16/A1 10', 'cancelled-by-customs'],
    ['01 09 18 16/A1 10', 'cancelled-by-customs'],
    ['01 09 18 10', 'not-exited-in-time'],
    ['01 09 10', 'not-exited-in-time'],
  ])('of an export with %s is %s: goods that left were not late', (line, code) => {
    expect(statusOf(line, EXPORT)?.code).toBe(code);
  });

  it.each([
    ['02 03', 'Cancelled before arrival'],
    ['02 01 03', 'Cancelled'],
    ['02 08 03', 'Cancelled'],
  ])('with %s has the title %s', (line, title) => {
    expect(statusOf(line, IMPORT)).toMatchObject({ code: 'cancelled', title });
  });
});

describe('a lapse', () => {
  const refused = (...codes: readonly string[]): readonly ThreadMember[] =>
    lifeMembers('02 03!').map((member) => ({
      ...member,
      facts: {
        ...member.facts,
        errors: member.facts.errors.flatMap((error) => codes.map((code) => ({ ...error, code }))),
      },
    }));

  it.each([
    ['lapsed', ['CDS12046']],
    ['lapsed', ['cds12046']],
    ['lapsed', ['DMS12046']],
    ['lapsed', [' dms12046 ']],
    ['rejected', ['CDS12046', 'CDS12046']],
    ['rejected', ['CDS12046', 'CDS12056']],
  ])('is one error and no more, however it is written: %s by %j', (code, errors) => {
    expect(threadView(refused(...errors)).status?.code).toBe(code);
  });
});

describe('the trade', () => {
  it.each([
    ['import', '01 13/67 13/4 09', EXPORT],
    ['import', '01 50', EXPORT],
    ['export', '01 09 18', IMPORT],
    ['export', '01 09', EXPORT],
    ['import', '01 09', IMPORT],
    // The types contradict each other.
    ['export', '13/67 16/A1', EXPORT],
    ['import', '13/67 16/A1', IMPORT],
  ])('is %s with %s under the MRN %s: the types say more than the hint', (trade, line, mrn) => {
    expect(threadView(lifeMembers(line, mrn)).trade).toBe(trade);
  });
});
