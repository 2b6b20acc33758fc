import type { EngineEvent } from '../../shared/engine-api.ts';
import { failure } from '../../shared/failure.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Failure } from '../../shared/failure.ts';
import type { AskSystem } from './network/ways-to.ts';
import type { Clock } from './time/clock.ts';

/** What the system's proxy settings say, asked of the shell: only Electron knows them, a PAC file among them. */
export interface SystemProxy {
  readonly ask: AskSystem;
  /** The shell's answer; null where the system gave none. */
  readonly found: (ask: number, answer: string | null) => void;
}

/** A PAC file may have to be fetched first, and its look-ups answered. */
const ANSWER_WITHIN_MS = 20_000;

export function createSystemProxy(clock: Clock, onEvent: (event: EngineEvent) => void): SystemProxy {
  const waiting = new Map<number, (answer: string | null) => void>();
  let asked = 0;

  async function ask(url: string): Promise<Result<string, Failure>> {
    asked += 1;
    const id = asked;
    const over = new AbortController();
    const answer = await new Promise<string | null>((resolve) => {
      waiting.set(id, resolve);
      onEvent({ event: 'proxyWanted', ask: id, url });
      void clock.sleep(ANSWER_WITHIN_MS, over.signal).then(() => resolve(null));
    });
    waiting.delete(id);
    over.abort();
    if (answer !== null) return ok(answer);
    const detail = 'the system did not say in time which proxy to take: its PAC file may not be reached';
    return failed(failure('proxy-unreachable', { detail }));
  }

  return { ask, found: (id, answer) => waiting.get(id)?.(answer) };
}
