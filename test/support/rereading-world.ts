import type { NotificationRow } from '../../shared/notification.ts';
import { createFakeClock } from './fake-clock.ts';
import { factsWith, payloadWith } from './store-builders.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import { createIntake, type Intake } from '../../electron/engine/inbox/intake.ts';
import {
  createRereading,
  type Rereading,
  type RereadingOptions,
  type SourceReader,
} from '../../electron/engine/inbox/reread.ts';

/** How one message is read: the attention of each notification in it, by the old decoder and by the new one. */
export interface Reading {
  readonly old: readonly NotificationRow['attention'][];
  /** `fault` where the new decoder throws. */
  readonly new: readonly NotificationRow['attention'][] | 'fault';
}

/** Version 1 or 2 of a decoder that titles a notification `<message> <part> v<version>`. */
export function decoder(version: 1 | 2, readings: ReadonlyMap<string, Reading>): SourceReader {
  return {
    sources: ['hmrc-cds'],
    version: () => version,
    read: ({ bytes }) => {
      const id = /<message>(.*)<\/message>/.exec(new TextDecoder().decode(bytes))?.[1] ?? '';
      const parts = readings.get(id)?.[version === 1 ? 'old' : 'new'] ?? ['info'];
      if (parts === 'fault') throw new TypeError('a fault of the new decoder');
      return parts.map((attention, part) => ({
        facts: factsWith({ title: `${id} ${part} v${version}`, attention, mrn: `26GB${id}${part}` }),
        searchText: `${id} v${version}`,
      }));
    },
  };
}

export const messages = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `M${from + index}`);

export const keepMessages = (store: InboxStore, ids: readonly string[], now = 1000) =>
  store.keep(
    { id: 'cds', source: 'hmrc-cds' },
    ids.map((id) => payloadWith(id)),
    undefined,
    now,
  );

/** Messages as the old decoder has read them. */
export async function readByOldDecoder(
  store: InboxStore,
  ids: readonly string[],
  readings: ReadonlyMap<string, Reading> = new Map(),
): Promise<readonly NotificationRow[]> {
  await keepMessages(store, ids);
  return createIntake(store, decoder(1, readings)).drain();
}

/** The store but for these methods. */
export const storeWith = (store: InboxStore, methods: Partial<InboxStore>): InboxStore =>
  Object.assign(Object.create(store) as InboxStore, methods);

/** One process with the new decoder, on a clock that runs when told to. */
export function newProcess(
  store: InboxStore,
  readings: ReadonlyMap<string, Reading> = new Map(),
  options: Partial<RereadingOptions> = {},
) {
  const clock = createFakeClock();
  const reader = decoder(2, readings);
  const intake: Intake = createIntake(store, reader);
  const rereading: Rereading = createRereading({
    store,
    intake,
    reader,
    clock,
    onProgress: () => undefined,
    onBatch: async () => undefined,
    ...options,
  });
  return { clock, intake, rereading };
}

/** Titles of all rows, in the order of their ids. */
export async function titles(store: InboxStore): Promise<string[]> {
  return (await allRows(store)).map((row) => row.title);
}

export async function allRows(store: InboxStore): Promise<NotificationRow[]> {
  const rows: NotificationRow[] = [];
  for await (const { row } of store.stream({})) rows.push(row);
  return rows.sort((a, b) => Number(a.id) - Number(b.id));
}
