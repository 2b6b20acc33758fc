import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { launchApp, type RunningApp } from './support/app.ts';
import { alertsOnScreen, alertsReceived, clickAlert, forgetAlerts } from './support/notification-daemon.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
let app: RunningApp;
let window: Page;

test.beforeEach(async () => {
  await forgetAlerts();
  world = await startWorld();
});
test.afterEach(async () => {
  await app.quit();
  await world.close();
});

const start = async () => {
  app = await launchApp(world);
  window = app.window;
  await view('All').click();
};
const row = (name: RegExp | string) =>
  window.getByRole('grid', { name: 'Notifications' }).getByRole('row', { name });
const view = (name: string) => window.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });
const detail = () => window.getByRole('region', { name: 'Notification' });
const listCalls = () =>
  world.gateway.calls.filter((call) => call.method === 'GET' && /notifications/.test(call.path));
/** The app has asked each of its two sources once. */
const polled = () => expect.poll(() => listCalls().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);

test('a control and a rejection arrive, raise real alerts, and the alert opens its notification', async () => {
  await start();
  await polled();
  world.arrive({ functionCode: '05', mrn: '26GB8WQ1L0D7YHRAR6', lrn: 'CMP-11-0457' });
  await expect(row(/CMP-11-0457/)).toBeVisible({ timeout: 30_000 });
  await expect.poll(alertsOnScreen).toBe(1);
  await clickAlert();
  await expect(detail()).toContainText('26GB8WQ1L0D7YHRAR6');

  world.arrive({
    functionCode: '03',
    lrn: 'HF-2026-118842',
    errors: [{ code: 'CDS12056', pointer: '42A/67A/68A[1]/70A[1]/166' }],
  });
  // What is being read stays where it is; the newcomer waits behind a button.
  await window.getByRole('button', { name: /1 new/ }).click({ timeout: 30_000 });
  await expect(row(/HF-2026-118842/)).toBeVisible();
  await expect.poll(async () => (await alertsReceived()).length).toBe(2);
  // By what they are about and what decides, and in words: no code of a type.
  expect((await alertsReceived()).map(({ body }) => body)).toEqual([
    expect.stringMatching(/^MRN .+, LRN HF-2026-118842\n1 error: Goods item 1, /),
    'MRN 26GB8WQ1L0D7YHRAR6, LRN CMP-11-0457',
  ]);
  await expect(window).toHaveTitle(/2/);
  expect(world.gateway.violations).toEqual([]);
});

test('acknowledged by key, the mark reaches HMRC after the hold-back', async () => {
  const notificationId = world.arriveTransit('IE029');
  await start();
  await expect(row(/IE029/)).toBeVisible({ timeout: 30_000 });
  await window.keyboard.press('j');
  await window.keyboard.press('e');
  expect(world.ppns.acknowledgements).toEqual([]);
  await expect
    .poll(() => world.ppns.acknowledgements.flatMap(({ ids }) => ids), { timeout: 30_000 })
    .toEqual([notificationId]);
  await view('Acknowledged').click();
  await expect(row(/IE029/)).toBeVisible();
});

test('an acknowledgement that is undone in time never leaves', async () => {
  world.arriveTransit('IE029');
  await start();
  await expect(row(/IE029/)).toBeVisible({ timeout: 30_000 });
  await window.keyboard.press('j');
  await window.keyboard.press('e');
  await window.keyboard.press('z');
  await view('New').click();
  await expect(row(/IE029/)).toBeVisible();
  const before = listCalls().length;
  await expect.poll(() => listCalls().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(before + 4);
  expect(world.ppns.acknowledgements).toEqual([]);
});

test('the list is walked, filtered and searched from the keyboard alone', async () => {
  world.arrive({ functionCode: '09', lrn: 'ASH-1' });
  world.arrive({ functionCode: '05', lrn: 'ASH-2' });
  world.arrive({ functionCode: '01', lrn: 'ASH-3' });
  await start();
  await expect(row(/ASH-/)).toHaveCount(3, { timeout: 30_000 });

  await window.keyboard.press('/');
  await window.keyboard.type('ASH-2');
  await expect(row(/ASH-/)).toHaveCount(1);
  await window.keyboard.press('Escape');
  await window.keyboard.press('/');
  await window.keyboard.press('Backspace');
  await window.keyboard.press('Enter');
  await expect(row(/ASH-/)).toHaveCount(3);

  await window.keyboard.press('Home');
  await window.keyboard.press('x');
  await window.keyboard.press('Shift+ArrowDown');
  await expect(window.getByRole('button', { name: /^Acknowledge 2/ })).toBeVisible();
  await window.keyboard.press('e');
  await view('Acknowledged').click();
  await expect(row(/ASH-/)).toHaveCount(2);

  await window.keyboard.press('?');
  await expect(window.getByRole('dialog')).toContainText(/undo/i);
});

test('what the filter shows is on disk as CSV that another library reads back', async () => {
  world.arrive({ functionCode: '05', mrn: '26GB8WQ1L0D7YHRAR6', lrn: '=HYPERLINK("x")' });
  world.arrive({ functionCode: '09', lrn: 'ASH-1' });
  await start();
  await expect(row(/ASH-1/)).toBeVisible({ timeout: 30_000 });
  await expect(row(/HYPERLINK/)).toBeVisible({ timeout: 30_000 });
  await view('Needs action').click();
  const file = join(world.folder, 'out.csv');
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
  await window.getByRole('button', { name: /Export/ }).click();
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Export|Save/ })
    .click();
  await expect(window.getByRole('dialog').getByRole('status')).toContainText('1');
  await expect.poll(() => readRows(file).length).toBe(1);
  expect(readRows(file)[0]).toMatchObject({ MRN: '26GB8WQ1L0D7YHRAR6', LRN: `'=HYPERLINK("x")` });
});

function readRows(file: string): readonly Record<string, string>[] {
  try {
    return parse<Record<string, string>>(readFileSync(file), { columns: true, bom: true });
  } catch {
    return [];
  }
}
