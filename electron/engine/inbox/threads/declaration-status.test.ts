import { describe, expect, it } from 'vitest';
import { EXPORT, IMPORT, lifeMembers } from './life.fixture.ts';
import { threadView } from './thread-view.ts';

/** Code, attention and the place of the message that calls, 1 being the first as written. */
const brief = (line: string, mrn: string) => {
  const { status } = threadView(lifeMembers(line, mrn));
  return status === null ? null : [status.code, status.attention, status.actionId];
};

describe('the status of a declaration', () => {
  it.each([
    // Published life-cycles, counted among HMRC's trade-test samples.
    ['01 =13/67 13/4 =09', 'cleared', 'info', null],
    ['01 09', 'cleared', 'info', null],
    ['02 13/67 02 01 =13/67 13/4 =09', 'cleared', 'info', null],
    ['01 13/67 13/115 =08 13/4 =09', 'cleared', 'info', null],
    ['01 13/67 13/115 =08', 'released', 'info', null],
    ['01 13/67 02 11/39 13/67 13/4 =07 =09', 'cleared', 'info', null],
    ['01 13/67 06 02 11/39 13/67 06', 'documents-wanted', 'act', '7'],
    ['01 13/67 =05 =06 02 11/39 13/67 13/4 07 =09', 'cleared', 'info', null],
    ['01 13/67 06 13/115 08 51', 'query-open', 'act', '6'],
    ['01 13/67 50', 'held-by-defra', 'act', '3'],
    ['01 13/67 14', 'account-short', 'act', '3'],
    ['14 15', 'account-short', 'act', '2'],
    ['02 13/67 02 11/39 =03', 'cancelled', 'info', null],
    ['02 11/39 10', 'withdrawn', 'info', null],
    ['03!', 'rejected', 'act', '1'],
    ['13/67', 'waiting', 'info', null],
    ['13/4 09', 'cleared', 'info', null],
    ['02 02 11/39', 'registered', 'info', null],
    // By the rules.
    ['02', 'registered', 'info', null],
    ['02?', 'registered', 'watch', '1'],
    ['01', 'accepted', 'info', null],
    ['01? 13/67', 'waiting', 'watch', '1'],
    ['13/67 01', 'waiting', 'info', null],
    ['03! 02', 'registered', 'info', null],
    ['03! 01', 'accepted', 'info', null],
    ['02 03!', 'rejected', 'act', '2'],
    ['01 02 03!', 'accepted', 'act', '3'],
    ['01 03! 02 11/39', 'accepted', 'info', null],
    ['03! 09', 'cleared', 'info', null],
    ['01 03! 09', 'cleared', 'act', '2'],
    ['01 02 11/41 09', 'cleared', 'act', '3'],
    ['01 02 03! 09 02', 'cleared', 'info', null],
    ['02 03~', 'lapsed', 'act', '2'],
    ['02 03', 'cancelled', 'watch', '2'],
    ['02 03 01', 'accepted', 'info', null],
    ['01 09 02', 'cleared', 'info', null],
    ['01 09 03', 'cleared', 'info', null],
    ['01 09 02 11/41', 'cleared', 'act', '4'],
    ['01 09 02 11/39 07', 'cleared-amended', 'watch', '5'],
    ['01 09 02 11/39 07 =09', 'cleared-amended', 'info', null],
    ['01 09 51', 'cleared', 'act', '3'],
    ['01 05 10', 'cancelled-by-customs', 'act', '3'],
    ['01 13/67 02 11/39 07 =09 10', 'cancelled-by-customs', 'act', '7'],
    ['01 09 02 11/39 10', 'withdrawn', 'info', null],
    ['01 10 09', 'cancelled-by-customs', 'act', '2'],
    ['01 06 05', 'under-control', 'act', '3'],
    ['01 =06 =09', 'cleared', 'info', null],
    ['01 09 06', 'cleared', 'act', '3'],
    ['01 52', 'detained', 'act', '2'],
    ['01 17', 'handled-outside', 'act', '2'],
    ['01 13/4£', 'payment-due', 'act', '2'],
    ['01 13/67£ 13/4', 'waiting', 'info', null],
    ['01 13/4£ =09', 'cleared', 'info', null],
    ['01 14 13/4', 'waiting', 'info', null],
    ['99', 'unknown', 'watch', '1'],
    // A rejection of what was sent later than the declaration itself.
    ['02@a 02@b 03!@b', 'registered', 'act', '3'],
    ['02@a 03!@b', 'registered', 'act', '2'],
    ['02@a 03!@a', 'rejected', 'act', '2'],
    ['02@a 02@b 03!@a', 'rejected', 'act', '3'],
    ['02@a 03!@a#2', 'registered', 'act', '2'],
    ['02 02 11/41 02 03!', 'registered', 'act', '5'],
    ['02 13/67 03!', 'registered', 'act', '3'],
    ['02@a 13/67@a 03!@a', 'rejected', 'act', '3'],
    ['02@a 03!@b 02@c', 'registered', 'info', null],
    ['02@a 03!@a 03!@b', 'rejected', 'act', '2'],
    ['02@a 02@b 03!@b 02@c 01@a', 'accepted', 'info', null],
    // A message of an older version that is dated late outweighs nothing.
    ['01#1 09#2 06#1', 'cleared', 'info', null],
    ['01#1 07#2 =09#2 09#1', 'cleared', 'info', null],
    ['01#1 09#1 02 11/39 07#2 09#1', 'cleared-amended', 'watch', '5'],
    ['01#1 50#2 50#1', 'held-by-defra', 'act', '2'],
    ['01#1 13/67#1 14#2 13/4#1', 'account-short', 'act', '3'],
    ['01#2 09#2 51#2', 'cleared', 'act', '3'],
    ['01#2 02 11/41#1', 'accepted', 'act', '3'],
  ])('of an import with %s is %s', (line, ...status) => {
    expect(brief(line, IMPORT)).toEqual(status);
  });

  it.each([
    ['02 =02 01 =07 =09 16/A1', 'exited', 'info', null],
    ['02 01 07 16/A1', 'exited', 'info', null],
    ['01 09', 'cleared', 'info', null],
    ['02 02 01 07 09 02 11/39 10', 'withdrawn', 'info', null],
    ['02 02 01 07 09 02 11/39 07 09 16/A1', 'exited', 'info', null],
    ['02 51 01 51', 'query-open', 'act', '4'],
    ['01 09 18', 'not-exited-in-time', 'act', '3'],
    ['01 09 18 16/A1', 'exited', 'info', null],
    ['01 09 18 10', 'not-exited-in-time', 'act', '4'],
    ['01 09 10', 'not-exited-in-time', 'act', '3'],
    ['01 10', 'cancelled-by-customs', 'act', '2'],
  ])('of an export with %s is %s', (line, ...status) => {
    expect(brief(line, EXPORT)).toEqual(status);
  });

  it.each([
    ['01 02 03!', ['An amendment or request was rejected']],
    ['01 =05 =06', ['Under control: the goods are to be examined']],
    ['01 08 51', ['Released, duty and tax still provisional']],
    ['01 09 02', ['A request is registered and not answered yet']],
    ['01 09 02 11/39', ['A request was granted']],
    ['01 09 02 11/41', ['A request was denied']],
    ['01 09 51', ['Query from customs open']],
    ['01 07 09', ['The declaration was changed']],
    ['01? 13/67', ['Customs warns about the declaration']],
    ['01 99', ['There is a message of an unknown type']],
    ['03!', []],
    ['03! 02', ['An earlier submission was rejected']],
    ['03! 01', ['An earlier submission was rejected']],
    ['03! 02 01 09', ['An earlier submission was rejected']],
    ['02 03! 02 01', ['An earlier submission was rejected']],
    ['02@a 03!@b 01@a', ['An amendment or request was rejected']],
    ['02 01 07#2 03! 08', ['An amendment or request was rejected', 'The declaration was changed']],
    ['02@a 03!@b', ['What was sent later was rejected; the declaration itself was not']],
  ])('of %s comes with the notes %j', (line, notes) => {
    expect(threadView(lifeMembers(line)).status?.notes).toEqual(notes);
  });

  it.each([
    ['02 01 07 09', []],
    ['02 01 07 09 02 11/39 07', []],
    ['02 01 02 11/39 07 09', ['The declaration was changed']],
    ['01 07 09', ['The declaration was changed']],
  ])('of the export %s comes with %j: its arrival is no change of anybody’s', (line, notes) => {
    expect(threadView(lifeMembers(line, EXPORT)).status?.notes).toEqual(notes);
  });

  it('has the earliest limit that is open, and the call on the latest request', () => {
    const limits = ['2026-12-05T00:00:00.000Z', '2026-12-01T00:00:00.000Z', '2026-12-09T00:00:00.000Z'];
    const members = lifeMembers('06 08 06 06').map((member, place) => ({
      ...member,
      facts: { ...member.facts, deadline: [limits[1]!, null, limits[0]!, limits[2]!][place] ?? null },
    }));
    expect(threadView(members).status).toMatchObject({
      code: 'documents-wanted',
      deadline: limits[0],
      actionId: '4',
      since: '2026-11-22T09:04:00.000Z',
    });
  });

  it('is none where nothing is a declaration’s message', () => {
    const [member] = lifeMembers('01');
    const transit = { ...member!, facts: { ...member!.facts, kind: 'ppns' as const } };
    expect(threadView([transit])).toMatchObject({ status: null, trade: null });
  });
});
