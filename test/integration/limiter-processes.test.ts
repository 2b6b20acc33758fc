import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
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

it('keeps its limits between processes of two data directories, through a kill and a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-limiter-'));
  const start = (directory: string) => {
    const { port } = server.address() as AddressInfo;
    const files = [join(folder, 'shared.db'), join(folder, `${directory}.db`)];
    const given = [
      join(bundled, 'limiter-child.js'),
      `http://127.0.0.1:${port}`,
      String(SPACING_MS),
      ...files,
    ];
    const child = spawn(process.execPath, given, { stdio: ['ignore', 'inherit', 'inherit'] });
    children.push(child);
    return child;
  };

  const first = start('a');
  start('b');
  await until(() => lists().length === 2);
  first.kill('SIGKILL');
  start('a');
  await until(() => lists().length === 7);
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });

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
  expect({
    listsTooClose: listGaps.filter((gap) => gap < SPACING_MS),
    fourCallsInASecond: fourCalls.filter((span) => span < 1000),
    hasMessages: arrivals.length > lists().length,
  }).toEqual({ listsTooClose: [], fourCallsInASecond: [], hasMessages: true });
});
