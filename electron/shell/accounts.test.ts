import { describe, expect, it } from 'vitest';
import type { Account } from '../../shared/accounts/account.ts';
import type { KeyInfo } from '../../shared/accounts/key-material.ts';
import type { AccountWithSecret } from '../../shared/engine-api.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { quietMinutesSchema } from '../../shared/quiet.ts';
import { failed, ok } from '../../shared/result.ts';
import { retentionDaysSchema } from '../../shared/retention.ts';
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

/** As it came in its file, and as the engine gives it back. */
const FILE = { key: 'cGtjczEy', password: 'canary', certificate: null };
const BARE = { key: 'cGVt', password: null, certificate: 'Y2VydA==' };
const info: KeyInfo = { kind: 'RSA, 2048 bits', subject: 'CN=broker', expiresAt: null, thumbprint: null };

const cards: Account = {
  id: 'cards',
  name: 'Cards',
  source: 'mastercard-cen',
  environment: 'sandbox',
  consumerKey: 'key!project',
  signingKey: { stored: true },
};
const merchant: Account = {
  id: 'merchant',
  name: 'Merchant',
  source: 'jpm-notifications',
  environment: 'production',
  clientId: 'c2',
  resource: 'JPMC:URI:RS-1',
  signingKey: { stored: true },
  entityId: '012345678',
  entityType: 'MERCHANT',
};

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
    if (why !== undefined) return failed(why);
    return ok(name === 'importKey' ? { material: BARE, info } : null);
  }) as unknown as CallEngine;
  const desk = createAccountDesk({
    settings,
    secrets,
    callEngine,
    openedNetwork: async () => ({ proxy: 'none' }),
    clock: createFakeClock(),
    fixed,
  });
  return { desk, settings, held, calls, failures };
}

const configured = (accounts: unknown[], locked: unknown[] = []) => [
  'configure',
  {
    accounts,
    locked,
    network: { proxy: 'none' },
    holdBackSeconds: 10,
    quietMinutes: quietMinutesSchema.parse({}),
    retentionDays: retentionDaysSchema.parse({}),
  },
];

describe('the accounts', () => {
  it('are saved with the instant they were added, their secret apart, and handed to the engine', async () => {
    const { desk, settings, held, calls } = setUp();
    const literal = { ...cds, clientSecret: 'canary' };
    expect(await desk.save({ account: literal, secret: 'canary' })).toEqual(ok(null));
    expect(settings.current().accounts).toEqual([added]);
    expect([...held]).toEqual([['cds', 'canary']]);
    expect(calls).toEqual([configured([{ account: added, secret: 'canary' }])]);
  });

  it('keep secret and instant when they are edited', async () => {
    const { desk, settings, calls } = setUp();
    await desk.save({ account: cds, secret: 's' });
    await desk.save({ account: { ...cds, name: 'Customs' }, secret: null });
    const renamed = { ...added, name: 'Customs' };
    expect(settings.current().accounts).toEqual([renamed]);
    expect(calls.at(-1)).toEqual(configured([{ account: renamed, secret: 's' }]));
  });

  it('are not saved without a secret', async () => {
    const { desk, settings, calls } = setUp();
    expect(await desk.save({ account: cds, secret: null })).toEqual(
      failed(
        failure('secret-missing', { detail: 'enter the secret of this account, or choose its key file' }),
      ),
    );
    expect([settings.current().accounts, calls]).toEqual([[], []]);
  });

  it('whose secret is gone are shown to the engine as locked', async () => {
    const { desk, held, calls } = setUp();
    await desk.save({ account: cds, secret: 's' });
    held.clear();
    await desk.configure();
    expect(calls.at(-1)).toEqual(configured([], [{ account: added, reason: 'secret-missing' }]));
    expect(await desk.list()).toEqual([{ account: added, secret: 'missing' }]);
  });

  it('are tested as they were typed, or with the secret that is held', async () => {
    const { desk, calls } = setUp();
    await desk.test({ account: { ...cds, clientSecret: 'canary' }, secret: 'typed' });
    await desk.save({ account: cds, secret: 'held' });
    await desk.test({ account: cds, secret: null });
    expect(calls.filter(([name]) => name === 'testAccount')).toEqual([
      ['testAccount', { account: { account: cds, secret: 'typed' } }],
      ['testAccount', { account: { account: cds, secret: 'held' } }],
    ]);
  });

  it('are saved even while the engine restarts', async () => {
    const { desk, failures, settings } = setUp();
    failures.set('configure', failure('engine-stopped'));
    expect(await desk.save({ account: cds, secret: 's' })).toEqual(ok(null));
    expect(settings.current().accounts).toEqual([added]);
  });

  it('lose their history only after polling has ended, and stay as they were when it cannot be deleted', async () => {
    const { desk, calls, failures, settings, held } = setUp();
    await desk.save({ account: cds, secret: 's' });
    calls.length = 0;
    failures.set('forgetAccount', failure('store-locked'));
    expect(await desk.remove('cds', false)).toEqual(failed(failure('store-locked')));
    const both = [configured([]), ['forgetAccount', { account: 'cds' }]];
    expect(calls).toEqual([...both, configured([{ account: added, secret: 's' }])]);
    expect([settings.current().accounts, held.size]).toEqual([[added], 1]);

    failures.clear();
    calls.length = 0;
    expect(await desk.remove('cds', false)).toEqual(ok(null));
    expect(calls).toEqual([...both, configured([])]);
    expect([settings.current().accounts, held.size]).toEqual([[], 0]);
  });

  it('keep their history where a person says so', async () => {
    const { desk, calls } = setUp();
    await desk.save({ account: cds, secret: 's' });
    calls.length = 0;
    expect(await desk.remove('cds', true)).toEqual(ok(null));
    expect(calls).toEqual([configured([])]);
  });

  it('pause one by one, and all until quit', async () => {
    const { desk, calls, settings } = setUp();
    await desk.save({ account: cds, secret: 's' });
    await desk.pause('cds', true);
    expect(settings.current().accounts).toEqual([{ ...added, paused: true }]);
    await desk.pause('cds', false);
    await desk.pauseAll(true);
    expect(calls.at(-1)).toEqual(configured([{ account: { ...added, paused: true }, secret: 's' }]));
    expect(settings.current().accounts).toEqual([{ ...added, paused: false }]);
    expect(await desk.pause('other', true)).toMatchObject({ ok: false, failure: { reason: 'not-found' } });
  });

  it('of a file cannot be edited', async () => {
    const { desk, calls } = setUp([{ account: cds, secret: 'from the file' }]);
    const refused = failed(
      failure('not-supported', {
        detail: 'these accounts come from the file given at start: edit that file',
      }),
    );
    expect([
      await desk.save({ account: cds, secret: 'x' }),
      await desk.pause('cds', true),
      await desk.remove('cds', false),
    ]).toEqual([refused, refused, refused]);
    await desk.configure();
    expect(calls).toEqual([configured([{ account: cds, secret: 'from the file' }])]);
    expect(await desk.list()).toEqual([{ account: cds, secret: 'session-only' }]);
  });
});

describe('an account whose source signs', () => {
  const kept = { ...cards, keyInfo: info, addedAt: added.addedAt };

  it('is saved with the bare key in place of its file, what the key is, and no password', async () => {
    const { desk, settings, held, calls } = setUp();
    expect(await desk.save({ account: cards, secret: JSON.stringify(FILE) })).toEqual(ok(null));
    expect(settings.current().accounts).toEqual([kept]);
    expect([...held]).toEqual([['cards', JSON.stringify(BARE)]]);
    expect(calls).toEqual([
      ['importKey', FILE],
      configured([{ account: kept, secret: JSON.stringify(BARE) }]),
    ]);
  });

  it('has its certificate kept with the key it belongs to', async () => {
    const { desk, settings } = setUp();
    const certificate = { file: 'cert.pem' };
    await desk.save({ account: { ...merchant, certificate }, secret: JSON.stringify(FILE) });
    expect(settings.current().accounts).toEqual([{ ...merchant, keyInfo: info, addedAt: added.addedAt }]);
  });

  it('is not saved where the key cannot be used, and the engine says why', async () => {
    const { desk, settings, held, calls, failures } = setUp();
    const wrong = failure('key-unusable', { detail: 'the password does not open the file' });
    failures.set('importKey', wrong);
    expect(await desk.save({ account: cards, secret: JSON.stringify(FILE) })).toEqual(failed(wrong));
    expect([settings.current().accounts, held.size, calls.length]).toEqual([[], 0, 1]);
  });

  it.each(['canary', '{"key":"canary"', '{"key":"?","password":"canary","certificate":null}', 'null'])(
    'is not saved with what is no key at all, %s, of which nothing is repeated',
    async (secret) => {
      const { desk, settings, held, calls } = setUp();
      expect(await desk.save({ account: cards, secret })).toEqual(
        failed(failure('key-unusable', { detail: 'choose the key file again' })),
      );
      expect([settings.current().accounts, held.size, calls]).toEqual([[], 0, []]);
    },
  );

  it('keeps the key and what it is when only something else is edited', async () => {
    const { desk, settings, held, calls } = setUp();
    await desk.save({ account: cards, secret: JSON.stringify(FILE) });
    await desk.save({ account: { ...cards, name: 'Company cards' }, secret: null });
    expect(settings.current().accounts).toEqual([{ ...kept, name: 'Company cards' }]);
    expect([held.get('cards'), calls.filter(([name]) => name === 'importKey').length]).toEqual([
      JSON.stringify(BARE),
      1,
    ]);
  });

  it('is tested with the key as it was chosen, or with the one that is held', async () => {
    const { desk, calls } = setUp();
    await desk.test({ account: cards, secret: JSON.stringify(FILE) });
    await desk.save({ account: cards, secret: JSON.stringify(FILE) });
    await desk.test({ account: cards, secret: null });
    expect(calls.filter(([name]) => name === 'testAccount')).toEqual([
      ['testAccount', { account: { account: cards, secret: JSON.stringify(FILE) } }],
      ['testAccount', { account: { account: cards, secret: JSON.stringify(BARE) } }],
    ]);
  });
});
