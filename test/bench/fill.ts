import { createIntake } from '../../electron/engine/inbox/intake.ts';
import { cdsDecoder } from '../../electron/engine/decode/cds/cds-decoder.ts';
import type { InboxStore, NewPayload } from '../../electron/engine/store/store.ts';
import { benchMessage, MESSAGES_A_DECLARATION } from './messages.ts';
import { measure, perSecond, rounded, timed, type Timing } from './measure.ts';
import type { Sample } from './sample.ts';

export interface Filled {
  /** Everything durable and decoded, the making of the messages aside. */
  readonly ingestPerSecond: number;
  /** Of the last tenth alone: whether it slows down as the archive grows. */
  readonly ingestPerSecondAtTheEnd: number;
  readonly samples: readonly Sample[];
}

/** As many as one list call of HMRC brings. */
const BATCH = 100;
const ACCOUNTS = 4;
const SAMPLES = 500;

/** Fills the store through the engine's own way: keep, take, decode, put facts. */
export async function fill(store: InboxStore, rows: number, say: (text: string) => void): Promise<Filled> {
  const intake = createIntake(store, { version: () => cdsDecoder.version, read: readCds });
  const every = Math.max(1, Math.floor(rows / SAMPLES));
  const samples: Sample[] = [];
  let ms = 0;
  let msAtTheEnd = 0;
  for (let start = 0; start < rows; start += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, rows - start) }, (_, index) => payload(start + index));
    const account = `cds-${Math.floor(start / BATCH) % ACCOUNTS}`;
    const took = await timed(async () => {
      await store.keep({ id: account, source: 'hmrc-cds' }, batch, { at: start }, receivedAt(start));
      const stored = await intake.drain();
      stored.forEach((row, index) => {
        if ((start + index) % every === 0 && row.mrn !== null) {
          samples.push({ id: row.id, mrn: row.mrn, receivedAt: row.receivedAt });
        }
      });
    });
    ms += took;
    if (start >= rows * 0.9) msAtTheEnd += took;
    if ((start + BATCH) % 20_000 === 0)
      say(`${start + BATCH} stored, ${perSecond(start + BATCH, ms)} a second`);
  }
  return {
    ingestPerSecond: perSecond(rows, ms),
    ingestPerSecondAtTheEnd: perSecond(rows * 0.1, msAtTheEnd),
    samples,
  };
}

/** One notification at a time, each durable and decoded before the next: what a quiet day looks like. */
export async function measureSingles(store: InboxStore, from: number, runs: number): Promise<Timing> {
  const intake = createIntake(store, { version: () => cdsDecoder.version, read: readCds });
  return measure(runs, async (run) => {
    const one = [payload(from + run)];
    await store.keep({ id: 'cds-0', source: 'hmrc-cds' }, one, { at: from + run }, receivedAt(from + run));
    await intake.drain();
  });
}

/** Milliseconds that acknowledging so many at once takes. */
export async function measureAcknowledge(store: InboxStore): Promise<{ changed: number; ms: number }> {
  let changed = 0;
  const ms = await timed(async () => {
    const outcome = await store.acknowledge(
      { filter: { types: ['DMSCLE'] } },
      'bench',
      receivedAt(0),
      receivedAt(0),
      () => false,
    );
    changed = outcome.changed;
  });
  return { changed, ms: rounded(ms) };
}

const readCds = ({ bytes, envelope }: { bytes: Uint8Array; envelope: Readonly<Record<string, string>> }) =>
  cdsDecoder.decode(bytes, { envelope });

const payload = (index: number): NewPayload => ({
  remoteId: `bench-${index}`,
  bytes: benchMessage(index),
  contentType: 'application/xml',
  envelope: { 'x-conversation-id': conversationOf(index) },
  upstream: null,
  createdAt: receivedAt(index) - 4_000,
});

/** One declaration's messages share the conversation of its submission. */
const conversationOf = (index: number): string =>
  `00000000-0000-4000-8000-${Math.floor(index / MESSAGES_A_DECLARATION)
    .toString(16)
    .padStart(12, '0')}`;

/** Twenty seconds apart, from the first of January on. */
const receivedAt = (index: number): number => Date.UTC(2026, 0, 1) + index * 20_000;
