import { describe, expect, it } from 'vitest';
import type { AccountStatus } from '../../shared/status.ts';
import { emptyWords, type EmptyPlace } from './empty-words.ts';

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
  refreshes: false,
  notices: [],
  gaps: [],
};

const place = (given: Partial<EmptyPlace> = {}): EmptyPlace => ({
  view: 'needs-action',
  by: 'notification',
  noun: 'declaration',
  narrowed: false,
  noticesSilence: true,
  gaps: [],
  ...given,
});

describe('an empty list', () => {
  it('says that nothing needs you only when everything was checked', () => {
    expect([
      emptyWords(place(), checked, now),
      emptyWords(place(), { kind: 'stale', accounts: [signedOut] }, now),
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

  it('never says that nothing needs you while something may be missing', () => {
    const gap = {
      from: local('2026-11-14T09:00:00'),
      to: local('2026-11-22T08:30:00'),
      why: 'Away for too long.',
    };
    const cards = { ...signedOut, name: 'Cards', gaps: [gap] };
    expect(emptyWords(place({ gaps: Array(5).fill({ account: cards, gap }) }), checked, now)).toEqual({
      title: 'Something may be missing',
      lines: [
        ...Array(3).fill('Cards: something may be missing from 14 Nov 09:00 to today 08:30.'),
        'And 2 more.',
      ],
      tone: 'bad',
      offer: 'see-accounts',
    });
  });

  it('offers to clear a filter that nothing passes', () => {
    expect(emptyWords(place({ view: 'all', narrowed: true }), checked, now)).toMatchObject({
      title: 'Nothing matches',
      offer: 'clear-filters',
    });
  });

  it('names what it lists', () => {
    const lines = (['declaration', 'payment'] as const).flatMap(
      (noun) => emptyWords(place({ by: 'thread', noun, narrowed: true }), checked, now).lines,
    );
    expect(lines).toEqual([
      'No declaration in this view has all that is asked for.',
      'No payment in this view has all that is asked for.',
    ]);
  });

  it('does not call it peace where nobody listens for silence', () => {
    const quiet = place({ view: 'quiet', by: 'thread' });
    expect([
      emptyWords(quiet, checked, now).title,
      emptyWords({ ...quiet, noticesSilence: false }, checked, now),
    ]).toEqual([
      'Nothing has gone quiet',
      {
        title: 'Silence is not watched for',
        lines: ['Every limit is switched off, so nothing is ever said to have gone quiet.'],
        tone: 'plain',
        offer: 'see-settings',
      },
    ]);
  });

  it('asks for an account where there is none', () => {
    expect(emptyWords(place(), { kind: 'no-accounts' }, now)).toMatchObject({
      title: 'Add your first account',
      offer: 'add-account',
    });
  });
});
