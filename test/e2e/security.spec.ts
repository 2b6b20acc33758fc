import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { BRIDGE_CALL_NAMES } from '../../shared/bridge-names.ts';
import { launchApp, type RunningApp } from './support/app.ts';
import { SECRETS, startWorld, type World } from './support/world.ts';

let world: World;
let app: RunningApp;
let window: Page;

test.beforeEach(async () => {
  world = await startWorld();
  app = await launchApp(world);
  window = app.window;
});
test.afterEach(async () => {
  await app.quit();
  await world.close();
});

test('the window is sandboxed and holds nothing but its bridge', async () => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => {
      const contents = one.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const all = contents.getLastWebPreferences();
      return ['sandbox', 'contextIsolation', 'nodeIntegration', 'webviewTag', 'webSecurity'].map((key) => [
        key,
        all[key] ?? false,
      ]);
    }),
  );
  expect(preferences).toEqual([
    [
      ['sandbox', true],
      ['contextIsolation', true],
      ['nodeIntegration', false],
      ['webviewTag', false],
      ['webSecurity', true],
    ],
  ]);
  const page = await window.evaluate(() => ({
    origin: location.protocol,
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    frozen: Object.isFrozen((globalThis as unknown as { quayside: object }).quayside),
    functions: Object.keys((globalThis as unknown as { quayside: object }).quayside).sort(),
  }));
  expect(page).toEqual({
    origin: 'app:',
    node: [],
    frozen: true,
    functions: [...BRIDGE_CALL_NAMES, 'onEvent'].sort(),
  });
});

test('the policy allows no inline code, no eval and no network', async () => {
  const blocked = await window.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.head.append(script);
    // Later, in a task of the page's own: what a debugger evaluates is exempt from the policy.
    const evalRan = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          resolve((0, eval)('1') === 1);
        } catch {
          resolve(false);
        }
      });
    });
    const fetched = await fetch('https://example.org/').then(
      () => true,
      () => false,
    );
    return { inline: 'inlineRan' in globalThis, evalRan, fetched };
  });
  expect(blocked).toEqual({ inline: false, evalRan: false, fetched: false });
});

test('navigation, new windows and paths outside the app are denied', async () => {
  // The archive may still be opening: a page that is drawn is what must stay.
  await expect(window.getByRole('navigation', { name: 'Views' })).toBeVisible({ timeout: 30_000 });
  await window.evaluate(() => {
    globalThis.open('https://example.org/');
    location.href = 'https://example.org/';
  });
  // Not through a locator: Playwright would wait for the navigation that never ends.
  const stillThere = () =>
    window.evaluate(() => `${location.protocol} ${document.querySelector('nav')?.ariaLabel ?? 'nothing'}`);
  expect(await stillThere()).toBe('app: Views');
  await expect
    .poll(() =>
      app.electron.evaluate(({ webContents }) =>
        webContents.getAllWebContents().every((one) => !one.isLoading()),
      ),
    )
    .toBe(true);
  expect(await stillThere()).toBe('app: Views');
  expect(app.electron.windows()).toHaveLength(1);
  const root = new URL(window.url());
  const addresses = [
    '../package.json',
    '..%2f..%2fpackage.json',
    '/etc/passwd',
    '%2e%2e/electron/main.cjs',
  ].map((path) => `app://${root.host}/${path}`);
  const answers = await window.evaluate(async (all) => {
    const one = async (address: string) =>
      new Promise<string>((resolve) => {
        const image = new Image();
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('refused');
        image.src = address;
      });
    return Promise.all(all.map(one));
  }, addresses);
  expect(new Set(answers)).toEqual(new Set(['refused']));
});

test('every call refuses what its schema does not know', async () => {
  const answers = await window.evaluate(async (names) => {
    const bridge = (
      globalThis as unknown as { quayside: Record<string, (params: unknown) => Promise<unknown>> }
    ).quayside;
    const hostile = [42, 'x'.repeat(1_000_000), { __proto__: null, extra: true }, Array(100_000).fill(0)];
    const outcomes = [];
    for (const name of names) {
      for (const params of hostile) {
        const answer = (await bridge[name]!(params)) as { ok: boolean; failure?: { reason: string } };
        outcomes.push(answer.ok ? `${name}: accepted` : answer.failure?.reason);
      }
    }
    return [...new Set(outcomes)];
  }, BRIDGE_CALL_NAMES);
  expect(answers).toEqual(['invalid-input']);
});

test('hostile text in a message is shown as text', async () => {
  world.arrive({ functionCode: '05', lrn: '<img src=x onerror=hit()>' });
  const grid = window.getByRole('grid', { name: 'Notifications' });
  await expect(grid.getByText('<img src=x onerror=hit()>')).toBeVisible({ timeout: 30_000 });
  expect(await grid.locator('img').count()).toBe(0);
});

test('a secret is found nowhere on disk but in the file it came from, and files are private', async () => {
  world.arriveTransit();
  await window.getByRole('link', { name: 'All' }).click();
  await expect(window.getByRole('row', { name: /IE029/ })).toBeVisible({ timeout: 30_000 });
  const files = filesBelow(world.dataDirectory);
  const leaks = files.filter((file) => {
    const bytes = readFileSync(file);
    return Object.values(SECRETS).some((secret) => bytes.includes(secret));
  });
  expect(leaks).toEqual([]);
  const archive = files.filter((file) => /quayside\.db(-wal|-shm)?$/.test(file));
  expect(archive.length).toBeGreaterThanOrEqual(3);
  expect(archive.map((file) => (statSync(file).mode & 0o777).toString(8))).toEqual(archive.map(() => '600'));
  expect((statSync(world.dataDirectory).mode & 0o777).toString(8)).toBe('700');
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
