import { describe, expect, it } from 'vitest';
import { faults } from '../simulators/hmrc-gateway/faults.ts';
import { CLIENT, cdsWorld } from './cds-source-world.ts';

const world = cdsWorld();
const AN_INSTANT = expect.any(Number) as number;

describe('a message that was listed and is gone', () => {
  const NOT_FOUND = faults.coded(404, 'NOT_FOUND', 'Resource was not found', 'xml');
  const gaps = () => world.harness.keeper.gaps;
  const pollAfter = async (ms: number) => {
    await world.clock.advance(ms);
    return world.harness.poll();
  };
  const why = (id: string) =>
    `HMRC listed message ${id} and no longer held it when it was asked for. It may have been lost on its way here.`;

  it('after a read that may have consumed it is a gap since it was listed, and is named', async () => {
    const [lost, other] = [world.push(), world.push()];
    world.gateway.faults.next({ kind: 'drop-after-handling' }, { path: `/notifications/unpulled/${lost}` });
    await world.harness.poll();
    const listedAt = world.clock.now();
    world.cds.takeElsewhere(CLIENT, [lost]);
    const unread = await pollAfter(5_000);
    const outcome = await pollAfter(120_000);
    expect([unread, outcome, world.held(), world.harness.keeper.cursor, gaps()]).toEqual([
      { ok: true, value: { more: false, unread: 1 } },
      { ok: true, value: { more: false, gone: [lost] } },
      [other],
      {
        listedAt: AN_INSTANT,
        unfinished: [],
        gone: [{ id: lost, at: AN_INSTANT, gap: { from: AN_INSTANT, to: AN_INSTANT } }],
      },
      [{ from: AN_INSTANT, to: AN_INSTANT, why: why(lost) }],
    ]);
    const [{ from, to } = { from: 0, to: 0 }] = gaps();
    expect([from <= listedAt, to > listedAt]).toEqual([true, true]);
  });

  it('from servers that lag behind the list is asked for again soon, and nothing is told', async () => {
    const [late, other] = [world.push(), world.push()];
    world.gateway.faults.next(NOT_FOUND, { path: new RegExp(`pulled/${late}$`), times: 4 });
    await world.harness.poll();
    await pollAfter(10_000);
    await pollAfter(20_000);
    expect([world.held(), gaps(), world.harness.keeper.cursor]).toEqual([
      [late, other].sort(),
      [],
      { listedAt: AN_INSTANT, unfinished: [] },
    ]);
  });

  it('with others is one gap, and is asked for after what came since', async () => {
    const lost = [world.push(), world.push(), world.push()];
    for (const id of lost) {
      world.gateway.faults.next(NOT_FOUND, { path: new RegExp(`pulled/${id}$`), times: 100 });
    }
    await world.harness.poll();
    await world.harness.poll();
    const before = world.reads().length;
    const other = world.push();
    await pollAfter(20_000);
    expect([world.reads()[before], world.reads().length > before + 1]).toEqual([`unpulled/${other}`, true]);
    await pollAfter(120_000);
    expect([world.held(), gaps().map((gap) => /^HMRC listed 3 messages/.test(gap.why))]).toEqual([
      [other],
      [true],
    ]);
  });

  it('at once is asked for in several rounds and of both queues before it is told, once', async () => {
    const [gone, other] = [world.push(), world.push()];
    world.gateway.faults.next(NOT_FOUND, { path: new RegExp(`pulled/${gone}$`), times: 100 });
    const first = await world.harness.poll();
    const second = await world.harness.poll();
    const third = await pollAfter(120_000);
    const fourth = await world.harness.poll();
    expect([first, second, third, fourth, world.held(), gaps().map((gap) => gap.why)]).toEqual([
      { ok: true, value: { more: true, backlog: true } },
      { ok: true, value: { more: false, unread: 1 } },
      { ok: true, value: { more: false, gone: [gone] } },
      { ok: true, value: { more: false } },
      [other],
      [why(gone)],
    ]);
    const reads = () => world.reads().filter((path) => path.endsWith(gone));
    const queues = ['unpulled', 'pulled', 'pulled', 'unpulled', 'pulled', 'unpulled'];
    expect(reads()).toEqual(queues.map((queue) => `${queue}/${gone}`));
    world.harness.restart();
    await world.harness.drain();
    expect(reads()).toHaveLength(6);
    await world.clock.advance(600_000);
    expect(await world.harness.poll()).toEqual({ ok: true, value: { more: false } });
    expect([reads().length, gaps().length]).toEqual([8, 1]);
  });

  it('is told by the next round that goes well, where its own fails', async () => {
    const lost = world.push();
    world.gateway.faults.next({ kind: 'drop-after-handling' }, { path: `/notifications/unpulled/${lost}` });
    await world.harness.poll();
    world.cds.takeElsewhere(CLIENT, [lost]);
    await world.harness.poll();
    await world.clock.advance(120_000);
    const other = world.push();
    world.gateway.faults.next(faults.throttled('7'), { path: `/notifications/unpulled/${other}` });
    const second = await world.harness.poll();
    await world.clock.advance(7_000);
    const third = await world.harness.poll();
    expect([second.ok, gaps().length, third]).toEqual([
      false,
      1,
      { ok: true, value: { more: false, gone: [lost] } },
    ]);
  });

  it('and comes after all is kept, and its gap is closed', async () => {
    const id = world.push();
    world.gateway.faults.next(NOT_FOUND, { path: new RegExp(`pulled/${id}$`), times: 6 });
    await world.harness.drain();
    await pollAfter(120_000);
    expect(gaps()).toHaveLength(1);
    await world.clock.advance(600_000);
    await world.harness.drain();
    expect([world.held(), gaps(), world.harness.keeper.cursor]).toEqual([
      [id],
      [],
      { listedAt: AN_INSTANT, unfinished: [] },
    ]);
  });

  it('leaves a gap that it shares with another open until that one has come as well', async () => {
    const [first, second] = [world.push(), world.push()];
    world.gateway.faults.next(NOT_FOUND, { path: new RegExp(`pulled/${first}$`), times: 6 });
    world.gateway.faults.next(NOT_FOUND, { path: new RegExp(`pulled/${second}$`), times: 8 });
    await world.harness.drain();
    await pollAfter(120_000);
    expect(gaps()).toHaveLength(1);
    await world.clock.advance(600_000);
    await world.harness.drain();
    expect([world.held(), gaps().length]).toEqual([[first], 1]);
    await world.clock.advance(600_000);
    await world.harness.drain();
    expect([world.held(), gaps()]).toEqual([[first, second].sort(), []]);
  });

  it('from one queue only, because another computer has just read it, is read from the other', async () => {
    const id = world.push();
    world.gateway.faults.next(NOT_FOUND, { path: `/notifications/unpulled/${id}` });
    world.cds.pullElsewhere(CLIENT, [id]);
    await world.harness.drain();
    const other = world.push();
    world.gateway.faults.next(NOT_FOUND, { path: `/notifications/unpulled/${other}` });
    await world.harness.poll();
    expect([world.held(), gaps()]).toEqual([[id, other].sort(), []]);
  });

  it('by one answer and pulled by the other is gone as well', async () => {
    const id = world.push();
    world.gateway.faults.next(faults.coded(400, 'BAD_REQUEST', 'Notification has been pulled', 'xml'), {
      path: `/notifications/unpulled/${id}`,
      times: 100,
    });
    world.gateway.faults.next(NOT_FOUND, { path: `/notifications/pulled/${id}`, times: 100 });
    await world.harness.poll();
    await world.harness.poll();
    await pollAfter(120_000);
    expect(gaps().map((gap) => gap.why)).toEqual([why(id)]);
  });

  it('is no loss where another process has kept it in this archive meanwhile', async () => {
    const id = world.push();
    const { keeper } = world.harness;
    world.gateway.faults.next({ kind: 'drop-after-handling' }, { path: `/notifications/unpulled/${id}` });
    await world.harness.poll();
    world.cds.takeElsewhere(CLIENT, [id]);
    keeper.messages.set(id, {
      ...{ remoteId: id, payload: new Uint8Array(), contentType: 'application/xml', envelope: {} },
      ...{ upstream: null, createdAt: null },
    });
    await world.harness.drain();
    expect([gaps(), keeper.cursor]).toEqual([[], { listedAt: AN_INSTANT, unfinished: [] }]);
  });
});
