import { describe, expect, it } from 'vitest';
import { cdsMessage } from '../simulators/cds/messages.ts';
import { CLIENT, cdsWorld } from './cds-source-world.ts';

const DAY = 86_400_000;

const world = cdsWorld();

describe('a round', () => {
  it('lists, reads each message and keeps its very bytes with what came beside them', async () => {
    const body = `\ufeff${cdsMessage({ functionCode: '05' })}\r\n`;
    const id = world.cds.push(CLIENT, {
      body,
      conversationId: 'c1',
      badgeIdentifier: 'B',
      correlationId: 'corr',
    });
    expect(await world.harness.poll()).toEqual({ ok: true, value: { more: true } });
    const [message] = world.harness.keeper.messages.values();
    expect({ ...message, payload: Buffer.from(message?.payload ?? []).toString('utf8') }).toEqual({
      remoteId: id,
      payload: body,
      contentType: 'application/xml; charset=UTF-8',
      envelope: {
        'x-conversation-id': 'c1',
        'x-badge-identifier': 'B',
        'x-correlation-id': 'corr',
        'content-type': 'application/xml; charset=UTF-8',
      },
      upstream: null,
      createdAt: null,
    });
    expect([world.cds.unpulled(CLIENT), world.harness.keeper.waiting]).toEqual([[], 0]);
  });

  it('sends the one Accept header that the service takes, and no client id', async () => {
    await world.harness.poll();
    expect(
      world.harness.calls.map(({ kind, request }) => [
        kind,
        request.headers['accept'],
        request.headers['x-client-id'],
      ]),
    ).toEqual([
      ['token', 'application/json', undefined],
      ['list', 'application/vnd.hmrc.1.0+xml', undefined],
    ]);
  });

  it('ends once the backlog is drained and what was read before is compared', async () => {
    const ids = world.pushMany(40);
    const { outcome, rounds } = await world.harness.drain();
    expect([outcome, world.held(), world.lists(), rounds]).toEqual([
      { ok: true, value: { more: false } },
      [...ids].sort(),
      ['unpulled', 'pulled', 'unpulled'].slice(0, rounds),
      rounds,
    ]);
    // A second for the token and the list, 24 messages in eight seconds, the rest after the next list.
    expect(rounds).toBe(2);
  });

  it('reads a backlog without letting go of the ten seconds, news first', async () => {
    world.pushMany(100);
    await world.harness.poll();
    const before = world.harness.keeper.messages.size;
    const control = world.push('05');
    await world.harness.poll();
    await world.harness.poll();
    const at = world.harness.calls.flatMap((call) => (call.kind === 'list' ? [call.at] : []));
    const order = [...world.harness.keeper.messages.keys()];
    expect([at.map((each, index) => (index === 0 ? 0 : each - (at[index - 1] ?? 0))), before > 20]).toEqual([
      [0, 10_000, 10_000],
      true,
    ]);
    // The second list is that of what was read; the third names the control, which is then read before the rest.
    expect(order.length - order.indexOf(control)).toBeGreaterThan(15);
    expect(world.harness.keeper.waiting).toBe(101 - order.length);
  });

  it('says that more is left where a list has the length at which lists are cut', async () => {
    world.cds.settings.listLimit = 1000;
    world.harness.keeper.cursor = null;
    const ids = world.pushMany(1001);
    for (const id of ids) {
      world.harness.keeper.messages.set(id, { ...BLANK, remoteId: id });
    }
    await world.harness.poll();
    await world.harness.poll();
    expect(await world.harness.poll()).toEqual({ ok: true, value: { more: true, backlog: true } });
  });
});

const BLANK = { payload: new Uint8Array(), contentType: '', envelope: {}, upstream: null, createdAt: null };

describe('what happens between two readers', () => {
  it('is no loss: a message that another computer has read is read from where it is now', async () => {
    const [first, second] = [world.push(), world.push()];
    world.gateway.faults.next({ kind: 'delay', ms: 50 }, { path: /unpulled\//, times: 2 });
    const taken = world.harness.poll();
    await world.gateway.called(({ path }) => path === '/notifications/unpulled');
    world.cds.pullElsewhere(CLIENT, [first]);
    expect((await taken).ok).toBe(true);
    expect([world.held(), world.reads().includes(`pulled/${first}`)]).toEqual([[first, second].sort(), true]);
  });

  it('is no loss where everything was read elsewhere before: the comparison finds it', async () => {
    const ids = world.pushMany(3);
    world.cds.pullElsewhere(CLIENT);
    await world.harness.drain();
    expect([world.held(), world.lists()]).toEqual([[...ids].sort(), ['unpulled', 'pulled']]);
  });

  it('is nothing twice: a late stamp lists what is held already', async () => {
    world.cds.settings.stampDelayMs = 60_000;
    const ids = world.pushMany(3);
    await world.harness.drain();
    await world.harness.poll();
    expect([world.held(), world.reads().length, world.lists()]).toEqual([
      [...ids].sort(),
      3,
      ['unpulled', 'pulled', 'unpulled'],
    ]);
  });
});

describe('being away', () => {
  it('for longer than HMRC keeps messages is a gap', async () => {
    await world.harness.drain();
    const away = world.clock.now();
    await world.clock.advance(15 * DAY);
    world.harness.restart();
    await world.harness.poll();
    const [gap, ...others] = world.harness.keeper.gaps;
    expect([
      others,
      Math.abs((gap?.from ?? 0) - away) < 3_600_000,
      Math.abs((gap?.to ?? 0) - (world.clock.now() - 14 * DAY)) < 60_000,
    ]).toEqual([[], true, true]);
  });

  it('for less than that is none', async () => {
    await world.harness.drain();
    await world.clock.advance(13 * DAY);
    world.harness.restart();
    await world.harness.poll();
    expect(world.harness.keeper.gaps).toEqual([]);
  });
});

describe('a test of the account', () => {
  it('lists, reads nothing and says what it found', async () => {
    const before = await world.harness.session.test(world.harness.sourceContext());
    world.push();
    const after = await world.harness.session.test(world.harness.sourceContext());
    expect([before, after, world.cds.unpulled(CLIENT).length]).toEqual([
      { ok: true, value: { sentence: 'Connected: the queue answers, and nothing waits in it.' } },
      { ok: true, value: { sentence: 'Connected: the queue answers, and 1 message waits in it.' } },
      1,
    ]);
  });

  it('tells of credentials that are refused', async () => {
    world.gateway.addApplication({ clientId: CLIENT, clientSecrets: ['another'] });
    const outcome = await world.harness.session.test(world.harness.sourceContext());
    expect(outcome.ok ? null : outcome.failure.reason).toBe('credentials-refused');
  });
});
