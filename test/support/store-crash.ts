import { spawn } from 'node:child_process';
import type { NotificationRow } from '../../shared/notification.ts';
import type { Fault, InboxStore } from '../../electron/engine/store/store.ts';
import { crashPart, crashPayload } from './store-crash-data.ts';

/** What the child said was durable. */
export interface Promised {
  readonly kept: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
  readonly acknowledged: ReadonlySet<string>;
  readonly threaded: ReadonlySet<string>;
}

/** Lets the child work for a while after its first word and kills it in the middle of whatever it does. */
export async function storeAndDie(
  program: string,
  args: readonly string[],
  lifeMs: number,
): Promise<Promised> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), lifeMs);
    said += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve));
  const lines = said.split('\n').slice(0, -1);
  const ids = (what: string) =>
    new Set(lines.flatMap((line) => (line.startsWith(`${what} `) ? line.split(' ').slice(1) : [])));
  return {
    kept: ids('kept'),
    shown: ids('shown'),
    acknowledged: ids('acknowledged'),
    threaded: ids('threaded'),
  };
}

export interface Aftermath {
  readonly lost: readonly string[];
  readonly changed: readonly string[];
  /** Of a thread that was written, and to be worked out again. */
  readonly unthreaded: readonly string[];
  readonly twice: readonly string[];
  readonly unreadable: readonly string[];
  readonly faults: readonly Fault[];
}

export const NO_HARM: Aftermath = {
  lost: [],
  changed: [],
  unthreaded: [],
  twice: [],
  unreadable: [],
  faults: [],
};

/** Compares a store that was opened again with what was promised, and with what its payloads must hold. */
export async function aftermath(store: InboxStore, promised: readonly Promised[]): Promise<Aftermath> {
  const all = (of: keyof Promised) => [...new Set(promised.flatMap((one) => [...one[of]]))];
  await decodeTheRest(store);
  const rows = new Map<string, NotificationRow>();
  const mrns: string[] = [];
  for await (const { row } of store.stream({})) {
    rows.set(row.id, row);
    mrns.push(row.mrn ?? '');
  }
  const isGone = (id: string) => !rows.has(id);
  const todo = new Set(await store.threadsToDo(1_000_000));
  const isNew = (id: string) => rows.get(id)?.state === 'new';
  return {
    lost: [...(await store.missing('cds', all('kept'))), ...all('shown').filter(isGone)],
    changed: all('acknowledged').filter(isNew),
    unthreaded: all('threaded').filter((id) => todo.has(id)),
    twice: mrns.filter((mrn, index) => mrns.indexOf(mrn) !== index),
    unreadable: await unreadable(store, [...rows.values()]),
    faults: await store.check(),
  };
}

async function decodeTheRest(store: InboxStore): Promise<void> {
  for (;;) {
    const waiting = await store.takeUndecoded(100);
    if (waiting.length === 0) return;
    await store.putFacts(
      waiting.map(({ payload, bytes }) => ({
        payload,
        parts: [crashPart(bytes ?? new Uint8Array())],
        decoderVersion: 1,
      })),
    );
  }
}

async function unreadable(store: InboxStore, rows: readonly NotificationRow[]): Promise<string[]> {
  const faulty: string[] = [];
  for (const { id, mrn } of rows) {
    const payload = await store.payload(id);
    const expected = crashPayload((mrn ?? '').slice(4)).bytes;
    if (payload === null || Buffer.compare(payload.bytes, expected) !== 0) faulty.push(id);
  }
  return faulty;
}
