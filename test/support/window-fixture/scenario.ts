import type { DamagedFile } from '../../../shared/damaged-file.ts';
import { LIFE_NAMES, type LifeName } from './lives.ts';

/** What the pretended shell and engine look like, as asked for in the address: `?rows=100000&theme=dark`. */
export interface Scenario {
  readonly rows: number;
  /** How many arrive every two seconds. */
  readonly live: number;
  readonly accounts: 'two' | 'all' | 'none' | 'signed-out' | 'payments' | 'payments-only';
  readonly engine: 'starting' | 'running' | 'silent' | 'restarting' | 'refused';
  readonly secrets: 'keychain' | 'session' | 'none';
  readonly acknowledge: 'works' | 'fails';
  readonly send: 'works' | 'fails';
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  readonly hostile: boolean;
  readonly fixed: boolean;
  readonly demo: boolean;
  /** What is gone on with in place of damaged settings and secrets. */
  readonly damaged: 'none' | DamagedFile['goesOnWith'];
  readonly latencyMs: number;
  readonly holdBackSeconds: number;
  /** Declarations whose whole life stands above the made-up rows: `?lives=rejected,cleared` or `?lives=all`. */
  readonly lives: readonly LifeName[];
  readonly listBy: 'notification' | 'thread';
  readonly print: 'works' | 'fails' | 'cancels';
  readonly rereading: boolean;
  /** What is set of the network: by nobody, by the office, by a file of the office with a fault, by the environment. */
  readonly network: 'nobody' | 'office' | 'broken' | 'environment';
  /** Messages of two payment networks above the made-up rows. */
  readonly payments: boolean;
}

export function scenarioOf(address: string): Scenario {
  const asked = new URLSearchParams(address);
  const number = (name: string, usual: number) => Number(asked.get(name) ?? usual);
  const one = <V extends string>(name: string, values: readonly V[]): V =>
    values.find((value) => value === asked.get(name)) ?? values[0]!;
  return {
    rows: number('rows', 12_904),
    live: number('live', 0),
    accounts: one('accounts', ['two', 'all', 'none', 'signed-out', 'payments', 'payments-only']),
    engine: one('engine', ['running', 'starting', 'silent', 'restarting', 'refused']),
    secrets: one('secrets', ['keychain', 'session', 'none']),
    acknowledge: one('acknowledge', ['works', 'fails']),
    send: one('send', ['works', 'fails']),
    theme: one('theme', ['system', 'light', 'dark']),
    density: one('density', ['comfortable', 'compact']),
    hostile: asked.has('hostile'),
    fixed: asked.has('fixed'),
    demo: asked.has('demo'),
    damaged: one('damaged', ['none', 'last-good', 'what-is-held', 'nothing']),
    latencyMs: number('latency', 2),
    holdBackSeconds: number('hold', 10),
    lives: livesNamed(asked.get('lives') ?? ''),
    listBy: one('listBy', ['notification', 'thread']),
    print: one('print', ['works', 'fails', 'cancels']),
    rereading: asked.has('rereading'),
    network: one('network', ['nobody', 'office', 'broken', 'environment']),
    payments: asked.has('payments'),
  };
}

const livesNamed = (names: string): readonly LifeName[] =>
  names === 'all'
    ? LIFE_NAMES.filter((name) => name !== 'long')
    : LIFE_NAMES.filter((name) => names.split(',').includes(name));
