import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openSqliteStore } from '../../electron/engine/store/sqlite/open.ts';
import { cdsDraft, saveAccounts } from './support/accounts.ts';
import { launchApp, type LaunchOptions, type RunningApp } from './support/app.ts';
import { watchDesktopCorner } from './support/desktop-corner.ts';
import { inboxOf, type Inbox } from './support/inbox.ts';
import { listCalls } from './support/list-calls.ts';
import { alertsReceived, forgetAlerts, ownDaemon } from './support/notification-daemon.ts';
import { CLIENTS, startWorld, type World } from './support/world.ts';

let world: World;
let app: RunningApp | null;
let window: Page;
let inbox: Inbox;

test.beforeEach(async () => {
  app = null;
  await forgetAlerts();
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
/** Issued after any account of this test is added, by HMRC's clock: no backfill. */
const arriveLive = (message: Parameters<World['arrive']>[0]) =>
  world.arrive({ ...message, issuedAt: Date.now() + 60_000 });
const received = async () => (await alertsReceived()).map(({ summary, body }) => ({ summary, body }));

test('many controls in a box make one alert, which is not repeated after a restart', async () => {
  const first = await start();
  await expect.poll(() => listCalls(world, CLIENTS.transit).length).toBe(1);
  for (let lorry = 0; lorry < 5; lorry += 1) world.arriveTransit('IE060');
  await expect(inbox.row(/IE060/)).toHaveCount(5, { timeout: 30_000 });
  const together = {
    summary: '5 notifications need you',
    body: expect.stringMatching(/^5 × .+: (MRN|Departure|LRN) /),
  };
  await expect.poll(received).toEqual([together]);

  await first.quit();
  world.arriveTransit('IE060');
  await start();
  await expect(inbox.row(/IE060/)).toHaveCount(6, { timeout: 30_000 });
  await expect
    .poll(received)
    .toEqual([expect.objectContaining({ body: expect.stringMatching(/MRN|Departure|LRN/) }), together]);
  await inbox.row(/IE060/).last().click();
  await expect(inbox.detail.getByText('Alert shown')).toHaveCount(1);
});

test('two inspections of two lorries are two alerts, each with its GMR', async () => {
  await start();
  await expect.poll(() => listCalls(world, CLIENTS.transit).length).toBeGreaterThan(0);
  const lorries = ['GMRA00002KW2', 'GMRA00003XY7'];
  for (const gmrId of lorries) {
    world.arriveInBox(JSON.stringify({ gmrId, gmrState: 'EMBARKED', inspectionRequired: true }));
  }
  for (const gmrId of lorries) await expect(inbox.row(new RegExp(gmrId))).toHaveCount(1, { timeout: 30_000 });
  await expect
    .poll(async () => (await received()).map(({ body }) => body.split('\n')[0]).sort())
    .toEqual(lorries.map((gmrId) => `GMR ${gmrId}`));
});

test('many controls in the CDS queue make one alert', async () => {
  for (const lorry of [1, 2, 3, 4, 5]) arriveLive({ functionCode: '05', lrn: `LORRY-${lorry}` });
  await start();
  await expect(inbox.row(/LORRY-/)).toHaveCount(5, { timeout: 30_000 });
  await expect.poll(received).toEqual([
    {
      summary: '5 notifications need you',
      body: expect.stringMatching(/^5 × Physical examination: .*LRN LORRY-/),
    },
  ]);
});

test('what waited since before the account was added makes one summary', async () => {
  const issuedAt = Date.now() - DAY_MS;
  for (const lorry of [1, 2, 3]) world.arrive({ functionCode: '05', lrn: `LORRY-${lorry}`, issuedAt });
  world.arrive({ functionCode: '03', lrn: 'LORRY-4', errors: [{ code: 'CDS12056' }], issuedAt });
  await start({ ownAccounts: true });
  await saveAccounts(window, [cdsDraft(world)]);
  await expect(inbox.row(/LORRY-/)).toHaveCount(4, { timeout: 30_000 });
  await expect.poll(received, { timeout: 30_000 }).toEqual([
    {
      summary: '4 earlier notifications need you',
      // CDS lists what waits in no order.
      body: expect.stringMatching(
        /^From before this account was added: (3 × Physical examination, 1 × Rejected|1 × Rejected, 3 × Physical examination): .*LORRY-/,
      ),
    },
  ]);
});

test('with alerts switched off none is shown, and the history says why', async () => {
  arriveLive({ functionCode: '05', lrn: 'LORRY-1' });
  await start({ ownAccounts: true });
  await inbox.view('Settings').click();
  const alerts = window.getByRole('checkbox', { name: 'Alert me when a notification needs action' });
  await alerts.uncheck();
  await expect.poll(() => keptPreferences()['alerts']).toBe(false);
  await saveAccounts(window, [cdsDraft(world)]);
  await inbox.view('Needs action').click();
  await inbox.row(/LORRY-1/).click({ timeout: 30_000 });
  await expect(inbox.detail).toContainText('Alert not shown alerts are switched off');
  expect(await received()).toEqual([]);
});

test('an alert that found no daemon comes once it is back', async () => {
  const daemon = await ownDaemon();
  test.skip(daemon === null, 'the notification daemon is not our own to end');
  if (daemon === null) return;
  arriveLive({ functionCode: '05', mrn: '26GB8WQ1L0D7YHRAR6', lrn: 'LORRY-1' });
  const running = await start({ ownAccounts: true });
  await daemon.leave();
  try {
    await saveAccounts(window, [cdsDraft(world)]);
    await expect(inbox.row(/LORRY-1/)).toBeVisible({ timeout: 30_000 });
    await expect.poll(failedAttempts).toEqual([1]);
  } finally {
    await daemon.comeBack();
  }
  // The machine wakes, which is when the app asks for what was not shown; a minute would do it as well.
  await running.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  const alert = { summary: 'Physical examination', body: 'MRN 26GB8WQ1L0D7YHRAR6, LRN LORRY-1' };
  await expect.poll(received).toEqual([alert]);
  await inbox.row(/LORRY-1/).click();
  await expect(inbox.detail.getByText('Alert shown')).toHaveCount(1);
  expect(await failedAttempts()).toEqual([]);
});

test('title, badge and tray tell what the archive holds, whether or not HMRC can be reached', async () => {
  world.arrive({ functionCode: '05', lrn: 'LORRY-1' });
  world.arrive({ functionCode: '05', lrn: 'LORRY-2' });
  world.arrive({ functionCode: '09', lrn: 'LORRY-3' });
  const first = await start();
  await expect(inbox.view('All')).toHaveText('All3', { timeout: 30_000 });
  await expect(window).toHaveTitle('(2) Quayside');
  await first.quit();

  await world.gateway.close();
  const again = await start();
  const told = await watchDesktopCorner(again.electron);
  await expect(window).toHaveTitle('(2) Quayside');
  await inbox.row(/LORRY-1/).click();
  await window.keyboard.press('e');
  await expect(window).toHaveTitle('(1) Quayside');
  await expect
    .poll(told)
    .toEqual({ badge: 1, tooltip: expect.stringMatching(/^Quayside: 1 needs you\. .*not checked/i) });
});

const DAY_MS = 86_400_000;

const keptPreferences = (): Record<string, unknown> =>
  (
    JSON.parse(readFileSync(join(world.dataDirectory, 'app/settings.json'), 'utf8')) as {
      preferences: Record<string, unknown>;
    }
  ).preferences;

/** How often each alert that is still to be shown was tried, read beside the running app. */
async function failedAttempts(): Promise<readonly number[]> {
  const store = await openSqliteStore({ directory: world.dataDirectory });
  if (!store.ok) return [];
  const pending = await store.value.pendingAlerts();
  await store.value.close();
  return pending.map(({ attempts }) => attempts);
}
