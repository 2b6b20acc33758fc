import { describe, expect, it } from 'vitest';
import { createWantedMessages } from './wanted.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const HOUR = 3_600_000;

const order = (wanted: ReturnType<typeof createWantedMessages>, now = NOW) =>
  wanted.due(now).map(({ id, from }) => `${from} ${id}`);

describe('what is to be read next', () => {
  it('is first what broke off, then news, then the backlog, then what was missed', () => {
    const wanted = createWantedMessages({ unfinished: [{ id: 'broken', attempts: 1, retryAt: NOW }] });
    wanted.missed(['missed', 'old'], NOW);
    wanted.listed(['old', 'older'], NOW);
    wanted.listed(['older', 'new'], NOW);
    expect([order(wanted), wanted.count()]).toEqual([
      ['pulled broken', 'unpulled new', 'unpulled old', 'unpulled older', 'pulled missed'],
      5,
    ]);
  });

  it('does not name what is done', () => {
    const wanted = createWantedMessages({ unfinished: [{ id: 'a', attempts: 1, retryAt: NOW }] });
    wanted.listed(['a', 'b'], NOW);
    wanted.missed(['b', 'c'], NOW);
    for (const id of ['a', 'b', 'c']) wanted.done(id);
    expect([order(wanted), wanted.count(), wanted.kept(), wanted.isKnown('a', NOW)]).toEqual([
      [],
      0,
      { unfinished: [] },
      false,
    ]);
  });

  it('is tried again at once, then after pauses that grow to an hour', () => {
    const wanted = createWantedMessages({ unfinished: [] });
    const pauses = Array.from({ length: 12 }, () => {
      wanted.failed('a', NOW);
      return ((wanted.kept().unfinished[0]?.retryAt ?? 0) - NOW) / 1000;
    });
    expect(pauses).toEqual([0, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
  });

  it('waits for its pause, but not for a clock that was set back', () => {
    const wanted = createWantedMessages({ unfinished: [{ id: 'a', attempts: 3, retryAt: NOW + 40_000 }] });
    expect(
      [NOW, NOW + 39_999, NOW + 40_000, NOW - 86_400_000].map((now) => order(wanted, now).length),
    ).toEqual([0, 0, 1, 1]);
  });
});

describe('what neither queue gives', () => {
  it('is asked for again ten minutes later where a list still names it, over a restart as well', () => {
    const first = createWantedMessages({ unfinished: [] });
    first.listed(['a'], NOW);
    first.gone('a', NOW);
    const wanted = createWantedMessages(first.kept());
    const known = [NOW, NOW + HOUR / 6 - 1, NOW + HOUR / 6, NOW - 1].map((now) => wanted.isKnown('a', now));
    expect([wanted.count(), order(wanted), wanted.isGone('a'), known]).toEqual([
      0,
      [],
      true,
      [true, true, false, false],
    ]);
  });

  it('is forgotten when it comes after all, and once no list can name it any more', () => {
    const wanted = createWantedMessages({ unfinished: [], gone: [{ id: 'late', at: NOW }] });
    wanted.done('late');
    wanted.gone('old', NOW);
    wanted.gone('new', NOW + 15 * 24 * HOUR);
    expect(wanted.kept()).toEqual({ unfinished: [], gone: [{ id: 'new', at: NOW + 15 * 24 * HOUR }] });
  });

  it('was listed when a list first named it, failures and restarts or not', () => {
    const first = createWantedMessages({
      unfinished: [{ id: 'older cursor', attempts: 1, retryAt: NOW - HOUR }],
    });
    first.listed(['read'], NOW);
    first.missed(['compared'], NOW + 1);
    first.listed(['read'], NOW + 2);
    for (const id of ['read', 'compared']) first.failed(id, NOW + 3);
    const wanted = createWantedMessages(first.kept());
    wanted.failed('read', NOW + 4);
    expect(
      ['read', 'compared', 'older cursor', 'never'].map((id) => wanted.listedAt(id, NOW + HOUR) - NOW),
    ).toEqual([0, 1, -HOUR, HOUR]);
    expect(wanted.listedAt('read', NOW - HOUR)).toBe(NOW - HOUR);
  });
});
