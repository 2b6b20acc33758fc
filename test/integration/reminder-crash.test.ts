import { spawnSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { quietMinutesSchema } from '../../shared/quiet.ts';
import { createAlerting } from '../../electron/engine/alerting.ts';
import { createQuietWatch } from '../../electron/engine/inbox/quiet-watch.ts';
import { createThreadKeeper } from '../../electron/engine/inbox/thread-keeper.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { REMINDED } from '../support/reminder-crash-data.ts';
import { bundleTypeScript } from '../support/run-typescript.mjs';
import { arrive } from '../support/store-builders.ts';
import { openedStore, temporaryFolder } from '../support/store-temporary.ts';

let child: string;
beforeAll(async () => {
  child = await bundleTypeScript('test/support/reminder-crash-child.ts');
});

const { account, registeredAt, silentUntil } = REMINDED;

/** A folder in which a declaration was registered at nine and nothing has followed. */
async function silentFolder(): Promise<string> {
  const folder = temporaryFolder();
  const store = await openedStore(folder);
  await store.accountRecord(account, registeredAt);
  await store.markDrained(account.id, registeredAt);
  await arrive(store, {
    ...{ remoteId: '1', now: registeredAt },
    facts: {
      ...{ type: 'DMSRCV', functionCode: '02', attention: 'info', mrn: '26GB1CR4DVQ71TAAR5' },
      issuedAt: new Date(registeredAt).toISOString(),
    },
  });
  await createThreadKeeper(store).run();
  await store.close();
  return folder;
}

it.each(['screen', 'journal'] as const)(
  'a process that is killed between a reminder and saying it to the %s has it said once by the next',
  async (goTo) => {
    const folder = await silentFolder();
    expect(spawnSync(process.execPath, [child, folder], { stdio: 'inherit' }).signal).toBe('SIGKILL');

    const clock = createFakeClock({ wall: silentUntil });
    const store = await openedStore(folder, { clock });
    const said: string[] = [];
    const alerting = createAlerting({
      ...{ store, clock, goTo },
      journal: (entry) => {
        if (goTo === 'journal' && entry.event === 'alert') said.push(entry.title);
      },
      onEvent: (event) => {
        if (goTo === 'screen' && event.event === 'alert') said.push(event.alert.title);
      },
    });
    const watch = createQuietWatch({
      ...{ store, clock, coalesce: true, say: alerting.say },
      minutes: () => quietMinutesSchema.parse({}),
    });
    await alerting.raisePending();
    await watch.sweep(account, silentUntil);
    if (goTo === 'screen') {
      for (const { id } of await store.pendingAlerts()) await store.alertOutcome(id, 'shown', null, 1);
    }
    await alerting.raisePending();
    await watch.sweep(account, silentUntil);
    expect(said).toEqual(['No answer 2 h after registration']);
  },
);
