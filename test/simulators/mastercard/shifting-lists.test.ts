import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { inProcessMastercard, type InProcessMastercard } from './in-process.ts';
import type { MastercardRow } from './notification-shelf.ts';
import { contents, listReader, type ListReader } from './read-list.ts';

const START = Date.UTC(2026, 10, 22, 9);

let clock: FakeClock;
let simulator: InProcessMastercard;

beforeEach(() => {
  clock = createFakeClock({ wall: START });
  simulator = inProcessMastercard(clock);
});

const list: ListReader = (query, from, to) => listReader(simulator, START)(query, from, to);

const notify = (content: unknown, createdAt?: number, more: object = {}): MastercardRow =>
  simulator.notify(
    { subject: 'CLEARING', content },
    { ...(createdAt === undefined ? {} : { createdAt }), ...more },
  );

describe('what shifts and deceives', () => {
  it('is a row that shows late', async () => {
    notify('late', START - 1000, { visibleAfterMs: 3000 });
    const early = contents(await list());
    await clock.advance(2000);
    expect([early, contents(await list())]).toEqual([[], ['late']]);
  });

  it('is an event under two subscriptions, and a notification that is repeated', async () => {
    simulator.subscribe({ name: 'one', subjectType: 'CLEARING' });
    simulator.subscribe({ name: 'two', subjectType: 'CLEARING' });
    simulator.subscribe({ name: 'off', subjectType: 'CLEARING', active: false });
    simulator.subscribe({ name: 'other', subjectType: 'PAYMENT_UPDATE' });
    const [first] = simulator.happen({ subject: 'CLEARING', content: 1 }, { createdAt: START - 9 });
    simulator.repeat(first!);
    simulator.repeat(first!, { createdAt: START - 5 });
    const page = await list();
    const rows = typeof page === 'string' ? [] : page.notifications;
    expect(rows.map((row) => [row['subscriptionName'], String(row['createdTimestamp']).slice(-4)])).toEqual([
      ['one', '991Z'],
      ['two', '991Z'],
      ['one', '991Z'],
      ['one', '995Z'],
    ]);
  });

  it('is a push status that changes', async () => {
    simulator.settings.pushStatus = 'PENDING';
    const row = notify('x', START - 1);
    const before = contents(await list({ push_status: 'PENDING' }));
    simulator.setPushStatus(row, 'DELIVERED');
    expect([before, contents(await list({ push_status: 'PENDING' }))]).toEqual([['x'], []]);
  });

  it('is a walk under which rows expire: what follows moves up, and the total falls', async () => {
    const rows = [0, 1, 2, 3].map((n) => notify(n, START - 100 + n));
    simulator.settings.beforeList = ({ offset }) => {
      if (offset > 0) simulator.expire(rows[0]!);
    };
    const [first, second] = [await list({ limit: 2 }), await list({ limit: 2, offset: 2 })];
    expect(
      [first, second].map((page) => (typeof page === 'string' ? page : [page.total, contents(page)])),
    ).toEqual([
      [4, [0, 1]],
      [3, [3]],
    ]);
  });

  it('is a count and a total that are not true', async () => {
    notify('x', START - 1);
    simulator.settings.countOf = (rows) => rows + 6;
    simulator.settings.totalOf = () => 158;
    const page = await list();
    expect(typeof page === 'string' ? page : [page.count, page.total, page.notifications.length]).toEqual([
      7, 158, 1,
    ]);
  });

  it('is a row with other members than it should have', async () => {
    notify('x', START - 1, { overrides: { subject: null, createdTimestamp: undefined, channel: 'new' } });
    const page = await list();
    expect(typeof page === 'string' ? page : page.notifications).toEqual([
      {
        subject: null,
        subscriptionName: 'ALL_CLEARING',
        pushStatus: 'NOT_APPLICABLE',
        content: 'x',
        channel: 'new',
      },
    ]);
  });
});
