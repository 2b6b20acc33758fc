import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Under node_modules, so that the bundle finds the native addon. */
const bundled = join(root, 'node_modules', '.quayside-test', `limiter-${process.pid}`);
const children: ChildProcess[] = [];
const arrivals: { readonly at: number; readonly path: string }[] = [];
let onArrival: () => void = () => undefined;

const server = createServer((request, response) => {
  arrivals.push({ at: performance.now(), path: request.url ?? '' });
  response.end();
  onArrival();
});

beforeAll(async () => {
  await build({
    root,
    logLevel: 'silent',
    configFile: false,
    build: { ssr: join(root, 'test/support/limiter-child.ts'), outDir: bundled, target: 'node20' },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  server.closeAllConnections();
  server.close();
  rmSync(bundled, { recursive: true, force: true });
});

/** Resolves at the first arrival that makes `holds` true. */
const until = (holds: () => boolean) =>
  new Promise<void>((resolve) => {
    onArrival = () => {
      if (holds()) resolve();
    };
  });

const lists = () => arrivals.filter(({ path }) => path.startsWith('/list'));
const SPACING_MS = 1000;

/** What of the limits was broken as the server saw it, and whether there was anything else to see. */
function seen() {
  const gaps = (times: readonly number[], apart: number) =>
    times.slice(apart).map((time, index) => time - times[index]!);
  const listGaps = gaps(
    lists().map(({ at }) => at),
    1,
  );
  const fourCalls = gaps(
    arrivals.map(({ at }) => at),
    3,
  );
  return {
    listsTooClose: listGaps.filter((gap) => gap < SPACING_MS),
    fourCallsInASecond: fourCalls.filter((span) => span < 1000),
    hasMessages: arrivals.length > lists().length,
  };
}

const AS_IT_MUST_BE = { listsTooClose: [], fourCallsInASecond: [], hasMessages: true };

function start(files: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const { port } = server.address() as AddressInfo;
  const words = [join(bundled, 'limiter-child.js'), `http://127.0.0.1:${port}`, String(SPACING_MS), ...files];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  children.push(child);
  return child;
}

function endAll(): void {
  for (const child of children) child.kill('SIGKILL');
}

it('keeps its limits between processes of two data directories, through a kill and a restart', async () => {
  arrivals.length = 0;
  const folder = mkdtempSync(join(tmpdir(), 'quayside-limiter-'));
  const startIn = (directory: string) => start([join(folder, 'shared.db'), join(folder, `${directory}.db`)]);
  const first = startIn('a');
  startIn('b');
  await until(() => lists().length === 2);
  first.kill('SIGKILL');
  startIn('a');
  await until(() => lists().length === 7);
  endAll();
  rmSync(folder, { recursive: true });
  expect(seen()).toEqual(AS_IT_MUST_BE);
});

it.skipIf(process.getuid?.() !== 0)('keeps its limits between two people of one machine', async () => {
  arrivals.length = 0;
  const folder = mkdtempSync(join(tmpdir(), 'quayside-people-'));
  chmodSync(folder, 0o755);
  const machine = join(folder, 'machine');
  mkdirSync(machine);
  chmodSync(machine, 0o1777);
  const startAs = (uid: number) => {
    const home = join(folder, String(uid));
    mkdirSync(home);
    chownSync(home, uid, uid);
    const env = { ...process.env, QUAYSIDE_MACHINE_FOLDER: machine };
    return start([join(home, 'slots.db')], { uid, gid: uid, env });
  };
  const people = [61_001, 61_002, 61_003];
  people.map(startAs);
  await until(() => lists().length === 8);
  endAll();
  const callers = new Set(lists().map(({ path }) => path)).size;
  const modes = people.map((uid) =>
    ['', 'calls.json', 'slots.db'].map((name) =>
      (statSync(join(machine, `quayside-${uid}`, name)).mode & 0o777).toString(8),
    ),
  );
  rmSync(folder, { recursive: true });
  expect([seen(), callers > 1, modes]).toEqual([
    AS_IT_MUST_BE,
    true,
    people.map(() => ['755', '644', '600']),
  ]);
});
