import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { seeded } from '../simulators/cds/chance.ts';
import { madeUpMrn } from '../simulators/cds/made-up.ts';
import { cdsDraft, saveAccounts, transitDraft } from './support/accounts.ts';
import { launchApp, type LaunchOptions, type RunningApp } from './support/app.ts';
import { axeFindings } from './support/axe.ts';
import { inboxOf, type Inbox } from './support/inbox.ts';
import { focusedStop, focusShows } from './support/keyboard.ts';
import { sidewaysScrollers } from './support/sideways.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
let app: RunningApp;
let window: Page;
let inbox: Inbox;

test.beforeEach(async () => {
  world = await startWorld();
});
test.afterEach(async () => {
  await app.quit();
  await world.close();
});

const start = async (options: LaunchOptions = {}) => {
  app = await launchApp(world, options);
  window = app.window;
  inbox = inboxOf(window);
};
const button = (name: RegExp | string) => window.getByRole('button', { name, exact: true });
const dialog = () => window.locator('dialog[open]');
const HOUR_MS = 3_600_000;
const TAXES = [
  { item: 1, type: 'A00', base: '1200.00', rate: '6.50', amount: '78.00' },
  { item: 1, type: 'B00', base: '1278.00', rate: '20.00', amount: '255.60' },
];
const rejection = { functionCode: '03', lrn: 'ASH-1', errors: [{ code: 'CDS12056', pointer: '42A/67A' }] };

test('axe finds nothing on any screen, in light or dark', async () => {
  const check = (screen: string) =>
    test.step(screen, async () => expect(await axeFindings(window), screen).toEqual([]));

  world.arrive(rejection);
  world.arrive({ functionCode: '05', lrn: 'ASH-2' });
  world.arriveTransit('IE029');
  await start({ ownAccounts: true });
  await expect(window.getByRole('heading', { name: 'Add your first account' })).toBeVisible();
  await check('inbox without accounts');

  await saveAccounts(window, [transitDraft(world), cdsDraft(world)]);
  await inbox.view('Accounts').click();
  await button('Add an account').click();
  await button('Save').click();
  await expect(window.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await check('account form');

  await inbox.view('Settings').click();
  await check('settings');

  await inbox.view('Acknowledged').click();
  await expect(window.getByRole('heading', { name: 'Nothing acknowledged yet' })).toBeVisible();
  await check('inbox without rows');

  await inbox.view('All').click();
  await expect(inbox.row(/ASH-|IE029/)).toHaveCount(3, { timeout: 30_000 });
  await inbox.row(/ASH-1/).click();
  await expect(inbox.detail).toContainText('CDS12056');
  await check('inbox with an open notification');

  await window.keyboard.press('x');
  await expect(window.getByRole('toolbar', { name: 'Selected notifications' })).toBeVisible();
  await check('selection');
  await window.keyboard.press('Escape');

  await window.keyboard.press('?');
  await expect(dialog()).toBeVisible();
  await check('keys');
  await window.keyboard.press('Escape');

  await button('Export…').click();
  await expect(dialog()).toBeVisible();
  await check('export');
  await window.keyboard.press('Escape');

  await inbox.search.fill('nothing has these words');
  await expect(window.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await check('search without results');

  await inbox.view('Accounts').click();
  await expect(window.getByRole('listitem', { name: 'Transit' })).toContainText('Next poll in');
  await check('accounts');

  await button('Remove…').first().click();
  await expect(dialog()).toBeVisible();
  await check('remove');
});

test('axe finds nothing on the page of a declaration, whatever its state, and in the list of them', async () => {
  const check = (screen: string) =>
    test.step(screen, async () => expect(await axeFindings(window), screen).toEqual([]));
  const declaration = () => window.getByRole('region', { name: 'Declaration' });

  world.arrive(rejection);
  arriveLife({ lrn: 'ASH-2', issuedAt: Date.now() - 6 * HOUR_MS }, [
    {
      functionCode: '01',
      errors: [{ code: 'CDS13000', pointer: '42A/67A/68A[1]', description: 'Low value' }],
    },
    { functionCode: '13', statusCode: '67', taxes: TAXES },
    { functionCode: '06', limitAt: Date.now() + 20 * HOUR_MS },
    { functionCode: '07', reason: 'Goods location corrected' },
  ]);
  arriveLife({ lrn: 'ASH-3', issuedAt: Date.now() - 5 * HOUR_MS }, [
    { functionCode: '01' },
    { functionCode: '13', statusCode: '67', taxes: TAXES },
  ]);
  arriveLife({ lrn: 'ASH-4', issuedAt: Date.now() - HOUR_MS }, [
    { functionCode: '01' },
    { functionCode: '13', statusCode: '4', taxes: TAXES },
    { functionCode: '09' },
  ]);
  await start();
  await inbox.view('All').click();
  await expect(inbox.row(/ASH-/)).toHaveCount(10, { timeout: 30_000 });
  await window.keyboard.press('t');
  const rows = window.getByRole('grid', { name: 'Declarations' }).getByRole('row', { name: /ASH-/ });
  await expect(rows).toHaveCount(4);
  await check('list of declarations');
  for (const [lrn, says] of [
    ['ASH-1', 'CDS12056'],
    ['ASH-2', 'Documents wanted'],
    ['ASH-3', 'Not cleared'],
    ['ASH-4', 'Cleared'],
  ] as const) {
    await rows.and(window.getByRole('row', { name: new RegExp(lrn) })).click();
    if (!(await declaration().isVisible())) await window.keyboard.press('d');
    await expect(declaration()).toContainText(says);
    await check(`declaration ${lrn}`);
  }
  await inbox.view('Gone quiet').click();
  await expect(rows).toHaveCount(2);
  await check('gone quiet');
});

test('axe finds nothing where the archive is refused', async () => {
  mkdirSync(world.dataDirectory, { recursive: true });
  writeFileSync(join(world.dataDirectory, 'quayside.db'), Buffer.alloc(8192, 'not a database '));
  await start();
  await expect(window.getByRole('heading', { name: 'The archive is damaged' })).toBeVisible();
  expect(await axeFindings(window)).toEqual([]);
});

test('Tab reaches every part in reading order, the list as one stop, and the focus shows everywhere', async () => {
  world.arrive(rejection);
  world.arrive({ functionCode: '05', lrn: 'ASH-2' });
  await start();
  await inbox.view('All').focus();
  await window.keyboard.press('Enter');
  await expect(inbox.row(/ASH-/)).toHaveCount(2, { timeout: 30_000 });
  await window.keyboard.press('j');
  await expect(inbox.row(/ASH-/).first()).toBeFocused();
  await expect(inbox.detail.getByRole('heading', { level: 2 })).toBeVisible();

  const around = ['status bar', 'views', 'search', 'filters', 'kind of list'];
  expect(await partsByTab()).toEqual(['list', 'notification', ...around]);
  await window.keyboard.press('d');
  await expect(
    window.getByRole('region', { name: 'Declaration' }).getByRole('heading').first(),
  ).toBeVisible();
  expect(await partsByTab()).toEqual(['list', 'declaration', ...around]);
});

test('Escape leads back from everywhere', async () => {
  world.arrive({ functionCode: '05', lrn: 'ASH-2' });
  await start();
  const row = inbox.row(/ASH-2/);
  await expect(row).toBeVisible({ timeout: 30_000 });
  await window.keyboard.press('j');
  await expect(row).toBeFocused();

  await window.keyboard.press('Enter');
  await expect(inbox.detail).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(row).toBeFocused();

  await window.keyboard.press('/');
  await expect(inbox.search).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(row).toBeFocused();

  await window.keyboard.press('?');
  await expect(dialog()).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
  await expect(row).toBeFocused();

  for (const screen of ['Accounts', 'Settings']) {
    await inbox.view(screen).focus();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: screen })).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(row).toBeVisible();
  }
});

test('in a window of 640 by 600 list and detail take turns and nothing reaches beyond the edge', async () => {
  await startNarrow();
  const fits = async (screen: string) => expect(await window.evaluate(sidewaysScrollers), screen).toEqual([]);
  await expect(inbox.grid).toBeVisible();
  await expect(inbox.detail).toBeHidden();
  await fits('list');
  await window.keyboard.press('j');
  await window.keyboard.press('Enter');
  await expect(inbox.detail).toBeFocused();
  await expect(inbox.detail).toContainText('CDS12056');
  await expect(inbox.grid).toBeHidden();
  await fits('detail');
  await window.keyboard.press('d');
  await expect(window.getByRole('region', { name: 'Declaration' })).toContainText('CDS12056');
  await fits('declaration');
  await window.keyboard.press('d');
  await expect(inbox.detail).toContainText('CDS12056');
  await window.keyboard.press('Escape');
  await expect(inbox.row(/LONG/)).toBeFocused();
  await expect(inbox.detail).toBeHidden();

  await window.keyboard.press('x');
  await expect(window.getByRole('toolbar', { name: 'Selected notifications' })).toBeVisible();
  await fits('selection');
  await window.keyboard.press('?');
  await expect(dialog()).toBeVisible();
  await fits('keys');
  await window.keyboard.press('Escape');
  for (const screen of ['Settings', 'Accounts']) {
    await inbox.view(screen).press('Enter');
    await expect(window.getByRole('heading', { name: screen })).toBeFocused();
    await fits(screen);
  }
  await button('Add an account').press('Enter');
  await expect(window.getByRole('heading', { name: 'Add an account' })).toBeFocused();
  await fits('account form');
});

/** The parts of the window that Tab leads through, from the list round to the list, each of whose stops shows the focus. */
async function partsByTab(): Promise<readonly string[]> {
  const stops = [await focusedStop(window)];
  for (;;) {
    await window.keyboard.press('Tab');
    const stop = await focusedStop(window);
    if (stop.part === 'page') continue;
    if (stop.name === stops[0]?.name && stop.part === 'list') break;
    stops.push(stop);
    expect(stops.length).toBeLessThan(80);
    expect(await focusShows(window), `${stop.part}: ${stop.name}`).toBe(true);
  }
  const parts = stops.map(({ part }) => part);
  expect(parts.filter((part) => part === 'list')).toHaveLength(1);
  return parts.filter((part, index) => part !== parts[index - 1]);
}

/** The messages of one declaration, a minute apart. */
function arriveLife(
  { lrn, issuedAt }: { readonly lrn: string; readonly issuedAt: number },
  messages: readonly Parameters<World['arrive']>[0][],
): void {
  const mrn = madeUpMrn(seeded(issuedAt), 'import', issuedAt);
  messages.forEach((message, index) =>
    world.arrive({ mrn, lrn, issuedAt: issuedAt + index * 60_000, ...message }),
  );
}

/** One rejection in a window of 640 by 600: the smallest that the shell allows, zoomed by an eighth. */
async function startNarrow(): Promise<void> {
  world.arrive({ ...rejection, lrn: 'A-LONG-LOCAL-REFERENCE-NUMBER-1' });
  await start({ ownAccounts: true });
  await saveAccounts(window, [cdsDraft(world)]);
  await expect(inbox.row(/LONG/)).toBeVisible({ timeout: 30_000 });
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [one] = BrowserWindow.getAllWindows();
    one?.setContentSize(720, 675);
    one?.webContents.setZoomFactor(1.125);
  });
  await expect.poll(() => window.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 600]);
}
