import { describe, expect, it } from 'vitest';
import { notificationRow } from '../../../test/support/notification-row.ts';
import { alertsDue, isWithheld, type Caller } from './alert-rules.ts';

const added = Date.parse('2026-11-22T09:00:00.000Z');
const drained = Date.parse('2026-11-22T09:05:00.000Z');
const scope = { since: added, drainedAt: drained, coalesce: true };

const rowWith = (known: Parameters<typeof notificationRow>[0] = {}) =>
  notificationRow({ type: 'DMSCTL', title: 'Goods will be examined', attention: 'act', ...known });
const control = (
  known: Parameters<typeof notificationRow>[0] = {},
  more: Partial<Omit<Caller, 'row'>> = {},
): Caller => {
  const row = rowWith(known);
  return { row, ids: [row.id], subject: row.subject, urgency: 'critical', ...more };
};
const before = { issuedAt: '2026-11-21T16:00:00.000Z', receivedAt: '2026-11-22T09:02:00.000Z' };

describe('which alerts are due', () => {
  it('gives one alert a message, naming the declaration and all its copies', () => {
    expect(alertsDue([control({}, { ids: ['1', '9'], urgency: 'normal' })], scope)).toEqual([
      {
        notifications: ['9', '1'],
        title: 'Goods will be examined',
        body: 'MRN 26GB5T8Y3EW0ZKCAR2, LRN ASH-2211-08',
        urgency: 'normal',
      },
    ]);
  });

  it('names two lorries in two sentences, with what decides and the limit', () => {
    const lorry = (id: string, gmr: string) =>
      control({
        ...{ id, type: 'GMR', kind: 'ppns', title: 'Inspection required', mrn: null, lrn: null },
        ...{ subject: `GMR ${gmr}`, keyFact: 'customs inspection at Sevington' },
        deadline: id === '1' ? '2026-12-05T12:00:00.000Z' : null,
      });
    expect(
      alertsDue([lorry('1', 'GMRA1'), lorry('2', 'GMRA2')], scope).map(({ title, body }) => [title, body]),
    ).toEqual([
      [
        'Inspection required',
        expect.stringMatching(/^GMR GMRA1\ncustoms inspection at Sevington\nBy Sat 5 Dec, \d\d:00 \S+$/),
      ],
      ['Inspection required', 'GMR GMRA2\ncustoms inspection at Sevington'],
    ]);
  });

  it('gives the type where nothing names it', () => {
    const nameless = control({ subject: null, type: 'JSON' });
    expect(alertsDue([nameless], scope).map(({ body }) => body)).toEqual(['JSON']);
  });

  it('speaks with one voice, the most urgent, when more than three come at once', () => {
    const rows = ['1', '2', '3'].map((id) => control({ id }, { urgency: 'normal' }));
    const rejection = control({ id: '4', title: 'Rejected', mrn: null, lrn: 'BEA-1' });
    expect([
      alertsDue([...rows, rejection], scope),
      alertsDue([...rows, rows[0]!], scope)[0]?.urgency,
    ]).toEqual([
      [
        {
          notifications: ['4', '3', '2', '1'],
          title: '4 notifications need you',
          body: '3 × Goods will be examined, 1 × Rejected: MRN 26GB5T8Y3EW0ZKCAR2, LRN ASH-2211-08, LRN BEA-1',
          urgency: 'critical',
        },
      ],
      'normal',
    ]);
  });

  it('says no more of many than a desktop shows', () => {
    const many = Array.from({ length: 300 }, (_, n) =>
      control({ id: String(n + 1), title: `Query ${n % 40} from customs`, subject: `GMR GMRA${n}` }),
    );
    const [alert] = alertsDue(many, scope);
    expect([alert?.body.length ?? 0, alert?.body]).toEqual([
      expect.toSatisfy((length) => length <= 260),
      expect.stringMatching(
        /^8 × Query 0 from customs, .* and \d+ more: GMR GMRA0, GMR GMRA1, .* and \d+ more$/,
      ),
    ]);
  });

  it('keeps each alert apart where nothing is to be coalesced', () => {
    const callers = ['1', '2', '3', '4'].map((id) => control({ id }));
    expect(alertsDue(callers, { ...scope, coalesce: false }).map((alert) => alert.notifications)).toEqual([
      ['1'],
      ['2'],
      ['3'],
      ['4'],
    ]);
  });

  it('withholds backfill while the first backlog is drained, and nothing else', () => {
    const during = { issuedAt: '2026-11-22T09:01:00.000Z', receivedAt: '2026-11-22T09:02:00.000Z' };
    const draining = { ...scope, drainedAt: null };
    expect([
      isWithheld(rowWith(before), draining),
      isWithheld(rowWith(before), scope),
      isWithheld(rowWith(during), draining),
    ]).toEqual([true, false, false]);
  });

  it('sums backfill up once the first backlog is drained', () => {
    expect(alertsDue([control({ id: '7', ...before }), control({ id: '8', ...before })], scope)).toEqual([
      {
        notifications: ['8', '7'],
        title: '2 earlier notifications need you',
        body: 'From before this account was added: 2 × Goods will be examined: MRN 26GB5T8Y3EW0ZKCAR2, LRN ASH-2211-08',
        urgency: 'critical',
      },
    ]);
  });

  it('alerts for what arrives after the first backlog, however old its date', () => {
    const late = control({ ...before, receivedAt: '2026-11-22T09:30:00.000Z' });
    expect(alertsDue([late], scope).map((alert) => alert.title)).toEqual(['Goods will be examined']);
  });
});
