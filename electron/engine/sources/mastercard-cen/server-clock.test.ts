import { expect, it } from 'vitest';
import { createFakeClock } from '../../../../test/support/fake-clock.ts';
import { createServerClock } from './server-clock.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const answer = (date?: string) => ({
  status: 200,
  headers: date === undefined ? {} : { date },
  body: new Uint8Array(),
});

it('goes by ours until the server has spoken, and by the server’s from then on', async () => {
  const clock = createFakeClock({ wall: NOW });
  const server = createServerClock(clock);
  const before = [server.now(), server.aheadMs(), server.isSure()];
  server.heard(answer('Sun, 22 Nov 2026 08:57:00 GMT'));
  await clock.advance(5000);
  expect([before, [server.now(), server.aheadMs(), server.isSure()]]).toEqual([
    [NOW, null, false],
    [NOW - 175_000, 180_000, true],
  ]);
});

it('is not moved by our wall clock, and is no longer sure of itself', () => {
  const clock = createFakeClock({ wall: NOW });
  const server = createServerClock(clock);
  server.heard(answer('Sun, 22 Nov 2026 09:00:00 GMT'));
  clock.setWall(NOW + 3_600_000);
  expect([server.now(), server.isSure()]).toEqual([NOW, false]);
});

it('is no longer sure of itself after sleep', () => {
  const clock = createFakeClock({ wall: NOW });
  const server = createServerClock(clock);
  server.heard(answer('Sun, 22 Nov 2026 09:00:00 GMT'));
  clock.suspend(11_000);
  expect(server.isSure()).toBe(false);
});

it('makes do with ours where the server names no date', () => {
  const clock = createFakeClock({ wall: NOW });
  const server = createServerClock(clock);
  server.heard(answer());
  clock.suspend(3_600_000);
  expect([server.now(), server.aheadMs(), server.isSure()]).toEqual([NOW + 3_600_000, null, true]);
});
