import { describe, expect, it } from 'vitest';
import { ok } from '../../shared/result.ts';
import { shortestListSpacing } from '../simulators/mastercard/list-spacing.ts';
import {
  DAY,
  HOUR,
  identityOf,
  listCalls,
  mastercardWorld,
  MINUTE,
  SECOND,
  type MastercardWorld,
} from './mastercard-source-world.ts';

const drained = ok({ more: false, backlog: false, notices: [] });
const windows = (world: MastercardWorld) =>
  listCalls(world).map(({ query }) => {
    const parameters = new URLSearchParams(query);
    return [parameters.get('start'), parameters.get('end'), parameters.get('offset')];
  });

describe('reading a Mastercard account', () => {
  it('begins with all that is kept; an empty week takes one list call', async () => {
    const world = mastercardWorld();
    expect(await world.harness.drain()).toEqual({ outcome: drained, rounds: 1 });
    expect(windows(world)).toEqual([['2026-11-15T09:05:00.000Z', '2026-11-22T08:59:55.000Z', '0']]);
  });

  it('goes back an hour each round, and never asks for the future', async () => {
    const world = mastercardWorld();
    await world.harness.drain();
    await world.clock.advance(10 * MINUTE);
    await world.harness.poll();
    expect(windows(world).slice(1)).toEqual([['2026-11-22T07:59:55.000Z', '2026-11-22T09:10:05.000Z', '0']]);
  });

  it('keeps each notification as it stood in the page, with what came beside it', async () => {
    const world = mastercardWorld();
    const createdAt = world.clock.now() - MINUTE;
    const row = world.upstream.notify(world.event('one'), {
      createdAt,
      pushStatus: 'DELIVERED',
      overrides: { extra: { amount: 7.5 } },
    });
    await world.harness.poll();
    const kept = [...world.harness.keeper.messages.values()];
    expect(kept.map((one) => ({ ...one, payload: new TextDecoder().decode(one.payload) }))).toEqual([
      {
        remoteId: identityOf(row),
        payload:
          '{"subject":"PAYMENT_UPDATE","subscriptionName":"ALL_PAYMENT_UPDATE","pushStatus":"DELIVERED",' +
          '"createdTimestamp":"2026-11-22T08:59:00.000Z","content":{"bpsTransactionId":"one","status":"SUBMITTED",' +
          '"updatedDate":"2026-11-20"},' +
          '"extra":{"amount":7.5}}',
        contentType: 'application/json',
        envelope: {
          subscription: 'ALL_PAYMENT_UPDATE',
          'push-status': 'DELIVERED',
          created: '2026-11-22T08:59:00.000Z',
        },
        upstream: 'delivered',
        createdAt,
      },
    ]);
  });

  it('makes one message of an event that two subscriptions tell of, and names both', async () => {
    const world = mastercardWorld();
    world.upstream.subscribe({ name: 'FLEET', subjectType: 'PAYMENT_UPDATE' });
    const [first] = world.upstream.happen(world.event(), { createdAt: world.clock.now() - MINUTE });
    await world.harness.poll();
    await world.harness.poll();
    const kept = [...world.harness.keeper.messages.values()];
    expect(kept.map(({ remoteId, envelope }) => [remoteId, envelope['subscriptions']])).toEqual([
      [first && identityOf(first), 'ALL, FLEET'],
    ]);
  });

  it('makes no second message of a repeat, whenever it is said to be created', async () => {
    const world = mastercardWorld();
    const row = world.notify(20 * MINUTE);
    await world.harness.poll();
    world.upstream.repeat(row);
    world.upstream.repeat(row, { createdAt: world.clock.now() - MINUTE, visibleAfterMs: 0 });
    await world.harness.poll();
    expect([...world.harness.keeper.messages.keys()]).toEqual([identityOf(row)]);
  });

  it('keeps the same content that comes again later as another event, where it does not name its event', async () => {
    const world = mastercardWorld();
    const at = world.clock.now();
    const change = (status: string, agoMs: number) =>
      world.upstream.notify(
        {
          subject: 'TOKEN_LIFECYCLE_EVENT',
          content: { eventType: 'UPDATED', status, vcnInfo: { accountGuid: 'guid-1' } },
        },
        { createdAt: at - agoMs },
      );
    const limit = (agoMs: number) =>
      world.upstream.notify(
        { subject: 'LIMIT_NEARLY_REACHED', content: { percent: 80 } },
        { createdAt: at - agoMs },
      );
    const rows = [
      limit(60 * HOUR),
      change('SUSPENDED', 30 * HOUR),
      change('ACTIVE', 20 * HOUR),
      limit(20 * HOUR),
      change('SUSPENDED', 10 * HOUR),
    ];
    await world.harness.drain();
    // Walked again a day later, with another push status and listed twice.
    for (const row of rows) world.upstream.setPushStatus(row, 'FAILED');
    world.upstream.repeat(rows[4]!);
    await world.clock.advance(25 * HOUR);
    await world.harness.drain();
    expect([...world.harness.keeper.messages.keys()]).toEqual(rows.map(identityOf));
    expect(new Set(rows.map(identityOf)).size).toBe(5);
  });

  it('keeps what happened at one moment to two cards of the same last four, and no digest of their numbers', async () => {
    const world = mastercardWorld();
    const createdAt = world.clock.now() - HOUR;
    const rows = ['5555555555554444', '5105105105104444'].map((number) =>
      world.upstream.notify({ subject: 'CARD_MADE', content: { number } }, { createdAt }),
    );
    await world.harness.drain();
    await world.clock.advance(25 * HOUR);
    world.harness.restart();
    await world.harness.drain();
    const kept = [...world.harness.keeper.messages.keys()];
    expect([kept.length, kept.filter((id) => rows.map(identityOf).includes(id))]).toEqual([2, []]);
  });

  it('follows the push status of what is held, and writes only where it changed', async () => {
    const world = mastercardWorld();
    const row = world.notify(MINUTE);
    const seen: unknown[] = [];
    for (const status of ['PENDING', 'PENDING', 'FAILED', 'FAILED', 'DELIVERED'] as const) {
      world.upstream.setPushStatus(row, status);
      await world.harness.poll();
      seen.push([world.harness.keeper.upstream.get(identityOf(row)), world.harness.keeper.writes]);
    }
    expect(seen).toEqual([
      ['pending', 1],
      ['pending', 1],
      ['failed', 2],
      ['failed', 2],
      ['delivered', 3],
    ]);
  });

  it('writes nothing while nothing comes, but for its place every five minutes', async () => {
    const world = mastercardWorld();
    for (let n = 0; n < 61; n += 1) await world.harness.poll();
    expect(world.harness.keeper.writes).toBe(3);
  });

  it('reads a week of 1,000 in pages, oldest first, narrowing its windows, and says how many wait', async () => {
    const world = mastercardWorld();
    for (let n = 0; n < 1000; n += 1) world.notify(7 * DAY - 10 * MINUTE - n * 9 * MINUTE);
    const waiting: (number | null)[] = [];
    let outcome = await world.harness.poll();
    waiting.push(world.harness.keeper.waiting);
    for (; outcome.ok && outcome.value.more; outcome = await world.harness.poll()) {
      waiting.push(world.harness.keeper.waiting);
    }
    const order = [...world.harness.keeper.messages.values()].map(({ createdAt }) => createdAt ?? 0);
    expect({
      missed: world.missed(),
      calls: listCalls(world).length,
      isInOrder: order.every((at, n) => at >= (order[n - 1] ?? 0)),
      isCountedDown: waiting.every((count, n) => (count ?? 0) <= (waiting[n - 1] ?? 1000)),
      waiting: world.harness.keeper.waiting,
      spacing: (shortestListSpacing(world.upstream.calls) ?? 0) >= 10 * SECOND,
    }).toEqual({
      missed: [],
      calls: 14,
      isInOrder: true,
      isCountedDown: true,
      waiting: 0,
      spacing: true,
    });
  });

  it('goes on where it was after a restart in the middle', async () => {
    const world = mastercardWorld();
    for (let n = 0; n < 250; n += 1) world.notify(HOUR + n * 100);
    await world.harness.poll();
    await world.harness.poll();
    world.harness.restart();
    await world.harness.drain();
    expect([world.missed(), windows(world).map(([, , offset]) => offset)]).toEqual([[], ['0', '99', '198']]);
  });

  it('finds what shows within the hour at the next round, and what shows later once a day', async () => {
    const world = mastercardWorld();
    await world.harness.drain();
    const late = world.notify(0, 50 * MINUTE);
    const veryLate = world.notify(0, 3 * HOUR);
    const held: boolean[][] = [];
    for (const step of [HOUR, 3 * HOUR, 21 * HOUR]) {
      for (let passed = 0; passed < step; passed += 5 * MINUTE) {
        await world.clock.advance(5 * MINUTE);
        await world.harness.drain();
      }
      held.push([late, veryLate].map((row) => world.harness.keeper.messages.has(identityOf(row))));
    }
    expect(held).toEqual([
      [true, false],
      [true, false],
      [true, true],
    ]);
  });

  it('walks a window again where its total moves, and misses nothing that was there', async () => {
    const world = mastercardWorld();
    const old = Array.from({ length: 150 }, (_, n) => world.notify(2 * HOUR - n * 1000));
    await world.harness.poll();
    // One that is held goes: the list is shorter, and what would come next has moved a place to the front.
    world.upstream.expire(...old.slice(0, 1));
    await world.harness.drain();
    expect(world.missed()).toEqual([]);
    // Half the week as one page, then the other half.
    expect(windows(world).map(([, , offset]) => offset)).toEqual(['0', '99', '0', '0', '99']);
  });

  it('reports as a gap what expired while nobody looked, and goes on behind it', async () => {
    const world = mastercardWorld();
    await world.harness.drain();
    const lost = world.notify();
    world.clock.suspend(9 * DAY);
    const kept = world.notify(DAY);
    await world.harness.drain();
    expect([world.harness.keeper.gaps, [lost, kept].map((row) => world.missed().includes(row))]).toEqual([
      [
        {
          from: Date.parse('2026-11-22T08:59:55.000Z'),
          to: Date.parse('2026-11-24T09:05:20.000Z'),
          why:
            'Mastercard keeps notifications for 7 days, and this account was not read for longer. ' +
            'What happened then is in Mastercard’s authorization and clearing reports.',
        },
      ],
      [true, false],
    ]);
  });

  it('reports no gap where the absence was shorter', async () => {
    const world = mastercardWorld();
    await world.harness.drain();
    const row = world.notify();
    world.clock.suspend(6 * DAY);
    await world.harness.drain();
    expect([world.harness.keeper.gaps, world.missed().includes(row)]).toEqual([[], false]);
  });

  it('reports as a gap a window that never stands still, and goes on', async () => {
    const world = mastercardWorld({ settings: { maximumLimit: 2 } });
    const burst = Array.from({ length: 8 }, () => world.notify(2 * HOUR));
    // The ties of one millisecond come in another order each time.
    let turn = 0;
    world.upstream.settings.beforeList = () => {
      turn += 1;
      burst.forEach((row, n) => Object.assign(row, { sequence: (n * 3 + turn * 5) % 8 }));
    };
    const news = world.notify(HOUR);
    await world.harness.drain();
    const at = Date.parse('2026-11-22T07:00:00.000Z');
    expect([
      world.missed().includes(news),
      world.harness.keeper.gaps.map(({ from, to }) => [from, to]),
    ]).toEqual([false, [[at, at + 1]]]);
  });

  it('goes on by itself where the server’s clock was set back and it refuses the future', async () => {
    const world = mastercardWorld({ settings: { windows: 'past' } });
    await world.harness.drain();
    world.upstream.settings.clockSkewMs = -20 * SECOND;
    const outcomes = [await world.harness.poll(), await world.harness.poll()];
    expect(outcomes).toMatchObject([
      { ok: false, failure: { reason: 'unexpected-answer', status: 400, code: 'format.invalid' } },
      { ok: true },
    ]);
  });

  it('begins anew where the consumer key is another', async () => {
    const world = mastercardWorld();
    await world.harness.drain();
    const stored = world.harness.keeper.cursor as { readonly who: string };
    world.harness.keeper.cursor = { ...stored, who: 'somebody else' };
    await world.harness.drain();
    expect(windows(world).map(([start]) => start?.slice(0, 10))).toEqual(['2026-11-15', '2026-11-15']);
  });
});
