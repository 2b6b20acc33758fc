import { describe, expect, it } from 'vitest';
import type { KeyInfo } from '../../shared/accounts/key-material.ts';
import type { AccountView } from '../../shared/bridge.ts';
import { draftOf, NEW_ACCOUNT, NO_KEY, valuesOf, type AccountFormValues } from './account-form-values.ts';

const filled = (texts: AccountFormValues['texts'] = {}): AccountFormValues => ({
  ...NEW_ACCOUNT,
  texts: {
    ...NEW_ACCOUNT.texts,
    name: ' Transit, Dover ',
    id: 'transit-dover',
    clientId: 'abc123',
    secret: 's3cret',
    boxId: '1C5B9365-18A6-45A5-99C9-83A091AC7F26',
    ...texts,
  },
});

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
    expect(draftOf(filled(), null, [])).toEqual({
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
        secret: 's3cret',
      },
    });
  });

  it('names every field that is wrong, and says what to do', () => {
    const outcome = draftOf({ ...NEW_ACCOUNT, texts: { ...NEW_ACCOUNT.texts, boxId: 'box-1' } }, null, []);
    expect(outcome.ok ? [] : Object.keys(outcome.errors).sort()).toEqual([
      'boxId',
      'clientId',
      'id',
      'name',
      'secret',
    ]);
  });

  it('asks for no box where the source has none', () => {
    const outcome = draftOf({ ...filled({ boxId: '' }), source: 'hmrc-cds' }, null, []);
    expect(outcome).toMatchObject({ ok: true, draft: { account: { source: 'hmrc-cds' } } });
  });

  it('keeps what it does not show, and the secret that is held', () => {
    expect(draftOf(valuesOf(held.account), held, [])).toEqual({
      ok: true,
      draft: { account: { ...held.account, listLimitPer: 'client' }, secret: null },
    });
  });

  it('asks for the secret again where it cannot be read', () => {
    const outcome = draftOf(valuesOf(held.account), { ...held, secret: 'unreadable' }, []);
    expect(outcome).toEqual({ ok: false, errors: { secret: 'Enter the client secret.' } });
  });

  it('takes plain http for this machine alone', () => {
    const custom = (baseUrl: string) => draftOf(filled({ environment: 'custom', baseUrl }), null, []);
    const refused = {
      ok: false,
      errors: { baseUrl: 'Use https (plain http is accepted for 127.0.0.1 and localhost only).' },
    };
    expect([custom('http://127.0.0.1:8080').ok, custom('http://example.test'), custom('example')]).toEqual([
      true,
      refused,
      refused,
    ]);
  });

  it('refuses an id that is in use', () => {
    const outcome = draftOf(filled(), null, ['transit-dover']);
    expect(outcome).toEqual({ ok: false, errors: { id: '"transit-dover" is in use by another account.' } });
  });
});

const material = { key: 'QUJD', password: 'pass', certificate: null };
const info: KeyInfo = {
  kind: 'RSA, 2048 bits',
  subject: 'CN=Alder Freight',
  expiresAt: '2027-03-03T00:00:00.000Z',
  thumbprint: 'A'.repeat(40),
};
const opened = { kind: 'opened', material, info } as const;

const mastercard = (key: AccountFormValues['key'], consumerKey = 'abc!def'): AccountFormValues => ({
  source: 'mastercard-cen',
  texts: { ...NEW_ACCOUNT.texts, name: 'Cards', id: 'cards', consumerKey, tokenUrl: 'left over' },
  key,
});

describe('the form of a source that signs', () => {
  it('sends the key beside the account, and in it only what may be shown of the key', () => {
    expect(draftOf(mastercard(opened), null, [])).toEqual({
      ok: true,
      draft: {
        account: {
          source: 'mastercard-cen',
          id: 'cards',
          name: 'Cards',
          environment: 'sandbox',
          consumerKey: 'abc!def',
          signingKey: { stored: true },
          keyInfo: info,
        },
        secret: JSON.stringify(material),
      },
    });
  });

  it('wants a key that opens', () => {
    expect([
      draftOf(mastercard(NO_KEY), null, []),
      draftOf(mastercard({ kind: 'unchecked' }, 'with space'), null, []),
    ]).toEqual([
      { ok: false, errors: { key: 'Choose the key file.' } },
      {
        ok: false,
        errors: {
          consumerKey: 'Copy the consumer key from the project in Mastercard Developers, without spaces.',
          key: 'Choose a key file that can be opened.',
        },
      },
    ]);
  });

  it('keeps the key that is held, and what is known of it, unless another is chosen', () => {
    const first = draftOf(mastercard(opened), null, []);
    if (!first.ok) throw new Error('refused');
    const view: AccountView = { account: first.draft.account, secret: 'held' };
    const again = valuesOf(view.account);
    expect([draftOf(again, view, []), draftOf(again, { ...view, secret: 'missing' }, []).ok]).toEqual([
      { ok: true, draft: { account: view.account, secret: null } },
      false,
    ]);
  });
});

const jpm = (
  texts: AccountFormValues['texts'] = {},
  key: AccountFormValues['key'] = opened,
): AccountFormValues => ({
  source: 'jpm-notifications',
  texts: {
    ...NEW_ACCOUNT.texts,
    name: 'Payouts',
    id: 'payouts',
    clientId: 'CC-1',
    resource: 'JPMC:URI:RS-1',
    entityId: '0012345678',
    ...texts,
  },
  key,
});

describe('the form of J.P. Morgan', () => {
  it('leaves out what was left as it is', () => {
    expect(draftOf(jpm(), null, [])).toMatchObject({
      ok: true,
      draft: {
        account: {
          source: 'jpm-notifications',
          id: 'payouts',
          name: 'Payouts',
          environment: 'sandbox',
          clientId: 'CC-1',
          resource: 'JPMC:URI:RS-1',
          entityId: '0012345678',
          entityType: 'MERCHANT',
          signingKey: { stored: true },
          keyInfo: info,
        },
      },
    });
    const plain = draftOf(jpm(), null, []);
    expect(plain.ok && Object.keys(plain.draft.account).filter((name) => /parent|filter/.test(name))).toEqual(
      [],
    );
  });

  it('takes a parent entity with its kind, a filter style and a token address', () => {
    const given = jpm({
      parentEntityId: '12345678',
      filterStyle: 'query',
      environment: 'custom',
      baseUrl: 'https://mock.test/v1',
      tokenUrl: 'https://token.test/oauth2',
    });
    expect(draftOf(given, null, [])).toMatchObject({
      ok: true,
      draft: {
        account: {
          parentEntityId: '12345678',
          parentEntityType: 'PLATFORM',
          filterStyle: 'query',
          environment: { baseUrl: 'https://mock.test/v1', tokenUrl: 'https://token.test/oauth2' },
        },
      },
    });
  });

  it('wants the certificate by which the key is known', () => {
    const bare = { ...opened, info: { ...info, subject: null, expiresAt: null, thumbprint: null } };
    const outcome = draftOf(jpm({ entityId: '12', parentEntityId: 'x' }, bare), null, []);
    expect(outcome.ok ? [] : Object.keys(outcome.errors).sort()).toEqual([
      'certificate',
      'entityId',
      'parentEntityId',
    ]);
  });

  it('shows again what was saved', () => {
    const saved = draftOf(jpm({ parentEntityId: '12345678', filterStyle: 'headers' }), null, []);
    if (!saved.ok) throw new Error('refused');
    const view: AccountView = { account: saved.draft.account, secret: 'held' };
    expect(draftOf(valuesOf(view.account), view, [])).toEqual({
      ok: true,
      draft: { account: view.account, secret: null },
    });
  });
});
