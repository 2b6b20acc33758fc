import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountView } from '../../shared/bridge.ts';
import { draftOf, idFromName, NEW_ACCOUNT, valuesOf, type AccountFormValues } from './account-form-values.ts';

const filled: AccountFormValues = {
  ...NEW_ACCOUNT,
  name: ' Transit, Dover ',
  id: 'transit-dover',
  clientId: 'abc123',
  clientSecret: 's3cret',
  boxId: '1C5B9365-18A6-45A5-99C9-83A091AC7F26',
};

const held: AccountView = {
  account: {
    source: 'hmrc-ppns',
    id: 'transit-dover',
    name: 'Transit, Dover',
    environment: { baseUrl: 'https://example.test/base' },
    clientId: 'abc123',
    clientSecret: { stored: true },
    boxId: '1c5b9365-18a6-45a5-99c9-83a091ac7f26',
    paused: true,
    addedAt: '2026-11-01T00:00:00.000Z',
    callsPerSecond: 8,
  },
  secret: 'held',
};

describe('the account form', () => {
  it('asks to save what was typed, trimmed, with the secret apart', () => {
    expect(draftOf(filled, null, [])).toEqual({
      ok: true,
      draft: {
        account: {
          source: 'hmrc-ppns',
          id: 'transit-dover',
          name: 'Transit, Dover',
          environment: 'sandbox',
          clientId: 'abc123',
          clientSecret: { stored: true },
          boxId: '1c5b9365-18a6-45a5-99c9-83a091ac7f26',
          listLimitPer: 'client',
        },
        clientSecret: 's3cret',
      },
    });
  });

  it('names every field that is wrong, and says what to do', () => {
    const outcome = draftOf({ ...NEW_ACCOUNT, boxId: 'box-1' }, null, []);
    expect(outcome.ok ? [] : Object.keys(outcome.errors).sort()).toEqual([
      'boxId',
      'clientId',
      'clientSecret',
      'id',
      'name',
    ]);
  });

  it('asks for no box where the source has none', () => {
    const outcome = draftOf({ ...filled, source: 'hmrc-cds', boxId: '' }, null, []);
    expect(outcome).toMatchObject({ ok: true, draft: { account: { source: 'hmrc-cds' } } });
  });

  it('keeps what it does not show, and the secret that is held', () => {
    expect(draftOf(valuesOf(held.account), held, [])).toEqual({
      ok: true,
      draft: { account: { ...held.account, listLimitPer: 'client' }, clientSecret: null },
    });
  });

  it('asks for the secret again where it cannot be read', () => {
    const outcome = draftOf(valuesOf(held.account), { ...held, secret: 'unreadable' }, []);
    expect(outcome).toEqual({ ok: false, errors: { clientSecret: 'Enter the client secret.' } });
  });

  it('takes plain http for this machine alone', () => {
    const custom = (baseUrl: string) => draftOf({ ...filled, environment: 'custom', baseUrl }, null, []);
    expect([custom('http://127.0.0.1:8080').ok, custom('http://example.test'), custom('example')]).toEqual([
      true,
      {
        ok: false,
        errors: { baseUrl: 'Use https (plain http is accepted for 127.0.0.1 and localhost only).' },
      },
      {
        ok: false,
        errors: { baseUrl: 'Use https (plain http is accepted for 127.0.0.1 and localhost only).' },
      },
    ]);
  });

  it('refuses an id that is in use', () => {
    const outcome = draftOf(filled, null, ['transit-dover']);
    expect(outcome).toEqual({ ok: false, errors: { id: '"transit-dover" is in use by another account.' } });
  });
});

describe('an id from a name', () => {
  it('is short, plain and free', () => {
    expect([
      idFromName('CDS, Dover', []),
      idFromName('CDS, Dover', ['cds-dover', 'cds-dover-2']),
      idFromName('Zoë & Søn', []),
      idFromName('海関', []),
    ]).toEqual(['cds-dover', 'cds-dover-3', 'zoe-s-n', 'account']);
  });

  it('is one that the form accepts, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (name) => {
        const outcome = draftOf(
          { ...filled, name: `a${name}`.slice(0, 80), id: idFromName(name, []) },
          null,
          [],
        );
        expect(outcome.ok).toBe(true);
      }),
    );
  });
});
