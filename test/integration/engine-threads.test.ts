import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import type { AccountWithSecret } from '../../shared/engine-api.ts';
import { quietMinutesSchema } from '../../shared/quiet.ts';
import { retentionDaysSchema } from '../../shared/retention.ts';
import { cdsMessage, type DmsMessage } from '../simulators/cds/messages.ts';
import { faults } from '../simulators/hmrc-gateway/faults.ts';
import { startEngineWorld, type EngineWorld } from '../support/engine-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const IMPORT = '26GB1CR4DVQ71TAAR5';
const EXPORT = '26GB8WQ1L0D7YHRAA8';

let world: EngineWorld;
let engine: Engine;
let messages = 0;
beforeEach(async () => {
  world = await startEngineWorld();
  messages = 0;
});
afterEach(() => world.close());

const bodyOf = (message: Partial<DmsMessage> & Pick<DmsMessage, 'functionCode'>) =>
  cdsMessage({
    messageId: (messages += 1).toString(16).padStart(32, '0'),
    issuedAt: world.clock.now(),
    mrn: IMPORT,
    ...message,
  });
const push = (message: Partial<DmsMessage> & Pick<DmsMessage, 'functionCode'>, clientId = 'cds-client') =>
  world.cds.push(clientId, { body: bodyOf(message) });

/** Every alert for notifications so far: whether it interrupts, what it says. */
const alerts = () =>
  world.events.flatMap((event) =>
    event.event === 'alert' && event.alert.accounts.length === 0
      ? [`${event.alert.urgency}: ${event.alert.title}`]
      : [],
  );
const started = async (accounts: readonly AccountWithSecret[] = [world.accounts.cds]) => {
  engine = await world.start();
  await engine.setAccounts(accounts);
};
/** The first, empty round is over, so that what follows is no backfill. */
const listening = async () => {
  await started();
  await world.run(15_000);
};
const threads = async () => {
  const page = await engine.api.page({ filter: {}, by: 'thread', after: null, limit: 50 });
  return page.ok ? page.value.rows.map(({ thread }) => thread) : [];
};
const received = (count: number) =>
  world.until(async () => {
    const page = await engine.api.page({ filter: {}, by: 'notification', after: null, limit: 1 });
    return page.ok && page.value.total >= count;
  });
/** A round with nothing in it, as far as a later wait needs it. */
const settled = () => world.run(15_000);
/** Time goes by in strides of a minute: enough rounds to notice, and few enough to be quick. */
const hours = async (count: number) => {
  for (let minute = 0; minute < count * 60; minute += 5) {
    world.clock.setWall(world.clock.now() + 5 * MINUTE - 12_000);
    await world.run(12_000);
  }
};

describe('alerts of a declaration', () => {
  it('are not raised for what the same second resolves, whatever comes first', async () => {
    await listening();
    push({ functionCode: '05' });
    push({ functionCode: '06' });
    push({ functionCode: '09' });
    await received(3);
    await settled();
    expect([alerts(), (await threads()).map((thread) => thread?.status?.code)]).toEqual([[], ['cleared']]);
  });

  it('are not raised for what the rest of a backlog resolves', async () => {
    await listening();
    // Three rounds read this much, in no order, so that some of them end between a control and its clearance.
    const lrns = Array.from({ length: 30 }, (_, place) => `QS-2611-${place}`);
    for (const lrn of lrns) push({ functionCode: '05', mrn: null, lrn });
    for (const lrn of lrns) push({ functionCode: '09', mrn: null, lrn });
    await received(60);
    await settled();
    expect([(await threads()).length, alerts()]).toEqual([30, []]);
  });

  it('are not raised for what the end of a backlog of minutes resolves, but for what it leaves', async () => {
    await listening();
    const night = world.clock.now() - 45 * MINUTE;
    const lrns = Array.from({ length: 150 }, (_, place) => `QS-2611-${place}`);
    for (const lrn of lrns) push({ functionCode: '05', mrn: null, lrn, issuedAt: night });
    for (const lrn of lrns.slice(1)) push({ functionCode: '09', mrn: null, lrn, issuedAt: night + MINUTE });
    const began = world.clock.now();
    await world.until(async () => alerts().length > 0, 10 * MINUTE);
    const minutes = (world.clock.now() - began) / MINUTE;
    await settled();
    expect([minutes > 1.5, alerts(), (await threads()).length]).toEqual([
      true,
      ['critical: Physical examination'],
      50,
    ]);
  });

  it('interrupt for a rejection, and wait for documents until a day before their limit', async () => {
    await listening();
    push({ functionCode: '06', mrn: EXPORT, limitAt: world.clock.now() + 48 * HOUR });
    push({ functionCode: '03', errors: [{ code: 'CDS12056' }] });
    await received(2);
    await settled();
    expect(
      alerts()
        .map((alert) => alert.split(':')[0])
        .sort(),
    ).toEqual(['critical', 'normal']);
  });

  it('remind of documents once, a day before their limit', async () => {
    await listening();
    push({ functionCode: '01' });
    push({ functionCode: '06', limitAt: world.clock.now() + 26 * HOUR });
    await received(2);
    await settled();
    const before = alerts().length;
    await hours(3);
    expect([before, alerts().slice(before)]).toEqual([1, ['critical: Documents due within 24 h']]);
  });

  it('speak once of a message that two accounts hold', async () => {
    world.gateway.addApplication({ clientId: 'second-client', clientSecrets: ['second-secret'] });
    const { account } = world.accounts.cds;
    const second = {
      account: { ...account, id: 'second', clientId: 'second-client' },
      secret: 'second-secret',
    };
    await started([world.accounts.cds, second]);
    await world.run(15_000);
    const body = bodyOf({ functionCode: '05' });
    world.cds.push('cds-client', { body });
    world.cds.push('second-client', { body });
    await received(2);
    await world.run(30_000);
    expect([alerts().length, (await threads()).map((thread) => thread?.members.length)]).toEqual([1, [2]]);
  });

  it('are neither lost nor raised twice by a restart in the middle', async () => {
    await listening();
    push({ functionCode: '05' });
    await world.until(() => world.journal.some(({ event }) => event === 'notification'));
    await engine.stop();
    const before = alerts().length;
    await started();
    await world.run(30_000);
    await engine.stop();
    await started();
    await world.run(30_000);
    const raised = alerts().length;
    expect([before <= 1, raised]).toEqual([true, 1]);
  });

  it('are held for a minute at most by a backlog', async () => {
    await listening();
    for (let count = 0; count < 400; count += 1) {
      push({
        functionCode: count % 9 === 0 ? '05' : '01',
        mrn: `26GB5QUAYS${String(count).padStart(3, '0')}DEAR9`,
      });
    }
    await world.until(() => alerts().length > 0, 5 * MINUTE);
    const isStillFetching = world.cds.unpulled('cds-client').length > 0;
    // Three a second at most.
    const read = world.journal.filter(({ event }) => event === 'notification').length;
    expect([isStillFetching, read > 150]).toEqual([true, true]);
  });
});

describe('silence', () => {
  const quiet = async () => {
    const status = await engine.api.status(null);
    return status.ok ? status.value.quiet : null;
  };

  it('is noticed once it has lasted, shown with the thread, and gone with the answer', async () => {
    await listening();
    push({ functionCode: '01' });
    await received(1);
    await hours(5);
    const noticed = [alerts(), await quiet()];
    const thread = await engine.api.thread({ id: '1' });
    const rules = thread.ok ? thread.value.quiet.map(({ rule }) => rule) : [];
    push({ functionCode: '09' });
    await received(2);
    await settled();
    expect([noticed, rules, await quiet(), alerts().length]).toEqual([
      [['normal: Not cleared 4 h after acceptance'], 1],
      ['clearance'],
      0,
      1,
    ]);
  });

  it('is not noticed while nobody listened: what came meanwhile is read first', async () => {
    await listening();
    push({ functionCode: '01' });
    await received(1);
    await settled();
    await engine.stop();
    world.clock.setWall(world.clock.now() + 5 * HOUR);
    push({ functionCode: '09', issuedAt: world.clock.now() - 4.5 * HOUR });
    await started();
    await received(2);
    await settled();
    expect([alerts(), await quiet()]).toEqual([[], 0]);
  });

  it('is not noticed while the source does not answer, and at once when it does', async () => {
    await listening();
    push({ functionCode: '01' });
    await received(1);
    await settled();
    world.gateway.faults.next(faults.html(503), { path: /^\/notifications\//, times: 1000 });
    await hours(5);
    const away = alerts();
    world.gateway.faults.clear();
    await engine.api.pollNow({ account: 'cds' });
    await settled();
    expect([away, alerts().length]).toEqual([[], 1]);
  });

  it('is nothing of a declaration that is finished, nor of one that is known to be held', async () => {
    await listening();
    push({ functionCode: '01' });
    push({ functionCode: '09' });
    push({ functionCode: '01', mrn: EXPORT });
    push({ functionCode: '51', mrn: EXPORT });
    await received(4);
    await hours(5);
    // The query alone.
    expect([alerts().length, await quiet()]).toEqual([1, 0]);
  });

  it('keeps to the limits that are set, and says nothing twice after a restart', async () => {
    await listening();
    const quietMinutes = quietMinutesSchema.parse({ clearance: 30 });
    const retentionDays = retentionDaysSchema.parse({});
    const settings = {
      ...{ accounts: [world.accounts.cds], locked: [], network: {}, holdBackSeconds: 10 },
      ...{ quietMinutes, retentionDays },
    };
    await engine.api.configure(settings);
    push({ functionCode: '01' });
    await received(1);
    await hours(1);
    await engine.stop();
    const before = alerts();
    await started();
    await engine.api.configure(settings);
    await hours(1);
    expect([before, alerts().length]).toEqual([[expect.stringMatching(/^normal: Not cleared 3\d min/)], 1]);
  });

  it('of before the account was added is summed up in one', async () => {
    const before = Date.parse('2026-11-22T01:00:00.000Z');
    for (const [count, mrn] of [IMPORT, EXPORT, '26GB5T8Y3EW0ZKCAR2', '26GB5T8Y3EW0ZKCAR3'].entries()) {
      push({ functionCode: '01', mrn, issuedAt: before + count * MINUTE });
    }
    await started();
    await received(4);
    await settled();
    expect(alerts()).toEqual(['normal: 4 earlier declarations are quiet or near a limit']);
  });
});
