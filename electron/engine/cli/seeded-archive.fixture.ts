import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceName } from '../../../shared/accounts/source-name.ts';
import type { Facts, UpstreamStatus } from '../../../shared/notification.ts';
import { exportedWith } from '../export/exported.fixture.ts';
import { sourceNamed } from '../sources/registry.ts';
import { DATABASE_FILE, openSqliteStore } from '../store/sqlite/open.ts';
import { openStoreToRead } from '../store/sqlite/open-to-read.ts';
import type { InboxStore } from '../store/store.ts';
import type { CommandHost } from './command-host.ts';

export interface Seed {
  readonly facts: Partial<Facts>;
  readonly account?: string;
  readonly source?: SourceName;
  readonly upstream?: UpstreamStatus | null;
  readonly payload?: Uint8Array;
}

export const SEEDED_AT = Date.UTC(2026, 10, 22, 9, 40, 0);

/** A data directory with these notifications, a second apart; ids count from 1. */
export async function seededArchive(seeds: readonly Seed[]): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'quayside-archive-'));
  const store = await opened(directory);
  for (const [index, seed] of seeds.entries()) await keep(store, index, seed);
  await putFacts(store, seeds);
  await store.close();
  return directory;
}

async function keep(store: InboxStore, index: number, seed: Seed): Promise<void> {
  const payload = {
    remoteId: `remote-${index}`,
    bytes: seed.payload ?? new TextEncoder().encode(`<message>${index}</message>`),
    contentType: 'application/xml',
    envelope: {},
    upstream: seed.upstream ?? null,
    createdAt: null,
  };
  const account = { id: seed.account ?? 'cds', source: seed.source ?? 'hmrc-cds' };
  await store.keep(account, [payload], null, SEEDED_AT + index * 1000);
}

/** Payloads come back in the order in which they were kept. */
async function putFacts(store: InboxStore, seeds: readonly Seed[]): Promise<void> {
  const kept = await store.takeUndecoded(seeds.length);
  const decoded = kept.map(({ payload }, index) => {
    const { facts } = exportedWith({ facts: seeds[index]?.facts ?? {} });
    return { payload, parts: [{ facts, searchText: '' }], decoderVersion: 1 };
  });
  await store.putFacts(decoded);
}

/** What a command needs to work on archives. */
export const archiveWorld: Pick<CommandHost, 'archiveExists' | 'openStore' | 'sourceNamed'> = {
  archiveExists: async (directory) => existsSync(join(directory, DATABASE_FILE)),
  openStore: (directory, use) =>
    use === 'read' ? openStoreToRead({ directory }) : openSqliteStore({ directory }),
  sourceNamed,
};

export async function opened(directory: string): Promise<InboxStore> {
  const store = await openSqliteStore({ directory });
  if (!store.ok) throw new Error(store.failure.detail ?? store.failure.reason);
  return store.value;
}

export const discard = (directory: string): void => rmSync(directory, { recursive: true, force: true });
