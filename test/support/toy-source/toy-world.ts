import type { AccountWithSecret } from '../../../shared/engine-api.ts';
import { retentionDaysSchema } from '../../../shared/retention.ts';
import type { Engine, EngineOptions } from '../../../electron/engine/engine.ts';
import { startEngineWorld, type EngineWorld } from '../engine-world.ts';
import { startToyServer, type ToyEntry, type ToyServer } from './toy-server.ts';
import { sourcesWithToy, TOY_NAME } from './toy-source.ts';

/** The engine with a fifth source, and the server that it reads. */
export interface ToyWorld extends EngineWorld {
  readonly ledger: ToyServer;
  readonly account: AccountWithSecret;
  add(entry: Partial<ToyEntry> & Pick<ToyEntry, 'id'>): void;
  startWithToy(options?: Partial<EngineOptions>): Promise<Engine>;
}

export const TOY_RETENTION = { ...retentionDaysSchema.parse({}), [TOY_NAME]: 3 };

export async function startToyWorld(): Promise<ToyWorld> {
  const world = await startEngineWorld();
  const ledger = await startToyServer('word');
  const account = {
    ...world.accounts.cds.account,
    ...{ id: 'harbour', name: 'Harbour', source: TOY_NAME, environment: { baseUrl: ledger.url } },
  } as AccountWithSecret['account'];
  return {
    ...world,
    ledger,
    account: { account, secret: 'word' },
    add: (entry) =>
      void ledger.entries.push({
        at: new Date(world.clock.now()).toISOString(),
        ...{ what: 'due', payment: 'P1', amount: '12.50', note: 'the quay' },
        ...entry,
      }),
    startWithToy: (options = {}) =>
      world.start({ sources: sourcesWithToy, retentionDays: TOY_RETENTION, ...options }),
    close: async () => {
      await world.close();
      await ledger.close();
    },
  };
}
