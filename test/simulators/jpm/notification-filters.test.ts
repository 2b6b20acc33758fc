import { describe, expect, it } from 'vitest';
import { byHeaders, byQuery, idsOf } from './jpm-caller.ts';
import { HOUR, searchWorld, wall } from './search-world.ts';
import type { JpmSettings } from './settings.ts';

const refused = (errors: readonly unknown[]) => ({
  status: 400,
  body: {
    responseStatus: 'ERROR',
    responseCode: 'VALIDATION_ERROR',
    responseMessage: expect.any(String),
    validationErrors: errors,
  },
});

const complaint = (entity: string, code = 'INVALID_VALUE') => ({
  code,
  entity,
  message: expect.any(String) as unknown,
});

describe('the headers of a call', () => {
  it.each([
    ['request-id', undefined, 'MISSING_VALUE'],
    ['request-id', 'seven', 'INVALID_VALUE'],
    ['entity-id', undefined, 'MISSING_VALUE'],
    ['entity-id', '1234567', 'INVALID_VALUE'],
    ['entity-id', '1234567890123', 'INVALID_VALUE'],
    ['entity-type', undefined, 'MISSING_VALUE'],
    ['entity-type', 'merchant', 'INVALID_VALUE'],
    ['merchant-id', 'none', 'INVALID_VALUE'],
    ['parent-entity-id', '1', 'INVALID_VALUE'],
    ['parent-entity-type', 'MERCHANT', 'INVALID_VALUE'],
  ])('are refused with %s as %s', async (header, value, code) => {
    const { caller } = searchWorld();
    const { status, body } = await caller.get('/notifications', {
      ...byHeaders('SENT', '2026-11-20'),
      [header]: value,
    });
    expect({ status, body }).toEqual(refused([complaint(header, code)]));
  });

  it('name the entity in another way at an older deployment', async () => {
    const { caller, jpm, post } = searchWorld({ entityHeader: 'merchant-id' });
    post('one');
    const filters = { ...byHeaders('SENT', '2026-11-20'), 'entity-id': undefined, 'entity-type': undefined };
    const without = await caller.get('/notifications', filters);
    const named = await caller.get('/notifications', { ...filters, 'merchant-id': jpm.client.entity.id });
    expect([without.status, idsOf(named.body)]).toEqual([400, ['one']]);
  });

  it('name an entity that the client has rights for, and its type', async () => {
    const { caller, jpm } = searchWorld();
    const filters = byHeaders('SENT', '2026-11-20');
    const other = await caller.get('/notifications', { ...filters, 'entity-id': '12345678' });
    const type = await caller.get('/notifications', { ...filters, 'entity-type': 'PLATFORM' });
    jpm.client.entities.push({ id: '12345678', type: 'MERCHANT' });
    const granted = await caller.get('/notifications', { ...filters, 'entity-id': '12345678' });
    expect([other.status, type.status, granted.status]).toEqual([403, 403, 200]);
    expect(other.body).toEqual({
      responseStatus: 'DENIED',
      responseCode: 'NOT_ENTITLED',
      responseMessage: expect.any(String),
    });
  });

  it('may name the entities of the published examples, which play their part', async () => {
    const { caller } = searchWorld({ playsExampleEntities: true });
    const ids = ['9876543211', '9876543212', '9876543213', '9876543214'];
    const statuses = [];
    for (const id of ids) statuses.push((await caller.get('/subscriptions', { 'entity-id': id })).status);
    expect(statuses).toEqual([401, 403, 404, 400]);
  });
});

describe('the filters of a search', () => {
  const day = '2026-11-20';

  function filled(settings: Partial<JpmSettings>) {
    const made = searchWorld(settings);
    made.post('sent');
    made.post('failed', { delivery: [{ status: 'FAILED', afterMs: 0 }] });
    made.post('old', { createdAt: wall - 72 * HOUR });
    const answer = async (path: string, headers = {}) => {
      const { status, body } = await made.caller.get(path, headers);
      return status === 200 && path.startsWith('/notifications') ? idsOf(body) : status;
    };
    return { ...made, answer };
  }

  /** What each way of asking for what was sent on one day brings. */
  async function ways(settings: Partial<JpmSettings>) {
    const { answer } = filled(settings);
    return {
      headers: await answer('/notifications', byHeaders('SENT', day)),
      query: await answer(`/notifications${byQuery('SENT', day)}`),
      both: await answer(`/notifications${byQuery('SENT', day)}`, byHeaders('SENT', day)),
    };
  }

  it.each<[string, Partial<JpmSettings>, unknown]>([
    ['either way', {}, { headers: ['sent'], query: ['sent'], both: ['sent'] }],
    ['in headers', { filterStyle: 'headers' }, { headers: ['sent'], query: 400, both: ['sent'] }],
    ['in the query', { filterStyle: 'query' }, { headers: 400, query: ['sent'], both: ['sent'] }],
    [
      'in headers alone',
      { filterStyle: 'headers', otherStyle: 'refuse' },
      { headers: ['sent'], query: 400, both: 400 },
    ],
    [
      'in the query alone',
      { filterStyle: 'query', otherStyle: 'refuse' },
      { headers: 400, query: ['sent'], both: 400 },
    ],
    [
      'in headers, or else for what failed on any day',
      { filterStyle: 'headers', withoutDays: 'every-day' },
      { headers: ['sent'], query: ['failed'], both: ['sent'] },
    ],
    [
      'nowhere',
      { filterStyle: 'none', order: 'oldest-first' },
      {
        headers: ['old', 'sent', 'failed'],
        query: ['old', 'sent', 'failed'],
        both: ['old', 'sent', 'failed'],
      },
    ],
  ])('are read %s', async (_where, settings, expected) => {
    expect(await ways(settings)).toEqual(expected);
  });

  it('ask for what failed where they name no status', async () => {
    const { answer } = filled({});
    const dates = { 'date-range-start': day, 'date-range-end': day };
    expect([
      await answer('/notifications', dates),
      await answer(`/notifications?startdate=${day}&enddate=${day}`),
    ]).toEqual([['failed'], ['failed']]);
  });

  it('may be a status alone in the query, and not in headers', async () => {
    const { answer } = filled({ order: 'oldest-first' });
    expect([
      await answer('/notifications?status=SENT'),
      await answer('/notifications', { 'notification-status': 'SENT' }),
    ]).toEqual([['old', 'sent'], 400]);
  });

  it.each([
    ['one day alone', { ...byHeaders('SENT', day), 'date-range-end': undefined }, 'date range'],
    ['a day that no calendar has', byHeaders('SENT', '2026-02-30'), 'date range'],
    ['an instant', byHeaders('SENT', '2026-11-20T00:00:00Z'), 'date range'],
    ['an end before the beginning', byHeaders('SENT', day, '2026-11-19'), 'date range'],
    ['another status', byHeaders('sent', day), 'status'],
  ])('are refused with %s', async (_what, headers, entity) => {
    const { caller } = searchWorld();
    const { status, body } = await caller.get('/notifications', headers);
    expect({ status, body }).toEqual(refused([complaint(entity)]));
  });

  it('are refused where header and query differ, and where the range is too long', async () => {
    const { answer, jpm } = filled({});
    const contradiction = await answer(`/notifications${byQuery('SENT', day)}`, byHeaders('FAILED', day));
    jpm.settings.mostDays = 3;
    expect([
      contradiction,
      await answer('/notifications', byHeaders('SENT', '2026-11-18', day)),
      await answer('/notifications', byHeaders('SENT', '2026-11-17', day)),
    ]).toEqual([400, ['sent'], 400]);
  });

  it('are in the record with the way they came', async () => {
    const { answer, jpm } = filled({});
    await answer('/notifications', byHeaders('SENT', day));
    await answer(`/notifications${byQuery('FAILED', day, '2026-11-21')}`);
    await answer('/subscriptions');
    const seen = jpm.calls.map(({ endpoint, style, status, from, to, answered, rows }) => [
      endpoint,
      style,
      status,
      from,
      to,
      answered,
      rows,
    ]);
    expect(seen).toEqual([
      ['token', null, null, null, null, 200, null],
      ['notifications', 'headers', 'SENT', '2026-11-20', '2026-11-20', 200, 1],
      ['notifications', 'query', 'FAILED', '2026-11-20', '2026-11-21', 200, 1],
      ['subscriptions', null, null, null, null, 200, null],
    ]);
  });
});
