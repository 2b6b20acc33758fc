import { expect, it } from 'vitest';
import { createFakeClock } from './fake-clock.ts';

it('wakes sleepers in order, each at its own instant, and lets one sleep again', async () => {
  const clock = createFakeClock({ uptime: 0 });
  const woken: string[] = [];
  const note = async (name: string, ms: number) => {
    await clock.sleep(ms);
    woken.push(`${name} ${clock.uptime()}`);
  };
  void note('late', 30);
  void note('early', 10).then(() => note('again', 15));
  await clock.advance(30);
  expect(woken).toEqual(['early 10', 'again 25', 'late 30']);
});

it('wakes at once, and for good, when the signal aborts', async () => {
  const clock = createFakeClock();
  const stop = new AbortController();
  const slept = clock.sleep(1000, stop.signal);
  stop.abort();
  await slept;
  await clock.sleep(1000, stop.signal);
  expect(clock.sleepers()).toBe(0);
});

it('keeps uptime still in suspend and restarts it at a reboot, while true time and wall clock go on', async () => {
  const clock = createFakeClock({ wall: 1_000_000, uptime: 500 });
  const read = () => ({ wall: clock.now(), uptime: clock.uptime(), true: clock.trueTime() });
  await clock.advance(100);
  clock.suspend(5000);
  const suspended = read();
  clock.setWall(900_000);
  clock.reboot(2000);
  expect({ suspended, rebooted: read() }).toEqual({
    suspended: { wall: 1_005_100, uptime: 600, true: 5100 },
    rebooted: { wall: 902_000, uptime: 0, true: 7100 },
  });
});

it('forgets at a reboot whoever slept', async () => {
  const clock = createFakeClock();
  let woke = false;
  void clock.sleep(10).then(() => (woke = true));
  clock.reboot();
  await clock.advance(100);
  expect({ woke, sleepers: clock.sleepers() }).toEqual({ woke: false, sleepers: 0 });
});
