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
  return { row, ids: [row.id], mrn: row.mrn, lrn: row.lrn, urgency: 'critical', ...more };
};
const before = { issuedAt: '2026-11-21T16:00:00.000Z', receivedAt: '2026-11-22T09:02:00.000Z' };

describe('which alerts are due', () => {
  it('gives one alert a message, naming the declaration and all its copies', () => {
    expect(alertsDue([control({}, { ids: ['1', '9'], urgency: 'normal' })], scope)).toEqual([
      {
        notifications: ['9', '1'],
        title: 'Goods will be examined',
        body: 'DMSCTL  26GB5T8Y3EW0ZKCAR2  ASH-2211-08',
        urgency: 'normal',
      },
    ]);
  });

  it('names the thread’s declaration where the message names none', () => {
    const nameless = control({ mrn: null, lrn: null }, { mrn: '26GB5T8Y3EW0ZKCAR2' });
    expect(alertsDue([nameless], scope).map(({ body }) => body)).toEqual(['DMSCTL  26GB5T8Y3EW0ZKCAR2']);
  });

  it('speaks with one voice, the most urgent, when more than three come at once', () => {
    const rows = ['1', '2', '3'].map((id) => control({ id }, { urgency: 'normal' }));
    const rejection = control({ id: '4', type: 'DMSREJ' });
    expect([
      alertsDue([...rows, rejection], scope),
      alertsDue([...rows, rows[0]!], scope)[0]?.urgency,
    ]).toEqual([
      [
        {
          notifications: ['4', '3', '2', '1'],
          title: '4 notifications need you',
          body: '3 DMSCTL, 1 DMSREJ',
          urgency: 'critical',
        },
      ],
      'normal',
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
        body: 'From before this account was added: 2 DMSCTL',
        urgency: 'critical',
      },
    ]);
  });

  it('alerts for what arrives after the first backlog, however old its date', () => {
    const late = control({ ...before, receivedAt: '2026-11-22T09:30:00.000Z' });
    expect(alertsDue([late], scope).map((alert) => alert.title)).toEqual(['Goods will be examined']);
  });
});
