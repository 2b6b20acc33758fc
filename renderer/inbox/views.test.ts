import { describe, expect, it } from 'vitest';
import { asOf, dimensionsOf, filterOf, isNarrowed, narrowingIn, NO_NARROWING, toggled } from './views.ts';

describe('a view and its narrowing', () => {
  it('ask with the members that filter something and no others', () => {
    expect([
      filterOf('all', NO_NARROWING),
      filterOf('needs-action', NO_NARROWING),
      filterOf('all', { ...NO_NARROWING, states: ['new'], accounts: ['cds'], search: '  26GB ' }),
    ]).toEqual([
      {},
      { states: ['new'], attention: ['act'] },
      { states: ['new'], accounts: ['cds'], search: '26GB' },
    ]);
  });

  it('never contradict each other: what the view settles cannot be narrowed', () => {
    const narrowing = { ...NO_NARROWING, states: ['acknowledged'], attention: ['info'] } as const;
    expect([filterOf('needs-action', narrowing), narrowingIn('new', narrowing), dimensionsOf('new')]).toEqual(
      [
        { states: ['new'], attention: ['act'] },
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
