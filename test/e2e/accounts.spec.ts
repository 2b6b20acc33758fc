import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Bridge } from '../../shared/bridge.ts';
import { cdsDraft, saveAccounts, transitDraft } from './support/accounts.ts';
import { launchApp, type LaunchOptions, type RunningApp } from './support/app.ts';
import { filesWith } from './support/files.ts';
import { inboxOf, type Inbox } from './support/inbox.ts';
import { pressOn, tabTo, typeInto } from './support/keyboard.ts';
import { listCalls } from './support/list-calls.ts';
import { CLIENTS, SECRETS, startWorld, type World } from './support/world.ts';

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
  app = await launchApp(world, { ownAccounts: true, ...options });
  window = app.window;
  inbox = inboxOf(window);
};
const heading = (name: string) => window.getByRole('heading', { name });
const button = (name: RegExp | string) => window.getByRole('button', { name, exact: true });
const field = (label: string) => window.getByLabel(label, { exact: true });
const card = (name: string) => window.getByRole('listitem', { name, exact: true });
const failure = () => window.getByRole('alert');
/** A bus that nobody serves. Without any address one would be started, and left behind. */
const withoutKeyring = () => ({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(world.folder, 'no-bus')}` });
const keptSecrets = () =>
  JSON.parse(readFileSync(join(world.dataDirectory, 'app/secrets.json'), 'utf8')) as unknown;
const openAccounts = () => inbox.view('Accounts').click();

test('a first run leads to an account by the keyboard alone, and says in words what is wrong with it', async () => {
  await start();
  await expect(heading('Add your first account')).toBeVisible();
  await pressOn(window, window.getByRole('main').getByRole('button', { name: 'Add an account' }));
  await expect(heading('Accounts')).toBeFocused();
  await pressOn(window, button('Add an account'));
  await expect(heading('Add an account')).toBeFocused();

  await pressOn(window, button('Save'));
  await expect(field('Name')).toBeFocused();
  await expect(field('Name')).toHaveAccessibleDescription(/1 to 80 characters/);
  await typeInto(window, field('Name'), 'Transit, Dover');
  await expect(field('Name')).not.toHaveAttribute('aria-invalid');
  await expect(field('Short name')).toHaveValue('transit-dover');
  await tabTo(window, field('Environment'));
  await window.keyboard.type('Another');
  await typeInto(window, field('Address of the API'), 'http://api.example.org');
  await typeInto(window, field('Client id'), CLIENTS.transit);
  await typeInto(window, field('Client secret'), 'not-the-secret');
  await typeInto(window, field('Box id'), 'box 7');
  await window.keyboard.press('Enter');
  await expect(field('Address of the API')).toBeFocused();
  await expect(field('Address of the API')).toHaveAccessibleDescription(/https/);
  await expect(field('Box id')).toHaveAccessibleDescription(/box id: 32 hexadecimal digits/);
  expect(world.gateway.calls).toEqual([]);

  await typeInto(window, field('Address of the API'), world.gateway.url);
  await typeInto(window, field('Box id'), '0c1b9365-18a6-45a5-99c9-83a091ac7f26');
  await pressOn(window, button('Test connection'));
  await expect(failure()).toContainText('Client id or secret refused');

  await typeInto(window, field('Client secret'), SECRETS.transit);
  await pressOn(window, button('Test connection'));
  await expect(failure()).toContainText('No such box');

  await typeInto(window, field('Box id'), world.boxId);
  await pressOn(window, button('Test connection'));
  await expect(window.getByText('Connected: the box answers')).toBeVisible({ timeout: 30_000 });
  await expect(failure()).toHaveCount(0);

  world.arriveTransit('IE029');
  await pressOn(window, button('Save'));
  await expect(card('Transit, Dover')).toBeVisible();
  await expect(card('Transit, Dover')).toContainText('Next poll in', { timeout: 30_000 });
  await window.keyboard.press('Escape');
  await pressOn(window, inbox.view('All'));
  await expect(inbox.row(/IE029/)).toBeVisible();
  expect(world.gateway.violations).toEqual([]);
});

test('a secret is kept by the keyring alone, is never shown again, and outlives a new name and a restart', async () => {
  await start();
  await saveAccounts(window, [transitDraft(world)]);
  await openAccounts();
  await card('Transit').getByRole('button', { name: 'Edit' }).click();
  await expect(field('Client secret')).toHaveValue('');
  await expect(field('Client secret')).toHaveAccessibleDescription(/A secret is held/);
  await expect(field('Box id')).toHaveValue(world.boxId);
  await field('Name').fill('Dover');
  await button('Save').click();
  await expect(card('Dover')).toBeVisible();

  const told = await window.evaluate(async () => {
    const { quayside } = globalThis as unknown as { quayside: Bridge };
    const answers = await Promise.all([quayside.accounts(null), quayside.shellState(null)]);
    return JSON.stringify(answers) + document.documentElement.outerHTML;
  });
  expect(told).toContain('"secret":"held"');
  expect(told).not.toContain(SECRETS.transit);

  await app.quit();
  await start({ env: withoutKeyring() });
  await openAccounts();
  await expect(card('Dover')).toContainText('Its secret cannot be read on this machine');
  await app.quit();
  world.arriveTransit('IE029');
  await start();
  await inbox.view('All').click();
  await expect(inbox.row(/IE029/)).toBeVisible({ timeout: 30_000 });
  await expect(window.getByRole('button', { name: 'Dover' })).toHaveAccessibleDescription(/Next poll in/);
  expect(keptSecrets()).toEqual({
    version: 1,
    secrets: {
      // Older Electrons do not name the backend. "v10" in base64 would be the disguise that needs no keyring.
      transit: {
        backend: expect.stringMatching(/^(gnome_libsecret|keyring)$/),
        ciphertext: expect.stringMatching(/^(?!djEw)[\w+/]{40,}={0,2}$/),
      },
    },
  });
  expect(filesWith(world.dataDirectory, [SECRETS.transit])).toEqual([]);
});

test('a paused account makes no call until it is resumed', async () => {
  await start();
  await saveAccounts(window, [transitDraft(world), cdsDraft(world)]);
  await openAccounts();
  await expect.poll(() => listCalls(world, CLIENTS.transit).length).toBeGreaterThanOrEqual(1);
  await card('Transit').getByRole('button', { name: 'Pause' }).click();
  await expect(card('Transit')).toContainText('Paused');
  const before = {
    transit: listCalls(world, CLIENTS.transit).length,
    cds: listCalls(world, CLIENTS.cds).length,
  };
  // Two more of the other account, which lie 10 s apart.
  await expect
    .poll(() => listCalls(world, CLIENTS.cds).length, { timeout: 40_000 })
    .toBeGreaterThanOrEqual(before.cds + 2);
  expect(listCalls(world, CLIENTS.transit)).toHaveLength(before.transit);
  await card('Transit').getByRole('button', { name: 'Resume' }).click();
  await expect
    .poll(() => listCalls(world, CLIENTS.transit).length, { timeout: 20_000 })
    .toBeGreaterThan(before.transit);
  await expect(card('Transit')).toContainText('Next poll in');
  expect(world.gateway.violations).toEqual([]);
});

test('to remove an account takes a choice: Enter cancels, and its history stays unless it is given up', async () => {
  world.arriveTransit('IE029');
  world.arrive({ functionCode: '09', lrn: 'ASH-1' });
  await start();
  await saveAccounts(window, [transitDraft(world), cdsDraft(world)]);
  await inbox.view('All').click();
  await expect(inbox.row(/IE029|ASH-1/)).toHaveCount(2, { timeout: 30_000 });
  await openAccounts();
  const dialog = window.getByRole('alertdialog');
  const remove = (name: string) => card(name).getByRole('button', { name: 'Remove…' });

  await remove('Transit').click();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await remove('Transit').click();
  await dialog.getByRole('radio', { name: /Delete it/ }).focus();
  await window.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(remove('Transit')).toBeFocused();
  await expect(
    window.getByRole('listitem').filter({ has: window.getByRole('button', { name: 'Edit' }) }),
  ).toHaveCount(2);

  await remove('Transit').click();
  await expect(dialog.getByRole('radio', { name: /Keep it/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Remove account' }).click();
  await expect(card('Transit')).toHaveCount(0);
  await remove('CDS').click();
  await dialog.getByRole('radio', { name: /Delete it/ }).check();
  await dialog.getByRole('button', { name: 'Remove account and delete 1 notification' }).click();
  await expect(card('CDS')).toHaveCount(0);
  await expect(window.getByText('No accounts yet.')).toBeVisible();

  await inbox.view('All').click();
  await expect(inbox.row(/./)).toHaveCount(1);
  await expect(inbox.row(/IE029/)).toBeVisible();
  expect(keptSecrets()).toEqual({ version: 1, secrets: {} });
});

test('without a keyring the window says so, and holds a secret until quit only after it was told to', async () => {
  const env = withoutKeyring();
  await start({ env });
  await openAccounts();
  await button('Add an account').click();
  await expect(window.getByText('No keychain on this computer')).toBeVisible();
  await expect(field('Client secret')).toBeDisabled();
  await expect(button('Save')).toBeDisabled();
  const unasked = await window.evaluate((draft) => {
    const { quayside } = globalThis as unknown as { quayside: Bridge };
    return quayside.saveAccount(draft);
  }, transitDraft(world));
  expect(unasked).toMatchObject({ ok: false, failure: { reason: 'secret-missing' } });

  await button('Keep until I quit').click();
  await expect(window.getByText('Secrets are kept until you quit')).toBeVisible();
  await field('Name').fill('Transit');
  await field('Environment').selectOption('Another address');
  await field('Address of the API').fill(world.gateway.url);
  await field('Client id').fill(CLIENTS.transit);
  await field('Client secret').fill(SECRETS.transit);
  await field('Box id').fill(world.boxId);
  await button('Save').click();
  await expect(card('Transit')).toContainText('Its secret is kept until you quit.');
  await expect(card('Transit')).toContainText('Next poll in', { timeout: 30_000 });
  expect(filesWith(world.folder, [SECRETS.transit])).toEqual([join(world.folder, 'transit.secret')]);

  await app.quit();
  await start({ env });
  await openAccounts();
  await expect(card('Transit')).toContainText('Its secret is missing');
  expect(filesWith(world.dataDirectory, [SECRETS.transit])).toEqual([]);
});
