import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { cdsDraft, saveAccounts } from './support/accounts.ts';
import { launchApp } from './support/app.ts';
import { engineOf, isAlive } from './support/processes.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
test.beforeEach(async () => {
  world = await startWorld();
});
test.afterEach(() => world.close());

const PICTURES = join(import.meta.dirname, '../../dist/window-pictures');

test('an engine that is stopped is said to be silent within seconds, and replaced; the old one never wakes', async () => {
  const app = await launchApp(world);
  await app.window.getByRole('link', { name: 'All' }).click();
  world.arrive({ functionCode: '09', lrn: 'BEFORE-1' });
  await expect(app.window.getByText('BEFORE-1').first()).toBeVisible({ timeout: 30_000 });
  const engine = engineOf(app.pid)!;
  process.kill(engine, 'SIGSTOP');
  await expect(app.window.getByText(/No answer since/).first()).toBeVisible({ timeout: 12_000 });
  await expect(app.window.getByText(/Nothing is polled: no answer/).first()).toBeVisible();
  await app.window.screenshot({ path: join(PICTURES, 'engine-silent.png') });
  world.arrive({ functionCode: '05', lrn: 'AFTER-2' });
  await expect.poll(() => isAlive(engine), { timeout: 40_000 }).toBe(false);
  await expect(app.window.getByText('AFTER-2').first()).toBeVisible({ timeout: 60_000 });
  expect(world.gateway.violations).toEqual([]);
  await app.quit();
});

test('settings that are zero bytes after a power cut are restored, said so, and polled by', async () => {
  const first = await launchApp(world, { ownAccounts: true });
  await saveAccounts(first.window, [cdsDraft(world)]);
  await first.quit();
  const settings = join(world.dataDirectory, 'app/settings.json');
  writeFileSync(settings, Buffer.alloc(readFileSync(settings).length));
  const app = await launchApp(world, { ownAccounts: true });
  await expect(app.window.getByText('Your settings were damaged and have been restored')).toBeVisible();
  await app.window.screenshot({ path: join(PICTURES, 'settings-restored-app.png') });
  world.arrive({ functionCode: '09', lrn: 'STILL-POLLED' });
  await app.window.getByRole('link', { name: 'All' }).click();
  await expect(app.window.getByText('STILL-POLLED').first()).toBeVisible({ timeout: 40_000 });
  await app.window.getByRole('button', { name: 'Dismiss' }).click();
  await expect(app.window.getByText('Your settings were damaged')).toBeHidden();
  await app.quit();
});
