import type { ShellState } from '../../shared/bridge.ts';
import {
  engineCalls,
  type CallAnswer,
  type CallParams,
  type EngineCallName,
  type EngineEvent,
} from '../../shared/engine-api.ts';
import { fromEngineSchema, type ToEngine } from '../../shared/engine-port.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import type { Instant } from '../../shared/notification.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import { failed, type Result } from '../../shared/result.ts';
import { callTimeoutMs } from './call-timeout.ts';
import { watchHeartbeat, type Heartbeat } from './heartbeat.ts';
import { restartDelayMs, STEADY_AFTER_MS } from './restart-backoff.ts';
import type { ShellClock } from './shell-clock.ts';

/** One running engine process, as far as the link needs to know it. `exit` is told once, after the last message. */
export interface EngineProcess {
  post(message: ToEngine): void;
  /** Ends it at once, and for good even where it is stopped: it must not wake and poll beside its successor. */
  kill(): void;
  /** Whether it has used the processor since this was last asked. */
  isAtWork(): boolean;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number) => void): void;
}

export interface EngineState {
  readonly engine: ShellState['engine'];
  readonly refusal: Failure | null;
  /** The last word from an engine that is silent. */
  readonly silentSince: Instant | null;
}

export interface EngineLinkOptions {
  readonly start: () => EngineProcess;
  readonly open: Omit<Extract<ToEngine, { type: 'open' }>, 'type'>;
  readonly clock: ShellClock;
  readonly onEvent: (event: EngineEvent) => void;
  readonly onState: (state: EngineState) => void;
  /** One line for stderr: what went wrong, free of payloads and secrets. */
  readonly log: (line: string) => void;
}

/** A call to the engine, answered in any case: a crash, a silence and a refusal are failures, never exceptions. */
export type CallEngine = <N extends EngineCallName>(name: N, params: CallParams<N>) => Promise<CallAnswer<N>>;

export interface EngineLink {
  readonly call: CallEngine;
  readonly state: () => EngineState;
  /** Ends the engine for good: waits for what it is writing, 5 s at most. */
  readonly stop: () => Promise<void>;
}

const STOP_WITHIN_MS = 5_000;
/** A killed process is gone at once, or hangs in the kernel and is waited for no longer. */
const GONE_WITHIN_MS = 1_000;

interface Pending {
  readonly name: EngineCallName;
  readonly message: ToEngine;
  readonly settle: (answer: Result<unknown, Failure>) => void;
}

/**
 * Starts the engine and keeps it running: after a crash it is started again, later after each crash in a row, and
 * only once the old process is gone. One that hangs is said to be silent, then ended like one that crashed. What was asked of a crashed engine is answered with `engine-stopped`; what is
 * asked before the first start is over waits for it.
 */
export function openEngineLink(options: EngineLinkOptions): EngineLink {
  const { clock } = options;
  const pending = new Map<number, Pending>();
  let running: EngineProcess | null = null;
  let heartbeat: Heartbeat | null = null;
  let state = stateOf('starting');
  let startedAt = 0;
  let endsInARow = 0;
  let nextId = 0;
  let stopped: Promise<void> | null = null;
  let onGone: () => void = () => undefined;

  launch();

  return {
    call: ((name: EngineCallName, params: unknown) => call(name, params)) as CallEngine,
    state: () => state,
    stop: () => (stopped ??= stop()),
  };

  function launch(): void {
    startedAt = clock.uptime();
    const started = options.start();
    running = started;
    started.onMessage((message) => hear(message));
    started.onExit((code) => ended(code));
    started.post({ type: 'open', ...options.open });
    heartbeat = watch(started);
  }

  function watch(watched: EngineProcess): Heartbeat {
    return watchHeartbeat({
      clock,
      ping: () => watched.post({ type: 'ping' }),
      isAtWork: () => watched.isAtWork(),
      mayTakeLong: () => state.engine !== 'running' && state.engine !== 'silent',
      onSilent: (since) => {
        if (state.engine === 'running') setState(stateOf('silent', new Date(since).toISOString()));
      },
      onBack: () => {
        if (state.engine === 'silent') setState(stateOf('running'));
      },
      onLost: (why) => {
        options.log(`The engine hangs (${why}); it is ended.`);
        setState(stateOf('restarting'));
        settleAll(failure('engine-stopped', { detail: why }));
        watched.kill();
      },
    });
  }

  function hear(message: unknown): void {
    heartbeat?.heard();
    const parsed = fromEngineSchema.safeParse(message);
    if (!parsed.success) {
      options.log('The engine sent something that is not part of the contract.');
      return;
    }
    if (parsed.data.type === 'event') onEngineEvent(parsed.data.event);
    if (parsed.data.type === 'answer') onAnswer(parsed.data.id, parsed.data.answer);
  }

  function onAnswer(id: number, answer: unknown): void {
    const asked = pending.get(id);
    if (asked === undefined) return;
    const parsed = engineCalls[asked.name].answer.safeParse(answer);
    if (!parsed.success) {
      options.log(`The engine’s answer to "${asked.name}" does not fit the contract.`);
      asked.settle(failed(failure('unexpected-answer', { detail: `the engine’s answer to ${asked.name}` })));
      return;
    }
    asked.settle(parsed.data);
  }

  function onEngineEvent(event: EngineEvent): void {
    if (event.event === 'ready') {
      // Gathered first: whoever hears of the new state may ask at once, and is sent at once.
      const held = [...pending.values()];
      setState(stateOf('running'));
      for (const { message } of held) running?.post(message);
    }
    if (event.event === 'refused') {
      setState({ ...stateOf('refused'), refusal: event.failure });
      settleAll(event.failure);
      // It holds nothing open. What waiting can mend is tried again once the process is gone.
      running?.kill();
    }
    options.onEvent(event);
  }

  function ended(code: number): void {
    running = null;
    heartbeat?.end();
    onGone();
    settleAll(failure('engine-stopped', { detail: `exit code ${code}` }));
    if (stopped !== null) return;
    if (state.refusal !== null && reasonTexts[state.refusal.reason].recovery === 'person') return;
    endsInARow = clock.uptime() - startedAt >= STEADY_AFTER_MS ? 1 : endsInARow + 1;
    const delay = restartDelayMs(endsInARow);
    if (state.engine !== 'refused') {
      options.log(`The engine stopped (exit code ${code}); it is started again in ${delay / 1000} s.`);
      setState(stateOf('restarting'));
    }
    void clock.sleep(delay).then(() => {
      if (stopped === null) launch();
    });
  }

  function setState(next: EngineState): void {
    state = next;
    options.onState(next);
  }

  function settleAll(why: Failure): void {
    for (const { settle } of [...pending.values()]) settle(failed(why));
  }

  function call(name: EngineCallName, params: unknown): Promise<Result<unknown, Failure>> {
    if (stopped !== null || state.engine === 'restarting')
      return Promise.resolve(failed(failure('engine-stopped')));
    if (state.refusal !== null) return Promise.resolve(failed(state.refusal));
    return ask(name, params, callTimeoutMs(name));
  }

  function ask(name: EngineCallName, params: unknown, withinMs: number): Promise<Result<unknown, Failure>> {
    nextId += 1;
    const id = nextId;
    const answered = new AbortController();
    return new Promise((resolve) => {
      const settle = (answer: Result<unknown, Failure>) => {
        if (!pending.delete(id)) return;
        answered.abort();
        resolve(answer);
      };
      const message: ToEngine = { type: 'call', id, call: name, params };
      pending.set(id, { name, message, settle });
      if (state.engine === 'running' || state.engine === 'silent') running?.post(message);
      void clock.sleep(withinMs, answered.signal).then(() => {
        const detail = `no answer to ${name} within ${withinMs / 1000} s`;
        settle(failed(failure('timed-out', { detail })));
      });
    });
  }

  async function stop(): Promise<void> {
    const last = running;
    heartbeat?.end();
    if (last === null) return;
    const gone = new Promise<void>((resolve) => (onGone = resolve));
    if (state.engine === 'running' || state.engine === 'silent') await ask('stop', null, STOP_WITHIN_MS);
    last.kill();
    await Promise.race([gone, clock.sleep(GONE_WITHIN_MS)]);
  }
}

const stateOf = (engine: EngineState['engine'], silentSince: Instant | null = null): EngineState => ({
  engine,
  refusal: null,
  silentSince,
});
