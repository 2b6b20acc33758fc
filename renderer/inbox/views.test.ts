import { describe, expect, it } from 'vitest';
import type { EngineStatus } from '../../shared/status.ts';
import {
  asOf,
  dimensionsOf,
  filterOf,
  isNarrowed,
  listedBy,
  narrowingIn,
  NO_NARROWING,
  toggled,
  VIEW_NAMES,
  viewCount,
} from './views.ts';

describe('a view and its narrowing', () => {
  it('ask with the members that filter something and no others', () => {
    expect([
      filterOf('all', NO_NARROWING),
      filterOf('needs-action', NO_NARROWING),
      filterOf('all', { ...NO_NARROWING, states: ['new'], accounts: ['cds'], search: '  26GB ' }),
    ]).toEqual([
      {},
      { states: ['new'], needsAction: true },
      { states: ['new'], accounts: ['cds'], search: '26GB' },
    ]);
  });

  it('never contradict each other: what the view settles cannot be narrowed', () => {
    const narrowing = { ...NO_NARROWING, states: ['acknowledged'], attention: ['info'] } as const;
    expect([filterOf('needs-action', narrowing), narrowingIn('new', narrowing), dimensionsOf('new')]).toEqual(
      [
        { states: ['new'], needsAction: true },
        { ...NO_NARROWING, attention: ['info'] },
        ['upstream', 'types', 'attention', 'accounts'],
      ],
    );
  });

  it('put a value in and take it out again', () => {
    const once = toggled(NO_NARROWING, 'types', 'DMSREJ');
    expect([once.types, toggled(once, 'types', 'DMSREJ').types]).toEqual([['DMSREJ'], []]);
  });

  it('count blanks in the search as nothing', () => {
    expect([
      isNarrowed({ ...NO_NARROWING, search: ' ' }),
      isNarrowed({ ...NO_NARROWING, search: 'x' }),
    ]).toEqual([false, true]);
  });

  it('leave out what arrived since an instant', () => {
    expect([asOf({ types: ['X'] }, null), asOf({}, '2026-11-22T09:00:00.000Z')]).toEqual([
      { types: ['X'] },
      { until: '2026-11-22T09:00:00.000Z' },
    ]);
  });
});

describe('the figures beside the views', () => {
  const status: EngineStatus = {
    revision: 1,
    accounts: [],
    counts: { needsAction: 20, new: 40, all: 900, acknowledged: 860 },
    threadCounts: { needsAction: 12, new: 30, all: 400, acknowledged: 370 },
    quiet: 7,
    rereading: null,
    archiveBytes: 0,
  };

  it('are those of the rows that the view would list', () => {
    const figures = (preferred: 'notification' | 'thread') =>
      VIEW_NAMES.map((view) => viewCount(view, status, preferred));
    expect([figures('notification'), figures('thread')]).toEqual([
      [20, 40, 7, 900, 860],
      [12, 30, 7, 400, 370],
    ]);
  });

  it('count declarations for what has gone quiet, whatever a person prefers', () => {
    expect([
      filterOf('quiet', NO_NARROWING),
      listedBy('quiet', 'notification'),
      listedBy('all', 'notification'),
    ]).toEqual([{ quiet: true }, 'thread', 'notification']);
  });
});
