import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { seeded } from '../simulators/cds/chance.ts';
import { authorization } from '../simulators/mastercard/events/authorization.ts';
import { madeUpPurchase } from '../simulators/mastercard/events/purchase.ts';
import { newSigningKeys } from '../simulators/mastercard/projects.ts';
import {
  startMastercardSimulator,
  type RunningMastercard,
} from '../simulators/mastercard/start-mastercard.ts';
import { pkcs12Of } from '../support/pkcs12-of.ts';
import { selfSigned } from '../support/self-signed.ts';
import { launchApp, type RunningApp } from './support/app.ts';
import { filesWith } from './support/files.ts';
import { inboxOf, type Inbox } from './support/inbox.ts';
import { startWorld, type World } from './support/world.ts';

const PASSWORD = 'canary-password-of-the-key-file';
const DAY = 86_400_000;

let world: World;
let mastercard: RunningMastercard;
let app: RunningApp;
let window: Page;
let inbox: Inbox;

test.beforeEach(async () => {
  world = await startWorld();
  mastercard = await startMastercardSimulator();
  mastercard.subscribe({ name: 'CARDS', subjectType: 'PAYMENT_AUTHORIZATION' });
  app = await launchApp(world, { ownAccounts: true });
  window = app.window;
  inbox = inboxOf(window);
});
test.afterEach(async () => {
  await app.quit();
  await mastercard.close();
  await world.close();
});

const field = (label: string) => window.getByLabel(label, { exact: true });
const button = (name: string) => window.getByRole('button', { name, exact: true });
const card = (name: string) => window.getByRole('listitem', { name, exact: true });

/** As the project offers it for download, good for so many days. */
const keyFile = (days: number) => {
  const { privateKeyPem } = mastercard.project;
  const [from, until] = [Date.now() - DAY, Date.now() + days * DAY];
  const certificate = selfSigned(createPrivateKey(privateKeyPem), 'alder.example', from, until);
  return {
    name: 'alder-sandbox.p12',
    mimeType: 'application/x-pkcs12',
    buffer: pkcs12Of(privateKeyPem, certificate, PASSWORD),
  };
};

async function openForm(): Promise<void> {
  await inbox.view('Accounts').click();
  await window.getByRole('main').getByRole('button', { name: 'Add an account' }).click();
  await field('Source').selectOption('mastercard-cen');
  await field('Name').fill('Company cards');
  await field('Environment').selectOption('custom');
  await field('Address of the API').fill(mastercard.baseUrl);
}

test('a Mastercard account is made from its key file, whose password is told to be wrong at once, and its notifications come', async () => {
  const purchase = madeUpPurchase(seeded(4), Date.now() - 60_000);
  mastercard.happen(authorization(seeded(5), purchase, { responseCode: '51', masks: false }), {
    createdAt: Date.now() - 60_000,
  });
  await openForm();
  await field('Consumer key').fill(mastercard.project.consumerKey);
  await field('Key file').setInputFiles(keyFile(400));
  await expect(window.getByText('The file is locked with a password, and none is given.')).toBeVisible();
  await field('Password of the key file').fill('not the password');
  await expect(window.getByText('The password does not open the file.')).toBeVisible();
  await field('Password of the key file').fill(PASSWORD);
  await expect(window.getByText(/Key opened:.*RSA, 2048 bits.*alder\.example/)).toBeVisible();
  expect(mastercard.calls).toEqual([]);

  await button('Test connection').click();
  await expect(window.getByText('Connected: 1 subscription is active.')).toBeVisible({ timeout: 30_000 });
  await button('Save').click();
  await expect(card('Company cards')).toContainText('Acknowledgements stay here', { timeout: 30_000 });

  await inbox.view('All').click();
  await inbox.row(/declined/i).click({ timeout: 40_000 });
  await expect(inbox.detail).toContainText('declined');
  await window.keyboard.press('e');
  await inbox.view('Acknowledged').click();
  await inbox.row(/declined/i).click();
  await expect(inbox.detail).toContainText('Acknowledged here; this source keeps no such mark');

  await nothingLeaks([purchase.realCard.number, purchase.virtualCard.number]);
  expect(mastercard.calls.filter(({ signature }) => signature !== 'ok')).toEqual([]);
});

test('a key and a consumer key of different projects, and a key that holds for three weeks more, are told in words', async () => {
  await openForm();
  await field('Consumer key').fill(mastercard.addProject({ keys: newSigningKeys() }).consumerKey);
  await field('Key file').setInputFiles(keyFile(21));
  await field('Password of the key file').fill(PASSWORD);
  await expect(window.getByText(/That is soon: get a new one in time/)).toBeVisible();
  await button('Test connection').click();
  await expect(window.getByRole('alert')).toContainText('Signature refused', { timeout: 30_000 });
  await expect(window.getByRole('alert')).toContainText('same project');
});

/** Neither the number of a card nor the key or its password, on the screen or in any file. */
async function nothingLeaks(numbers: readonly string[]): Promise<void> {
  const { privateKeyPem } = mastercard.project;
  const secrets = [PASSWORD, privateKeyPem.split('\n')[3] ?? '', ...numbers];
  const shown = await window.evaluate(() => document.documentElement.outerHTML);
  expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
  expect(filesWith(world.folder, secrets)).toEqual([]);
  const settings = readFileSync(join(world.dataDirectory, 'app/settings.json'), 'utf8');
  expect(JSON.parse(settings)).toMatchObject({
    accounts: [
      { source: 'mastercard-cen', signingKey: { stored: true }, keyInfo: { kind: 'RSA, 2048 bits' } },
    ],
  });
}
