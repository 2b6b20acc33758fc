import type { Http } from '../../electron/engine/http/http.ts';
import { limitedCall } from '../../electron/engine/polling/limited-call.ts';
import type { Limiter } from '../../electron/engine/polling/limiter.ts';
import type { SlotLedger } from '../../electron/engine/store/slot-ledger.ts';
import type { Clock } from '../../electron/engine/time/clock.ts';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import { createFakeClock } from './fake-clock.ts';
import { createMemorySlotLedger, MemoryLedgerFile } from './memory-slot-ledger.ts';

/** A process that makes calls without pause, as many at a time as it has workers. */
export interface ProcessPlan {
  /** Its data directory; every process shares the machine's own ledger besides. */
  readonly directory: 'none' | 'a' | 'b';
  readonly listWorkers: number;
  readonly appWorkers: number;
  /** Milliseconds until the server sees a call, and from there until the answer is back; used in turn. */
  readonly travel: readonly (readonly [number, number])[];
}

export type Step =
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'start'; readonly plan: ProcessPlan }
  | { readonly do: 'kill'; readonly process: number }
  /** Dies at its next call, when that has gone out and is not answered. */
  | { readonly do: 'kill-in-flight'; readonly process: number }
  | { readonly do: 'reboot'; readonly offMs: number }
  | { readonly do: 'suspend'; readonly ms: number }
  | { readonly do: 'step-wall'; readonly byMs: number }
  /** The server stands still: what reaches it is seen, and answered, when it goes on. */
  | { readonly do: 'stall'; readonly ms: number }
  /** Every ledger file is damaged and made anew. */
  | { readonly do: 'lose-ledger' }
  | { readonly do: 'retry-after'; readonly process: number; readonly ms: number };

export type MakeLimiter = (options: { clock: Clock; ledger: SlotLedger }) => Limiter;

/** What happened, in true time. */
export interface Sightings {
  /** When the server saw each list call. */
  readonly lists: readonly number[];
  /** When the server saw each call of the application, list calls included. */
  readonly calls: readonly number[];
  /** When each call left. */
  readonly starts: readonly number[];
  readonly holds: readonly { readonly from: number; readonly until: number }[];
}

const LIST = { key: 'list', spacingMs: 10_000 };
const APP = { key: 'app', spacingMs: 1000 / 3 };

/** How long a process waits for an answer. */
const TIMEOUT_MS = 40_000;
const NOTHING = new Uint8Array();

interface Process {
  readonly limiter: Limiter;
  isAlive: boolean;
  diesInFlight: boolean;
}

/** Plays the steps on one machine that calls one server, and tells what the server saw. */
export async function playWorld(
  steps: readonly Step[],
  makeLimiter: MakeLimiter,
  spoilLedger: (ledger: SlotLedger, clock: Clock) => SlotLedger = (ledger) => ledger,
): Promise<Sightings> {
  const clock = createFakeClock({ uptime: 40_000 });
  const disk = { own: new MemoryLedgerFile(), a: new MemoryLedgerFile(), b: new MemoryLedgerFile() };
  const lists: number[] = [];
  const calls: number[] = [];
  const starts: number[] = [];
  const holds: { from: number; until: number }[] = [];
  const processes: Process[] = [];
  let stalledUntil = 0;
  /** Calls on their way; a reboot does not call them back. */
  const flying = new Map<object, { dueAt: number; arrive: (at: number) => void }>();

  async function fly(ms: number, arrive: (at: number) => void): Promise<void> {
    const flight = {};
    flying.set(flight, { dueAt: clock.trueTime() + ms, arrive });
    await clock.sleep(ms);
    flying.delete(flight);
    arrive(clock.trueTime());
  }

  async function work(process: Process, isList: boolean, travel: ProcessPlan['travel']): Promise<void> {
    let turn = 0;
    const http: Http = async () => {
      const [thereMs, backMs] = travel[turn++ % travel.length]!;
      starts.push(clock.trueTime());
      if (process.diesInFlight) process.isAlive = false;
      const abort = new AbortController();
      const answered = answer(isList, thereMs, backMs).then(() =>
        ok({ status: 200, headers: {}, body: NOTHING }),
      );
      const givenUp = clock
        .sleep(TIMEOUT_MS, abort.signal)
        .then(() => failed(failure('timed-out', { detail: 'no answer' })));
      const outcome = await Promise.race([answered, givenUp]);
      abort.abort();
      return outcome;
    };
    const call = limitedCall({ limiter: process.limiter, http, clock, random: () => 0.5 });
    const request = { method: 'GET', url: 'https://server.example', headers: {} } as const;
    const { signal } = new AbortController();
    while (process.isAlive) await call(isList ? [LIST, APP] : [APP], request, signal, 'any');
  }

  /** Resolves when the answer is back. */
  async function answer(isList: boolean, thereMs: number, backMs: number): Promise<void> {
    await fly(thereMs, () => undefined);
    const stillMs = stalledUntil - clock.trueTime();
    await fly(Math.max(0, stillMs), (at) => {
      calls.push(at);
      if (isList) lists.push(at);
    });
    await clock.sleep(backMs);
  }

  function start(plan: ProcessPlan): void {
    const files = plan.directory === 'none' ? [disk.own] : [disk[plan.directory], disk.own];
    const ledger = spoilLedger(createMemorySlotLedger(files), clock);
    const process: Process = {
      limiter: makeLimiter({ clock, ledger: { ...ledger, transact: whileAlive } }),
      isAlive: true,
      diesInFlight: false,
    };
    processes.push(process);
    for (let n = 0; n < plan.listWorkers; n++) void work(process, true, plan.travel).catch(ended);
    for (let n = 0; n < plan.appWorkers; n++) void work(process, false, plan.travel).catch(ended);

    function whileAlive<T>(...given: Parameters<typeof ledger.transact<T>>): T {
      if (!process.isAlive) throw new Ended();
      return ledger.transact(...given);
    }
  }

  const living = (index: number) => {
    const alive = processes.filter((process) => process.isAlive);
    return alive[index % Math.max(1, alive.length)];
  };

  for (const step of steps) {
    // What was granted has gone out before the next thing happens.
    await clock.advance(0);
    switch (step.do) {
      case 'pass':
        await clock.advance(step.ms);
        break;
      case 'start':
        start(step.plan);
        break;
      case 'kill':
      case 'kill-in-flight': {
        const process = living(step.process);
        if (process !== undefined)
          process[step.do === 'kill' ? 'isAlive' : 'diesInFlight'] = step.do !== 'kill';
        break;
      }
      case 'reboot':
        for (const process of processes) process.isAlive = false;
        for (const { dueAt, arrive } of flying.values()) arrive(dueAt);
        flying.clear();
        clock.reboot(step.offMs);
        break;
      case 'suspend':
        clock.suspend(step.ms);
        break;
      case 'step-wall':
        clock.setWall(clock.now() + step.byMs);
        break;
      case 'stall':
        stalledUntil = clock.trueTime() + step.ms;
        break;
      case 'lose-ledger':
        for (const file of Object.values(disk)) file.lose();
        // What the server asked for is lost with it; the spacing is not.
        for (const hold of holds) hold.until = Math.min(hold.until, clock.trueTime());
        break;
      case 'retry-after': {
        const process = living(step.process);
        if (process === undefined) break;
        process.limiter.quiet([LIST, APP], step.ms, 'any');
        holds.push({ from: clock.trueTime(), until: clock.trueTime() + step.ms });
      }
    }
  }
  const inOrder = (times: readonly number[]) => [...times].sort((a, b) => a - b);
  return { lists: inOrder(lists), calls: inOrder(calls), starts, holds };
}

class Ended extends Error {}

function ended(error: unknown): void {
  if (!(error instanceof Ended)) throw error;
}

/** What of law 2 was broken, as sentences; empty where it held. */
export function broken({ lists, calls, starts, holds }: Sightings): readonly string[] {
  return [
    ...tooClose(lists, 1, 10_000).map((gap) => `two list calls ${gap} ms apart`),
    ...tooClose(calls, 3, 1000).map((gap) => `four calls within ${gap} ms`),
    ...holds.flatMap(({ from, until }) =>
      starts
        .filter((at) => at > from + ROUNDING_MS && at < until - ROUNDING_MS)
        .map((at) => `a call ${until - at} ms before the hold ended`),
    ),
  ];
}

function tooClose(times: readonly number[], apart: number, leastMs: number): readonly number[] {
  return times.slice(apart).flatMap((time, index) => {
    const gap = time - times[index]!;
    return gap < leastMs - ROUNDING_MS ? [gap] : [];
  });
}

/** True time is a sum of fractions. */
const ROUNDING_MS = 1e-6;
