import { describe, expect, it } from 'vitest';
import { faults } from '../simulators/hmrc-gateway/faults.ts';
import { CLIENT, cdsWorld } from './cds-source-world.ts';

const world = cdsWorld();
const AN_INSTANT = expect.any(Number) as number;

describe('what breaks off', () => {
  it('is read from the other queue in the next round, though it counts as read', async () => {
    const [lost, other] = [world.push(), world.push()];
    world.gateway.faults.next({ kind: 'drop-after-handling' }, { path: `/notifications/unpulled/${lost}` });
    const first = await world.harness.poll();
    expect([first, world.held(), world.harness.keeper.cursor]).toEqual([
      { ok: true, value: { more: true, backlog: true } },
      [other],
      {
        listedAt: AN_INSTANT,
        unfinished: [{ id: lost, attempts: 1, retryAt: AN_INSTANT, listedAt: AN_INSTANT }],
      },
    ]);
    await world.harness.poll();
    expect([world.held(), world.harness.keeper.cursor, world.reads().at(-1)]).toEqual([
      [lost, other].sort(),
      { listedAt: AN_INSTANT, unfinished: [] },
      `pulled/${lost}`,
    ]);
  });

  it('is read after a restart as well', async () => {
    const [lost] = [world.push(), world.push()];
    world.gateway.faults.next({ kind: 'drop-after-headers' }, { path: `/notifications/unpulled/${lost}` });
    await world.harness.poll();
    world.harness.restart();
    await world.harness.poll();
    expect([world.held().includes(lost), world.lists()]).toEqual([true, ['unpulled', 'unpulled']]);
  });

  it('is found by the comparison where the process ended between reading and keeping', async () => {
    const ids = world.pushMany(5);
    await world.harness.drain();
    world.harness.keeper.messages.delete(ids[2] ?? '');
    world.harness.restart();
    await world.harness.drain();
    expect(world.held()).toEqual([...ids].sort());
  });

  it('does not wait for the comparison of old messages', async () => {
    world.pushMany(60);
    world.cds.pullElsewhere(CLIENT);
    const first = await world.harness.poll();
    await world.harness.poll();
    const control = world.push('05');
    await world.harness.poll();
    expect([first.ok, world.held().includes(control), world.lists()]).toEqual([
      true,
      true,
      ['unpulled', 'pulled', 'unpulled'],
    ]);
  });
});

describe('a success that is none', () => {
  it('is never kept as the message: the message is read again', async () => {
    const id = world.push();
    world.cds.breakStore({ id, stamps: true });
    await world.harness.poll();
    expect(
      [...world.harness.keeper.messages].map(([key, { payload }]) => [
        key,
        Buffer.from(payload).includes('MetaData'),
      ]),
    ).toEqual([[id, true]]);
  });

  it('is retried until the message comes, and shown for what it is after three rounds', async () => {
    const id = world.push();
    const other = world.push();
    world.cds.breakStore({ id, stamps: true, times: 12 });
    for (let round = 0; round < 4; round += 1) {
      await world.harness.poll();
      await world.clock.advance(60_000);
    }
    expect(world.held()).toEqual([other, `${id}#unread`].sort());
    for (let round = 0; round < 4; round += 1) {
      await world.clock.advance(3_600_000);
      await world.harness.poll();
    }
    expect(world.held()).toEqual([id, other, `${id}#unread`].sort());
  });

  it('is kept where the queue says the same again: a message of a kind that nobody knows', async () => {
    const id = world.cds.push(CLIENT, { body: '<NewKindOfNotification/>' });
    const damaged = world.cds.push(CLIENT, { body: '<MetaData><Response>' });
    await world.harness.poll();
    expect([world.held(), world.reads().filter((path) => path.startsWith('pulled/')).length]).toEqual([
      [id, damaged].sort(),
      2,
    ]);
  });

  it('in place of a list is a failure', async () => {
    world.push();
    world.gateway.faults.next(faults.okWithErrorBody('xml'), { path: '/notifications/unpulled' });
    expect(await world.harness.poll()).toMatchObject({
      ok: false,
      failure: { reason: 'unexpected-answer', status: 200 },
    });
    await world.harness.poll();
    expect(world.held()).toHaveLength(1);
  });
});

describe('failures', () => {
  it('of one message hold up no other, and that one is tried again', async () => {
    const ids = world.pushMany(12);
    world.gateway.faults.next(faults.gateway('internalServerError', 'xml'), {
      path: `/notifications/unpulled/${ids[4]}`,
    });
    expect(await world.harness.poll()).toEqual({ ok: true, value: { more: true, backlog: true } });
    expect(world.held()).toHaveLength(11);
    await world.harness.poll();
    expect(world.held()).toEqual([...ids].sort());
  });

  it('of everything end the round with their reason', async () => {
    world.pushMany(12);
    world.gateway.faults.next(faults.gateway('maintenance', 'xml'), { path: /unpulled\//, times: 100 });
    const outcome = await world.harness.poll();
    expect([outcome.ok ? null : outcome.failure.reason, world.reads().length <= 5]).toEqual([
      'maintenance',
      true,
    ]);
  });

  it('of the limit end the round, and obey what the server asks', async () => {
    world.pushMany(12);
    world.gateway.faults.next(faults.throttled('7'), { path: /unpulled\// });
    const outcome = await world.harness.poll();
    expect(outcome.ok ? null : [outcome.failure.reason, outcome.failure.retryAfterMs]).toEqual([
      'rate-limited',
      7000,
    ]);
    await world.harness.drain();
    expect(world.held()).toHaveLength(12);
  });

  it('that only a person can mend say so', async () => {
    world.gateway.faults.next(faults.gateway('resourceForbidden', 'xml'), {
      path: '/notifications/unpulled',
    });
    const outcome = await world.harness.poll();
    expect(outcome.ok ? null : outcome.failure.reason).toBe('not-subscribed');
  });

  it('end with a new token where the old one has run out', async () => {
    const id = world.push();
    await world.harness.poll();
    world.gateway.expireTokens();
    const second = world.push();
    await world.harness.poll();
    await world.harness.poll();
    expect(world.held()).toEqual([id, second].sort());
  });
});

describe('answers that contradict themselves', () => {
  it('stop nothing for good: a message that neither queue gives, and an address that is not there for once', async () => {
    const [neither, lost, other] = [world.push(), world.push(), world.push()];
    const nowhere = faults.coded(400, 'BAD_REQUEST', 'Notification is unpulled', 'xml');
    world.gateway.faults.next(nowhere, { path: new RegExp(`pulled/${neither}`), times: 3 });
    world.gateway.faults.next(faults.gateway('notMatched', 'xml'), {
      path: `/notifications/unpulled/${lost}`,
    });
    const first = await world.harness.poll();
    expect([first, world.held()]).toEqual([{ ok: true, value: { more: true, backlog: true } }, [other]]);
    await world.harness.poll();
    expect(world.held()).toEqual([neither, lost, other].sort());
  });
});

describe('a store that cannot write', () => {
  it('stops the reading at once, and what was read is read again', async () => {
    const ids = world.pushMany(12);
    const broken = world.harness.session.poll({
      ...world.harness.sourceContext(),
      retentionDays: 14,
      cursor: { listedAt: world.clock.now(), unfinished: [] },
      keep: async () => {
        throw new Error('the disk is full');
      },
      missing: async (remoteIds) => remoteIds,
      held: async () => new Map(),
      protect: (received) => received,
      setUpstream: async () => undefined,
      gap: async () => undefined,
      closeGap: async () => undefined,
      waiting: () => undefined,
    });
    await expect(broken).rejects.toThrow('the disk is full');
    expect(world.reads().length).toBeLessThanOrEqual(6);
    await world.harness.drain();
    expect(world.held()).toEqual([...ids].sort());
  });
});
