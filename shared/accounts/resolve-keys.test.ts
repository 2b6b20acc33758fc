import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SecretReader } from './resolve-secret.ts';
import { resolveAccountsFile } from './resolve.ts';

const cards = {
  id: 'cards',
  name: 'Cards',
  source: 'mastercard-cen',
  environment: 'sandbox',
  consumerKey: 'project-key!0123',
};
const merchant = {
  id: 'merchant',
  name: 'Merchant',
  source: 'jpm-notifications',
  environment: 'production',
  clientId: 'c1',
  resource: 'JPMC:URI:RS-1',
  entityId: '012345678',
  entityType: 'MERCHANT',
};
const PEM = '-----BEGIN PRIVATE KEY-----\nQQ==\n-----END PRIVATE KEY-----\n';
const base64 = (text: string) => Buffer.from(text).toString('base64');

const world: SecretReader = {
  env: (name) => ({ CARDS_P12: 'opens it', KEY: PEM, EMPTY: '', NOT_PEM: 'clé' })[name],
  readFile: (path) => (path === 'password.txt' ? 'opens it\n' : null),
  readBase64: (path) =>
    ({
      'cards.p12': 'MIIK',
      'key.pem': base64(PEM),
      'cert.pem': 'Q0VSVA==',
      'empty.p12': '',
      'film.mp4': 'A'.repeat(90_000),
    })[path] ?? null,
};
const file = (...accounts: unknown[]) => JSON.stringify({ accounts });
const resolved = (...accounts: unknown[]) => resolveAccountsFile(file(...accounts), world);
const faultsOf = (...accounts: unknown[]) => {
  const answer = resolved(...accounts);
  return answer.ok ? [] : answer.failure.map(({ field, message }) => [field, message]);
};
const material = (key: string, password: string | null, certificate: string | null) =>
  JSON.stringify({ key, password, certificate });

describe('the key of an account', () => {
  it('comes from a file with the password that opens it, or from a variable, its certificate apart', () => {
    const accounts = [
      { ...cards, signingKey: { file: 'cards.p12', password: { env: 'CARDS_P12' } } },
      { ...cards, id: 'b', signingKey: { file: 'cards.p12', password: { file: 'password.txt' } } },
      { ...cards, id: 'c', signingKey: { env: 'KEY' } },
      { ...merchant, signingKey: { file: 'key.pem' }, certificate: { file: 'cert.pem' } },
    ];
    const secrets = [
      material('MIIK', 'opens it', null),
      material('MIIK', 'opens it', null),
      material(base64(PEM), null, null),
      material(base64(PEM), null, 'Q0VSVA=='),
    ];
    expect(resolved(...accounts)).toEqual({
      ok: true,
      value: {
        accounts: accounts.map((account, index) => ({ account, secret: secrets[index] })),
        network: {},
        warnings: [],
      },
    });
  });

  it('written out, or its password, draws a warning and stays out of the account; a certificate is no secret', () => {
    const answer = resolved(
      { ...cards, signingKey: PEM },
      { ...cards, id: 'b', signingKey: { file: 'cards.p12', password: 'canary' } },
      { ...merchant, signingKey: { env: 'KEY' }, certificate: 'CERT' },
    );
    const stored = { stored: true };
    const rest = 'is written out in the file: anyone who can read the file has it.';
    expect(answer).toEqual({
      ok: true,
      value: {
        accounts: [
          { account: { ...cards, signingKey: stored }, secret: material(base64(PEM), null, null) },
          { account: { ...cards, id: 'b', signingKey: stored }, secret: material('MIIK', 'canary', null) },
          {
            account: { ...merchant, signingKey: { env: 'KEY' }, certificate: stored },
            secret: material(base64(PEM), null, base64('CERT')),
          },
        ],
        network: {},
        warnings: [
          `accounts[0].signingKey of "cards" ${rest} Use { "env": … } or { "file": … }.`,
          `accounts[1].signingKey.password of "b" ${rest} Use { "env": … } or { "file": … }.`,
        ],
      },
    });
  });

  it('that cannot be had is told part by part', () => {
    expect(
      faultsOf(
        { ...cards, signingKey: { file: 'gone.p12', password: { env: 'GONE' } } },
        { ...cards, id: 'b', signingKey: { file: 'empty.p12' } },
        { ...cards, id: 'c', signingKey: { file: 'film.mp4' } },
        { ...cards, id: 'd', signingKey: { env: 'NOT_PEM' } },
        { ...cards, id: 'e', signingKey: { stored: true } },
        { ...merchant, signingKey: { env: 'EMPTY' }, certificate: { file: 'gone.pem' } },
      ),
    ).toEqual([
      ['accounts[0].signingKey.password', 'the environment variable GONE is not set'],
      ['accounts[0].signingKey', 'the file gone.p12 cannot be read'],
      ['accounts[1].signingKey', 'the file empty.p12 is empty'],
      ['accounts[2].signingKey', 'the file film.mp4 is too large to be a key'],
      ['accounts[3].signingKey', 'is not PEM text'],
      [
        'accounts[4].signingKey',
        '{ stored } belongs to the app’s own settings: use { env } or { file } here',
      ],
      ['accounts[5].signingKey', 'the environment variable EMPTY is not set'],
      ['accounts[5].certificate', 'the file gone.pem cannot be read'],
    ]);
  });
});

describe('every wrong field of such an account', () => {
  const key = { file: 'cards.p12' };
  it.each([
    ['cards', { signingKey: undefined }, 'signingKey', 'is missing'],
    ['cards', { signingKey: 7 }, 'signingKey', 'use text or an object'],
    ['cards', { signingKey: {} }, 'signingKey', 'use text, { file }, { env } or { stored }'],
    ['cards', { signingKey: { ...key, password: 7 } }, 'signingKey.password', 'use text or an object'],
    [
      'cards',
      { signingKey: { ...key, password: { envv: 'X' } } },
      'signingKey.password',
      /^use text, \{ env/,
    ],
    ['cards', { signingKey: { ...key, pasword: 'canary' } }, 'signingKey.pasword', 'is not a known setting'],
    ['cards', { signingKey: { file: '' } }, 'signingKey.file', 'must not be empty'],
    ['cards', { consumerKey: 'a "b"' }, 'consumerKey', /^copy the consumer key from/],
    ['cards', { clientSecret: 's' }, 'clientSecret', 'is not a known setting'],
    ['merchant', { entityId: '1234567' }, 'entityId', 'use the 8 to 12 digits of the entity'],
    ['merchant', { entityId: 12_345_678 }, 'entityId', 'must be text in quotes'],
    ['merchant', { entityType: 'SHOP' }, 'entityType', /^use "MERCHANT", "PLATFORM"/],
    ['merchant', { parentEntityId: 'x' }, 'parentEntityId', 'use the 8 to 12 digits of the entity'],
    ['merchant', { filterStyle: 'body' }, 'filterStyle', 'use "headers", "query" or "both"'],
    ['merchant', { resource: '' }, 'resource', 'must not be empty'],
    ['merchant', { certificate: { stored: false } }, 'certificate.stored', 'use true'],
  ])('is named by its path: %s with %j', (which, wrong, field, message) => {
    const whole = { ...(which === 'cards' ? cards : merchant), signingKey: key, ...wrong };
    const faults = faultsOf(cardsWith('first'), cardsWith('second'), whole);
    expect(faults).toEqual([
      [
        `accounts[2].${field}`,
        typeof message === 'string' ? message : (expect.stringMatching(message) as string),
      ],
    ]);
  });

  const cardsWith = (id: string) => ({ ...cards, id, signingKey: key });
});

it('never throws and never repeats a secret, whatever stands beside it', () => {
  const canary = 'canary-pass';
  const io: SecretReader = { ...world, env: () => canary, readBase64: () => base64(canary) };
  const anyKey = fc.oneof(
    fc.constantFrom<unknown>(canary, { file: 'k', password: canary }, { env: 'E', password: canary }),
    fc.record({ file: fc.jsonValue(), password: fc.constant(canary), x: fc.jsonValue() }),
    fc.constant({ file: null, password: canary }),
  );
  const anyAccount = fc
    .tuple(
      fc.constantFrom<object>(cards, merchant),
      anyKey,
      fc.dictionary(fc.constantFrom(...Object.keys(merchant), 'certificate', 'x'), fc.jsonValue()),
    )
    .map(([account, signingKey, extra]) => ({ ...account, ...extra, signingKey }));
  fc.assert(
    fc.property(fc.array(anyAccount, { minLength: 1, maxLength: 3 }), (accounts) => {
      const answer = resolveAccountsFile(file(...accounts), io);
      const said = answer.ok
        ? [answer.value.warnings, answer.value.accounts.map(({ account }) => account)]
        : answer.failure;
      expect(JSON.stringify(said)).not.toContain(canary);
      expect(JSON.stringify(said)).not.toContain(base64(canary));
    }),
    { numRuns: 500 },
  );
});
