import { describe, expect, it } from 'vitest';
import { openCursor, type JpmCursor } from './cursor.ts';
import { inTurn, planSweep, presentDays } from './plan.ts';

const NOW = Date.parse('2026-11-22T09:00:00.000Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const cursor = (known: Partial<JpmCursor>): JpmCursor => ({
  ...openCursor(null, 'who'),
  sweptAt: NOW - HOUR,
  firstDay: '2026-11-01',
  weekWalkedAt: NOW - HOUR,
  monthWalkedAt: NOW - HOUR,
  ...known,
});
const owed = (known: Partial<JpmCursor>, retentionDays: number | null = null) =>
  planSweep(cursor(known), NOW, retentionDays).cursor.owed;

describe('the present', () => {
  it('is today first, and its neighbours for zones that are a day apart', () => {
    expect(presentDays(NOW)).toEqual(['2026-11-22', '2026-11-23', '2026-11-21']);
  });
});

describe('older days', () => {
  it('are none while sweeps follow each other', () => {
    expect(owed({})).toEqual([]);
  });

  it('are the day that has just left the present', () => {
    expect(owed({ sweptAt: NOW - 10 * HOUR })).toEqual(['2026-11-20']);
  });

  it('are a week at the first connection, or what the source keeps where that is less', () => {
    const first = { sweptAt: null, firstDay: null, weekWalkedAt: null, monthWalkedAt: null };
    expect([owed(first).at(0), owed(first).at(-1), owed(first, 4)]).toEqual([
      '2026-11-20',
      '2026-11-15',
      ['2026-11-20', '2026-11-19', '2026-11-18'],
    ]);
  });

  it('are those of an absence, with the day before it and the last one that held something', () => {
    expect(owed({ sweptAt: NOW - 3 * DAY, full: ['2026-11-14', '2026-11-12'] })).toEqual([
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
      '2026-11-14',
    ]);
  });

  it('are the last week again after a day, never from before the first connection', () => {
    expect(owed({ weekWalkedAt: NOW - DAY, firstDay: '2026-11-18' })).toEqual([
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
    ]);
  });

  it('are the last month again after a week', () => {
    const days = owed({ monthWalkedAt: NOW - 7 * DAY, firstDay: '2026-01-01' });
    expect([days.length, days.at(-1)]).toEqual([29, '2026-10-23']);
  });

  it('stay owed until they are walked, each once', () => {
    expect(owed({ owed: ['2026-11-20', '2026-11-10'], sweptAt: NOW - 10 * HOUR })).toEqual([
      '2026-11-20',
      '2026-11-10',
    ]);
  });
});

describe('the turn of older days', () => {
  it('is newest first, and last for those that failed, in the order in which they did', () => {
    const days = ['2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17'];
    const failed = ['2026-11-18', '2026-11-20', '2026-10-01'];
    expect(inTurn({ owed: days, failed })).toEqual(['2026-11-19', '2026-11-17', '2026-11-18', '2026-11-20']);
  });

  it('is forgotten with a day that is too old to be asked for', () => {
    const days = ['2026-11-20', '2026-11-10'];
    expect(planSweep(cursor({ owed: days, failed: days }), NOW, 5).cursor.failed).toEqual(['2026-11-20']);
  });
});

describe('a stretch that no walk can fill', () => {
  it('is what the source has let go by now, told once', () => {
    const planned = planSweep(cursor({ sweptAt: NOW - 20 * DAY }), NOW, 10);
    expect([planned.lost, planned.cursor.owed.at(-1), planSweep(planned.cursor, NOW, 10).lost]).toEqual([
      { from: NOW - 20 * DAY, to: NOW - 10 * DAY },
      '2026-11-12',
      null,
    ]);
  });

  it('is none where nobody says how long the source keeps messages', () => {
    expect(planSweep(cursor({ sweptAt: NOW - 100 * DAY }), NOW, null).lost).toBeNull();
  });
});
