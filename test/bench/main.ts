import { rmSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeExport } from '../../electron/engine/export/write-export.ts';
import { openSqliteStore } from '../../electron/engine/store/sqlite/open.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import { bareInsertPerSecond, bareParsePerSecond } from './baselines.ts';
import { benchDecode } from './decode.ts';
import { fill, measureAcknowledge, measureSingles } from './fill.ts';
import { benchLargeAnswer } from './large-answer.ts';
import { measure, perSecond, rounded, timed } from './measure.ts';
import { benchMessage } from './messages.ts';
import { measureReads } from './reads.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000,1000000' },
    runs: { type: 'string', default: '200' },
    /** Only how fast messages are decoded, without a database. */
    decode: { type: 'boolean', default: false },
    /** With --decode: a folder of messages to measure as well. */
    corpus: { type: 'string' },
    /** Only what one answer that is far too long costs the built command. */
    'large-answer': { type: 'boolean', default: false },
    /** With --large-answer: how many notifications it holds. */
    messages: { type: 'string', default: '100000' },
  },
});

const say = (text: string): void => void process.stderr.write(`bench: ${text}\n`);
const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});

async function main(): Promise<void> {
  if (values.decode) {
    const decode = await benchDecode(values.corpus ?? null, say);
    process.stdout.write(`${JSON.stringify({ machine: machine(), ...decode }, null, 2)}\n`);
    return;
  }
  if (values['large-answer']) {
    const cli = join(__dirname, 'cli.cjs');
    const cost = await inOwnFolder((folder) => benchLargeAnswer(folder, cli, Number(values.messages), say));
    process.stdout.write(`${JSON.stringify({ machine: machine(), largeAnswer: cost }, null, 2)}\n`);
    return;
  }
  const wanted = values.rows.split(',').map(Number);
  if (wanted.some((rows) => !Number.isSafeInteger(rows) || rows < 1000)) {
    throw new Error('--rows takes whole numbers from 1000 on, such as 100000,1000000');
  }
  const sizes: unknown[] = [];
  for (const rows of wanted) {
    sizes.push(await inOwnFolder((folder) => bench(folder, rows, Number(values.runs))));
  }
  process.stdout.write(
    `${JSON.stringify({ machine: machine(), timesIn: 'milliseconds', sizes }, null, 2)}\n`,
  );
}

const machine = () => ({
  node: process.version,
  platform: process.platform,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryMb: megabytes(totalmem()),
});

async function bench(folder: string, rows: number, runs: number): Promise<unknown> {
  say(`${rows} notifications in ${folder}`);
  const baseline = Array.from({ length: 5_000 }, (_, index) => benchMessage(index));
  const bytes = baseline.reduce((sum, message) => sum + message.length, 0) / baseline.length;
  const parse = await bareParsePerSecond(baseline);
  const insert = await bareInsertPerSecond(folder, baseline, 50);

  const directory = join(folder, 'archive');
  let store = await openStore(directory);
  const { samples, ...ingest } = await fill(store, rows, say);
  const bulk = await measureAcknowledge(store);
  await store.close();

  const open = await measure(20, async () => (await openStore(directory)).close());
  store = await openStore(directory);
  say('reading');
  const reads = await measureReads(store, samples, runs);
  const needsAction = {
    notifications: (await store.counts()).needsAction,
    declarations: (await store.threadCounts()).counts.needsAction,
  };
  const single = await measureSingles(store, rows, runs);
  say('exporting');
  const exports = {
    csv: await exportRate(store, folder, 'csv'),
    ndjson: await exportRate(store, folder, 'ndjson'),
  };
  globalThis.gc?.();
  const memory = process.memoryUsage.rss();
  const archive = await store.archiveBytes();
  await store.close();
  return {
    rows,
    messageBytes: Math.round(bytes),
    ingest: { ...ingest, bareParsePerSecond: parse, bareInsertPerSecond: insert },
    oneByOne: single,
    acknowledgeAtOnce: bulk,
    open,
    needsAction,
    reads,
    exportRowsPerSecond: exports,
    rssMb: megabytes(memory),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    archiveMb: megabytes(archive),
  };
}

async function openStore(directory: string): Promise<InboxStore> {
  const opened = await openSqliteStore({ directory });
  if (!opened.ok) throw new Error(opened.failure.detail ?? opened.failure.reason);
  return opened.value;
}

async function exportRate(store: InboxStore, folder: string, format: 'csv' | 'ndjson'): Promise<unknown> {
  const path = join(folder, `export.${format}`);
  let rows = 0;
  const ms = await timed(async () => {
    const outcome = await writeExport({
      path,
      format,
      rows: store.stream({}),
      bom: false,
      formulaGuard: true,
      timeZone: 'Europe/London',
    });
    if (!outcome.ok) throw new Error(`export failed: ${outcome.failure.reason}`);
    rows = outcome.value.rows;
  });
  return {
    perSecond: perSecond(rows, ms),
    seconds: rounded(ms / 1000),
    megabytes: megabytes((await stat(path)).size),
  };
}

async function inOwnFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'quayside-bench-'));
  const interrupted = () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await work(folder);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await rm(folder, { recursive: true, force: true });
  }
}
