import { describe, expect, it } from 'vitest';
import type { Failure } from '../../shared/failure.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { momentOf } from '../ui/format.ts';
import { engineHealth, freshness, healthWords, pollSentence, quietUntil } from './health-words.ts';

const local = (text: string) => new Date(text).toISOString();
const now = Date.parse(local('2026-11-22T09:41:07'));
const because = (reason: Failure['reason'], status: number | null = null): Failure => ({
  reason,
  detail: null,
  status,
  code: null,
  retryAfterMs: null,
});

const running = { engine: 'running', silentSince: null } as const;

const account = (given: Partial<AccountStatus> = {}): AccountStatus => ({
  id: 'cds',
  name: 'CDS',
  source: 'hmrc-cds',
  state: 'polling',
  since: local('2026-11-22T09:00:00'),
  failure: null,
  until: null,
  nextSlotAt: local('2026-11-22T09:41:14'),
  checkedAt: local('2026-11-22T09:41:04'),
  waiting: 0,
  unsent: 0,
  acknowledgesUpstream: false,
  refreshes: false,
  notices: [],
  gaps: [],
  ...given,
});

const signedOut = account({
  id: 'transit',
  name: 'Transit',
  state: 'signed-out',
  failure: because('token-refused'),
  checkedAt: local('2026-11-22T08:12:00'),
});

describe('the words for an account', () => {
  it('count down to the next poll', () => {
    expect([healthWords(account(), now), healthWords(account({ nextSlotAt: null }), now).words]).toEqual([
      { words: 'Next poll in 7 s', tone: 'good', slot: 0.3 },
      'Polling now',
    ]);
  });

  it('tell what waits while a backlog is drained', () => {
    expect(healthWords(account({ waiting: 340 }), now).words).toBe('Next poll in 7 s, 340 messages waiting');
  });

  it('name the proxy that was used, and whose certificate was refused', () => {
    const detail = 'api.test through proxy.office:3128: signed by “Office Root” (SELF_SIGNED_CERT_IN_CHAIN)';
    const state = 'backing-off';
    const failure = { ...because('certificate-unknown'), detail };
    expect(healthWords(account({ state, failure, until: local('2026-11-22T09:44:00') }), now).words).toBe(
      `Backing off until 09:44: Certificate not known to Quayside (${detail})`,
    );
  });

  it('name the cause and the way on', () => {
    const states: readonly Partial<AccountStatus>[] = [
      { state: 'backing-off', failure: because('server-error', 503), until: local('2026-11-22T09:44:00') },
      { state: 'offline', failure: because('network-unreachable'), since: local('2026-11-22T09:12:00') },
      { state: 'signed-out', failure: because('token-refused') },
      { state: 'misconfigured', failure: because('box-not-found', 404) },
      { state: 'paused' },
    ];
    expect(states.map((given) => healthWords(account(given), now).words)).toEqual([
      'Backing off until 09:44: The source has a fault (503)',
      'Offline since 09:12: No connection',
      'Signed out: Sign in again',
      'Stopped: No such box (404)',
      'Paused',
    ]);
  });
});

describe('a source that asks to be left alone', () => {
  const until = local('2026-11-22T09:44:00');
  const asked = { ...because('asked-to-wait'), detail: 'asked of account Transit', retryAfterMs: 180_000 };

  it('is named with the time, and with the account that it asked', () => {
    expect(healthWords(account({ state: 'backing-off', failure: asked, until }), now).words).toBe(
      'Asked to wait until 09:44: asked of account Transit',
    );
  });

  it('is known from the account itself and from those that share its client id', () => {
    const throttled = { ...because('rate-limited', 429), retryAfterMs: 180_000 };
    const own = [throttled, asked, because('server-error', 503), null];
    expect(own.map((failure) => quietUntil(account({ state: 'backing-off', failure, until })))).toEqual([
      until,
      until,
      null,
      null,
    ]);
  });
});

describe('what is on screen', () => {
  it('was checked when the account that is furthest behind was', () => {
    const behind = account({ id: 'b', checkedAt: local('2026-11-22T09:40:58') });
    expect(
      freshness([account(), behind, account({ id: 'c', state: 'paused', checkedAt: null })], now, running),
    ).toEqual({
      kind: 'checked',
      at: local('2026-11-22T09:40:58'),
      accounts: 2,
    });
  });

  it('is stale as soon as one account cannot be checked', () => {
    expect(freshness([account(), signedOut], now, running)).toEqual({ kind: 'stale', accounts: [signedOut] });
  });

  it('is stale when a poll that should have come did not', () => {
    const silent = account({ checkedAt: local('2026-11-22T09:30:00') });
    expect(freshness([silent], now, running)).toEqual({ kind: 'stale', accounts: [silent] });
  });

  it('is not yet known before the first answer, and nobody’s without accounts', () => {
    const starting = account({ state: 'starting', checkedAt: null, since: local('2026-11-22T09:41:05') });
    expect([freshness([starting], now, running).kind, freshness([], now, running).kind]).toEqual([
      'not-yet',
      'no-accounts',
    ]);
  });

  it('names the accounts alone where many were not polled', () => {
    const three = ['A', 'B', 'C'].map((name) => ({ ...signedOut, id: name, name }));
    expect(pollSentence([account(), ...three], now, running)).toBe(
      '1 account polled at 09:41:04. 3 accounts not checked: A, B, C',
    );
  });

  it('is told in one sentence for those that were polled and one for each that was not', () => {
    expect([
      pollSentence([account(), account({ id: 'b' })], now, running),
      pollSentence([account(), signedOut], now, running),
    ]).toEqual([
      '2 accounts polled at 09:41:04',
      '1 account polled at 09:41:04. Transit not checked since 08:12: Sign in again',
    ]);
  });
});

describe('an engine that does not answer', () => {
  const silent = { engine: 'silent', silentSince: '2026-11-22T09:41:07.000Z' } as const;
  const restarting = { engine: 'restarting', silentSince: null } as const;

  it('leaves nothing on screen that looks checked', () => {
    expect([
      freshness([account()], now, silent),
      pollSentence([account()], now, silent),
      engineHealth(silent, now)?.words,
      freshness([account()], now, restarting),
      pollSentence([account()], now, restarting),
      engineHealth(restarting, now)?.words,
      engineHealth(running, now),
    ]).toEqual([
      { kind: 'silent', since: silent.silentSince },
      `Nothing is polled: no answer from Quayside’s engine since ${momentOf(silent.silentSince, now)}`,
      `Not polled: no answer since ${momentOf(silent.silentSince, now)}`,
      { kind: 'restarting' },
      'Nothing is polled: Quayside’s engine is starting again',
      'Waiting for the restart',
      null,
    ]);
  });
});

it('a poll without an answer for longer than usual says since when, in the account and in the status bar', () => {
  const since = new Date(now - 12_000).toISOString();
  const waiting = account({ unansweredSince: since });
  expect([healthWords(waiting, now).words, pollSentence([waiting], now, running)]).toEqual([
    `No answer since ${momentOf(since, now)}`,
    `${waiting.name} has not answered since ${momentOf(since, now)}`,
  ]);
});
