import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { createCertificateAuthority } from '../support/network/certificate-authority.ts';
import { startForwardProxy, type ForwardProxy } from '../support/network/forward-proxy.ts';
import { startTlsFront, type TlsFront } from '../support/network/tls-front.ts';
import { cdsDraft, saveAccounts } from './support/accounts.ts';
import { launchApp, type LaunchOptions, type RunningApp } from './support/app.ts';
import { inboxOf } from './support/inbox.ts';
import { startWorld, type World } from './support/world.ts';

const HOST = 'api.hmrc.test';
const PASSWORD = 'canary-proxy-7b21';

let world: World;
let front: TlsFront;
let proxy: ForwardProxy;
let app: RunningApp;
let window: Page;
let caFile: string;

test.beforeEach(async () => {
  world = await startWorld();
  const office = createCertificateAuthority('Office Inspection Root');
  caFile = join(world.folder, 'office.pem');
  writeFileSync(caFile, office.pem);
  front = await startTlsFront(office.issue(HOST), world.gateway.url);
  proxy = await startForwardProxy({ route: () => front.port, credentials: `ann:${PASSWORD}` });
});
test.afterEach(async () => {
  await app.quit();
  await proxy.close();
  await front.close();
  await world.close();
});

/** An account at a name that only the proxy can reach. */
const draft = () => {
  const { account, secret } = cdsDraft(world);
  const environment = { baseUrl: `https://${HOST}`, tokenUrl: `https://${HOST}/oauth/token` };
  return { account: { ...account, environment }, secret };
};
const start = async (options: LaunchOptions = {}) => {
  app = await launchApp(world, { ownAccounts: true, ...options });
  window = app.window;
};
const button = (name: string) => window.getByRole('button', { name, exact: true });
const field = (label: string) => window.getByLabel(label, { exact: true });
const network = () => window.getByRole('group', { name: 'Network' });
const openSettings = () => inboxOf(window).view('Settings').click();
const saved = () => expect(window.getByText('Network saved')).toBeAttached();

async function testConnection(): Promise<void> {
  await inboxOf(window).view('Accounts').click();
  await button('Edit').click();
  await button('Test connection').click();
}

test('a proxy with a name and password and a certificate file, set in the settings, carry all calls', async () => {
  await start();
  await saveAccounts(window, [draft()]);
  await openSettings();
  await network().getByRole('radio', { name: 'This proxy' }).click();
  await field('Address').fill('127.0.0.1');
  await field('Port').fill(String(proxy.port));
  await button('Save network').click();
  await saved();

  await testConnection();
  await expect(window.getByRole('alert')).toContainText('The proxy wants a name and password');
  await expect(window.getByRole('alert')).toContainText(`127.0.0.1:${proxy.port}`);

  await openSettings();
  await network().getByLabel('Name', { exact: true }).fill('ann');
  await field('Password').fill(PASSWORD);
  await button('Save network').click();
  await testConnection();
  const unknown = window.getByRole('alert');
  await expect(unknown).toContainText('Certificate not known to Quayside');
  await expect(unknown).toContainText('signed by “Office Inspection Root”');

  await openSettings();
  await expect(field('Password')).toHaveValue('');
  await field('Certificate file').fill(caFile);
  await button('Save network').click();
  await testConnection();
  await expect(window.getByText(`Reached through the proxy 127.0.0.1:${proxy.port}.`)).toBeVisible({
    timeout: 60_000,
  });
  expect(new Set(proxy.targets)).toEqual(new Set([`${HOST}:443`]));
});

test('a PAC file of the system is asked for each address', async () => {
  const open = await startForwardProxy({ route: () => front.port });
  try {
    await start({ env: { NODE_EXTRA_CA_CERTS: caFile } });
    const pac = `function FindProxyForURL(url, host) { return host === '${HOST}' ? 'PROXY 127.0.0.1:${open.port}' : 'DIRECT'; }`;
    await app.electron.evaluate(
      ({ session }, script) => session.defaultSession.setProxy({ mode: 'pac_script', pacScript: script }),
      `data:application/x-ns-proxy-autoconfig;base64,${btoa(pac)}`,
    );
    await saveAccounts(window, [draft()]);
    await expect.poll(() => world.gateway.calls.length, { timeout: 60_000 }).toBeGreaterThan(1);
    expect(new Set(open.targets)).toEqual(new Set([`${HOST}:443`]));
  } finally {
    await open.close();
  }
});

test('what the office sets holds and cannot be changed; a fault in its file is said, and nothing goes out', async () => {
  const policyFile = join(world.folder, 'policy.json');
  const set = (port: unknown) =>
    writeFileSync(
      policyFile,
      JSON.stringify({
        network: {
          proxy: { host: '127.0.0.1', port, name: 'ann', password: { file: 'proxy.secret' } },
          caFile: 'office.pem',
        },
      }),
    );
  writeFileSync(join(world.folder, 'proxy.secret'), PASSWORD);
  set('3128');
  await start({ env: { QUAYSIDE_POLICY_FILE: policyFile } });
  await saveAccounts(window, [draft()]);
  await openSettings();
  await expect(network().getByRole('alert')).toContainText('Your office’s settings cannot be read');
  await expect(network().getByRole('alert')).toContainText('network.proxy.port: must be a number');
  expect([proxy.targets, world.gateway.calls]).toEqual([[], []]);

  set(proxy.port);
  await testConnection();
  await expect(window.getByText(`Reached through the proxy 127.0.0.1:${proxy.port}.`)).toBeVisible({
    timeout: 60_000,
  });
  await openSettings();
  await expect(network()).toContainText(
    `Your office has set the proxy (${policyFile}): 127.0.0.1:${proxy.port}.`,
  );
  await expect(network().getByRole('radio')).toHaveCount(0);
  await expect(field('Certificate file')).toHaveCount(0);
  await expect(button('Save network')).toHaveCount(0);
});
