import { describe, expect, it } from 'vitest';
import type { AccountStatus } from '../../shared/status.ts';
import { emptyWords } from './empty-words.ts';

const local = (text: string) => new Date(text).toISOString();
const now = Date.parse(local('2026-11-22T09:41:09'));
const checked = { kind: 'checked', at: local('2026-11-22T09:41:07'), accounts: 2 } as const;
const signedOut: AccountStatus = {
  id: 'transit',
  name: 'Transit',
  source: 'hmrc-ppns',
  state: 'signed-out',
  since: local('2026-11-22T08:12:00'),
  failure: { reason: 'token-refused', detail: null, status: 401, code: null, retryAfterMs: null },
  until: null,
  nextSlotAt: null,
  checkedAt: local('2026-11-22T08:12:00'),
  waiting: 0,
  unsent: 0,
  acknowledgesUpstream: true,
};

describe('an empty list', () => {
  it('says that nothing needs you only when everything was checked', () => {
    expect([
      emptyWords('needs-action', false, checked, now),
      emptyWords('needs-action', false, { kind: 'stale', accounts: [signedOut] }, now),
    ]).toEqual([
      { title: 'Nothing needs you', lines: ['Checked 09:41:07.'], tone: 'good', offer: 'none' },
      {
        title: 'This may not be all',
        lines: ['Transit not checked since 08:12: Sign in again.'],
        tone: 'bad',
        offer: 'see-accounts',
      },
    ]);
  });

  it('offers to clear a filter that nothing passes', () => {
    expect(emptyWords('all', true, checked, now)).toMatchObject({
      title: 'Nothing matches',
      offer: 'clear-filters',
    });
  });

  it('asks for an account where there is none', () => {
    expect(emptyWords('needs-action', false, { kind: 'no-accounts' }, now)).toMatchObject({
      title: 'Add your first account',
      offer: 'add-account',
    });
  });
});
