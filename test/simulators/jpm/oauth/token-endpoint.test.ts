import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { credentialsOf, newJpmCredentials } from '../credentials.ts';
import { inProcessJpm } from '../in-process.ts';
import { jpmCaller } from '../jpm-caller.ts';

const wall = Date.UTC(2026, 10, 20, 9, 0, 0);

function world(settings = {}) {
  const clock = createFakeClock({ wall });
  const jpm = inProcessJpm(clock, { settings });
  return { clock, jpm, caller: jpmCaller(jpm, jpm.http) };
}

describe('the token endpoint', () => {
  it('gives a bearer token for an hour to a client that signs with the key of its certificate', async () => {
    const { jpm, caller } = world();
    const { status, body } = await caller.signIn();
    expect({ status, body, credentials: jpm.calls[0]?.credentials }).toEqual({
      status: 200,
      body: {
        access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        token_type: 'bearer',
        expires_in: 3600,
      },
      credentials: 'ok',
    });
  });

  const seconds = wall / 1000;
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  it.each([
    ['another algorithm', { header: { alg: 'RS384' } }, 'other-algorithm'],
    ['a thumbprint in small letters', { header: { kid: 'ab'.repeat(20) } }, 'unknown-kid'],
    ['no thumbprint', { header: { kid: undefined } }, 'unknown-kid'],
    ['the key of somebody else', { privateKey: stranger }, 'bad-signature'],
    ['another issuer', { claims: { iss: 'CC-other' } }, 'wrong-issuer'],
    ['another subject', { claims: { sub: 'CC-other' } }, 'wrong-issuer'],
    ['another audience', { claims: { aud: 'https://elsewhere.invalid/token' } }, 'wrong-audience'],
    ['an end that has come', { claims: { exp: seconds } }, 'expired-assertion'],
    ['no end', { claims: { exp: undefined } }, 'expired-assertion'],
    [
      'a beginning seven minutes ahead',
      { claims: { iat: seconds + 420, exp: seconds + 720 } },
      'issued-ahead',
    ],
    ['no jti', { claims: { jti: undefined } }, 'no-jti'],
  ])('refuses an assertion with %s and does not say why', async (_what, parts, verdict) => {
    const { jpm, caller } = world();
    const { status, body } = await caller.signIn(parts);
    expect({ status, body, credentials: jpm.calls[0]?.credentials }).toEqual({
      status: 400,
      body: { error: 'invalid_grant', error_description: expect.stringContaining('MSIS9622') },
      credentials: verdict,
    });
  });

  it('refuses text that is no assertion', async () => {
    const { jpm, caller } = world();
    await caller.signIn({}, { client_assertion: 'not.a.jwt' });
    expect(jpm.calls[0]?.credentials).toBe('bad-assertion');
  });

  it('takes a jti once, and again when the first has run out', async () => {
    const { clock, jpm, caller } = world();
    const parts = { claims: { jti: 'seven' } };
    await caller.signIn(parts);
    await caller.signIn(parts);
    await clock.advance(300_000);
    await caller.signIn(parts);
    expect(jpm.calls.map(({ credentials }) => credentials)).toEqual(['ok', 'repeated-jti', 'ok']);
  });

  it.each([
    ['another grant', { grant_type: 'password' }, 'invalid_request'],
    ['another type of assertion', { client_assertion_type: 'jwt' }, 'invalid_request'],
    ['no resource', { resource: undefined }, 'invalid_request'],
    ['a client that is not known', { client_id: 'CC-nobody' }, 'invalid_client'],
    ['the resource of another environment', { resource: 'JPMC:URI:RS-0-TEST' }, 'invalid_resource'],
  ])('refuses a form with %s', async (_what, form, error) => {
    const { caller } = world();
    const { status, body } = await caller.signIn({}, form);
    expect({ status, body }).toEqual({ status: 400, body: { error, error_description: expect.any(String) } });
  });

  it('may tell of a refused assertion in plain text', async () => {
    const { caller } = world({ tokenFailure: 'text' });
    const { status, body } = await caller.signIn({ header: { kid: 'A'.repeat(40) } });
    expect({ status, body }).toEqual({ status: 400, body: expect.stringMatching(/^MSIS9622/) });
  });

  it('knows each certificate that is registered, until it runs out', async () => {
    const { jpm, caller } = world();
    const renewed = credentialsOf(jpm.client.privateKey, { validUntil: Date.UTC(2026, 11, 31) });
    await caller.signIn({ thumbprint: renewed.thumbprint });
    jpm.client.certificates.set(renewed.thumbprint, new X509Certificate(renewed.certificatePem));
    await caller.signIn({ thumbprint: renewed.thumbprint });
    jpm.settings.clockSkewMs = Date.UTC(2027, 0, 2) - wall;
    await caller.signIn({ thumbprint: renewed.thumbprint, now: jpm.now() });
    expect(jpm.calls.map(({ credentials }) => credentials)).toEqual([
      'unknown-kid',
      'ok',
      'certificate-expired',
    ]);
  });

  it('lets each client in with its own key only', async () => {
    const { jpm } = world();
    const other = jpm.addClient({ credentials: newJpmCredentials() });
    const caller = jpmCaller(jpm, jpm.http, other);
    await caller.signIn();
    await caller.signIn({ privateKey: jpm.client.privateKey });
    await caller.signIn({ thumbprint: jpm.client.thumbprint });
    expect(jpm.calls.map(({ clientId, credentials }) => [clientId, credentials])).toEqual([
      [other.clientId, 'ok'],
      [other.clientId, 'bad-signature'],
      [other.clientId, 'unknown-kid'],
    ]);
  });

  it('sees a clock that is off by how its own is skewed', async () => {
    const { jpm, caller } = world({ clockSkewMs: 420_000 });
    await caller.signIn({ now: wall });
    expect(jpm.calls[0]?.credentials).toBe('expired-assertion');
  });
});

describe('a token', () => {
  it('is good until its hour is over', async () => {
    const { clock, caller } = world();
    const before = await caller.get('/notificationTypes');
    await clock.advance(3_599_999);
    const last = await caller.get('/notificationTypes');
    await clock.advance(1);
    const after = await caller.get('/notificationTypes');
    expect([before.status, last.status, after.status]).toEqual([200, 200, 401]);
    expect(after.body).toEqual({
      errorSource: 'APG-EDGE',
      errorCode: 'EDG00012',
      errorDescription: expect.any(String),
    });
  });

  it('can be ended without telling the client', async () => {
    const { jpm, caller } = world({ unauthorised: 'messages' });
    await caller.get('/notificationTypes');
    jpm.expireTokens();
    const { status, body } = await caller.get('/notificationTypes');
    caller.forgetToken();
    const again = await caller.get('/notificationTypes');
    expect({
      status,
      body,
      again: again.status,
      seen: jpm.calls.map(({ credentials }) => credentials),
    }).toEqual({
      status: 401,
      body: expect.objectContaining({ responseStatus: 'ERROR', responseCode: 'UNAUTHORIZED' }),
      again: 200,
      seen: ['ok', 'ok', 'expired-token', 'ok', 'ok'],
    });
  });

  it('may come with white space around it, which is not part of it', async () => {
    const { caller } = world({ padsToken: true });
    const { body } = await caller.signIn();
    const { status } = await caller.get('/notificationTypes');
    expect({ body, status }).toEqual({
      body: expect.objectContaining({ access_token: expect.stringMatching(/^\s.+\s$/s) }),
      status: 200,
    });
  });
});
