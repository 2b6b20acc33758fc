import { describe, expect, it } from 'vitest';
import { createWantedMessages } from './wanted.ts';

const NOW = Date.UTC(2026, 10, 22, 9);

const order = (wanted: ReturnType<typeof createWantedMessages>, now = NOW) =>
  wanted.due(now).map(({ id, from }) => `${from} ${id}`);

describe('what is to be read next', () => {
  it('is first what broke off, then news, then the backlog, then what was missed', () => {
    const wanted = createWantedMessages([{ id: 'broken', attempts: 1, retryAt: NOW }]);
    wanted.missed(['missed', 'old']);
    wanted.listed(['old', 'older']);
    wanted.listed(['older', 'new']);
    expect([order(wanted), wanted.count()]).toEqual([
      ['pulled broken', 'unpulled new', 'unpulled old', 'unpulled older', 'pulled missed'],
      5,
    ]);
  });

  it('does not name what is done', () => {
    const wanted = createWantedMessages([{ id: 'a', attempts: 1, retryAt: NOW }]);
    wanted.listed(['a', 'b']);
    wanted.missed(['b', 'c']);
    for (const id of ['a', 'b', 'c']) wanted.done(id);
    expect([order(wanted), wanted.count(), wanted.unfinished(), wanted.isKnown('a')]).toEqual([
      [],
      0,
      [],
      false,
    ]);
  });

  it('is tried again at once, then after pauses that grow to an hour', () => {
    const wanted = createWantedMessages([]);
    const pauses = Array.from({ length: 12 }, () => {
      wanted.failed('a', NOW);
      return ((wanted.unfinished()[0]?.retryAt ?? 0) - NOW) / 1000;
    });
    expect(pauses).toEqual([0, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
  });

  it('waits for its pause, but not for a clock that was set back', () => {
    const wanted = createWantedMessages([{ id: 'a', attempts: 3, retryAt: NOW + 40_000 }]);
    expect(
      [NOW, NOW + 39_999, NOW + 40_000, NOW - 86_400_000].map((now) => order(wanted, now).length),
    ).toEqual([0, 0, 1, 1]);
  });
});
