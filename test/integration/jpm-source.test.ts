import { describe, expect, it } from 'vitest';
import { withoutCards } from '../../electron/engine/protection.ts';
import { notificationRow } from '../../electron/engine/sources/jpm-notifications/notification-row.ts';
import { deliveries } from '../simulators/jpm/delivery.ts';
import { spacingOf } from '../simulators/jpm/sweeps.ts';
import { testCardTokens } from '../support/source-harness.ts';
import { DAY, HOUR, jpmSourceWorld } from './jpm-source-world.ts';

const world = jpmSourceWorld();

const done = { ok: true, value: { more: false, backlog: false } };

describe('the first connection', () => {
  it('walks today and its neighbours, then a week back, each status by name, pending first', async () => {
    await world.drain();
    const days = (...names: readonly string[]) =>
      names.flatMap((day) => ['PENDING', 'FAILED', 'SENT'].map((status) => `2026-11-${day} ${status}`));
    expect(world.searches()).toEqual([
      ...days('22', '23', '21'),
      ...days('20', '19', '18'),
      ...days('22', '23', '21'),
      ...days('17', '16', '15'),
    ]);
  });

  it('keeps what a week holds, its very bytes, with the delivery status beside it', async () => {
    const sent = world.post();
    const old = world.post({ createdAt: world.clock.now() - 6 * DAY, delivery: deliveries.failed(HOUR) });
    const waiting = world.post({ delivery: deliveries.neverTried });
    const older = world.post({ createdAt: world.clock.now() - 9 * DAY });
    expect(await world.drain()).toEqual(done);
    expect(world.held()).toEqual({ [sent.id]: 'delivered', [old.id]: 'failed', [waiting.id]: 'pending' });
    expect(world.harness.keeper.messages.has(older.id)).toBe(false);
    const kept = world.harness.keeper.messages.get(waiting.id);
    expect([
      kept?.contentType,
      kept?.createdAt,
      JSON.parse(Buffer.from(kept?.payload ?? []).toString()),
    ]).toEqual([
      'application/json',
      waiting.createdAt,
      expect.objectContaining({ notificationId: waiting.id }),
    ]);
  });

  it('keeps sweeps 10 s and calls 1 s apart, and uses what is allowed', async () => {
    await world.drain();
    const { smallestCallGapMs, smallestSweepGapMs } = spacingOf(world.jpm.calls, world.jpm.client.entity.id);
    expect([smallestCallGapMs, (smallestSweepGapMs ?? 0) >= 10_000]).toEqual([1000, true]);
    const searches = world.jpm.calls.filter(({ endpoint }) => endpoint === 'notifications');
    expect((searches.at(-1)?.at ?? 0) - (searches[0]?.at ?? 0)).toBeLessThan(45_000);
  });

  it('names the entity and gives each call an id of its own', async () => {
    await world.poll();
    const { id } = world.jpm.client.entity;
    const headers = world.harness.calls.flatMap(({ kind, request }) =>
      kind === 'token' ? [] : [request.headers],
    );
    const ids = headers.map((each) => each['request-id']);
    expect([
      new Set(ids).size,
      id.startsWith('0'),
      ...new Set(headers.map((each) => `${each['entity-id']} ${each['entity-type']} ${each['merchant-id']}`)),
    ]).toEqual([headers.length, true, `${id} MERCHANT ${id}`]);
  });
});

describe('a sweep', () => {
  it('follows a message from pending to failed and on to sent, as one row', async () => {
    const row = world.post({ delivery: deliveries.redelivered(2 * HOUR, 4 * HOUR) });
    const seen: unknown[] = [];
    for (let n = 0; n < 3; n += 1) {
      await world.drain();
      seen.push(world.held());
      await world.clock.advance(2 * HOUR);
    }
    expect(seen).toEqual([{ [row.id]: 'pending' }, { [row.id]: 'failed' }, { [row.id]: 'delivered' }]);
  });

  it('takes a round, and writes nothing where nothing is new', async () => {
    world.post();
    await world.drain();
    const { writes } = world.harness.keeper;
    const before = world.searches().length;
    expect(await world.poll()).toEqual(done);
    expect([world.searches().length - before, world.harness.keeper.writes]).toEqual([9, writes]);
  });

  it('counts only when each of its calls was answered', async () => {
    await world.drain();
    await world.clock.advance(2 * HOUR);
    const before = sweptAt();
    world.jpm.faults.next({ kind: 'drop-before-answering' }, { endpoint: 'notifications', skip: 8 });
    const failed = await world.poll();
    expect([failed.ok, sweptAt()]).toEqual([false, before]);
    await world.poll();
    expect(sweptAt()).toBeGreaterThan(before);
  });

  it('finds a row that shows late on an old day within a day', async () => {
    await world.drain();
    const late = world.post({ createdAt: world.clock.now() - 5 * DAY, visibleAfterMs: 5 * DAY + HOUR });
    await world.clock.advance(25 * HOUR);
    await world.drain();
    expect(Object.keys(world.held())).toEqual([late.id]);
  });

  it('asks for both styles of entity, so that an older deployment answers too', async () => {
    world.jpm.settings.entityHeader = 'merchant-id';
    const row = world.post();
    await world.drain();
    expect(world.held()).toEqual({ [row.id]: 'delivered' });
  });

  it('takes a 404 of the service as an empty day', async () => {
    world.jpm.settings.nothingFound = 'not-found';
    const row = world.post();
    expect([await world.drain(), world.held()]).toEqual([done, { [row.id]: 'delivered' }]);
  });

  it('keeps one of a message that comes twice, and something of one without an id', async () => {
    world.jpm.settings.copiesOf = () => 2;
    const row = world.post();
    world.post({ irregularities: ['no-notification-id'] });
    world.post({ id: 'with-tab', irregularities: ['tab-in-notification-id'] });
    await world.drain();
    world.harness.restart();
    await world.drain();
    const ids = Object.keys(world.held()).map((id) => id.replace(/^sha256:[0-9a-f]{64}$/, 'hash'));
    expect(ids.sort()).toEqual([row.id, 'hash', 'with-tab'].sort());
  });

  const sweptAt = (): number => (world.harness.keeper.cursor as { sweptAt: number }).sweptAt;
});

describe('a token', () => {
  const tokenCalls = () => world.harness.calls.filter(({ kind }) => kind === 'token').length;

  it('is had once, and again before its hour is over', async () => {
    await world.drain();
    const first = tokenCalls();
    await world.clock.advance(59 * 60_000);
    await world.drain();
    expect([first, tokenCalls()]).toEqual([1, 2]);
    expect(new Set(world.jpm.calls.map(({ credentials }) => credentials))).toEqual(new Set(['ok']));
  });

  it('is renewed once where it is refused, white space around it or not', async () => {
    world.jpm.settings.padsToken = true;
    await world.drain();
    world.jpm.expireTokens();
    expect([await world.poll(), tokenCalls()]).toEqual([done, 2]);
  });

  it('is shared by calls that come together', async () => {
    const context = world.harness.sourceContext();
    await Promise.all([world.harness.session.test(context), world.harness.session.test(context)]);
    expect(tokenCalls()).toBe(1);
  });
});

describe('an id that holds a card number', () => {
  const CARD = '4111111111111111';
  const TOKEN = testCardTokens(CARD);
  const blank = { remoteId: '', contentType: '', envelope: {}, upstream: null, createdAt: null };

  it.each([
    ['as it is', CARD, TOKEN],
    ['in groups', '4111 1111 1111 1111', TOKEN],
    ['with words', `of: ${CARD}.`, `of:${TOKEN}.`],
  ])('is not kept, %s: the same one is the same notification, with its token', async (_, id, kept) => {
    world.post({ id });
    await world.drain();
    world.harness.restart();
    world.harness.keeper.cursor = null;
    await world.drain();
    expect(world.held()).toEqual({ [kept]: 'delivered' });
  });

  it('is in no digest either, where we make the id up', async () => {
    world.post({
      irregularities: ['no-notification-id', 'missing-content'],
      overrides: { notificationType: null, note: `card ${CARD}` },
    });
    await world.drain();
    const kept = [...world.harness.keeper.messages].map(([id, { payload }]) => {
      const text = new TextDecoder().decode(withoutCards({ ...blank, payload }, testCardTokens).payload);
      return [text.includes(TOKEN), id === notificationRow(text).remoteId];
    });
    expect(kept).toEqual([[true, true]]);
  });

  it('cannot be asked for, and says why', async () => {
    const outcome = await world.harness.session.refresh?.(world.harness.sourceContext(), TOKEN);
    expect([outcome?.ok === false && outcome.failure, world.searches()]).toMatchObject([
      {
        reason: 'not-supported',
        detail:
          'the id of the notification holds a card number, which is not kept, so it cannot be asked for by its id',
      },
      [],
    ]);
  });
});

describe('one message', () => {
  it('can be asked for again, whatever its id looks like', async () => {
    const row = world.post({ id: 'a/b c?d' });
    const refreshed = await world.harness.session.refresh?.(world.harness.sourceContext(), row.id);
    const outcome = refreshed?.ok === true ? refreshed.value : refreshed;
    expect(outcome).toMatchObject({ createdAt: row.createdAt, upstream: null });
  });

  it('is null once J.P. Morgan no longer holds it', async () => {
    expect(await world.harness.session.refresh?.(world.harness.sourceContext(), 'gone')).toEqual({
      ok: true,
      value: null,
    });
  });

  it('cannot be asked for where it has no id', async () => {
    const outcome = await world.harness.session.refresh?.(
      world.harness.sourceContext(),
      `sha256:${'0'.repeat(64)}`,
    );
    expect(outcome?.ok === false ? outcome.failure.reason : outcome).toBe('not-supported');
  });
});
