import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { AccountStatus, EngineStatus } from '../../shared/status.ts';
import { notificationRow } from '../../test/support/notification-row.ts';
import { callLine, trayTooltip } from './tray-text.ts';

const timeOf = (instant: string) => instant.slice(11, 19);

function account(changes: Partial<AccountStatus>): AccountStatus {
  return {
    id: 'a',
    name: 'A',
    source: 'hmrc-cds',
    state: 'polling',
    since: '2026-11-22T08:00:00.000Z',
    failure: null,
    until: null,
    nextSlotAt: null,
    checkedAt: '2026-11-22T09:41:07.000Z',
    waiting: 0,
    unsent: 0,
    acknowledgesUpstream: false,
    refreshes: false,
    notices: [],
    gaps: [],
    ...changes,
  };
}

function status(needsAction: number, ...accounts: AccountStatus[]): EngineStatus {
  const counts = { needsAction, new: 0, all: 0, acknowledged: 0 };
  return {
    revision: 1,
    accounts,
    counts,
    threadCounts: counts,
    quiet: 0,
    rereading: null,
    archiveBytes: 0,
  };
}

const stuck = (checkedAt: string | null) =>
  account({ state: 'offline', failure: failure('network-unreachable'), checkedAt });

describe('the tray’s tooltip', () => {
  it.each([
    ['Quayside: 3 need you. Checked 09:41:07', status(3, account({}))],
    ['Quayside: 1 needs you. Checked 09:41:07', status(1, account({}))],
    [
      'Quayside: nothing needs you. Checked 09:40:00',
      status(0, account({}), account({ checkedAt: '2026-11-22T09:40:00.000Z' })),
    ],
    ['Quayside: 12,345 need you. Not checked yet', status(12_345, account({}), account({ checkedAt: null }))],
    [
      'Quayside: nothing needs you. 1 account not checked since 08:12:00',
      status(0, account({}), stuck('2026-11-22T08:12:00.000Z')),
    ],
    ['Quayside: nothing needs you. 2 accounts not checked', status(0, stuck(null), stuck(null))],
    [
      'Quayside: nothing needs you. Checked 09:41:07',
      status(0, account({}), account({ state: 'paused', checkedAt: null })),
    ],
    ['Quayside: nothing needs you. Polling is paused', status(0, account({ state: 'paused' }))],
    ['Quayside: nothing needs you. No accounts yet', status(0)],
  ])('says "%s"', (tooltip, engineStatus) => {
    expect(trayTooltip({ engine: 'running', calls: [], status: engineStatus }, timeOf)).toBe(tooltip);
  });

  it('never claims a count that nobody vouches for', () => {
    const known = status(3, account({}));
    const states = ['starting', 'restarting', 'refused'] as const;
    expect(states.map((engine) => trayTooltip({ engine, calls: [], status: known }, timeOf))).toEqual([
      'Quayside: starting',
      'Quayside: restarting',
      'Quayside: the archive cannot be opened',
    ]);
  });
});

describe('a line of the tray’s menu', () => {
  it('names what needs a person, and what it is about', () => {
    const lorry = notificationRow({
      ...{ kind: 'ppns', type: 'GMR', title: 'Inspection required', mrn: null, lrn: null },
      subject: 'GMR GMRA00002KW2',
    });
    const nameless = notificationRow({
      title: 'Message not understood',
      mrn: null,
      lrn: null,
      subject: null,
    });
    expect([lorry, nameless].map((row) => callLine({ ...row, thread: null }))).toEqual([
      'Inspection required: GMR GMRA00002KW2',
      'Message not understood',
    ]);
  });
});
