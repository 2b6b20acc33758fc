import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Failure } from '../../shared/failure.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { cardTokensIn, type CardTokens } from './card-tokens-in.ts';
import { createEngine, type Engine, type EngineOptions } from './engine.ts';
import { CARD_KEY_FILE } from './cards/open-card-key.ts';
import { sources } from './sources/registry.ts';
import type { InboxStore } from './store/store.ts';
import { openSlotLedger } from './store/slot-ledger.ts';
import { openSqliteStore } from './store/sqlite/open.ts';

export interface OpenEngineOptions extends Omit<EngineOptions, 'store' | 'ledger' | 'cardTokens'> {
  /** Holds the archive and the limiter's memory for it. */
  readonly dataDirectory: string;
  /** Holds the limiter's memory that all of a person's data directories share. */
  readonly stateDirectory: string;
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
  return ok(
    createEngine({ ...options, store: store.value, ledger: ledger.value, cardTokens, isCardKeyLost }),
  );
}

/** Whether messages with card tokens are here and the key that made them is not. */
async function isKeyLost(options: OpenEngineOptions, store: InboxStore): Promise<boolean> {
  if (existsSync(join(options.dataDirectory, CARD_KEY_FILE))) return false;
  const withCards = Object.values(options.sources ?? sources).filter(({ cards }) => cards === 'may-hold');
  const { total } = await store.page({ sources: withCards.map(({ name }) => name) }, null, 1);
  return total > 0;
}

function openLedger({ dataDirectory, stateDirectory }: OpenEngineOptions, hasCalled: boolean) {
  try {
    mkdirSync(stateDirectory, { recursive: true, mode: 0o700 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed(failure('store-unwritable', { detail: `${stateDirectory}: ${why}` }));
  }
  return openSlotLedger([join(stateDirectory, 'slots.db'), join(dataDirectory, 'slots.db')], { hasCalled });
}
