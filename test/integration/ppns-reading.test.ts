import { beforeEach, describe, expect, it } from 'vitest';
import { BoxWorld, DAY, HOUR, MINUTE, SECOND, SLOT } from '../simulators/ppns/box-world.ts';

let world: BoxWorld;
beforeEach(() => {
  world = new BoxWorld();
});

describe('a reading of a box', () => {
  it('takes one call a round and leaves the cursor alone while nothing happens', async () => {
    world.post();
    await world.pollUntilDrained();
    await world.poll();
    const cursor = JSON.stringify(world.keeper.cursor);
    const outcomes = new Set<string>();
    for (let n = 0; n < 20; n += 1) outcomes.add(JSON.stringify(await world.poll()));
    expect([[...outcomes], JSON.stringify(world.keeper.cursor) === cursor, world.calls]).toEqual([
      ['{"ok":true,"value":{"more":false,"backlog":false}}'],
      true,
      22,
    ]);
  });

  it.each([0, 1, 99, 100, 101, 250])(
    'brings in a backlog of %i, each message once, and ends',
    async (size) => {
      for (let n = 0; n < size; n += 1) world.post({ ago: DAY - n * MINUTE });
      await world.pollUntilDrained();
      expect([world.keeper.messages.size, world.missed(), world.keeper.gaps]).toEqual([size, [], []]);
    },
  );

  it('brings in what is acknowledged or failed as well as what is pending', async () => {
    world.post({ status: 'ACKNOWLEDGED' });
    world.post({ status: 'FAILED' });
    world.post();
    await world.pollUntilDrained();
    expect([...world.keeper.upstream.values()].sort()).toEqual(['acknowledged', 'failed', 'pending']);
  });

  it('brings in a new message within two slots while a backlog of thousands is read', async () => {
    for (let n = 0; n < 3000; n += 1) world.post({ ago: 20 * DAY - n * MINUTE });
    // The first call of all finds out what time it is upstream.
    await world.poll();
    const delays: number[] = [];
    for (let n = 0; n < 25; n += 1) delays.push(await world.delayOfNews(`news ${n}`, 5));
    await world.pollUntilDrained();
    expect([Math.max(...delays), world.missed()]).toEqual([2 * SLOT, []]);
  });

  it('brings in a new message within three slots when a night’s backlog waits', async () => {
    world.post();
    await world.pollUntilDrained();
    world.clock.suspend(12 * HOUR);
    for (let n = 0; n < 700; n += 1) world.post({ ago: 12 * HOUR - n * MINUTE });
    const delay = await world.delayOfNews('this morning', 5);
    await world.pollUntilDrained();
    expect([delay <= 3 * SLOT, world.missed()]).toEqual([true, []]);
  });

  it('brings in a message that shows minutes after newer ones', async () => {
    await world.pollUntilDrained();
    const late = world.post({ late: 4 * MINUTE });
    for (let n = 0; n < 30; n += 1) {
      world.post();
      await world.poll();
    }
    expect([world.keeper.messages.has(late), world.missed()]).toEqual([true, []]);
  });

  it('goes back for stragglers that a busy box left behind', async () => {
    await world.pollUntilDrained();
    const late: string[] = [];
    for (let n = 0; n < 30; n += 1) {
      late.push(world.post({ late: 3 * MINUTE }));
      for (let m = 0; m < 45; m += 1) world.post();
      await world.poll();
    }
    await world.pollFor(20 * MINUTE);
    expect([late.filter((id) => !world.keeper.messages.has(id)), world.missed()]).toEqual([[], []]);
  });

  it('keeps news quick in a busy box', async () => {
    await world.pollUntilDrained();
    for (let n = 0; n < 400; n += 1) world.post({ ago: n * 100 });
    await world.pollUntilDrained();
    const delays: number[] = [];
    for (let n = 0; n < 60; n += 1) delays.push(await world.delayOfNews(`news ${n}`, 5));
    expect(Math.max(...delays)).toBe(2 * SLOT);
  });

  it('does not fetch what it holds again and again once the box is quiet', async () => {
    for (let n = 0; n < 60; n += 1) world.post({ ago: n * SECOND });
    await world.pollFor(25 * MINUTE);
    world.upstream.intercept = (path) => {
      fetched.push(...world.listed(path));
      return null;
    };
    const fetched: string[] = [];
    await world.pollFor(HOUR);
    const quiet = fetched.length;
    const delay = await world.delayOfNews('after the quiet', 5);
    expect([quiet, delay, world.missed()]).toEqual([0, SLOT, []]);
  });

  it('finds stragglers of the last minute before the machine slept', async () => {
    for (const many of [1, 80]) {
      const late = world.post({ ago: 20 * SECOND, late: 3 * MINUTE });
      for (let n = 0; n < many; n += 1) world.post({ ago: n * 100 });
      await world.poll();
      world.clock.suspend(9 * HOUR);
      await world.pollFor(2 * MINUTE);
      expect([many, world.keeper.messages.has(late), world.missed()]).toEqual([many, true, []]);
    }
  });

  it('is quiet again once a busy box has calmed down', async () => {
    await world.pollUntilDrained();
    for (let n = 0; n < 400; n += 1) world.post({ ago: n * 100 });
    await world.pollFor(25 * MINUTE);
    const { writes } = world.keeper;
    const cursor = JSON.stringify(world.keeper.cursor);
    await world.pollFor(25 * MINUTE);
    expect([JSON.stringify(world.keeper.cursor) === cursor, world.keeper.writes - writes <= 150]).toEqual([
      true,
      true,
    ]);
  });

  it('learns once a day what became of messages that it holds', async () => {
    const id = world.post();
    await world.pollUntilDrained();
    for (let n = 0; n < 12; n += 1) {
      world.post();
      await world.pollFor(MINUTE);
    }
    world.upstream.ppns.acknowledgeElsewhere(world.box, [id]);
    await world.pollFor(10 * MINUTE);
    const before = world.keeper.upstream.get(id);
    world.clock.suspend(DAY);
    await world.pollUntilDrained();
    expect([before, world.keeper.upstream.get(id)]).toEqual(['pending', 'acknowledged']);
  });

  it('goes on from where it was after a restart in the middle of a backlog', async () => {
    for (let n = 0; n < 500; n += 1) world.post({ ago: 5 * DAY - n * MINUTE });
    for (let n = 0; n < 40; n += 1) {
      await world.poll();
      world.restart();
    }
    expect([world.missed(), world.calls]).toEqual([[], 40]);
    expect((await world.poll()).ok).toBe(true);
  });

  it('begins anew with a cursor of another box, another version or no sense', async () => {
    world.post();
    const outcomes = [];
    for (const cursor of [
      7,
      'x',
      { version: 2 },
      { version: 1, boxId: 'elsewhere' },
      [],
      { version: 1, newest: 'now' },
    ]) {
      world.keeper.cursor = cursor;
      world.keeper.messages.clear();
      await world.pollUntilDrained();
      outcomes.push(world.keeper.messages.size);
    }
    expect(outcomes).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('reports the stretch in which messages were deleted while nobody looked, once', async () => {
    world.post();
    await world.pollUntilDrained();
    const lastLook = world.clock.now();
    world.clock.suspend(40 * DAY);
    await world.pollUntilDrained();
    await world.pollFor(2 * HOUR);
    const [gap, ...others] = world.keeper.gaps;
    expect([Math.abs((gap?.from ?? 0) - lastLook) <= HOUR, gap?.to, others]).toEqual([
      true,
      Math.floor((lastLook + 40 * DAY + SLOT) / 1000) * 1000 - 30 * DAY,
      [],
    ]);
  });

  it('does not report a gap where it was away for less than the retention', async () => {
    world.post();
    await world.pollUntilDrained();
    world.clock.suspend(29 * DAY);
    await world.pollUntilDrained();
    expect(world.keeper.gaps).toEqual([]);
  });

  it('passes a message dated in the future without missing what follows', async () => {
    world.post({ ago: -300 * DAY, late: -300 * DAY });
    await world.pollUntilDrained();
    for (let n = 0; n < 5; n += 1) {
      world.post();
      await world.poll();
    }
    expect(world.missed()).toEqual([]);
  });

  it.each([-6 * HOUR, -7 * MINUTE, 7 * MINUTE, 6 * HOUR])(
    'misses nothing where the server’s Date is off by %i ms',
    async (skew) => {
      world.upstream.dateSkewMs = skew;
      for (let n = 0; n < 350; n += 1) world.post({ ago: 2 * DAY - n * MINUTE });
      await world.pollFor(10 * MINUTE);
      for (let n = 0; n < 10; n += 1) {
        world.post();
        await world.poll();
      }
      await world.poll();
      expect(world.missed()).toEqual([]);
    },
  );

  it('reads a thousand that share a millisecond, as far as HMRC lists them, and names the rest as a gap', async () => {
    const at = world.clock.now();
    for (let n = 0; n < 90; n += 1) {
      for (const status of ['PENDING', 'ACKNOWLEDGED', 'FAILED'] as const) world.post({ status });
    }
    await world.pollUntilDrained();
    const first = [world.missed().length, world.keeper.gaps.length];
    await world.clock.advance(SLOT);
    for (let n = 0; n < 1000; n += 1) world.post();
    await world.pollUntilDrained();
    world.post();
    await world.poll();
    const crowded = world.keeper.gaps.filter(({ from, to }) => from > at && to === from + 1);
    expect([
      first,
      world.missed().length === 0 || crowded.length > 0,
      world.keeper.messages.size >= 371,
    ]).toEqual([[0, 0], true, true]);
  });
});
