import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../test/support/fake-clock.ts';
import { createMemorySlotLedger, MemoryLedgerFile } from '../../../test/support/memory-slot-ledger.ts';
import { StoreError } from '../store/store.ts';
import type { LimitRule } from './limit-rule.ts';
import { createLimiter, type Limiter } from './limiter.ts';
import { gapMs, IN_FLIGHT_MS, SAVED_AT_START_MS } from './margins.ts';

const LIST = 10_000;
const GAP = gapMs(LIST);
const APP_GAP = gapMs(1000 / 3);
const app: LimitRule = { key: 'app', spacingMs: 1000 / 3 };
const listCall = [{ key: 'list', spacingMs: LIST }, app];
const appCall = [app];

function setUp(files: readonly MemoryLedgerFile[] = [new MemoryLedgerFile()]) {
  const clock = createFakeClock();
  const origin = clock.uptime();
  const calls: string[] = [];
  const since = () => Math.round(clock.uptime() - origin);
  const limiter = createLimiter({ clock, ledger: createMemorySlotLedger(files) });
  /** Makes a call that is answered `answerMs` later. */
  async function call(name: string, rules: readonly LimitRule[], answerMs = 0, by: Limiter = limiter) {
    const slot = await by.acquire(rules, new AbortController().signal);
    if (slot === null) return;
    calls.push(`${name} ${since()}`);
    if (answerMs > 0) await clock.sleep(answerMs);
    slot.settle(clock.uptime());
  }
  return { clock, limiter, calls, call, files };
}

describe('the limiter', () => {
  it('starts the first call at once and the next one a gap after the server has seen it', async () => {
    const { clock, calls, call } = setUp();
    void call('first', listCall, 20);
    void call('second', listCall);
    await clock.advance(12_000);
    expect(calls).toEqual(['first 0', `second ${GAP + 20}`]);
  });

  it('lets accounts that share a key take turns', async () => {
    const { clock, calls, call } = setUp();
    const account = async (name: string) => {
      for (let round = 0; round < 3; round++) await call(name, listCall);
    };
    void account('a');
    void account('b');
    await clock.advance(60_000);
    expect(calls.map((line) => line[0]).join('')).toBe('ababab');
  });

  it('lets acknowledgements run while a list call waits for its slot', async () => {
    const { clock, calls, call } = setUp();
    void call('list', listCall);
    void call('list', listCall);
    for (let n = 0; n < 3; n++) void call('ack', appCall);
    await clock.advance(2000);
    expect(calls).toEqual(['list 0', ...[1, 2, 3].map((n) => `ack ${Math.ceil(n * APP_GAP)}`)]);
  });

  it('lets no stream of acknowledgements push a list call back', async () => {
    const { clock, calls, call } = setUp();
    void call('list', listCall);
    void call('list', listCall);
    const acknowledge = async () => {
      for (;;) await call('ack', appCall);
    };
    void acknowledge();
    await clock.advance(11_000);
    const lists = calls.filter((line) => line.startsWith('list')).map((line) => Number(line.slice(5)));
    const acknowledgements = calls.length - lists.length;
    // One timer's rounding up is all that the list call may lose.
    const late = lists[1]! - GAP;
    expect({ lists: lists.length, inTime: late >= 0 && late <= 1, used: acknowledgements >= 27 }).toEqual({
      lists: 2,
      inTime: true,
      used: true,
    });
  });

  it('gives a slow server no more than its share once it is known to be slow', async () => {
    const { clock, calls, call } = setUp();
    const account = async () => {
      for (;;) await call('', listCall, 200);
    };
    void account();
    await clock.advance(60_000);
    const starts = calls.map(Number);
    const over = starts.slice(1).map((start, index) => start - starts[index]! - GAP);
    expect(over).toEqual([200, 200, 200, 200, IN_FLIGHT_MS]);
  });

  it('has the stamp on disk before the call may go out, with the whole allowance', async () => {
    const { clock, limiter, files } = setUp();
    await limiter.acquire(listCall, new AbortController().signal);
    expect(files[0]!.get('list')).toEqual({
      startedAt: clock.uptime(),
      heldAt: clock.uptime(),
      holdMs: GAP + IN_FLIGHT_MS + SAVED_AT_START_MS,
    });
  });

  it('keeps the gap from a call of a process that died with it', async () => {
    const { clock, call, calls, files } = setUp();
    const dead = createLimiter({ clock, ledger: createMemorySlotLedger(files) });
    await dead.acquire(listCall, new AbortController().signal);
    void call('next', listCall);
    await clock.advance(12_000);
    expect(calls).toEqual([`next ${GAP + IN_FLIGHT_MS + SAVED_AT_START_MS}`]);
  });

  it('sees what another process that shares the ledger has settled', async () => {
    const { clock, call, calls, files } = setUp();
    const other = createLimiter({ clock, ledger: createMemorySlotLedger(files) });
    void call('here', listCall, 5);
    void call('there', listCall, 5, other);
    await clock.advance(12_000);
    expect(calls).toEqual(['here 0', `there ${GAP + 5}`]);
  });

  it('steps aside when it is told to stop waiting', async () => {
    const { clock, limiter, calls, call } = setUp();
    const stop = new AbortController();
    void call('first', listCall);
    const waiting = limiter.acquire(listCall, stop.signal);
    void call('third', listCall);
    await clock.advance(5000);
    stop.abort();
    await clock.advance(6000);
    expect({ slot: await waiting, calls }).toEqual({ slot: null, calls: ['first 0', `third ${GAP}`] });
  });

  it('gives no slot to who has stopped already', async () => {
    const { limiter } = setUp();
    expect(await limiter.acquire(listCall, AbortSignal.abort())).toBeNull();
  });

  it('holds the keys that the server asked to hold, and only those', async () => {
    const { clock, limiter, calls, call } = setUp();
    limiter.hold([app], 30_000);
    void call('held', listCall);
    void call('free', [{ key: 'other', spacingMs: LIST }]);
    await clock.advance(40_000);
    expect(calls).toEqual(['free 0', 'held 30000']);
  });

  it('leaves a server alone that asks for it, and says of whom it was asked', async () => {
    const { clock, limiter, calls, call } = setUp();
    void call('first', listCall);
    await clock.advance(0);
    limiter.quiet([app], 60_000, 'Transit');
    void call('second', listCall);
    await clock.advance(30_000);
    expect([calls, limiter.quietOf(listCall)]).toEqual([['first 0'], { leftMs: 30_000, askedOf: 'Transit' }]);
    await clock.advance(30_000);
    expect([calls, limiter.quietOf(listCall)]).toEqual([['first 0', 'second 60000'], null]);
  });

  it('ends what a server asked where a person insists, and keeps the gap', async () => {
    const { clock, limiter, calls, call } = setUp();
    void call('first', listCall);
    await clock.advance(0);
    limiter.quiet(listCall, 600_000, 'Transit');
    void call('second', listCall);
    await clock.advance(2000);
    limiter.release(listCall);
    await clock.advance(10_000);
    expect(calls).toEqual(['first 0', `second ${GAP}`]);
  });

  it('tells when another process was asked, or has ended it', async () => {
    const clock = createFakeClock();
    const files = [new MemoryLedgerFile()];
    let told = 0;
    const ledger = createMemorySlotLedger(files);
    const here = createLimiter({ clock, ledger, onQuietChanged: () => (told += 1) });
    const there = createLimiter({ clock, ledger: createMemorySlotLedger(files) });
    const seen: number[] = [];
    const look = async (act: () => void) => {
      act();
      here.hold([{ key: 'list', spacingMs: LIST }], 0);
      await clock.advance(1);
      seen.push(told);
    };
    await look(() => undefined);
    await look(() => there.quiet(listCall, 60_000, 'Transit'));
    await look(() => undefined);
    await look(() => there.release(listCall));
    expect(seen).toEqual([0, 1, 1, 2]);
  });

  it('lets nothing start where the stamp cannot be made durable', async () => {
    const full = new StoreError('store-full', 'the disk is full');
    const limiter = createLimiter({
      clock: createFakeClock(),
      ledger: {
        transact: () => {
          throw full;
        },
        close: () => undefined,
      },
    });
    await expect(limiter.acquire(listCall, new AbortController().signal)).rejects.toBe(full);
  });

  it('waits a whole gap where the ledger was made anew', async () => {
    const file = new MemoryLedgerFile();
    file.lose();
    const { clock, calls, call } = setUp([file]);
    void call('first', listCall);
    await clock.advance(12_000);
    expect(calls).toEqual([`first ${GAP + IN_FLIGHT_MS}`]);
  });
});

describe('the countdown', () => {
  it('tells when each of those who wait will start, and when one who joins would', async () => {
    const { clock, limiter, call } = setUp();
    const [a, b] = [new AbortController(), new AbortController()];
    const list = [listCall[0]!];
    void call('now', list);
    await clock.advance(0);
    void limiter.acquire(list, a.signal);
    void limiter.acquire(list, b.signal);
    await clock.advance(3000);
    const told = [
      limiter.freeIn(list),
      limiter.nextSlot(list, a.signal),
      limiter.nextSlot(list, b.signal),
      limiter.nextSlot(list),
    ];
    expect(told).toEqual([GAP - 3000, GAP - 3000, 2 * GAP - 3000, 3 * GAP - 3000]);
  });

  it('reads what is on disk before the first call of this process', async () => {
    const { clock, limiter, call, files } = setUp();
    void call('earlier', listCall);
    await clock.advance(4000);
    const restarted = createLimiter({ clock, ledger: createMemorySlotLedger(files) });
    expect([limiter.nextSlot(listCall), restarted.nextSlot(listCall)]).toEqual([GAP - 4000, GAP - 4000]);
  });

  it('begins, where the ledger was made anew, with the first look', async () => {
    const lost = new MemoryLedgerFile();
    lost.lose();
    const { clock, limiter } = setUp([lost]);
    const told = [limiter.freeIn(listCall)];
    await clock.advance(4000);
    told.push(limiter.freeIn(listCall));
    expect(told).toEqual([GAP + IN_FLIGHT_MS, GAP + IN_FLIGHT_MS - 4000]);
  });
});
