import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../shared/engine-api.ts';
import type { FromEngine, ToEngine } from '../../shared/engine-port.ts';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import { createFakeClock } from '../../test/support/fake-clock.ts';
import { openEngineLink, type EngineProcess } from './engine-link.ts';

const open = { dataDirectory: '/data', policyFile: '/policy.json', stateDirectory: '/state' };
const facets = { types: [], attention: [], states: [], upstream: [], accounts: [] };

function setUp(whenRunning: () => void = () => undefined) {
  const clock = createFakeClock();
  const engines: FakeEngine[] = [];
  const states: string[] = [];
  const events: EngineEvent[] = [];
  const log: string[] = [];
  const link = openEngineLink({
    start: () => {
      const engine = fakeEngine();
      engines.push(engine);
      return engine.process;
    },
    open,
    clock,
    onEvent: (event) => events.push(event),
    onState: (state) => {
      states.push(state.engine);
      if (state.engine === 'running') whenRunning();
    },
    log: (line) => log.push(line),
  });
  const engine = (index: number) => engines[index] ?? expect.fail(`engine ${index} was never started`);
  return { clock, link, engines, engine, states, events, log };
}

type FakeEngine = ReturnType<typeof fakeEngine>;

function fakeEngine() {
  const posted: ToEngine[] = [];
  let killed = false;
  let hangs = false;
  let isAtWork = false;
  let onMessage: (message: unknown) => void = () => undefined;
  let onExit: (code: number) => void = () => undefined;
  const process: EngineProcess = {
    post: (message) => {
      if (message.type !== 'ping') posted.push(message);
      else if (!hangs) onMessage({ type: 'pong' });
    },
    isAtWork: () => isAtWork,
    kill: () => (killed = true),
    onMessage: (listener) => (onMessage = listener),
    onExit: (listener) => (onExit = listener),
  };
  return {
    process,
    posted,
    killed: () => killed,
    hang: (atWork = false) => {
      hangs = true;
      isAtWork = atWork;
    },
    goOn: () => {
      hangs = false;
    },
    say: (message: FromEngine | string) => onMessage(message),
    ready: () => onMessage({ type: 'event', event: { event: 'ready' } }),
    refuse: (reason: 'store-locked' | 'store-newer') =>
      onMessage({ type: 'event', event: { event: 'refused', failure: failure(reason) } }),
    exit: (code: number) => onExit(code),
    calls: () => posted.flatMap((message) => (message.type === 'call' ? [message.call] : [])),
  };
}

describe('the link to the engine', () => {
  it('opens the store, holds early calls until the engine is ready, and answers them', async () => {
    const { link, engine, states } = setUp(() => void link.call('status', null));
    const answer = link.call('facets', null);
    expect(engine(0).posted).toEqual([{ type: 'open', ...open }]);
    engine(0).ready();
    expect(engine(0).posted.slice(1)).toEqual([
      { type: 'call', id: 2, call: 'status', params: null },
      { type: 'call', id: 1, call: 'facets', params: null },
    ]);
    engine(0).say({ type: 'answer', id: 1, answer: ok(facets) });
    expect(await answer).toEqual(ok(facets));
    expect(states).toEqual(['running']);
  });

  it('answers with a failure when the engine is silent', async () => {
    const { clock, link, engine } = setUp();
    engine(0).ready();
    const answer = link.call('facets', null);
    await clock.advance(30_000);
    expect(await answer).toEqual(failed(failure('timed-out', { detail: 'no answer to facets within 30 s' })));
    engine(0).say({ type: 'answer', id: 1, answer: ok(facets) });
  });

  it('answers with a failure when the engine’s answer is not the contract’s, and drops what is no message', async () => {
    const { link, engine, log } = setUp();
    engine(0).ready();
    const answer = link.call('facets', null);
    engine(0).say('nonsense');
    engine(0).say({ type: 'answer', id: 99, answer: null });
    engine(0).say({ type: 'answer', id: 1, answer: ok({ types: 7 }) });
    expect(await answer).toEqual(
      failed(failure('unexpected-answer', { detail: 'the engine’s answer to facets' })),
    );
    expect(log).toEqual([
      'The engine sent something that is not part of the contract.',
      'The engine’s answer to "facets" does not fit the contract.',
    ]);
  });

  it('starts a crashed engine again, later after each crash in a row, one at a time', async () => {
    const { clock, link, engine, engines, states } = setUp();
    engine(0).ready();
    const answer = link.call('facets', null);
    engine(0).exit(11);
    expect(await answer).toEqual(failed(failure('engine-stopped', { detail: 'exit code 11' })));
    expect(await link.call('facets', null)).toEqual(failed(failure('engine-stopped')));
    await clock.advance(999);
    expect(engines).toHaveLength(1);
    await clock.advance(1);
    engine(1).exit(1);
    await clock.advance(1_999);
    expect(engines).toHaveLength(2);
    await clock.advance(1);
    engine(2).ready();
    await clock.advance(60_000);
    engine(2).exit(1);
    await clock.advance(1_000);
    expect(engines).toHaveLength(4);
    expect(states).toEqual(['running', 'restarting', 'restarting', 'running', 'restarting']);
  });

  it('stays refused where only a person can mend it, and says why to every caller', async () => {
    const { clock, link, engine, engines } = setUp();
    const early = link.call('status', null);
    engine(0).refuse('store-newer');
    engine(0).exit(0);
    await clock.advance(600_000);
    expect(engines).toHaveLength(1);
    const refusal = failed(failure('store-newer'));
    expect([await early, await link.call('status', null)]).toEqual([refusal, refusal]);
    expect(link.state()).toEqual({
      engine: 'refused',
      refusal: failure('store-newer'),
      silentSince: null,
    });
  });

  it('tries again by itself where waiting mends it', async () => {
    const { clock, link, engine, states } = setUp();
    engine(0).refuse('store-locked');
    expect(engine(0).killed()).toBe(true);
    engine(0).exit(15);
    await clock.advance(1_000);
    expect(link.state().engine).toBe('refused');
    engine(1).ready();
    expect(states).toEqual(['refused', 'running']);
    expect(link.state()).toEqual({ engine: 'running', refusal: null, silentSince: null });
  });

  it('stops once the engine has finished, and does not start it again', async () => {
    const { clock, link, engine, engines } = setUp();
    engine(0).ready();
    const stopped = link.stop();
    expect(engine(0).calls()).toEqual(['stop']);
    engine(0).say({ type: 'answer', id: 1, answer: ok(null) });
    await clock.advance(0);
    expect(engine(0).killed()).toBe(true);
    engine(0).exit(0);
    await stopped;
    await clock.advance(600_000);
    expect(engines).toHaveLength(1);
    expect(await link.call('status', null)).toEqual(failed(failure('engine-stopped')));
  });

  it('stops a hung engine after five seconds', async () => {
    const { clock, link, engine } = setUp();
    engine(0).ready();
    const stopped = link.stop();
    await clock.advance(4_999);
    expect(engine(0).killed()).toBe(false);
    await clock.advance(1);
    expect(engine(0).killed()).toBe(true);
    await clock.advance(1_000);
    await stopped;
  });

  it('says within seconds that a stopped engine is silent, ends it for good, and starts the next once it is gone', async () => {
    const { clock, link, engine, engines, states, log } = setUp();
    engine(0).ready();
    await clock.advance(60_000);
    const lastWord = new Date(clock.now()).toISOString();
    engine(0).hang();
    await clock.advance(8_000);
    expect(link.state()).toEqual({ engine: 'silent', refusal: null, silentSince: lastWord });
    const asked = link.call('facets', null);
    await clock.advance(13_999);
    expect(engine(0).killed()).toBe(false);
    await clock.advance(1);
    expect([engine(0).killed(), link.state().engine]).toEqual([true, 'restarting']);
    expect(await asked).toMatchObject({ ok: false, failure: { reason: 'engine-stopped' } });
    await clock.advance(600_000);
    expect(engines).toHaveLength(1);
    engine(0).exit(9);
    await clock.advance(1_000);
    engine(1).ready();
    await clock.advance(60_000);
    expect(engines).toHaveLength(2);
    expect(states).toEqual(['running', 'silent', 'restarting', 'restarting', 'running']);
    expect(log).toEqual([
      'The engine hangs (no answer for 22 s, and no sign of work); it is ended.',
      'The engine stopped (exit code 9); it is started again in 1 s.',
    ]);
  });

  it('waits for an engine that is busy, and takes its answers when it is back', async () => {
    const { clock, link, engine, states } = setUp();
    engine(0).ready();
    engine(0).hang(true);
    const asked = link.call('forgetAccount', { account: 'a' });
    await clock.advance(290_000);
    expect([engine(0).killed(), link.state().engine]).toEqual([false, 'silent']);
    engine(0).goOn();
    engine(0).say({ type: 'answer', id: 1, answer: ok(null) });
    expect([await asked, states]).toEqual([ok(null), ['running', 'silent', 'running']]);
  });
});
