import { engineCalls, type EngineCallName, type EngineEvent } from '../../shared/engine-api.ts';
import { toEngineSchema, type FromEngine, type ToEngine } from '../../shared/engine-port.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { failed } from '../../shared/result.ts';
import type { Engine } from './engine.ts';
import { createNetwork } from './network/network.ts';
import { systemHttp } from './http/system-http.ts';
import { machineFolder } from './machine-folder.ts';
import { openEngine } from './open-engine.ts';
import { storeFailure } from './store/store.ts';
import { createSystemProxy } from './system-proxy.ts';
import { systemClock } from './time/clock.ts';

/** The engine's end of its port to the shell, inside Electron's utility process. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void;
  postMessage(message: FromEngine): void;
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
if (parentPort === undefined) throw new Error('host.ts runs in a utility process of the app');
serve(parentPort);

function serve(port: ParentPort): void {
  let engine: Engine | null = null;
  let refusal: Failure = failure('engine-stopped');
  const tell = (event: EngineEvent) => port.postMessage({ type: 'event', event });

  port.on('message', ({ data }) => {
    const message = toEngineSchema.safeParse(data);
    // Only the shell holds the other end: what it cannot have sent is a bug there, and is said there.
    if (!message.success) throw new Error(`not a message to the engine: ${message.error.message}`);
    if (message.data.type === 'ping') return port.postMessage({ type: 'pong' });
    void (message.data.type === 'open' ? open(message.data) : answer(message.data));
  });

  async function open({
    dataDirectory,
    stateDirectory,
    policyFile,
  }: Extract<ToEngine, { type: 'open' }>): Promise<void> {
    const systemProxy = createSystemProxy(systemClock, tell);
    const network = createNetwork({
      platform: process.platform,
      env: process.env,
      policyFile,
      askSystem: systemProxy.ask,
    });
    const opened = await openEngine({
      dataDirectory,
      stateDirectory,
      machine: machineFolder(),
      clock: systemClock,
      http: systemHttp(network),
      network,
      proxyFound: systemProxy.found,
      random: Math.random,
      onEvent: tell,
      journal: () => undefined,
      alertsGoTo: 'screen',
    });
    if (opened.ok) {
      engine = opened.value;
      tell({ event: 'ready' });
    } else {
      refusal = opened.failure;
      tell({ event: 'refused', failure: refusal });
    }
  }

  async function answer({ id, call, params }: Extract<ToEngine, { type: 'call' }>): Promise<void> {
    port.postMessage({ type: 'answer', id, answer: await answerTo(call, params) });
  }

  async function answerTo(call: EngineCallName, params: unknown): Promise<unknown> {
    if (engine === null) return failed(refusal);
    const parsed = engineCalls[call].params.safeParse(params);
    if (!parsed.success)
      return failed(failure('invalid-input', { detail: `${call}: ${parsed.error.message}` }));
    // The schema of this very call has just accepted the parameters; the compiler cannot follow the pair.
    const method = engine.api[call] as (params: unknown) => Promise<unknown>;
    try {
      return await method(parsed.data);
    } catch (error) {
      return failed(storeFailure(error));
    }
  }
}
