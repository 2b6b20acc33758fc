import type { Attention, Facts } from '../../../../../shared/notification.ts';
import { memberWith } from '../life.fixture.ts';
import type { ThreadMember } from '../thread-member.ts';

const START = Date.UTC(2026, 10, 22, 9, 0, 0);
export const ARC = '26GB00000000000417203';

/**
 * An excise movement's messages from a line such as `801 802/2! 818/3!#2`: number and deciding code, an hour apart; `!` calls
 * for somebody, `?` is to be watched; `#2` is the version of the movement. A reminder has a limit ten days later.
 */
export function exciseMembers(line: string): readonly ThreadMember[] {
  return line.split(' ').map((word, place) => {
    const [, number = '', statusCode = null, mark = '', version = null] =
      /^(\d{3})(?:\/(\w+))?([!?]?)(?:#(\d+))?$/.exec(word) ?? [];
    const issued = START + place * 3_600_000;
    const facts: Partial<Facts> = {
      kind: 'ppns',
      type: `IE${number}`,
      functionCode: null,
      statusCode,
      version,
      title: `IE${number} ${statusCode ?? ''}`.trim(),
      attention: MARKS[mark] ?? 'info',
      outcome: 'unknown',
      mrn: null,
      lrn: null,
      references: [{ kind: 'arc', value: ARC }],
      issuedAt: new Date(issued).toISOString(),
      messageId: `m${place + 1}`,
      deadline: number === '802' ? new Date(issued + 10 * 86_400_000).toISOString() : null,
    };
    return memberWith({ id: String(place + 1), facts, row: { account: 'ppns', source: 'hmrc-ppns' } });
  });
}

const MARKS: Readonly<Record<string, Attention>> = { '!': 'act', '?': 'watch' };
