import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startCliWorld, type CliWorld } from './cli-world.ts';

let world: CliWorld;
// The first one may have to build.
beforeEach(async () => {
  world = await startCliWorld();
}, 120_000);
afterEach(() => world.close());

const ledgers = () => [join(world.data, 'slots.db'), join(world.folder, 'state', 'quayside', 'slots.db')];

/** Lists until both accounts were answered, and is killed then. */
async function listAndDie(): Promise<void> {
  const words = ['collect', '--accounts', world.accounts, '--data', world.data];
  const { child, ended, line } = world.start(...words);
  await Promise.all([line(/"poll","account":"cds"/), line(/"poll","account":"transit"/)]);
  child.kill('SIGKILL');
  await ended;
}

it.each([
  ['deleted', (file: string) => ['', '-wal', '-shm'].forEach((part) => rmSync(file + part, { force: true }))],
  ['emptied', (file: string) => truncateSync(file)],
])(
  'calls no sooner than it may where both copies of the ledger are %s between two runs',
  async (_, lose) => {
    await listAndDie();
    ledgers().forEach(lose);
    await listAndDie();
    const at = world.gateway.calls.filter(({ path }) => /unpulled$|notifications$/.test(path));
    expect([world.gateway.violations, at.length]).toEqual([[], 4]);
  },
  60_000,
);
