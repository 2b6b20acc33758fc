import { expect, it } from 'vitest';
import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { createFakeClock } from '../../../test/support/fake-clock.ts';
import { createMemorySlotLedger } from '../../../test/support/memory-slot-ledger.ts';
import type { HttpResponse } from '../http/http.ts';
import { StoreError } from '../store/store.ts';
import { limitedCall } from './limited-call.ts';
import { createLimiter, type Limiter } from './limiter.ts';
import { gapMs, IN_FLIGHT_MS, SAVED_AT_START_MS } from './margins.ts';

const rules = [{ key: 'list', spacingMs: 10_000 }];
const request = { method: 'GET', url: 'https://api.example/list', headers: {} } as const;
const never = new AbortController().signal;
const respond = (status: number, headers: Record<string, string> = {}) =>
  ok({ status, headers, body: new Uint8Array() });

function setUp(answer: Result<HttpResponse, Failure>, tookMs = 20) {
  const clock = createFakeClock();
  const limiter = createLimiter({ clock, ledger: createMemorySlotLedger() });
  const http = async () => {
    await clock.sleep(tookMs);
    return answer;
  };
  const call = limitedCall({ limiter, http, clock, random: () => 0.5 });
  return { clock, limiter, call };
}

it.each([
  ['from the answer', respond(200), gapMs(10_000)],
  ['from the answer that was cut off', failed(failure('broken-off', { status: 200 })), gapMs(10_000)],
  [
    'with the whole allowance from when it was given up where no answer came',
    failed(failure('timed-out')),
    gapMs(10_000) + IN_FLIGHT_MS + SAVED_AT_START_MS,
  ],
  ['for as long as a server that throttles asks', respond(429, { 'retry-after': '60' }), 60_000],
  ['for as long as a server under maintenance asks', respond(503, { 'retry-after': '60' }), 60_000],
  ['for the gap where a faulty server asks for nothing', respond(503), gapMs(10_000)],
  [
    'for the gap where an answer that is no refusal asks',
    respond(200, { 'retry-after': '60' }),
    gapMs(10_000),
  ],
])('leaves the key alone %s', async (_, answer, freeIn) => {
  const { clock, limiter, call } = setUp(answer);
  const startsAt = clock.now();
  const called = call(rules, request, never, 'Transit');
  await clock.advance(20);
  expect([await called, limiter.freeIn(rules)]).toEqual([{ startedAt: startsAt, answer }, freeIn]);
});

it('leaves a server that throttles without a word alone for a few seconds', async () => {
  const { clock, limiter, call } = setUp(respond(429));
  const app = [{ key: 'app', spacingMs: 1000 / 3 }];
  const called = call(app, request, never, 'Transit');
  await clock.advance(20);
  await called;
  expect(limiter.freeIn(app)).toBe(4500);
});

it('keeps its slot for as long as there is no answer, so that no other call reaches a server that stands still', async () => {
  const { clock, limiter, call } = setUp(failed(failure('timed-out')), 40_000);
  void call(rules, request, never, 'Transit');
  const waits: number[] = [];
  for (let n = 0; n < 4; n += 1) {
    await clock.advance(10_000);
    waits.push(limiter.freeIn(rules));
  }
  const whole = gapMs(10_000) + IN_FLIGHT_MS + SAVED_AT_START_MS;
  expect(waits).toEqual([whole, whole, whole, whole]);
});

it('counts from the answer where that came much later than the server needs', async () => {
  const { clock, limiter, call } = setUp(respond(200), 12_000);
  void call(rules, request, never, 'Transit');
  await clock.advance(12_000);
  expect(limiter.freeIn(rules)).toBe(gapMs(10_000));
});

it('does not go out once it is cancelled', async () => {
  const { call } = setUp(respond(200));
  expect(await call(rules, request, AbortSignal.abort(), 'Transit')).toEqual({
    startedAt: null,
    answer: failed(failure('cancelled')),
  });
});

it('does not go out where its stamp cannot be written', async () => {
  const { clock } = setUp(respond(200));
  let wentOut = false;
  const limiter: Limiter = {
    acquire: () => Promise.reject(new StoreError('store-full', 'no space')),
    hold: () => undefined,
    quiet: () => undefined,
    quietOf: () => null,
    release: () => undefined,
    freeIn: () => 0,
    nextSlot: () => 0,
  };
  const http = async () => {
    wentOut = true;
    return respond(200);
  };
  const call = limitedCall({ limiter, http, clock, random: () => 0.5 });
  expect([await call(rules, request, never, 'Transit'), wentOut]).toEqual([
    { startedAt: null, answer: failed(failure('store-full', { detail: 'no space' })) },
    false,
  ]);
});
