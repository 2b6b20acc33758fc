import { describe, expect, it } from 'vitest';
import { notificationRow } from '../../../test/support/notification-row.ts';
import { alertsDue } from './alert-rules.ts';

const added = Date.parse('2026-11-22T09:00:00.000Z');
const drained = Date.parse('2026-11-22T09:05:00.000Z');
const scope = { since: added, drainedAt: drained, coalesce: true };

const control = (known: Parameters<typeof notificationRow>[0] = {}) =>
  notificationRow({ type: 'DMSCTL', title: 'Goods will be examined', attention: 'act', ...known });
const before = { issuedAt: '2026-11-21T16:00:00.000Z', receivedAt: '2026-11-22T09:02:00.000Z' };

describe('which alerts are due', () => {
  it('gives one alert a notification, naming the declaration', () => {
    expect(alertsDue([control()], scope)).toEqual([
      {
        notifications: ['1'],
        title: 'Goods will be examined',
        body: 'DMSCTL  26GB5T8Y3EW0ZKCAR2  ASH-2211-08',
      },
    ]);
  });

  it('speaks with one voice when more than three come at once', () => {
    const rows = ['1', '2', '3'].map((id) => control({ id }));
    const rejection = control({ id: '4', type: 'DMSREJ' });
    expect(alertsDue([...rows, rejection], scope)).toEqual([
      { notifications: ['4', '3', '2', '1'], title: '4 notifications need you', body: '3 DMSCTL, 1 DMSREJ' },
    ]);
  });

  it('keeps each alert apart where nothing is to be coalesced', () => {
    const rows = ['1', '2', '3', '4'].map((id) => control({ id }));
    expect(alertsDue(rows, { ...scope, coalesce: false }).map((alert) => alert.notifications)).toEqual([
      ['1'],
      ['2'],
      ['3'],
      ['4'],
    ]);
  });

  it('is silent about backfill while the first backlog is drained', () => {
    expect(alertsDue([control(before)], { ...scope, drainedAt: null })).toEqual([]);
  });

  it('sums backfill up once the first backlog is drained', () => {
    expect(alertsDue([control({ id: '7', ...before }), control({ id: '8', ...before })], scope)).toEqual([
      {
        notifications: ['8', '7'],
        title: '2 earlier notifications need you',
        body: 'From before this account was added: 2 DMSCTL',
      },
    ]);
  });

  it('alerts for what arrives after the first backlog, however old its date', () => {
    const late = control({ ...before, receivedAt: '2026-11-22T09:30:00.000Z' });
    expect(alertsDue([late], scope).map((alert) => alert.title)).toEqual(['Goods will be examined']);
  });

  it('alerts at once for what happens while the first backlog is still drained', () => {
    const during = control({ issuedAt: '2026-11-22T09:01:00.000Z', receivedAt: '2026-11-22T09:02:00.000Z' });
    expect(alertsDue([during], { ...scope, drainedAt: null })).toHaveLength(1);
  });
});
