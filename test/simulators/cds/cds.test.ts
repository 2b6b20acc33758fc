import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHmrcGateway, type HmrcGateway } from '../hmrc-gateway/gateway.ts';
import { mountCds, type CdsSimulator } from './cds.ts';
import { seeded } from './chance.ts';

const DAY = 86_400_000;
const ACCEPT = 'application/vnd.hmrc.1.0+xml';
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

let gateway: HmrcGateway;
let cds: CdsSimulator;
let time: number;
let authorization: string;

beforeEach(async () => {
  time = Date.UTC(2026, 10, 22, 9);
  gateway = await startHmrcGateway({ now: () => time, listSpacingMs: 0, callsPerSecond: 1000 });
  cds = mountCds(gateway, { random: seeded(7) });
  gateway.addApplication({ clientId: 'quay', clientSecrets: ['s'] });
  authorization = await tokenFor('quay');
});

afterEach(() => gateway.close());

async function tokenFor(clientId: string): Promise<string> {
  const form = new URLSearchParams({
    client_id: clientId,
    client_secret: 's',
    grant_type: 'client_credentials',
  });
  const answer = await fetch(`${gateway.url}/oauth/token`, { method: 'POST', body: form });
  return `Bearer ${((await answer.json()) as { access_token: string }).access_token}`;
}

const call = (path: string, { accept = ACCEPT, method = 'GET' } = {}) =>
  fetch(gateway.url + path, { method, headers: { accept, authorization } });

/** Status and what the body says, in short. */
async function answerOf(path: string, options = {}): Promise<string> {
  const answer = await call(path, options);
  const text = await answer.text();
  const error = /<code>(.*?)<\/code><message>(.*?)<\/message>/.exec(text);
  return `${answer.status} ${error ? `${error[1]}: ${error[2]}` : text}`.trim();
}

async function listed(path: string): Promise<readonly string[]> {
  const text = await (await call(path)).text();
  return [...text.matchAll(/rel="notification" href="(.*?)"/g)].map((match) => match[1] ?? '');
}

describe('lists', () => {
  it('hold addresses of messages in one state, and nothing else', async () => {
    const [first, second] = [cds.push('quay', { body: '<a/>' }), cds.push('quay', { body: '<b/>' })];
    cds.pullElsewhere('quay', [second]);
    expect([await listed('/notifications/unpulled'), await listed('/notifications/pulled')]).toEqual([
      [`/notifications/unpulled/${first}`],
      [`/notifications/pulled/${second}`],
    ]);
  });

  it('are answered with 200 and a link to themselves when there is nothing', async () => {
    expect(await answerOf('/notifications/unpulled')).toBe(
      '200 <resource href="/notifications/unpulled/">\n  <link rel="self" href="/notifications/unpulled/"/>\n</resource>',
    );
  });

  it('come in no order, and each client id has its own', async () => {
    gateway.addApplication({ clientId: 'other', clientSecrets: ['s'] });
    const ids = Array.from({ length: 30 }, () => cds.push('quay', { body: '<a/>' }));
    cds.push('other', { body: '<a/>' });
    const expected = ids.map((id) => `/notifications/unpulled/${id}`);
    const found = await listed('/notifications/unpulled');
    expect([...found].sort()).toEqual([...expected].sort());
    expect(found).not.toEqual(expected);
  });

  it('are cut at the limit without a word, those of a conversation are not', async () => {
    const conversationId = '11111111-1111-4111-8111-111111111111';
    Array.from({ length: 5 }, () => cds.push('quay', { body: '<a/>', conversationId }));
    cds.settings.listLimit = 3;
    cds.pullElsewhere('quay', cds.unpulled('quay').slice(0, 1));
    const paths = [
      '/notifications/unpulled',
      `/notifications/conversationId/${conversationId}`,
      `/notifications/conversationId/${conversationId}/unpulled`,
      `/notifications/conversationId/${conversationId}/pulled`,
    ];
    expect(await Promise.all(paths.map(async (path) => (await listed(path)).length))).toEqual([3, 5, 4, 1]);
  });
});

describe('reading a message', () => {
  it('gives the bytes and headers it was stored with, and marks it as pulled', async () => {
    const id = cds.push('quay', {
      body: '<a>£</a>',
      conversationId: 'c1',
      badgeIdentifier: 'QUAYBADGE',
      correlationId: 'corr-1',
    });
    const answer = await call(`/notifications/unpulled/${id}`);
    const names = ['content-type', 'x-conversation-id', 'x-badge-identifier', 'x-correlation-id', 'location'];
    expect([answer.status, await answer.text(), ...names.map((name) => answer.headers.get(name))]).toEqual([
      200,
      '<a>£</a>',
      'application/xml; charset=UTF-8',
      'c1',
      'QUAYBADGE',
      'corr-1',
      `/notification/${id}`,
    ]);
    expect(cds.unpulled('quay')).toEqual([]);
  });

  it('works once as unpulled and again and again as pulled', async () => {
    const id = cds.push('quay', { body: '<a/>' });
    expect([
      await answerOf(`/notifications/pulled/${id}`),
      await answerOf(`/notifications/unpulled/${id}`),
      await answerOf(`/notifications/unpulled/${id}`),
      await answerOf(`/notifications/pulled/${id}`),
      await answerOf(`/notifications/pulled/${id}`),
    ]).toEqual([
      '400 BAD_REQUEST: Notification is unpulled',
      '200 <a/>',
      '400 BAD_REQUEST: Notification has been pulled',
      '200 <a/>',
      '200 <a/>',
    ]);
  });

  it('stamps late where told to, so that two readers both succeed', async () => {
    cds.settings.stampDelayMs = 500;
    const id = cds.push('quay', { body: '<a/>' });
    const first = await answerOf(`/notifications/unpulled/${id}`);
    const second = await answerOf(`/notifications/unpulled/${id}`);
    time += 500;
    const third = await answerOf(`/notifications/unpulled/${id}`);
    expect([first, second, third.slice(0, 3), cds.unpulled('quay')]).toEqual([
      '200 <a/>',
      '200 <a/>',
      '400',
      [],
    ]);
  });

  it('can lose the answer after the message counts as pulled', async () => {
    const id = cds.push('quay', { body: '<a/>' });
    gateway.faults.next({ kind: 'drop-after-handling' }, { path: `/notifications/unpulled/${id}` });
    await expect(call(`/notifications/unpulled/${id}`)).rejects.toThrow();
    expect(await answerOf(`/notifications/pulled/${id}`)).toBe('200 <a/>');
  });

  it('can answer 200 with an error in place of the message, stamped or not', async () => {
    const id = cds.push('quay', { body: '<a/>' });
    cds.breakStore({ id });
    cds.breakStore({ id, stamps: true, body: '<Fault/>' });
    expect([
      await answerOf(`/notifications/unpulled/${id}`),
      await answerOf(`/notifications/unpulled/${id}`),
      await answerOf(`/notifications/pulled/${id}`),
    ]).toEqual(['200 INTERNAL_SERVER_ERROR: Internal server error', '200 <Fault/>', '200 <a/>']);
  });

  it('ends fourteen days after it was received, whether it was read or not', async () => {
    const [read, unread] = [cds.push('quay', { body: '<a/>' }), cds.push('quay', { body: '<a/>' })];
    await call(`/notifications/unpulled/${read}`);
    time += 14 * DAY - 1;
    authorization = await tokenFor('quay');
    const before = [
      await listed('/notifications/pulled'),
      (await answerOf(`/notifications/unpulled/${unread}`)).slice(0, 3),
    ];
    time += 1;
    const after = [
      await listed('/notifications/pulled'),
      await answerOf(`/notifications/unpulled/${unread}`),
      await answerOf(`/notifications/pulled/${read}`),
    ];
    expect([before, after]).toEqual([
      [[`/notifications/pulled/${read}`], '200'],
      [[], '404 NOT_FOUND: Resource was not found', '404 NOT_FOUND: Resource was not found'],
    ]);
  });
});

describe('what a client may get wrong', () => {
  it('is an id or a conversation that is not there', async () => {
    expect([
      await answerOf(`/notifications/unpulled/${UNKNOWN}`),
      await answerOf('/notifications/unpulled/7'),
      await answerOf('/notifications/pulled/7'),
      (await answerOf('/notifications/conversationId/7')).slice(0, 20),
      (await answerOf(`/notifications/conversationId/${UNKNOWN}`)).slice(0, 3),
      (await answerOf('/notifications/other/path/there')).slice(0, 31),
    ]).toEqual([
      '404 NOT_FOUND: Resource was not found',
      '400 BAD_REQUEST: Notification has been pulled',
      '400 BAD_REQUEST: Notification is unpulled',
      '400 {"statusCode":40',
      '200',
      '404 MATCHING_RESOURCE_NOT_FOUND',
    ]);
  });

  it('is the Accept header, which must be exactly right', async () => {
    const statuses = ['application/xml', `${ACCEPT}; q=1`, 'application/vnd.hmrc.1.0+json'].map((accept) =>
      answerOf('/notifications/unpulled', { accept }),
    );
    expect(await Promise.all(statuses)).toEqual(['406', '406', '406']);
  });

  it('is reading by DELETE, which takes the message away for good', async () => {
    const id = cds.push('quay', { body: '<a/>' });
    expect([
      await listed('/notifications/'),
      await answerOf(`/notifications/${id}`, { method: 'DELETE' }),
      await answerOf(`/notifications/${id}`, { method: 'DELETE' }),
      cds.entries('quay'),
    ]).toEqual([[`/notifications/${id}`], '200 <a/>', '404 NOT FOUND', []]);
  });

  it('is listing too soon: all lists of a client id share their ten seconds', async () => {
    gateway.settings.listSpacingMs = 10_000;
    await call('/notifications/unpulled');
    const early = await call('/notifications/pulled');
    expect([early.status, gateway.violations.map(({ rule }) => rule)]).toEqual([429, ['list-spacing']]);
  });
});
