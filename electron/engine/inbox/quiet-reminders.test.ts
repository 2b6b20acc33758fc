import { describe, expect, it } from 'vitest';
import { notificationRow } from '../../../test/support/notification-row.ts';
import type { OverdueThread } from '../store/thread-store.ts';
import { remindersDue } from './quiet-reminders.ts';

const now = Date.parse('2026-11-22T12:00:00.000Z');
const scope = { since: Date.parse('2026-11-20T00:00:00.000Z'), coalesce: true };
const ago = (minutes: number) => now - minutes * 60_000;

const overdue = (thread: string, known: Partial<OverdueThread> = {}): OverdueThread => ({
  thread,
  rule: 'arrival',
  at: ago(16),
  notification: notificationRow({ id: `1${thread}` }),
  status: null,
  mrn: '26GB5T8Y3EW0ZKCAR2',
  lrn: 'ASH-2211-08',
  ...known,
});

describe('the reminder of a silence', () => {
  it('says what has not come, since when, of what, and what to do', () => {
    expect(remindersDue([overdue('1')], scope, now)).toEqual([
      {
        notifications: ['11'],
        title: 'No answer 16 min after arrival',
        body: 'MRN 26GB5T8Y3EW0ZKCAR2, LRN ASH-2211-08\nCheck the arrival in the port’s or shed’s inventory system, then ask HMRC’s CDS support.',
        urgency: 'normal',
      },
    ]);
  });

  it('is one a declaration, whatever it waits for', () => {
    const waits = [
      overdue('1', { rule: 'final-tax', at: ago(240) }),
      overdue('1', { rule: 'clearance', at: ago(241) }),
    ];
    expect(
      remindersDue(waits, scope, now).map(({ title, body }) => [title, body.split('\n').at(-1)]),
    ).toEqual([['Not cleared 4 h after acceptance', 'Also: No final tax calculation yet.']]);
  });

  it.each([
    [60, 'Documents due within 60 min', 'critical'],
    [24 * 60, 'Documents due within 24 h', 'critical'],
    [24 * 60 + 1, 'Documents due within 24 h', 'normal'],
    [-60, 'The limit for documents passed 60 min ago', 'critical'],
  ])('of documents with %i minutes left is "%s", %s', (left, title, urgency) => {
    const wait = overdue('1', { rule: 'documents', at: now + left * 60_000 });
    expect(remindersDue([wait], scope, now).map((alert) => [alert.title, alert.urgency])).toEqual([
      [title, urgency],
    ]);
  });

  it('leads to the message that has to be acted on, whatever has come since', () => {
    const status: OverdueThread['status'] = {
      ...{ code: 'documents-wanted', title: 'Documents wanted', attention: 'act' },
      ...{ since: '2026-11-22T09:00:00.000Z', actionId: '7', deadline: null, notes: [] },
    };
    const waits = ['1', '2', '3', '4'].map((thread) => overdue(thread, { rule: 'documents', status }));
    expect(
      [waits.slice(0, 1), waits].map((some) => remindersDue(some, scope, now)[0]?.notifications),
    ).toEqual([['7'], ['7']]);
  });

  it('speaks with one voice of more than three', () => {
    const waits = [
      ...['1', '2', '3'].map((thread) => overdue(thread)),
      overdue('4', { rule: 'documents', at: now + 60_000 }),
    ];
    expect([
      remindersDue(waits, scope, now),
      remindersDue(waits, { ...scope, coalesce: false }, now).length,
    ]).toEqual([
      [
        {
          notifications: ['14', '13', '12', '11'],
          title: '4 declarations are quiet or near a limit',
          body: '3 × No answer after arrival, 1 × Documents due',
          urgency: 'critical',
        },
      ],
      4,
    ]);
  });

  it('sums up what was quiet before the account was added, apart from what is new', () => {
    const old = { at: Date.parse('2026-11-19T09:00:00.000Z') };
    const reminders = remindersDue([overdue('1', old), overdue('2', old), overdue('3')], scope, now);
    expect(reminders.map(({ title, notifications }) => [title, notifications])).toEqual([
      ['2 earlier declarations are quiet or near a limit', ['12', '11']],
      ['No answer 16 min after arrival', ['13']],
    ]);
  });
});
