import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SecretReader } from './resolve-secret.ts';
import { resolveAccountsFile } from './resolve.ts';

const nothing: SecretReader = { env: () => undefined, readFile: () => null, readBase64: () => null };
const cds = { id: 'cds', name: 'CDS', source: 'hmrc-cds', environment: 'sandbox', clientId: 'c1' };
const box = {
  ...cds,
  id: 'transit',
  source: 'hmrc-ppns',
  boxId: '1b5a2d5e-0f3c-4f39-8f6e-9d3c0a7b6e21',
};
const file = (...accounts: unknown[]) => JSON.stringify({ accounts });

describe('an accounts file', () => {
  it('gives each account its secret from the environment or from a file, without its line end', () => {
    const resolved = resolveAccountsFile(
      file({ ...cds, clientSecret: { env: 'CDS' } }, { ...box, clientSecret: { file: 'box.secret' } }),
      {
        env: (name) => (name === 'CDS' ? 's1' : undefined),
        readFile: (path) => (path === 'box.secret' ? ' s2 \r\n' : null),
        readBase64: () => null,
      },
    );
    expect(resolved).toEqual({
      ok: true,
      value: {
        accounts: [
          { account: { ...cds, clientSecret: { env: 'CDS' } }, secret: 's1' },
          { account: { ...box, clientSecret: { file: 'box.secret' } }, secret: ' s2 ' },
        ],
        network: {},
        warnings: [],
      },
    });
  });

  it('takes a secret written out, warns, and keeps it out of the account itself', () => {
    expect(resolveAccountsFile(`\uFEFF${file({ ...cds, clientSecret: 'canary' })}`, nothing)).toEqual({
      ok: true,
      value: {
        accounts: [{ account: { ...cds, clientSecret: { stored: true } }, secret: 'canary' }],
        network: {},
        warnings: [
          'accounts[0].clientSecret of "cds" is written out in the file: anyone who can read the file has it. Use { "env": … } or { "file": … }.',
        ],
      },
    });
  });

  it('names every wrong field by its path', () => {
    const text = file(
      { ...box, id: 'a b', boxId: 'x', colour: 'red', clientSecret: { envv: 'X' } },
      { ...box, id: 'dup', clientSecret: 's', environment: { baseUrl: 'http://example.com' } },
      { id: 'other', source: 'smtp' },
      { ...cds, id: 'late', name: '', callsPerSecond: 9, environment: 'prod', clientId: 7 },
    );
    expect(resolveAccountsFile(text, nothing)).toEqual({
      ok: false,
      failure: [
        { field: 'accounts[0].id', message: 'use letters, digits, dot, dash and underscore, 64 at most' },
        { field: 'accounts[0].clientSecret', message: 'use text, { env }, { file } or { stored }' },
        {
          field: 'accounts[0].boxId',
          message: 'must be a UUID, such as 1b5a2d5e-0f3c-4f39-8f6e-9d3c0a7b6e21',
        },
        { field: 'accounts[0].colour', message: 'is not a known setting' },
        {
          field: 'accounts[1].environment.baseUrl',
          message: 'use https (plain http is accepted for 127.0.0.1 and localhost only)',
        },
        {
          field: 'accounts[2].source',
          message: 'use "hmrc-ppns", "hmrc-cds", "mastercard-cen" or "jpm-notifications"',
        },
        { field: 'accounts[3].name', message: 'must not be empty' },
        { field: 'accounts[3].environment', message: 'use "sandbox", "production" or an object' },
        { field: 'accounts[3].callsPerSecond', message: 'must be 8 at most' },
        { field: 'accounts[3].clientId', message: 'must be text in quotes' },
        { field: 'accounts[3].clientSecret', message: 'is missing' },
      ],
    });
  });

  it('names the second of two accounts with one id', () => {
    const twice = file({ ...cds, clientSecret: 's' }, { ...cds, clientSecret: 's' });
    expect(resolveAccountsFile(twice, nothing)).toEqual({
      ok: false,
      failure: [{ field: 'accounts[1].id', message: '"cds" is used twice' }],
    });
  });

  it('says which secret cannot be had, and why', () => {
    const text = file(
      { ...cds, clientSecret: { env: 'GONE' } },
      { ...cds, id: 'b', clientSecret: { file: 'gone.txt' } },
      { ...cds, id: 'c', clientSecret: { file: 'empty.txt' } },
      { ...cds, id: 'd', clientSecret: { stored: true } },
    );
    const io = { ...nothing, readFile: (path: string) => (path === 'empty.txt' ? '\n' : null) };
    expect(resolveAccountsFile(text, io)).toEqual({
      ok: false,
      failure: [
        { field: 'accounts[0].clientSecret', message: 'the environment variable GONE is not set' },
        { field: 'accounts[1].clientSecret', message: 'the file gone.txt cannot be read' },
        { field: 'accounts[2].clientSecret', message: 'the file empty.txt is empty' },
        {
          field: 'accounts[3].clientSecret',
          message: '{ stored } belongs to the app’s own settings: use { env } or { file } here',
        },
      ],
    });
  });

  it('points at the line that is not JSON and quotes nothing of it', () => {
    const text = '{ "accounts": [\n  { "clientSecret": "canary" oops } ] }';
    const answer = resolveAccountsFile(text, nothing);
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toContain('canary');
    expect(JSON.stringify(answer)).toContain('is not JSON');
  });

  it('never throws and never repeats a secret, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => file(value)),
        ),
        (text) => {
          expect(typeof resolveAccountsFile(text, nothing).ok).toBe('boolean');
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(box), 'clientSecret', 'x'), fc.jsonValue()),
        (extra) => {
          const text = file({ ...box, ...extra, id: 'a', name: 5, clientSecret: 'canary-secret' });
          expect(JSON.stringify(resolveAccountsFile(text, nothing))).not.toContain('canary-secret');
        },
      ),
    );
  });
});
