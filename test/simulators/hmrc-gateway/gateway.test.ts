import { afterEach, describe, expect, it } from 'vitest';
import type { GatewayApi } from './contract.ts';
import { faults } from './faults.ts';
import { startHmrcGateway, type HmrcGateway, type HmrcGatewayOptions } from './gateway.ts';

const ACCEPT = 'application/vnd.hmrc.1.0+json';

let gateway: HmrcGateway;
let time: number;
let handled: number;

const echo: GatewayApi = {
  name: 'echo',
  version: '1.0',
  matches: (path) => path.startsWith('/echo/'),
  listEndpoint: (request) => (request.path === '/echo/list' ? 'list' : null),
  scope: (request) => (request.method === 'PUT' ? 'write:echo' : null),
  handle: () => {
    handled += 1;
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"answer":"forty-two"}' };
  },
};

async function start(options: HmrcGatewayOptions = {}): Promise<void> {
  time = 0;
  handled = 0;
  gateway = await startHmrcGateway({
    now: () => Date.UTC(2026, 10, 22, 9) + time,
    uptime: () => time,
    ...options,
  });
  gateway.addApplication({ clientId: 'quay', clientSecrets: ['old', 'new'] });
  gateway.mount(echo);
}

afterEach(() => gateway.close());

const form = (fields: Record<string, string>): Promise<Response> =>
  fetch(`${gateway.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(fields) });

async function token(scope = 'write:echo', clientId = 'quay'): Promise<string> {
  const answer = await form({
    client_id: clientId,
    client_secret: 'new',
    grant_type: 'client_credentials',
    scope,
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function call(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<unknown[]> {
  const answer = await fetch(gateway.url + path, { method, headers: { accept: ACCEPT, ...headers } });
  const body = await answer.text();
  return [answer.status, /"?code"?[:>]"?([A-Z_]+)/.exec(body)?.[1] ?? body];
}

const bearer = (value: string): Record<string, string> => ({ authorization: `Bearer ${value}` });

describe('the token endpoint', () => {
  it('grants four hours for any live secret', async () => {
    await start();
    const answer = await form({
      client_id: 'quay',
      client_secret: 'old',
      grant_type: 'client_credentials',
      scope: 'read:a write:b',
    });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        access_token: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        token_type: 'bearer',
        expires_in: 14_400,
        scope: 'read:a write:b',
      },
    ]);
  });

  it('refuses each fault with its own words', async () => {
    await start();
    gateway.settings.callsPerSecond = 100;
    gateway.addApplication({ clientId: 'narrow', clientSecrets: ['new'], scopes: ['read:a'] });
    const good = { client_id: 'quay', client_secret: 'new', grant_type: 'client_credentials', scope: 'x' };
    const without = (name: string) =>
      Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
    const attempts = [
      without('client_id'),
      without('client_secret'),
      without('grant_type'),
      { ...good, grant_type: 'password' },
      { ...good, client_secret: 'wrong' },
      { ...good, client_id: 'nobody' },
      { ...good, client_id: 'narrow', scope: 'read:a read:b' },
    ];
    const answers = [];
    for (const fields of attempts) {
      const answer = await form(fields);
      answers.push([answer.status, ...Object.values((await answer.json()) as object)]);
    }
    expect(answers).toEqual([
      [400, 'invalid_request', 'client_id is required'],
      [400, 'invalid_request', 'client_secret is required'],
      [400, 'invalid_request', 'grant_type is required'],
      [400, 'invalid_request', 'unsupported grant_type'],
      [401, 'invalid_client', 'invalid client id or secret'],
      [401, 'invalid_client', 'invalid client id or secret'],
      [400, 'invalid_scope', 'scope is invalid'],
    ]);
  });

  it('reads nothing but a form body', async () => {
    await start();
    const answer = await fetch(`${gateway.url}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: 'quay', client_secret: 'new', grant_type: 'client_credentials' }),
    });
    expect(answer.status).toBe(400);
  });
});

describe('a call of an API', () => {
  it('is checked for path, version, credentials, subscription and scope', async () => {
    await start({ callsPerSecond: 100 });
    gateway.addApplication({ clientId: 'elsewhere', clientSecrets: ['new'], subscriptions: ['other'] });
    const good = bearer(await token());
    expect([
      await call('/nowhere', good),
      await call('/echo/a', { ...good, accept: 'application/vnd.hmrc.99.0+json' }),
      await call('/echo/a'),
      await call('/echo/a', bearer('0123')),
      await call('/echo/a', bearer(await token('write:echo', 'elsewhere'))),
      await call('/echo/a', bearer(await token('read:echo')), 'PUT'),
      await call('/echo/a', { accept: 'application/vnd.hmrc.1.0+xml' }),
      await call('/echo/a', good, 'PUT'),
    ]).toEqual([
      [404, 'MATCHING_RESOURCE_NOT_FOUND'],
      [404, 'MATCHING_RESOURCE_NOT_FOUND'],
      [401, 'MISSING_CREDENTIALS'],
      [401, 'INVALID_CREDENTIALS'],
      [403, 'RESOURCE_FORBIDDEN'],
      [403, 'INVALID_SCOPE'],
      [401, 'MISSING_CREDENTIALS'],
      [200, '{"answer":"forty-two"}'],
    ]);
  });

  it('is refused once the token has had its four hours, or was ended early', async () => {
    await start();
    const first = bearer(await token());
    time = 14_399_999;
    const before = await call('/echo/a', first);
    time = 14_400_000;
    const after = await call('/echo/a', first);
    const second = bearer(await token());
    gateway.expireTokens('quay');
    time += 5_000;
    expect([before[0], after, await call('/echo/a', second)]).toEqual([
      200,
      [401, 'INVALID_CREDENTIALS'],
      [401, 'INVALID_CREDENTIALS'],
    ]);
  });

  it('is throttled as the fourth within a second, token calls included', async () => {
    await start();
    const good = bearer(await token());
    const answers = [];
    for (const at of [10, 20, 30, 999, 1000, 1001]) {
      time = at;
      answers.push((await call('/echo/a', good))[0]);
    }
    expect([answers, gateway.violations.map(({ rule, at, sinceMs }) => [rule, at, sinceMs])]).toEqual([
      [200, 200, 429, 429, 200, 429],
      [
        ['application-rate', 30, 30],
        ['application-rate', 999, 999],
        ['application-rate', 1001, 991],
      ],
    ]);
  });

  it('is refused and recorded as a list call less than ten seconds after the last', async () => {
    await start();
    const good = bearer(await token());
    const answers = [];
    for (const at of [2_000, 12_000, 21_999, 31_998, 41_998]) {
      time = at;
      answers.push((await call('/echo/list', good))[0]);
    }
    expect([answers, gateway.violations]).toEqual([
      [200, 200, 429, 429, 200],
      [
        { rule: 'list-spacing', at: 21_999, clientId: 'quay', path: '/echo/list', sinceMs: 9_999 },
        { rule: 'list-spacing', at: 31_998, clientId: 'quay', path: '/echo/list', sinceMs: 9_999 },
      ],
    ]);
  });
});

describe('a fault', () => {
  it('that drops before answering leaves the state alone, one that drops after handling does not', async () => {
    await start({ callsPerSecond: 100 });
    const good = bearer(await token());
    gateway.faults.next({ kind: 'drop-before-answering' });
    await expect(call('/echo/a', good)).rejects.toThrow();
    const untouched = handled;
    gateway.faults.next({ kind: 'drop-after-handling' });
    await expect(call('/echo/a', good)).rejects.toThrow();
    expect([untouched, handled, gateway.calls.map(({ status, fault }) => [status, fault])]).toEqual([
      0,
      1,
      [
        [200, null],
        [null, 'drop-before-answering'],
        [null, 'drop-after-handling'],
      ],
    ]);
  });

  it('is played on the calls it is for, as often as asked', async () => {
    await start({ callsPerSecond: 100 });
    const good = bearer(await token());
    gateway.faults.next(faults.html(504), { path: '/echo/b', times: 2, skip: 1 });
    const statuses = [];
    for (const path of ['/echo/b', '/echo/a', '/echo/b', '/echo/b', '/echo/b']) {
      statuses.push((await call(path, good))[0]);
    }
    expect([statuses, gateway.faults.left()]).toEqual([[200, 200, 504, 504, 200], 0]);
  });

  it('cuts the body short, with and without the connection', async () => {
    await start({ callsPerSecond: 100 });
    const good = bearer(await token());
    gateway.faults.next({ kind: 'truncated-body' });
    const truncated = await call('/echo/a', good);
    gateway.faults.next({ kind: 'drop-after-headers' });
    await expect(call('/echo/a', good)).rejects.toThrow();
    gateway.faults.next(faults.malformedJson());
    const malformed = await call('/echo/a', good);
    expect([truncated, malformed]).toEqual([
      [200, '{"answer":"'],
      [200, '[{"notificationId": '],
    ]);
  });

  it('of the clock moves the Date header', async () => {
    await start();
    gateway.settings.dateSkewMs = 90_000;
    const answer = await fetch(`${gateway.url}/echo/a`);
    expect(answer.headers.get('date')).toBe('Sun, 22 Nov 2026 09:01:30 GMT');
  });
});

it('tells a test when a call has come', async () => {
  await start();
  const came = gateway.called(({ path }) => path === '/echo/a', 2);
  await call('/echo/a');
  await call('/echo/a');
  await came;
  expect(gateway.calls.length).toBe(2);
});
