import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../electron/engine/store/sqlite/open.ts';
import { StoreError, type InboxStore } from '../../electron/engine/store/store.ts';
import { createRandom, type Random } from '../fuzz/random.ts';
import { arriveMany, partWith } from '../support/store-builders.ts';
import { openedStore, temporaryFolder } from '../support/store-temporary.ts';

const FLIPS = Number(process.env['QUAYSIDE_BIT_FLIPS'] ?? 300);
const SEED = Number(process.env['QUAYSIDE_BIT_FLIP_SEED'] ?? 8);
const IDS = Array.from({ length: 40 }, (_, n) => String(n + 1));

/** A closed archive in which every word can be told from its neighbours. */
async function archive(): Promise<Buffer> {
  const folder = temporaryFolder();
  const store = await openedStore(folder);
  await arriveMany(store, IDS, (id) => {
    const mrn = `26GB${id.padStart(14, '7')}`;
    return partWith({
      ...{ mrn, type: Number(id) % 2 === 0 ? 'DMSACC' : 'DMSREJ', lrn: `LRN-${id}`, trader: `GB${id}` },
      references: [{ kind: 'mrn', value: mrn }],
    });
  });
  await store.close();
  return readFileSync(join(folder, 'quayside.db'));
}

/** All that is read: what is marked as damaged is told apart from what is said. */
interface Read {
  readonly facts: readonly string[];
  readonly payloads: readonly string[];
  readonly rows: readonly string[];
}

const DAMAGED = 'damaged';

async function readAll(store: InboxStore): Promise<Read> {
  const facts: string[] = [];
  for await (const one of store.stream({}))
    facts.push(
      one.facts.problems.some((problem) => problem.includes('damaged')) ? DAMAGED : JSON.stringify(one.facts),
    );
  const payloads: string[] = [];
  for (const id of IDS) payloads.push(await payloadOf(store, id));
  const { rows } = await store.page({}, null, 500);
  return { facts, payloads, rows: rows.map((row) => JSON.stringify(row)) };
}

async function payloadOf(store: InboxStore, id: string): Promise<string> {
  try {
    const payload = await store.payload(id);
    return payload === null
      ? 'none'
      : JSON.stringify([new TextDecoder().decode(payload.bytes), payload.envelope]);
  } catch (error) {
    if (error instanceof StoreError && error.reason === 'payload-damaged') return DAMAGED;
    throw error;
  }
}

/** Most of a small archive is pages not filled yet: a flip there changes nothing that anybody reads. */
function somewhereWritten(whole: Buffer, random: Random): number {
  for (;;) {
    const at = random.whole(whole.length);
    if (whole[at] !== 0) return at;
  }
}

type Verdict = 'refused' | 'named' | 'nothing changed' | `UNSEEN` | `WRONG WORD` | `CRASH ${string}`;

/** What a flipped bit comes to. */
async function verdictOf(folder: string, truth: Read): Promise<Verdict> {
  const opened = await openSqliteStore({ directory: folder });
  if (!opened.ok) return 'refused';
  const store = opened.value;
  try {
    const read = await readAll(store).catch((error: unknown) => {
      if (error instanceof StoreError) return null;
      throw error;
    });
    const isNamed = (await store.check()).length > 0;
    if (read === null) return isNamed ? 'named' : 'UNSEEN';
    const isWrong = (said: readonly string[], true_: readonly string[]) =>
      said.some((text, at) => text !== DAMAGED && text !== true_[at]);
    const isShort = read.facts.length !== truth.facts.length || read.rows.length !== truth.rows.length;
    if (!isShort && (isWrong(read.facts, truth.facts) || isWrong(read.payloads, truth.payloads)))
      return 'WRONG WORD';
    if (isNamed) return 'named';
    return JSON.stringify(read) === JSON.stringify(truth) ? 'nothing changed' : 'UNSEEN';
  } finally {
    await store.close().catch(() => undefined);
  }
}

it(`of ${FLIPS} bits flipped anywhere in a closed archive none is unseen, and none changes a word of payload or facts`, async () => {
  const whole = await archive();
  const random = createRandom(SEED);
  const folder = temporaryFolder();
  const file = join(folder, 'quayside.db');
  writeFileSync(file, whole);
  const sound = await openedStore(folder);
  const truth = await readAll(sound);
  await sound.close();
  const counts: Record<string, number> = {};
  const bad: string[] = [];
  for (let n = 0; n < FLIPS; n += 1) {
    const at = somewhereWritten(whole, random);
    const bit = random.whole(8);
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    writeFileSync(file, bytes);
    const verdict = await verdictOf(folder, truth).catch(
      (error: unknown): Verdict => `CRASH ${String(error)}`,
    );
    counts[verdict] = (counts[verdict] ?? 0) + 1;
    if (verdict !== verdict.toLowerCase()) bad.push(`${verdict} byte ${at} bit ${bit}`);
  }
  console.info(`bits flipped: ${JSON.stringify(counts)}`);
  expect(bad).toEqual([]);
}, 300_000);
