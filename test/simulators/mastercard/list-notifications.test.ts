import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { inProcessMastercard, type InProcessMastercard } from './in-process.ts';
import type { MastercardRow } from './notification-shelf.ts';
import { askList, contents, listReader, type ListReader } from './read-list.ts';

const START = Date.UTC(2026, 10, 22, 9);
const DAY = 86_400_000;

let clock: FakeClock;
let simulator: InProcessMastercard;

beforeEach(begin);

function begin(): void {
  clock = createFakeClock({ wall: START });
  simulator = inProcessMastercard(clock);
}

const list: ListReader = (query, from, to) => listReader(simulator, START)(query, from, to);
const ask = (query: string) => askList(simulator, query);

const notify = (content: unknown, createdAt?: number, more: object = {}): MastercardRow =>
  simulator.notify(
    { subject: 'CLEARING', content },
    { ...(createdAt === undefined ? {} : { createdAt }), ...more },
  );

describe('a list of notifications', () => {
  it('has the wrapper and the members of the service, an idempotency key only where there is one', async () => {
    notify({ clearingTransactionId: 1 }, START - 5);
    simulator.notify(
      { subject: 'TOKEN_LIFECYCLE_EVENT', content: { status: 'ACTIVE' }, idempotencyKey: 'k' },
      { createdAt: START - 4, pushStatus: 'FAILED' },
    );
    expect(await list()).toEqual({
      count: 2,
      offset: 0,
      limit: 200,
      total: 2,
      notifications: [
        {
          subject: 'CLEARING',
          subscriptionName: 'ALL_CLEARING',
          pushStatus: 'NOT_APPLICABLE',
          createdTimestamp: '2026-11-22T08:59:59.995Z',
          content: { clearingTransactionId: 1 },
        },
        {
          subject: 'TOKEN_LIFECYCLE_EVENT',
          subscriptionName: 'ALL_TOKEN_LIFECYCLE_EVENT',
          pushStatus: 'FAILED',
          createdTimestamp: '2026-11-22T08:59:59.996Z',
          idempotencyKey: 'k',
          content: { status: 'ACTIVE' },
        },
      ],
    });
  });

  it('begins with the oldest; what shares a millisecond stays in its order', async () => {
    [5, 1, 5, 3, 5].forEach((at, index) => notify(index, START - 100 + at));
    expect([contents(await list()), contents(await list({ offset: 2, limit: 2 }))]).toEqual([
      [1, 3, 0, 2, 4],
      [0, 2],
    ]);
  });

  it('includes its start and excludes its end', async () => {
    [-10, 0, 10].forEach((at) => notify(at, START - 100 + at));
    expect(contents(await list({}, -110, -90))).toEqual([-10, 0]);
  });

  it('needs start and end, as UTC date-times', async () => {
    const end = 'end=2026-11-22T09%3A00%3A00.000Z';
    const queries = [end, `start=2026-11-22&${end}`, `start=2026-02-30T00%3A00%3A00Z&${end}`, 'start=now'];
    const answers = [];
    for (const query of queries) answers.push(await ask(query));
    expect(answers).toEqual(queries.map(() => '400 format.invalid'));
  });

  it('takes an end in the future, unless told to refuse it', async () => {
    const lax = await list({}, -DAY, DAY);
    simulator.settings.windows = 'past';
    expect([
      contents(lax),
      await list({}, -DAY, DAY),
      await list({}, -DAY, -DAY),
      contents(await list({}, -DAY, 0)),
    ]).toEqual([[], '400 format.invalid', '400 format.invalid', []]);
  });

  it('is at most as long as the maximum: a larger limit is cut, or refused', async () => {
    for (let index = 0; index < 5; index += 1) notify(index);
    simulator.settings.defaultLimit = 2;
    simulator.settings.maximumLimit = 3;
    const limits = async (limit: string) => {
      const page = await list(limit === '' ? {} : { limit });
      return typeof page === 'string' ? page : [page.count, page.limit, page.total];
    };
    const cut = [
      await limits(''),
      await limits('3'),
      await limits('4'),
      await limits('0'),
      await limits('x'),
    ];
    simulator.settings.overMaximum = 'refuse';
    expect([...cut, await limits('3'), await limits('4')]).toEqual([
      [2, 2, 5],
      [3, 3, 5],
      [3, 3, 5],
      '400 format.invalid',
      '400 format.invalid',
      [3, 3, 5],
      '400 format.invalid',
    ]);
  });

  it('can be narrowed by subject, subscription names and push statuses, as comma lists and repeated', async () => {
    const names = ['a', 'b', 'c'];
    names.forEach((subscriptionName) => notify(subscriptionName, START - 10, { subscriptionName }));
    simulator.notify(
      { subject: 'PAYMENT_UPDATE', content: 'd' },
      { createdAt: START - 5, pushStatus: 'PENDING' },
    );
    expect([
      contents(await list({ subject: 'CLEARING' })),
      contents(await list({ subscription_name: 'a,c' })),
      contents(await list('subscription_name=a&subscription_name=b')),
      contents(await list({ push_status: 'PENDING,FAILED' })),
      contents(await list('push_status=FAILED&push_status=NOT_APPLICABLE&subscription_name=b,c')),
      await list({ push_status: 'LOST' }),
    ]).toEqual([['a', 'b', 'c'], ['a', 'c'], ['a', 'b'], ['d'], ['b', 'c'], '400 format.invalid']);
  });

  it('drops a row seven days after it was created, by the simulator’s clock', async () => {
    notify('old', START - 7 * DAY + 1000);
    notify('new', START - 1000);
    const before = contents(await list());
    await clock.advance(1000);
    const after = contents(await list());
    simulator.settings.clockSkewMs = 8 * DAY;
    expect([before, after, simulator.listed(), simulator.rows().length]).toEqual([
      ['old', 'new'],
      ['new'],
      [],
      2,
    ]);
  });

  it('may refuse a start before its retention', async () => {
    simulator.settings.beforeRetention = 'refuse';
    expect([await list({}, -7 * DAY - 1), contents(await list({}, -7 * DAY))]).toEqual([
      '400 format.invalid',
      [],
    ]);
  });

  it('shows no other subscriber’s rows', async () => {
    const other = simulator.addProject();
    notify('theirs', START - 1, { subscriberId: other.subscriberId });
    expect(contents(await list())).toEqual([]);
  });
});

describe('any walk', () => {
  it('over a shelf that stays as it is finds every row of the window once, oldest first', async () => {
    const row = fc.record({ at: fc.integer({ min: -60, max: -1 }), name: fc.constantFrom('a', 'b') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 25 }),
        fc.integer({ min: -60, max: 0 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, from, width, limit) => {
          begin();
          rows.forEach(({ at, name }, index) => notify(index, START + at, { subscriptionName: name }));
          const found: unknown[] = [];
          for (let total = 1; found.length < total;) {
            const page = await list(
              { limit, offset: found.length, subscription_name: 'a' },
              from,
              from + width,
            );
            if (typeof page === 'string') throw new Error(page);
            expect(page.count).toBe(Math.min(limit, page.total - found.length));
            found.push(...page.notifications.map(({ content }) => content));
            total = page.total;
          }
          const wanted = rows
            .map((each, index) => ({ ...each, index }))
            .filter(({ at, name }) => name === 'a' && at >= from && at < from + width)
            .sort((a, b) => a.at - b.at || a.index - b.index);
          expect(found).toEqual(wanted.map(({ index }) => index));
        },
      ),
      { numRuns: 40 },
    );
  });
});
