import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openSqliteStore } from '../../electron/engine/store/sqlite/open.ts';
import { launchApp, type RunningApp } from './support/app.ts';
import { engineOf, isAlive } from './support/processes.ts';
import { startWorld, type World } from './support/world.ts';

/** Every round starts the whole app; 30 take some minutes. */
const ROUNDS = Number(process.env['QUAYSIDE_KILL_ROUNDS'] ?? 30);

let world: World;
test.beforeEach(async () => {
  world = await startWorld();
});
test.afterEach(() => world.close());

const row = (app: RunningApp, name: RegExp) =>
  app.window.getByRole('grid', { name: 'Notifications' }).getByRole('row', { name });

test('a killed engine is started again, says so, and goes on', async () => {
  world.arrive({ functionCode: '09', lrn: 'BEFORE-1' });
  const app = await launchApp(world);
  await app.window.getByRole('link', { name: 'All' }).click();
  await expect(row(app, /BEFORE-1/)).toBeVisible({ timeout: 30_000 });
  const engine = engineOf(app.pid);
  expect(engine).not.toBeNull();
  process.kill(engine!, 'SIGKILL');
  await expect(app.window.getByText('Restarting')).toBeVisible();
  await expect(row(app, /BEFORE-1/)).toBeVisible();
  world.arrive({ functionCode: '05', lrn: 'AFTER-2' });
  await expect(row(app, /AFTER-2/)).toBeVisible({ timeout: 40_000 });
  expect(engineOf(app.pid)).not.toBe(engine);
  expect(world.gateway.violations).toEqual([]);
  await app.quit();
});

test(`killed ${ROUNDS} times while it polls, it loses nothing, repeats nothing and never polls early`, async () => {
  test.setTimeout(ROUNDS * 15_000 + 120_000);
  const expected: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const part of ['a', 'b', 'c']) {
      const lrn = `ROUND-${round}${part}`;
      expected.push(lrn);
      world.arrive({ functionCode: part === 'b' ? '05' : '09', lrn });
    }
    const calls = world.gateway.calls.length;
    const app = await launchApp(world);
    const engine = engineOf(app.pid);
    // A different moment in each round: before, during and after the calls it makes.
    const after = round % 6;
    await expect
      .poll(() => world.gateway.calls.length, { timeout: 30_000 })
      .toBeGreaterThanOrEqual(calls + after);
    process.kill(app.pid, 'SIGKILL');
    await expect.poll(() => isAlive(app.pid) || (engine !== null && isAlive(engine))).toBe(false);
  }
  const app = await launchApp(world);
  await expect.poll(async () => (await storedLrns()).length, { timeout: 120_000 }).toBe(expected.length);
  expect([...(await storedLrns())].sort()).toEqual([...expected].sort());
  await app.quit();
  const store = await openSqliteStore({ directory: world.dataDirectory });
  expect(store.ok && (await store.value.check())).toEqual([]);
  if (store.ok) await store.value.close();
  expect(world.gateway.violations).toEqual([]);
});

test('a damaged archive is refused with the way back, and not a byte of it is touched', async () => {
  mkdirSync(world.dataDirectory, { recursive: true });
  const file = join(world.dataDirectory, 'quayside.db');
  writeFileSync(file, Buffer.alloc(8192, 'not a database '));
  const before = readFileSync(file);
  const app = await launchApp(world);
  await expect(app.window.getByRole('heading', { name: 'The archive is damaged' })).toBeVisible();
  await expect(app.window.getByText('What to do')).toBeVisible();
  await app.quit();
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('an archive of a newer version is refused and left alone', async () => {
  const store = await openSqliteStore({ directory: world.dataDirectory });
  if (store.ok) await store.value.close();
  const file = join(world.dataDirectory, 'quayside.db');
  const handle = openSync(file, 'r+');
  // SQLite keeps `user_version` big-endian at byte 60.
  writeSync(handle, Buffer.from([0, 0, 0x27, 0x0f]), 0, 4, 60);
  closeSync(handle);
  const before = readFileSync(file);
  const app = await launchApp(world);
  await expect(
    app.window.getByRole('heading', { name: 'The archive is from a newer Quayside' }),
  ).toBeVisible();
  await app.quit();
  expect(readFileSync(file).equals(before)).toBe(true);
});

/** Read beside the running app, as another process may. */
async function storedLrns(): Promise<readonly string[]> {
  const store = await openSqliteStore({ directory: world.dataDirectory });
  if (!store.ok) return [];
  const lrns: string[] = [];
  for await (const { row: stored } of store.value.stream({})) lrns.push(stored.lrn ?? '');
  await store.value.close();
  return lrns;
}
