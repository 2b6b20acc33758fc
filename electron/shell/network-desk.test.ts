import { expect, it } from 'vitest';
import type { NetworkDraft } from '../../shared/bridge.ts';
import type { OpenedNetwork } from '../../shared/network/network-settings.ts';
import { failed, ok } from '../../shared/result.ts';
import { settingsSchema, type Settings } from '../../shared/settings.ts';
import { createNetworkDesk } from './network-desk.ts';
import type { Secrets } from './secrets.ts';
import type { SettingsDesk } from './settings.ts';

function createDesk(fixed: OpenedNetwork | null = null) {
  let current: Settings = settingsSchema.parse({});
  const held = new Map<string, string>();
  const settings: SettingsDesk = {
    current: () => current,
    update: (change) => ok((current = change(current))),
  };
  const secrets = {
    read: async (id: string) => (held.has(id) ? ok(held.get(id) ?? '') : failed('missing' as const)),
    stateOf: async (id: string) => (held.has(id) ? 'held' : 'missing'),
    keep: async (id: string, secret: string) => {
      held.set(id, secret);
      return ok(null);
    },
    forget: (id: string) => {
      held.delete(id);
      return ok(null);
    },
  } as unknown as Secrets;
  return { desk: createNetworkDesk({ settings, secrets, fixed }), held, settings };
}

const draft = (more: object, password: string | null = null): NetworkDraft => ({
  network: { proxy: { host: 'proxy.office', port: 3128, ...more } },
  password,
});
const signedIn = { name: 'ann', password: { stored: true } } as const;

it('keeps the password as a secret, never in the settings, and hands it to the engine', async () => {
  const { desk, settings } = createDesk();
  await desk.save(draft(signedIn, 'p@ss'));
  // Saved again without one: the one that is held stays.
  await desk.save(draft(signedIn));
  expect([await desk.opened(), await desk.view()]).toEqual([
    { proxy: { host: 'proxy.office', port: 3128, name: 'ann', password: 'p@ss' } },
    { network: draft(signedIn).network, password: 'held', isFixed: false },
  ]);
  expect(JSON.stringify(settings.current())).not.toContain('p@ss');
});

it('forgets the password with the sign-in', async () => {
  const { desk, held } = createDesk();
  await desk.save(draft(signedIn, 'p@ss'));
  await desk.save(draft({}));
  expect([held.size, await desk.opened()]).toEqual([
    0,
    { proxy: { host: 'proxy.office', port: 3128, password: null } },
  ]);
});

it('signs in with no name whose password cannot be read, so that nothing is locked', async () => {
  const { desk, held } = createDesk();
  await desk.save(draft(signedIn, 'p@ss'));
  held.clear();
  expect(await desk.opened()).toEqual({ proxy: { host: 'proxy.office', port: 3128, password: null } });
});

it('shows what an accounts file sets without its password, and changes nothing of it', async () => {
  const fixed = { proxy: { host: 'p', port: 1, name: 'ann', password: 'canary' }, caFile: '/office.pem' };
  const { desk } = createDesk(fixed);
  const saved = await desk.save(draft({}));
  const view = await desk.view();
  expect([saved.ok || saved.failure.reason, await desk.opened(), view]).toEqual([
    'not-supported',
    fixed,
    {
      network: {
        proxy: { host: 'p', port: 1, name: 'ann', password: { stored: true } },
        caFile: '/office.pem',
      },
      password: 'missing',
      isFixed: true,
    },
  ]);
});
