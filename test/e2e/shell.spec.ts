import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LaunchOptions, type RunningApp } from './support/app.ts';
import { inboxOf, type Inbox } from './support/inbox.ts';
import { listCalls } from './support/list-calls.ts';
import { isAlive } from './support/processes.ts';
import { runApp, runQuayside } from './support/run.ts';
import { CLIENTS, SECRETS, startWorld, type World } from './support/world.ts';

let world: World;
let app: RunningApp | null;
let window: Page;
let inbox: Inbox;

test.beforeEach(async () => {
  app = null;
  world = await startWorld();
});
test.afterEach(async () => {
  await app?.quit();
  await world.close();
});

const start = async (options: LaunchOptions = {}): Promise<RunningApp> => {
  app = await launchApp(world, options);
  window = app.window;
  inbox = inboxOf(window);
  return app;
};
const closeWindow = ({ electron }: RunningApp) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const isShown = ({ electron }: RunningApp) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible()));
const isFocused = ({ electron }: RunningApp) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isFocused()));

const placeOf = ({ electron }: RunningApp) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
/** Where the window is once it has been there for half a second; null while it moves. */
const restingPlace = async (running: RunningApp) => {
  const before = await placeOf(running);
  await setTimeout(500);
  return isDeepStrictEqual(await placeOf(running), before) ? before : null;
};

test('closed, it goes on in the tray where there is one, and a second start brings it back and ends', async () => {
  const running = await start({ env: { PATH: `${trayHost()}:${process.env['PATH'] ?? ''}` } });
  await inbox.view('All').click();
  await expect.poll(() => listCalls(world, CLIENTS.transit).length).toBe(1);
  expect(await isShown(running)).toEqual([true]);
  await closeWindow(running);
  await expect.poll(() => isShown(running)).toEqual([false]);

  world.arriveTransit('IE029');
  await expect(inbox.row(/IE029/)).toHaveCount(1, { timeout: 30_000 });
  expect(await isShown(running)).toEqual([false]);

  const second = await runApp(world);
  expect(second).toMatchObject({ code: 0, stderr: expect.stringContaining('already open') });
  await expect.poll(() => isShown(running)).toEqual([true]);
  await expect.poll(() => isFocused(running)).toEqual([true]);
  expect(world.gateway.violations).toEqual([]);
});

test('closed where no tray shows it, it quits', async () => {
  const running = await start();
  await expect(inbox.view('All')).toBeVisible();
  const main = running.electron.process();
  await closeWindow(running);
  await expect.poll(() => isAlive(running.pid)).toBe(false);
  expect(main.exitCode).toBe(0);
});

test('the window opens where it was closed, and as large', async () => {
  const first = await start();
  const place = { x: 130, y: 70, width: 940, height: 660 };
  await first.electron.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    place,
  );
  // X answers a window that has just been mapped late, at first with places it no longer has.
  await expect.poll(() => restingPlace(first)).toEqual(place);
  await expect.poll(keptWindow).toEqual({ ...place, maximised: false });
  await first.quit();
  expect(keptWindow()).toEqual({ ...place, maximised: false });
  const again = await start();
  await expect.poll(() => restingPlace(again)).toEqual(place);
});

test('the command and the app share one archive and one limit', async () => {
  // Which of the two gets a slot is chance, and one may have to let some go by.
  test.setTimeout(240_000);
  world.arriveTransit('IE029');
  world.arrive({ functionCode: '09', lrn: 'ASH-1' });
  await start();
  await inbox.view('All').click();
  await expect(inbox.row(/IE029|ASH-1/)).toHaveCount(2, { timeout: 30_000 });

  const listed = await runQuayside(world, 'list');
  expect(listed).toMatchObject({ code: 0, stderr: '' });
  const lines = listed.stdout.trim().split('\n').map(read);
  expect(lines.at(-1)).toEqual({ next: null, total: 2 });
  const transit = lines.find((line) => line['account'] === 'transit');
  expect(transit).toMatchObject({ type: 'IE029', state: 'new' });

  const accounts = ['--accounts', world.accountsFile];
  const acknowledged = await runQuayside(world, 'acknowledge', ...accounts, String(transit?.['id']));
  expect(acknowledged).toMatchObject({ code: 0, stderr: '' });
  await inbox.view('Acknowledged').click();
  await expect(inbox.row(/IE029/)).toBeVisible({ timeout: 5_000 });
  expect(world.ppns.acknowledgements).toHaveLength(1);

  world.arriveTransit('IE045');
  const collected = await runQuayside(world, 'collect', '--accounts', onlyTransit(), '--once');
  expect(collected).toMatchObject({ code: 0, stderr: '' });
  await inbox.view('All').click();
  await expect(inbox.row(/IE045/)).toHaveCount(1, { timeout: 30_000 });
  expect(world.gateway.violations).toEqual([]);
});

test('an accounts file with a fault starts nothing and is told which field to correct', async () => {
  const file = onlyTransit({ boxId: 'box 7', clientSecret: SECRETS.transit });
  const ended = await runApp(world, { ownAccounts: true, args: ['--accounts', file] });
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain(`Accounts file ${file}: accounts[0].boxId`);
  expect(ended.stderr + ended.stdout).not.toContain(SECRETS.transit);
  expect(world.gateway.calls).toEqual([]);
});

/** An accounts file that holds the push-pull account alone, with changes. */
function onlyTransit(changes: Readonly<Record<string, unknown>> = {}): string {
  const { accounts } = JSON.parse(readFileSync(world.accountsFile, 'utf8')) as { accounts: object[] };
  const file = join(world.folder, 'transit.json');
  writeFileSync(file, JSON.stringify({ accounts: [{ ...accounts[0], ...changes }] }));
  return file;
}

/** A folder whose `dbus-send` answers as on a desktop that shows tray icons. */
function trayHost(): string {
  const folder = join(world.folder, 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, 'dbus-send'), "#!/bin/sh\necho '   variant       boolean true'\n");
  chmodSync(join(folder, 'dbus-send'), 0o755);
  return folder;
}

function keptWindow(): unknown {
  try {
    return read(readFileSync(join(world.dataDirectory, 'app/settings.json'), 'utf8'))['window'];
  } catch {
    return null;
  }
}

const read = (text: string) => JSON.parse(text) as Record<string, unknown>;
