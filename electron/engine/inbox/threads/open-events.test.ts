import { describe, expect, it } from 'vitest';
import { callingIds } from './calling.ts';
import { EXPORT, IMPORT, lifeMembers } from './life.fixture.ts';
import { storyOf } from './story.ts';
import { threadView } from './thread-view.ts';

/** A time of that day of November 2026. */
const day = (number: number): string => `2026-11-${number}T12:00:00.000Z`;

/** Members with the day of each one's limit, 0 for none. */
const limited = (line: string, days: readonly number[], mrn = IMPORT) =>
  lifeMembers(line, mrn).map((member, place) => {
    const deadline = days[place] === 0 ? null : day(days[place] ?? 0);
    return { ...member, facts: { ...member.facts, deadline } };
  });

describe('the limits of a declaration', () => {
  it.each([
    ['01 51', [0, 25], [25]],
    ['01 06 51', [0, 28, 25], [25, 28]],
    ['01 13/4£', [0, 26], [26]],
    ['01 14', [0, 26], [26]],
    ['01 14 15', [0, 26, 27], [27]],
    // A reminder that gives no limit leaves that of what it reminds of.
    ['01 14 15', [0, 26, 0], [26]],
    ['01 14 15 15', [0, 26, 27, 0], [27]],
    ['01 13/4£ 15£', [0, 25, 0], [25]],
    ['01 13/4£ 13/4 13/4£ 15£', [0, 24, 0, 25, 0], [25]],
    ['01 13/4£ 13/4 15£', [0, 24, 0, 0], []],
    ['01 14 15£', [0, 26, 0], [26]],
    ['01 14 15 09', [0, 26, 0, 0], []],
    ['01 13/4£ 15£', [0, 26, 24], [24]],
    // Of two requests neither says that it takes the place of the other.
    ['01 06 06', [0, 28, 30], [28, 30]],
    ['01 51 51', [0, 28, 26], [26, 28]],
    // A new demand for money takes the place of the former; a tax message that asks for none has no limit.
    ['01 13/67£ 13/4£', [0, 24, 26], [26]],
    ['01 13/67£ 13/4', [0, 24, 26], []],
    // What is settled has none.
    ['01 51 09', [0, 25, 0], []],
    ['01 51 09 06', [0, 25, 0, 28], [28]],
    ['01 06 10', [0, 25, 0], []],
  ])('with %s, given %j, that still count are %j', (line, days, open) => {
    const { status, entries } = threadView(limited(line, days));
    const counting = entries.filter(({ isDeadlineOpen }) => isDeadlineOpen).map(({ deadline }) => deadline);
    expect([status?.deadline, counting.sort()]).toEqual([
      open[0] === undefined ? null : day(open[0]),
      open.map(day),
    ]);
  });

  it('hold for an export that is to prove its exit', () => {
    const ofExit = (line: string) => threadView(limited(line, [0, 0, 27, 0], EXPORT)).status?.deadline;
    expect([ofExit('01 09 18'), ofExit('01 09 18 16/A1')]).toEqual([day(27), null]);
  });

  it('are of an exit the later alone, which replaces the earlier; one that names none leaves it', () => {
    const open = (days: readonly number[]) => {
      const { status, entries } = threadView(limited('01 09 18 18', days, EXPORT));
      return [status?.deadline, entries.flatMap((one) => (one.isDeadlineOpen ? [one.deadline] : []))];
    };
    expect([open([0, 0, 27, 29]), open([0, 0, 27, 0])]).toEqual([
      [day(29), [day(29)]],
      [day(27), [day(27)]],
    ]);
  });

  it('say so where documents are wanted by several dates of which none replaces another', () => {
    const notes = (line: string, days: readonly number[]) => threadView(limited(line, days)).status?.notes;
    const several =
      'Documents are wanted by several dates: no message says that a later one replaces an earlier';
    expect([
      notes('01 06 06', [0, 28, 30]),
      notes('01 06 06', [0, 28, 28]),
      notes('01 06 06 09', [0, 28, 30, 0]),
    ]).toEqual([[several], [], []]);
  });
});

const DENIED = 'A request was denied';
const PENDING = 'A request is registered and not answered yet';

describe('a request that was granted in part', () => {
  it.each([
    ['01@a 02@b 11/41+39@b', ['accepted', 'act', '3', DENIED]],
    // The change is the part that was granted.
    ['01@a 02@b 11/41+39@b 07@b', ['waiting', 'act', '3', DENIED, 'The declaration was changed']],
    ['01@a 02@b 11/41+39@b 07@b 09', ['cleared', 'act', '3', DENIED, 'The declaration was changed']],
    ['01@a 02@b 11/41+39@b 11/39@c', ['accepted', 'act', '3', DENIED, 'A request was granted']],
    ['01@a 02@b 11/41+39@b 07@b 02@c', ['waiting', 'info', null, PENDING, 'The declaration was changed']],
    ['01@a 02@b 11/41+39@b 11/39@b', ['accepted', 'info', null, 'A request was granted']],
    // One that was refused as a whole was followed by a correction.
    ['01@a 02@b 11/41@b 07@b', ['waiting', 'info', null, 'The declaration was changed']],
  ])('still has its refused part with %s: %j', (line, expected) => {
    const { status } = threadView(lifeMembers(line));
    expect([status?.code, status?.attention, status?.actionId, ...(status?.notes ?? [])]).toEqual(expected);
  });

  it('may be what an export was changed by', () => {
    const { status } = threadView(lifeMembers('02 01 02@b 11/41+39@b 07@b', EXPORT));
    expect(status?.notes).toEqual([DENIED, 'The declaration was changed']);
  });
});

describe('a reminder to pay', () => {
  it.each([
    // Of an immediate payment: it stands for the demand.
    ['01 13/4£ 15£', ['payment-due', '3', ['3'], []]],
    ['01 15£', ['payment-due', '2', ['2'], []]],
    ['01 13/4£ 15£ 15£', ['payment-due', '4', ['4'], []]],
    ['01 13/4£ 15£ 13/4£', ['payment-due', '4', ['4'], []]],
    ['01 13/4£ 15£ 13/4', ['waiting', null, [], []]],
    ['01 13/4£ 15£ 09', ['cleared', null, [], []]],
    ['01 13/4£ 15£ 13/67', ['payment-due', '3', ['3'], []]],
    ['01 13/4£ 15£ 13/67£', ['payment-due', '4', ['4'], []]],
    // Where versions are missing one of them stays open.
    ['01 15£#2 13/4£ 13/67£#1', ['payment-due', '3', ['3'], []]],
    ['01 14#2 15 14#1', ['account-short', '3', ['3'], []]],
    // Of a balance: it stands for the 14, and a payment is another matter.
    ['01 14 15', ['account-short', '3', ['3'], []]],
    ['01 15 14', ['account-short', '3', ['3'], []]],
    ['01 13/4£ 15', ['account-short', '3', ['2', '3'], ['Payment due']]],
    ['01 14 15£', ['payment-due', '3', ['2', '3'], ['Not enough on the account']]],
  ])('with %s leaves %j', (line, expected) => {
    const members = lifeMembers(line);
    const { status } = threadView(members);
    const calling = [...callingIds(storyOf(members))].sort();
    expect([status?.code, status?.actionId, calling, status?.notes]).toEqual(expected);
  });
});
