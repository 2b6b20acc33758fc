import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Failure } from '../../shared/failure.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { cardTokensIn, type CardTokens } from './card-tokens-in.ts';
import { createEngine, type Engine, type EngineOptions } from './engine.ts';
import { CARD_KEY_FILE } from './cards/open-card-key.ts';
import { sources } from './sources/registry.ts';
import type { InboxStore } from './store/store.ts';
import type { MachineFolder } from './machine-folder.ts';
import type { AccountNotice } from './sources/source.ts';
import { openSlotLedger } from './store/slot-ledger.ts';
import { openSqliteStore } from './store/sqlite/open.ts';

export interface OpenEngineOptions extends Omit<EngineOptions, 'store' | 'ledger' | 'cardTokens'> {
  /** Holds the archive and the limiter's memory for it. */
  readonly dataDirectory: string;
  /** Holds the limiter's memory that all of a person's data directories share. */
  readonly stateDirectory: string;
  /** Where other people's copies on this machine are heard of; null where no folder is safe for it, absent where none is looked for. */
  readonly machine?: MachineFolder | null;
  /** Those of the data directory where absent. */
  readonly cardTokens?: CardTokens;
}

/** The engine over its files. A failure has opened nothing and changed nothing. */
export async function openEngine(options: OpenEngineOptions): Promise<Result<Engine, Failure>> {
  const store = await openSqliteStore({ directory: options.dataDirectory, clock: options.clock });
  if (!store.ok) return store;
  const ledger = openLedger(options, await store.value.hasRecords());
  if (!ledger.ok) {
    await store.value.close();
    return ledger;
  }
  const isCardKeyLost = await isKeyLost(options, store.value);
  const cardTokens = options.cardTokens ?? cardTokensIn(options.dataDirectory);
  const standingNotices = options.machine === null ? [ALONE] : [];
  const files = { store: store.value, ledger: ledger.value, cardTokens };
  return ok(createEngine({ ...options, ...files, isCardKeyLost, standingNotices }));
}

/** Whether messages with card tokens are here and the key that made them is not. */
async function isKeyLost(options: OpenEngineOptions, store: InboxStore): Promise<boolean> {
  if (existsSync(join(options.dataDirectory, CARD_KEY_FILE))) return false;
  const withCards = Object.values(options.sources ?? sources).filter(({ cards }) => cards === 'may-hold');
  const { total } = await store.page({ sources: withCards.map(({ name }) => name) }, null, 1);
  return total > 0;
}

function openLedger(
  { dataDirectory, stateDirectory, machine = null }: OpenEngineOptions,
  hasCalled: boolean,
) {
  try {
    mkdirSync(stateDirectory, { recursive: true, mode: 0o700 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed(failure('store-unwritable', { detail: `${stateDirectory}: ${why}` }));
  }
  const files = [join(stateDirectory, 'slots.db'), join(dataDirectory, 'slots.db')];
  return openSlotLedger(files, { hasCalled, machine });
}

const ALONE: AccountNotice = {
  title: 'Calls of other people on this computer are not known here',
  nextStep:
    'Where others, or other containers, use the same client id, let them share a folder: make /var/lib/quayside with the mode 1777, or name one in QUAYSIDE_MACHINE_FOLDER.',
};
