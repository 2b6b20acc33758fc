import { describe, expect, it } from 'vitest';
import { toInstant } from '../../electron/engine/time/clock.ts';
import { answers } from '../simulators/jpm/answers.ts';
import { DAY, HOUR, jpmSourceWorld } from './jpm-source-world.ts';

const world = jpmSourceWorld();

/** Quayside is off while a message comes each day. */
async function away(days: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let day = 0; day < days; day += 1) {
    await world.clock.advance(DAY);
    ids.push(world.post().id);
  }
  world.harness.restart();
  return ids;
}

const gaps = () =>
  world.harness.keeper.gaps.map(({ from, to }) => [toInstant(from).slice(0, 10), toInstant(to).slice(0, 10)]);

describe('coming back', () => {
  it('reads every day since the last sweep, news first, and misses nothing', async () => {
    await world.drain();
    // Longer than any walk that is repeated anyway.
    const ids = await away(40);
    await world.poll();
    expect(Object.keys(world.held())).toEqual(ids.slice(-2).reverse());
    await world.drain();
    expect([Object.keys(world.held()).sort(), gaps()]).toEqual([[...ids].sort(), []]);
  });

  it('goes on where it was stopped, without a day left out', async () => {
    await world.drain();
    const ids = await away(20);
    for (let round = 0; round < 12; round += 1) {
      await world.poll();
      world.harness.restart();
    }
    await world.drain();
    expect(Object.keys(world.held()).sort()).toEqual([...ids].sort());
  });

  it('tells of a gap where the source keeps messages for less long, once', async () => {
    world.retentionDays = 10;
    world.jpm.settings.retentionDays = 10;
    await world.drain();
    const ids = await away(20);
    await world.poll();
    world.harness.restart();
    await world.drain();
    expect([Object.keys(world.held()).length, gaps()]).toEqual([10, [['2026-11-22', '2026-12-02']]]);
    expect(Object.keys(world.held()).sort()).toEqual(ids.slice(-10).sort());
  });

  it('tells of a gap where days that held something are empty now, though no retention is published', async () => {
    world.post();
    await world.drain();
    world.jpm.settings.retentionDays = 10;
    await away(20);
    await world.drain();
    expect([gaps(), world.harness.keeper.gaps[0]?.why]).toEqual([
      [['2026-11-22', '2026-12-03']],
      'J.P. Morgan no longer tells of anything before 2026-12-03: what came while Quayside was away until then may be missing.',
    ]);
  });

  it('tells of none where nothing was there before, or nothing was lost', async () => {
    world.post();
    await world.drain();
    await world.clock.advance(3 * DAY);
    world.harness.restart();
    await world.drain();
    expect(gaps()).toEqual([]);
  });

  it('tells of none for history that is let go while Quayside looks on', async () => {
    world.post();
    world.jpm.settings.retentionDays = 3;
    for (let hours = 0; hours < 8 * 24; hours += 6) {
      await world.drain();
      await world.clock.advance(6 * HOUR);
    }
    expect(gaps()).toEqual([]);
  });

  it('takes a day of old that is refused for one that is told of no longer', async () => {
    world.post();
    await world.drain();
    const ids = await away(5);
    const refused = {
      kind: 'answer',
      answer: answers.invalid([{ code: 'OLD', message: 'too long ago' }]),
    } as const;
    for (const from of ['2026-11-21', '2026-11-22', '2026-11-23']) {
      world.jpm.faults.next(refused, { endpoint: 'notifications', from, times: 100 });
    }
    expect(await world.drain()).toEqual({ ok: true, value: { more: false, backlog: false } });
    expect([ids.map((id) => id in world.held()), gaps()]).toEqual([
      [false, true, true, true, true],
      [['2026-11-22', '2026-11-24']],
    ]);
  });
});
