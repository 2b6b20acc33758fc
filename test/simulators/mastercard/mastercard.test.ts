import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seeded } from '../cds/chance.ts';
import { signCall, type CallToSign } from './oauth/sign-call.ts';
import { newSigningKeys } from './projects.ts';
import { startMastercardSimulator, type RunningMastercard } from './start-mastercard.ts';
import { shortestListSpacing } from './list-spacing.ts';

const START = Date.UTC(2026, 10, 22, 9);

let simulator: RunningMastercard;
let time: number;

beforeEach(async () => {
  time = START;
  simulator = await startMastercardSimulator({ now: () => time, uptime: () => time, random: seeded(7) });
});
afterEach(() => simulator.close());

/** Sends a call that is signed as told; everything right where nothing is told. */
async function call(path: string, changes: Partial<CallToSign> & { header?: string | null } = {}) {
  const { consumerKey, privateKeyPem } = simulator.project;
  const url = `${simulator.baseUrl}${path}`;
  const { header, ...signing } = changes;
  const authorization =
    header === undefined
      ? signCall({ method: 'GET', url, consumerKey, privateKeyPem, now: time, ...signing })
      : header;
  const method = signing.method ?? 'GET';
  return fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    body: signing.body ?? null,
  });
}

interface ErrorBody {
  readonly Errors: { readonly Error: readonly Readonly<Record<string, unknown>>[] };
}

/** Status, source and code of an error, with what the record says of the signature. */
async function refusal(path: string, changes: Parameters<typeof call>[1] = {}) {
  const answer = await call(path, changes);
  const [error] = ((await answer.json()) as ErrorBody).Errors.Error;
  return [answer.status, error?.['Source'], error?.['ReasonCode'], simulator.calls.at(-1)?.signature];
}

const WINDOW = `?start=2026-11-21T09%3A00%3A00.000Z&end=2026-11-22T09%3A00%3A00.000Z`;
const LIST = `/notifications${WINDOW}`;

describe('a signature', () => {
  it('is good in the style of the libraries and in that of the RFC, its query encoded or not', async () => {
    const raw = '/notifications?start=2026-11-21T09:00:00.000Z&end=2026-11-22T09:00:00.000Z';
    const answers = [
      await call(LIST),
      await call(LIST, { style: 'strict' }),
      await call(raw),
      await call(raw, { style: 'strict' }),
      await call('/fieldmappings', { parameters: { oauth_body_hash: undefined } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(simulator.calls.map(({ signature }) => signature)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  });

  it('is refused in the gateway’s words where the header lacks something', async () => {
    expect([
      await refusal(LIST, { header: null }),
      await refusal(LIST, { header: 'Bearer of-another-scheme' }),
      await refusal(LIST, { parameters: { oauth_consumer_key: undefined } }),
      await refusal(LIST, { parameters: { oauth_signature_method: 'HMAC-SHA1' } }),
    ]).toEqual([
      [400, 'Gateway', 'INVALID_AUTH_HEADER', 'absent'],
      [400, 'Gateway', 'INVALID_OAUTH_SBS', 'incomplete'],
      [400, 'Gateway', 'INVALID_OAUTH_SBS', 'incomplete'],
      [400, 'Gateway', 'INVALID_OAUTH_SBS', 'other-method'],
    ]);
  });

  it('is refused where the body is another, with both hashes', async () => {
    const answer = await call('/subscriptions', {
      method: 'POST',
      body: '{}',
      parameters: { oauth_body_hash: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' },
    });
    const [error] = ((await answer.json()) as ErrorBody).Errors.Error;
    expect([answer.status, error]).toEqual([
      400,
      {
        Source: 'Gateway',
        ReasonCode: 'INVALID_BODY_HASH',
        Description: expect.stringContaining(
          'Calculated: RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=, Received: 47DEQ',
        ) as unknown,
        Recoverable: false,
        Details: null,
      },
    ]);
  });

  it('of another project’s key is refused with the text that should have been signed', async () => {
    const { privateKeyPem } = newSigningKeys();
    const answer = await call('/fieldmappings', { privateKeyPem, nonce: 'abc' });
    const { consumerKey } = simulator.project;
    const address = encodeURIComponent(`${simulator.baseUrl}/fieldmappings`);
    const parameters = encodeURIComponent(
      `oauth_body_hash=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=&oauth_consumer_key=${consumerKey}` +
        '&oauth_nonce=abc&oauth_signature_method=RSA-SHA256' +
        `&oauth_timestamp=${START / 1000}&oauth_version=1.0`,
    ).replace('!', '%21');
    const [error] = ((await answer.json()) as ErrorBody).Errors.Error;
    expect([answer.status, error?.['ReasonCode'], error?.['Description']]).toEqual([
      401,
      'AUTHENTICATION_FAILED',
      `OAuth signatures did not match. Acceptable signature base string: GET&${address}&${parameters}`,
    ]);
  });

  it('of a call that was changed on its way, or of an unknown consumer key, is refused', async () => {
    const { consumerKey, privateKeyPem } = simulator.project;
    const url = `${simulator.baseUrl}${LIST}`;
    const header = signCall({ method: 'GET', url, consumerKey, privateKeyPem, now: time });
    simulator.settings.mismatchStatus = 403;
    expect([
      await refusal(`${LIST}&limit=1`, { header }),
      await refusal(LIST, { consumerKey: 'nobody!0' }),
    ]).toEqual([
      [403, 'Gateway', 'AUTHENTICATION_FAILED', 'mismatch'],
      [403, 'Gateway', 'AUTHENTICATION_FAILED', 'unknown-consumer-key'],
    ]);
  });

  it('holds for five minutes before and after the simulator’s own clock, which may be skewed', async () => {
    const verdicts = async (offsets: readonly number[]) => {
      for (const offset of offsets) await call('/fieldmappings', { now: time + offset });
      return simulator.calls.slice(-offsets.length).map(({ signature }) => signature);
    };
    const straight = await verdicts([-301_000, -300_000, 300_000, 301_000]);
    simulator.settings.clockSkewMs = 420_000;
    const skewed = await verdicts([0, 420_000]);
    const { headers } = await call('/fieldmappings', { now: time + 420_000 });
    expect([straight, skewed, headers.get('date')]).toEqual([
      ['wrong-time', 'ok', 'ok', 'wrong-time'],
      ['wrong-time', 'ok'],
      'Sun, 22 Nov 2026 09:07:00 GMT',
    ]);
  });

  it('is good once: nonce and timestamp together, for each consumer key', async () => {
    const other = simulator.addProject();
    const nonce = 'once';
    expect((await call('/fieldmappings', { nonce })).status).toBe(200);
    expect(await refusal('/fieldmappings', { nonce })).toEqual([
      401,
      'Gateway',
      'AUTHENTICATION_FAILED',
      'repeated',
    ]);
    const later = await call('/fieldmappings', { nonce, now: time + 1000 });
    const elsewhere = await call('/fieldmappings', { nonce, ...other });
    expect([later.status, elsewhere.status]).toEqual([200, 200]);
  });
});

describe('a subscriber', () => {
  it('who is not allowed is told so by the service', async () => {
    simulator.project.isAllowed = false;
    expect(await refusal(LIST)).toEqual([
      403,
      'Commercial Event Notifications',
      'subscriber.notAllowed',
      'ok',
    ]);
  });

  it('sees its own subscriptions, sorted and paged, in a bare array', async () => {
    const other = simulator.addProject();
    simulator.subscribe({ name: 'CLEARED', subjectType: 'CLEARING' });
    simulator.subscribe({ name: 'APPROVED', subjectType: 'PAYMENT_AUTHORIZATION', active: false });
    simulator.subscribe({ name: 'NOT_YOURS', subjectType: 'CLEARING' }, other.subscriberId);
    const names = async (query: string) =>
      ((await (await call(`/subscriptions${query}`)).json()) as { name: string; active: boolean }[]).map(
        ({ name, active }) => `${name} ${active}`,
      );
    expect([
      await names(''),
      await names('?sort=-name'),
      await names('?offset=1&limit=1'),
      await refusal('/subscriptions?limit=all'),
    ]).toEqual([
      ['APPROVED false', 'CLEARED true'],
      ['CLEARED true', 'APPROVED false'],
      ['CLEARED true'],
      [400, 'Commercial Event Notifications', 'format.invalid', 'ok'],
    ]);
  });

  it('may ask for one subscription by its id, for field mappings, and for nothing else', async () => {
    const { id } = simulator.subscribe({ name: 'CLEARED', subjectType: 'CLEARING' });
    const one = (await (await call(`/subscriptions/${id}`)).json()) as { name: string };
    const mappings = (await (await call('/fieldmappings')).json()) as { subjectType: string }[];
    expect([
      one.name,
      mappings[0]?.subjectType,
      await refusal('/subscriptions/0CNS0'),
      await refusal('/notifications/0CNS0'),
      (await refusal('/subscriptions', { method: 'POST', body: '{}' })).slice(0, 2),
    ]).toEqual([
      'CLEARED',
      'PAYMENT_AUTHORIZATION',
      [404, 'Commercial Event Notifications', 'resource.not.found', 'ok'],
      [404, 'Commercial Event Notifications', 'resource.not.found', 'ok'],
      [405, 'Gateway'],
    ]);
  });
});

describe('the record of calls', () => {
  it('tells when each came, where from, and how it was answered', async () => {
    await call(`${LIST}&offset=200&limit=100&Format=JSON`);
    time += 9_999;
    await call('/subscriptions', { header: null });
    time += 10_000;
    await call(LIST);
    const { consumerKey } = simulator.project;
    const common = { method: 'GET', path: '/commercial-event-notifications/notifications', consumerKey };
    expect([simulator.calls[0], shortestListSpacing(simulator.calls)]).toEqual([
      {
        ...common,
        at: START,
        time: START,
        query: `${WINDOW.slice(1)}&offset=200&limit=100&Format=JSON`,
        endpoint: 'notifications',
        offset: 200,
        limit: 100,
        signature: 'ok',
        status: 200,
        fault: null,
      },
      19_999,
    ]);
  });
});
