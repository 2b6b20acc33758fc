import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { migrate, MIGRATIONS } from '../../electron/engine/store/sqlite/migrations.ts';
import { makePrivate } from '../../electron/engine/store/sqlite/private-file.ts';
import { setPragmas } from '../../electron/engine/store/sqlite/pragmas.ts';
import { SqliteStore } from '../../electron/engine/store/sqlite/sqlite-store.ts';
import { systemClock } from '../../electron/engine/time/clock.ts';
import { threadOf } from './store-builders.ts';
import { crashPart, crashPayload } from './store-crash-data.ts';

/*
 * A process of its own that stores without pause until it is killed, and says what is durable only once the store
 * has said so. Arguments: the folder, a name for the round, `FULL` or `NORMAL`. `NORMAL` is what the store never
 * does: the control that has to lose rows when the power goes.
 */
const [folder = '', round = '', synchronous = 'FULL'] = process.argv.slice(2);
const file = join(folder, 'quayside.db');
makePrivate(file);
const sql = openDriver(file);
setPragmas(sql, process.platform);
migrate(sql, file, systemClock, MIGRATIONS);
if (synchronous !== 'FULL') sql.exec(`PRAGMA synchronous = ${synchronous}`);
const store = new SqliteStore(sql, file, systemClock);
const account = { id: 'cds', source: 'hmrc-cds' } as const;
const say = (what: string, ids: readonly string[]) => writeSync(1, `${what} ${ids.join(' ')}\n`);

async function storeForEver(): Promise<never> {
  for (let n = 0; ; n += 1) {
    const remoteIds = Array.from({ length: 1 + (n % 13) }, (_, i) => `${round}-${n}-${i}`);
    await store.keep(account, remoteIds.map(crashPayload), { n }, 1000 + n);
    say('kept', remoteIds);
    const waiting = await store.takeUndecoded(10);
    const decoded = waiting.map(({ payload, bytes }) => ({
      payload,
      parts: [crashPart(bytes ?? new Uint8Array())],
      decoderVersion: 1,
    }));
    const ids = (await store.putFacts(decoded)).map((row) => row.id);
    say('shown', ids);
    if (ids.length > 0 && n % 2 === 0) {
      await store.putThreads([threadOf(ids)]);
      say('threaded', ids);
    }
    if (n % 3 !== 0) continue;
    await store.acknowledge({ ids }, 'jo', n, n, () => true);
    say('acknowledged', ids);
  }
}

void storeForEver();
