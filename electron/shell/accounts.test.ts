import { describe, expect, it } from 'vitest';
import type { Account } from '../../shared/accounts/account.ts';
import type { AccountWithSecret } from '../../shared/engine-api.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { quietMinutesSchema } from '../../shared/quiet.ts';
import { failed, ok } from '../../shared/result.ts';
import { settingsSchema } from '../../shared/settings.ts';
import { createFakeClock } from '../../test/support/fake-clock.ts';
import { createAccountDesk } from './accounts.ts';
import type { CallEngine } from './engine-link.ts';
import type { Secrets } from './secrets.ts';
import type { SettingsDesk } from './settings.ts';

const cds: Account = {
  id: 'cds',
  name: 'CDS',
  source: 'hmrc-cds',
  environment: 'sandbox',
  clientId: 'c1',
  clientSecret: { stored: true },
};
const added = { ...cds, addedAt: '2026-11-22T09:00:00.000Z' };

function setUp(fixed: readonly AccountWithSecret[] | null = null) {
  const calls: [name: string, params: unknown][] = [];
  const failures = new Map<string, Failure>();
  const held = new Map<string, string>();
  let current = settingsSchema.parse({});
  const settings: SettingsDesk = {
    current: () => current,
    update: (change) => ok((current = settingsSchema.parse(change(current)))),
  };
  const secrets: Secrets = {
    backend: () => ({ protection: 'keychain', backend: 'test' }),
    allowSession: () => ({ protection: 'keychain', backend: 'test' }),
    read: async (id) => {
      const secret = held.get(id);
      return secret === undefined ? failed('missing') : ok(secret);
    },
    stateOf: async (id) => (held.has(id) ? 'held' : 'missing'),
    keep: async (id, secret) => {
      held.set(id, secret);
      return ok(null);
    },
    forget: (id) => {
      held.delete(id);
      return ok(null);
    },
  };
  const callEngine = (async (name: string, params: unknown) => {
    calls.push([name, params]);
    const why = failures.get(name);
    return why === undefined ? ok(null) : failed(why);
  }) as unknown as CallEngine;
  const desk = createAccountDesk({ settings, secrets, callEngine, clock: createFakeClock(), fixed });
  return { desk, settings, held, calls, failures };
}

const configured = (accounts: unknown[], locked: unknown[] = []) => [
  'configure',
  { accounts, locked, holdBackSeconds: 10, quietMinutes: quietMinutesSchema.parse({}) },
];

describe('the accounts', () => {
  it('are saved with the instant they were added, their secret apart, and handed to the engine', async () => {
    const { desk, settings, held, calls } = setUp();
    const literal = { ...cds, clientSecret: 'canary' };
    expect(await desk.save({ account: literal, clientSecret: 'canary' })).toEqual(ok(null));
    expect(settings.current().accounts).toEqual([added]);
    expect([...held]).toEqual([['cds', 'canary']]);
    expect(calls).toEqual([configured([{ account: added, clientSecret: 'canary' }])]);
  });

  it('keep secret and instant when they are edited', async () => {
    const { desk, settings, calls } = setUp();
    await desk.save({ account: cds, clientSecret: 's' });
    await desk.save({ account: { ...cds, name: 'Customs' }, clientSecret: null });
    const renamed = { ...added, name: 'Customs' };
    expect(settings.current().accounts).toEqual([renamed]);
    expect(calls.at(-1)).toEqual(configured([{ account: renamed, clientSecret: 's' }]));
  });

  it('are not saved without a secret', async () => {
    const { desk, settings, calls } = setUp();
    expect(await desk.save({ account: cds, clientSecret: null })).toEqual(
      failed(failure('secret-missing', { detail: 'clientSecret: enter the secret of this account' })),
    );
    expect([settings.current().accounts, calls]).toEqual([[], []]);
  });

  it('whose secret is gone are shown to the engine as locked', async () => {
    const { desk, held, calls } = setUp();
    await desk.save({ account: cds, clientSecret: 's' });
    held.clear();
    await desk.configure();
    expect(calls.at(-1)).toEqual(configured([], [{ account: added, reason: 'secret-missing' }]));
    expect(await desk.list()).toEqual([{ account: added, secret: 'missing' }]);
  });

  it('are tested as they were typed, or with the secret that is held', async () => {
    const { desk, calls } = setUp();
    await desk.test({ account: { ...cds, clientSecret: 'canary' }, clientSecret: 'typed' });
    await desk.save({ account: cds, clientSecret: 'held' });
    await desk.test({ account: cds, clientSecret: null });
    expect(calls.filter(([name]) => name === 'testAccount')).toEqual([
      ['testAccount', { account: { account: cds, clientSecret: 'typed' } }],
      ['testAccount', { account: { account: cds, clientSecret: 'held' } }],
    ]);
  });

  it('are saved even while the engine restarts', async () => {
    const { desk, failures, settings } = setUp();
    failures.set('configure', failure('engine-stopped'));
    expect(await desk.save({ account: cds, clientSecret: 's' })).toEqual(ok(null));
    expect(settings.current().accounts).toEqual([added]);
  });

  it('lose their history only after polling has ended, and stay as they were when it cannot be deleted', async () => {
    const { desk, calls, failures, settings, held } = setUp();
    await desk.save({ account: cds, clientSecret: 's' });
    calls.length = 0;
    failures.set('forgetAccount', failure('store-locked'));
    expect(await desk.remove('cds', false)).toEqual(failed(failure('store-locked')));
    const both = [configured([]), ['forgetAccount', { account: 'cds' }]];
    expect(calls).toEqual([...both, configured([{ account: added, clientSecret: 's' }])]);
    expect([settings.current().accounts, held.size]).toEqual([[added], 1]);

    failures.clear();
    calls.length = 0;
    expect(await desk.remove('cds', false)).toEqual(ok(null));
    expect(calls).toEqual([...both, configured([])]);
    expect([settings.current().accounts, held.size]).toEqual([[], 0]);
  });

  it('keep their history where a person says so', async () => {
    const { desk, calls } = setUp();
    await desk.save({ account: cds, clientSecret: 's' });
    calls.length = 0;
    expect(await desk.remove('cds', true)).toEqual(ok(null));
    expect(calls).toEqual([configured([])]);
  });

  it('pause one by one, and all until quit', async () => {
    const { desk, calls, settings } = setUp();
    await desk.save({ account: cds, clientSecret: 's' });
    await desk.pause('cds', true);
    expect(settings.current().accounts).toEqual([{ ...added, paused: true }]);
    await desk.pause('cds', false);
    await desk.pauseAll(true);
    expect(calls.at(-1)).toEqual(configured([{ account: { ...added, paused: true }, clientSecret: 's' }]));
    expect(settings.current().accounts).toEqual([{ ...added, paused: false }]);
    expect(await desk.pause('other', true)).toMatchObject({ ok: false, failure: { reason: 'not-found' } });
  });

  it('of a file cannot be edited', async () => {
    const { desk, calls } = setUp([{ account: cds, clientSecret: 'from the file' }]);
    const refused = failed(
      failure('not-supported', {
        detail: 'these accounts come from the file given at start: edit that file',
      }),
    );
    expect([
      await desk.save({ account: cds, clientSecret: 'x' }),
      await desk.pause('cds', true),
      await desk.remove('cds', false),
    ]).toEqual([refused, refused, refused]);
    await desk.configure();
    expect(calls).toEqual([configured([{ account: cds, clientSecret: 'from the file' }])]);
    expect(await desk.list()).toEqual([{ account: cds, secret: 'session-only' }]);
  });
});
