import { quietMinutesSchema } from '../../shared/quiet.ts';
import { createQuietWatch } from '../../electron/engine/inbox/quiet-watch.ts';
import { openSqliteStore } from '../../electron/engine/store/sqlite/open.ts';
import { createFakeClock } from './fake-clock.ts';
import { REMINDED } from './reminder-crash-data.ts';

/*
 * A process of its own that finds a declaration silent and is killed between keeping the reminder and saying it, by
 * its own hand, so that it happens at that very moment. Argument: the folder.
 */
async function remindAndDie(folder: string): Promise<void> {
  const clock = createFakeClock();
  const store = await openSqliteStore({ directory: folder, clock });
  if (!store.ok) throw new Error(store.failure.reason);
  const watch = createQuietWatch({
    ...{ store: store.value, clock, coalesce: true },
    minutes: () => quietMinutesSchema.parse({}),
    say: async () => void process.kill(process.pid, 'SIGKILL'),
  });
  await watch.sweep(REMINDED.account, REMINDED.silentUntil);
}

void remindAndDie(process.argv[2] ?? '');
