import { afterEach, describe, expect, it } from 'vitest';
import { startHmrcGateway, type HmrcGateway } from '../hmrc-gateway/gateway.ts';
import { mountPpns, type PpnsSimulator } from './ppns.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 22, 9);
const ACCEPT = 'application/vnd.hmrc.1.0+json';

let gateway: HmrcGateway;
let ppns: PpnsSimulator;
let time: number;
let box: string;
let authorization: string;

async function start(): Promise<void> {
  time = START;
  gateway = await startHmrcGateway({ now: () => time, listSpacingMs: 0, callsPerSecond: 1000 });
  ppns = mountPpns(gateway);
  gateway.addApplication({ clientId: 'quay', clientSecrets: ['s'] });
  gateway.addApplication({ clientId: 'other', clientSecrets: ['s'] });
  box = ppns.createBox('quay');
  const answer = await fetch(`${gateway.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: 'quay',
      client_secret: 's',
      grant_type: 'client_credentials',
      scope: 'read:pull-notifications write:notifications',
    }),
  });
  authorization = `Bearer ${((await answer.json()) as { access_token: string }).access_token}`;
}

afterEach(() => gateway.close());

async function list(query = '', boxId = box, accept = ACCEPT): Promise<{ status: number; body: unknown }> {
  const url = `${gateway.url}/misc/push-pull-notification/box/${boxId}/notifications${query}`;
  const answer = await fetch(url, { headers: { accept, authorization } });
  return { status: answer.status, body: await answer.json() };
}

async function messages(query = ''): Promise<unknown> {
  const { body } = await list(query);
  return Array.isArray(body) ? (body as { message: string }[]).map(({ message }) => message) : body;
}

async function acknowledge(body: unknown, contentType = 'application/json', boxId = box): Promise<unknown[]> {
  const url = `${gateway.url}/misc/push-pull-notification/box/${boxId}/notifications/acknowledge`;
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { accept: ACCEPT, authorization, 'content-type': contentType },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  return [answer.status, text === '' ? '' : (JSON.parse(text) as { code: string }).code];
}

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const at = (offset: number): string => new Date(START + offset).toISOString();

describe('listing a box', () => {
  it('gives elements with the members and the date format of the service', async () => {
    await start();
    ppns.post(box, { message: '{"a": 1}', notificationId: id(1) });
    const answer = await list();
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      200,
      `[{"notificationId":"${id(1)}","boxId":"${box}","messageContentType":"application/json",` +
        `"message":"{\\"a\\": 1}","status":"PENDING","createdDateTime":"2026-11-22T09:00:00.000+0000"}]`,
    ]);
  });

  it('is oldest first, a hundred unless a count is given, with no cap on it', async () => {
    await start();
    for (let n = 250; n > 0; n -= 1) ppns.post(box, { message: String(n), createdAt: START - 1000 + n });
    const lengths = [];
    for (const query of ['', '?count=1', '?count=101', '?count=250', '?count=0', '?count=-3']) {
      lengths.push(((await messages(query)) as string[]).length);
    }
    expect([lengths, await messages('?count=3')]).toEqual([
      [100, 1, 101, 250, 250, 3],
      ['1', '2', '3'],
    ]);
  });

  it('includes both ends of the dates', async () => {
    await start();
    time = START + 100;
    for (let n = 0; n < 5; n += 1) ppns.post(box, { message: String(n), createdAt: START + n });
    expect([
      await messages(`?fromDate=${at(3)}`),
      await messages(`?toDate=${at(1)}`),
      await messages(`?fromDate=${at(1)}&toDate=${at(2)}`),
    ]).toEqual([
      ['3', '4'],
      ['0', '1'],
      ['1', '2'],
    ]);
  });

  it('filters by one status in any case', async () => {
    await start();
    ppns.post(box, { message: 'p' });
    ppns.post(box, { message: 'a', status: 'ACKNOWLEDGED' });
    ppns.post(box, { message: 'f', status: 'FAILED' });
    expect([await messages('?status=pending'), await messages('?status=Failed&status=PENDING')]).toEqual([
      ['p'],
      ['f'],
    ]);
  });

  it('refuses in the order of the service', async () => {
    await start();
    const foreign = ppns.createBox('other');
    const attempts: [string, string?, string?][] = [
      ['?bad=1', 'not-a-uuid', 'text/html'],
      ['?bad=1', box, `${ACCEPT}, */*`],
      ['?bad=1&status=x', id(404)],
      ['?status=x&fromDate=x', id(404)],
      ['?fromDate=x&count=x', id(404)],
      [`?fromDate=${at(0)}&toDate=${at(0)}&count=x`, id(404)],
      ['?count=x', id(404)],
      ['?count=2147483648', id(404)],
      ['?status=', id(404)],
      ['?fromDate=2026-11-22T09:00:00.000+0000', id(404)],
      ['', id(404)],
      ['', foreign],
    ];
    const answers = [];
    for (const attempt of attempts) {
      const { status, body } = await list(...attempt);
      answers.push([status, ...Object.values(body as object)]);
    }
    const invalid = (text: string) => [400, 'INVALID_REQUEST_PAYLOAD', text];
    expect(answers).toEqual([
      [400, 'BAD_REQUEST', 'Box ID is not a UUID'],
      [406, 'ACCEPT_HEADER_INVALID', 'The accept header is missing or invalid'],
      invalid('Invalid / Unknown query parameter provided'),
      invalid('Invalid Status parameter provided'),
      invalid('Unparsable DateValue Param provided'),
      [400, 'BAD_REQUEST', 'fromDate parameter is before toDateParameter'],
      invalid('Invalid Count parameter provided'),
      invalid('Invalid Count parameter provided'),
      invalid('Invalid Status parameter provided'),
      invalid('Unparsable DateValue Param provided'),
      [404, 'BOX_NOT_FOUND', 'Box not found'],
      [403, 'FORBIDDEN', 'Access denied'],
    ]);
  });

  it('shows an item late, and drops it after thirty days whatever its status', async () => {
    await start();
    ppns.post(box, { message: 'late', visibleAfterMs: 5_000 });
    ppns.post(box, { message: 'prompt', status: 'ACKNOWLEDGED' });
    const seen = [await messages()];
    time += 5_000;
    seen.push([...((await messages()) as string[])].sort());
    time = START + 30 * DAY - 1;
    gateway.settings.tokenLifetimeSeconds = 40 * 86_400;
    const items = [ppns.items(box).length];
    time += 1;
    expect([...seen, items, ppns.items(box)]).toEqual([['prompt'], ['late', 'prompt'], [2], []]);
  });

  it('gives what shares a millisecond in a new order at each read', async () => {
    await start();
    for (let n = 0; n < 12; n += 1) ppns.post(box, { message: String(n) });
    const orders = new Set<string>();
    for (let n = 0; n < 5; n += 1) orders.add(String(await messages()));
    expect(orders.size).toBeGreaterThan(1);
  });

  it('writes dates as in earlier releases when told to', async () => {
    await start();
    ppns.post(box, { message: '', createdAt: START });
    const dates = [];
    for (const format of ['offset', 'zulu', 'nine-digits'] as const) {
      ppns.settings.dateFormat = format;
      dates.push(((await list()).body as { createdDateTime: string }[])[0]?.createdDateTime);
    }
    expect(dates).toEqual([
      '2026-11-22T09:00:00.000+0000',
      '2026-11-22T09:00:00Z',
      '2026-11-22T09:00:00.000000000+0000',
    ]);
  });

  it('is answered with a fault of the gateway when the list is too long for it', async () => {
    await start();
    ppns.settings.responseLimitBytes = 1000;
    for (let n = 0; n < 3; n += 1) ppns.post(box, { message: 'x'.repeat(400) });
    expect([(await list()).status, (await list('?count=1')).status]).toEqual([503, 200]);
  });
});

describe('acknowledging', () => {
  it('takes unknown, foreign and acknowledged ids in silence', async () => {
    await start();
    const mine = ppns.post(box, { message: '', status: 'FAILED' });
    const foreignBox = ppns.createBox('other');
    const foreign = ppns.post(foreignBox, { message: '' });
    const answers = [
      await acknowledge({ notificationIds: [mine, foreign, id(7)] }),
      await acknowledge({ notificationIds: [mine] }),
    ];
    expect([
      answers,
      ppns.items(box).map(({ status }) => status),
      ppns.items(foreignBox).map(({ status }) => status),
      ppns.acknowledgements.map(({ ids }) => ids),
    ]).toEqual([
      [
        [204, ''],
        [204, ''],
      ],
      ['ACKNOWLEDGED'],
      ['PENDING'],
      [[mine, foreign, id(7)], [mine]],
    ]);
  });

  it('changes nothing where one id is at fault', async () => {
    await start();
    const mine = ppns.post(box, { message: '' });
    const hundred = Array.from({ length: 100 }, (_, n) => id(n));
    const answers = [
      await acknowledge({ notificationIds: [mine, 'x'] }),
      await acknowledge({ notificationIds: [mine, mine] }),
      await acknowledge({ notificationIds: [] }),
      await acknowledge({ notificationIds: [...hundred, mine] }),
      await acknowledge({}),
      await acknowledge('{"notificationIds":'),
      await acknowledge({ notificationIds: [mine] }, 'text/plain'),
      await acknowledge({ notificationIds: [mine] }, 'application/json', id(9)),
    ];
    expect([answers, ppns.items(box).map(({ status }) => status)]).toEqual([
      [
        ...Array.from({ length: 6 }, () => [400, 'INVALID_REQUEST_PAYLOAD']),
        [415, 'BAD_REQUEST'],
        [404, 'BOX_NOT_FOUND'],
      ],
      ['PENDING'],
    ]);
  });

  it('takes a hundred ids', async () => {
    await start();
    const ids = Array.from({ length: 100 }, () => ppns.post(box, { message: '' }));
    expect(await acknowledge({ notificationIds: ids })).toEqual([204, '']);
    expect(await messages('?status=PENDING')).toEqual([]);
  });
});

it('knows no other operation', async () => {
  await start();
  const answers = [];
  for (const [method, path] of [
    ['GET', '/misc/push-pull-notification/box'],
    ['DELETE', `/misc/push-pull-notification/box/${box}/notifications`],
  ] as const) {
    const answer = await fetch(gateway.url + path, { method, headers: { accept: ACCEPT, authorization } });
    answers.push([answer.status, ((await answer.json()) as { code: string }).code]);
  }
  expect(answers).toEqual([
    [404, 'MATCHING_RESOURCE_NOT_FOUND'],
    [405, 'METHOD_NOT_ALLOWED'],
  ]);
});
