import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { seeded } from '../simulators/cds/chance.ts';
import { madeUpMrn } from '../simulators/cds/made-up.ts';
import { launchApp, type RunningApp } from './support/app.ts';
import { inboxOf, type Inbox } from './support/inbox.ts';
import { pressOn } from './support/keyboard.ts';
import { listCalls } from './support/list-calls.ts';
import { alertsReceived, forgetAlerts } from './support/notification-daemon.ts';
import { readPdf } from './support/pdf.ts';
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

const start = async (): Promise<RunningApp> => {
  app = await launchApp(world);
  window = app.window;
  inbox = inboxOf(window);
  return app;
};
/** The first backlog is read: what arrives from here on is news. */
const isWatching = () => expect.poll(() => listCalls(world, CLIENTS.cds).length).toBeGreaterThan(1);
const button = (name: RegExp | string) => window.getByRole('button', { name });
const page = () => window.getByRole('region', { name: 'Declaration' });
const random = seeded(31);
const newMrn = () => madeUpMrn(random, 'import', Date.now());
const exact = { exact: true };
const HOUR_MS = 3_600_000;

test('a rejected declaration is read, copied and saved as PDF with the keyboard alone', async () => {
  const mrn = newMrn();
  world.arrive({
    functionCode: '03',
    mrn,
    lrn: 'ASH-1',
    errors: [
      { code: 'CDS12056', pointer: '42A/67A/68A[1]/70A[1]/166' },
      { code: 'CDS40045', pointer: '42A/67A/68A[2]/02A[1]/360' },
    ],
  });
  const { electron } = await start();
  await expect(inbox.row(/ASH-1/)).toBeVisible({ timeout: 30_000 });

  await window.keyboard.press('j');
  await window.keyboard.press('d');
  await expect(page()).toContainText(mrn);
  await expect(page()).toContainText('Rejected');
  const errors = page().getByRole('table').filter({ hasText: 'CDS12056' }).getByRole('row');
  await expect(errors).toHaveCount(3);
  for (const [code, item, dataElement] of [
    ['CDS12056', '1', '1/10'],
    ['CDS40045', '2', '2/3'],
  ] as const) {
    const cells = errors.filter({ hasText: code }).getByRole('cell');
    for (const text of [code, item, dataElement]) await expect(cells.getByText(text, exact)).toBeVisible();
  }

  await pressOn(window, button('Copy as text'));
  await expect
    .poll(() => electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(new RegExp(`Rejected[^]*MRN: ${mrn}[^]*LRN: ASH-1[^]*CDS12056[^]*CDS40045`));

  const asked = await answerSaveDialog(electron, join(world.folder, 'ash.pdf'));
  await pressOn(window, button('Save as PDF'));
  await expect(window.getByText(/^Saved as .*ash\.pdf/).first()).toBeVisible();
  expect(await asked()).toEqual([`Declaration ${mrn}.pdf`]);
  const { pages, text } = readPdf(readFileSync(join(world.folder, 'ash.pdf')));
  expect(pages).toBe(1);
  for (const said of [mrn, 'ASH-1', 'CDS12056', 'CDS40045', 'Page1of1']) expect(text).toContain(said);
  // What only the window needs is not on paper.
  for (const left of ['Needsaction', 'SaveasPDF', 'Copyastext']) expect(text).not.toContain(left);

  // On paper it is the same in the dark, and from wherever it is asked for.
  await page().focus();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Enter');
  await expect(page()).toBeFocused();
  await window.emulateMedia({ colorScheme: 'dark' });
  await answerSaveDialog(electron, join(world.folder, 'dark.pdf'));
  await pressOn(window, button('Save as PDF'));
  await expect.poll(() => letters(join(world.folder, 'dark.pdf'))).toBe(text);

  await answerSaveDialog(electron, join(world.folder, 'no such folder', 'ash.pdf'));
  await pressOn(window, button('Save as PDF'));
  await expect(window.getByText(/^Not saved: The file cannot be written/).first()).toBeVisible();

  await window.keyboard.press('d');
  await expect(inbox.detail).toContainText(mrn);
});

test('listed by declaration, one key acknowledges all of it, HMRC hears nothing, and one key undoes it', async () => {
  const [held, cleared] = [newMrn(), newMrn()];
  for (const functionCode of ['01', '13', '05']) world.arrive({ functionCode, mrn: held, lrn: 'ASH-1' });
  for (const functionCode of ['01', '09']) world.arrive({ functionCode, mrn: cleared, lrn: 'ASH-2' });
  await start();
  await inbox.view('New').click();
  await expect(inbox.row(/ASH-/)).toHaveCount(5, { timeout: 30_000 });
  await expect(inbox.view('New')).toHaveText('New5');

  await window.keyboard.press('t');
  const grid = window.getByRole('grid', { name: 'Declarations' });
  const row = (name: RegExp) => grid.getByRole('row', { name });
  await expect(row(/ASH-/)).toHaveCount(2);
  await expect(row(/ASH-1/)).toHaveAccessibleName(/Under control.*3 new/);
  await expect(inbox.view('New')).toHaveText('New2');

  await row(/ASH-1/).focus();
  await row(/ASH-1/).click();
  await window.keyboard.press('e');
  await expect(inbox.view('New')).toHaveText('New1');
  await expect(inbox.view('Needs action')).toHaveText(/^Needs action0?$/);
  await expect(inbox.view('Acknowledged')).toHaveText('Acknowledged1');
  await window.keyboard.press('t');
  await expect(inbox.view('New')).toHaveText('New2');
  await expect(inbox.view('Acknowledged')).toHaveText('Acknowledged3');

  await window.keyboard.press('z');
  await expect(inbox.view('New')).toHaveText('New5');
  await expect(inbox.view('Acknowledged')).toHaveText(/^Acknowledged0?$/);
  const marks = world.gateway.calls.filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token');
  expect([marks, world.gateway.violations]).toEqual([[], []]);
});

test('a control that ended in its own second does not alert; others do, each as urgently as it is', async () => {
  await start();
  await isWatching();
  const issuedAt = Date.now();
  const [over, held, wanted] = [newMrn(), newMrn(), newMrn()];
  world.arrive({ functionCode: '05', mrn: over, lrn: 'ASH-1', issuedAt });
  world.arrive({ functionCode: '09', mrn: over, lrn: 'ASH-1', issuedAt });
  world.arrive({ functionCode: '05', mrn: held, lrn: 'ASH-2', issuedAt });
  world.arrive({ functionCode: '06', mrn: wanted, lrn: 'ASH-3', issuedAt, limitAt: issuedAt + 72 * HOUR_MS });
  await inbox.view('All').click();
  await expect(inbox.row(/ASH-/)).toHaveCount(4, { timeout: 30_000 });
  await expect
    .poll(received)
    .toEqual([
      expect.objectContaining({ body: expect.stringContaining(held), urgency: 'critical', stays: true }),
      expect.objectContaining({ body: expect.stringContaining(wanted), urgency: 'normal', stays: false }),
    ]);
  // Another round has passed, and nothing more was said.
  const calls = listCalls(world, CLIENTS.cds).length;
  await expect.poll(() => listCalls(world, CLIENTS.cds).length, { timeout: 30_000 }).toBeGreaterThan(calls);
  expect((await received()).length).toBe(2);
});

test('a declaration of which nothing was heard for hours is listed as gone quiet, and alerts', async () => {
  addedAt(Date.now() - 24 * HOUR_MS);
  await start();
  await isWatching();
  const mrn = newMrn();
  world.arrive({ functionCode: '01', mrn, lrn: 'ASH-1', issuedAt: Date.now() - 5 * HOUR_MS });
  await expect(inbox.view('Gone quiet')).toHaveText('Gone quiet1', { timeout: 60_000 });
  await inbox.view('Gone quiet').click();
  const row = window.getByRole('grid', { name: 'Declarations' }).getByRole('row', { name: /ASH-1/ });
  await expect(row).toHaveAccessibleName(/gone quiet: Not cleared yet/);
  await row.click();
  if (!(await page().isVisible())) await window.keyboard.press('d');
  await expect(page()).toContainText('Not cleared 5 h after acceptance');
  await expect
    .poll(received)
    .toEqual([
      expect.objectContaining({ body: expect.stringContaining(mrn), urgency: 'normal', stays: false }),
    ]);
});

/** The accounts have been here since `at`, epoch milliseconds: what was issued later is no backfill. */
function addedAt(at: number): void {
  const { accounts } = JSON.parse(readFileSync(world.accountsFile, 'utf8')) as { accounts: object[] };
  const since = { addedAt: new Date(at).toISOString() };
  writeFileSync(
    world.accountsFile,
    JSON.stringify({ accounts: accounts.map((one) => ({ ...one, ...since })) }),
  );
}

/** What the daemon received, the most urgent first. */
const received = async () => [...(await alertsReceived())].sort((a, b) => a.urgency.localeCompare(b.urgency));

/** The next dialogs are answered with `path`. Returns what was suggested since. */
async function answerSaveDialog(
  electron: RunningApp['electron'],
  path: string,
): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(({ dialog }, filePath) => {
    const suggested: string[] = [];
    Object.assign(globalThis, { suggested });
    dialog.showSaveDialog = ((options: { defaultPath?: string }) => {
      suggested.push(options.defaultPath ?? '');
      return Promise.resolve({ canceled: false, filePath });
    }) as typeof dialog.showSaveDialog;
  }, path);
  return () => electron.evaluate(() => (globalThis as unknown as { suggested: string[] }).suggested);
}

function letters(file: string): string {
  try {
    return readPdf(readFileSync(file)).text;
  } catch {
    return '';
  }
}
