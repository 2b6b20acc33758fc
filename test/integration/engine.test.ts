import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardTokensIn } from '../../electron/engine/card-tokens-in.ts';
import { createEngine } from '../../electron/engine/engine.ts';
import { openSqliteStore } from '../../electron/engine/store/sqlite/open.ts';
import { StoreError } from '../../electron/engine/store/store.ts';
import { cdsMessage, type DmsMessage } from '../simulators/cds/messages.ts';
import { faults } from '../simulators/hmrc-gateway/faults.ts';
import { ctcMessageReceived } from '../simulators/ppns/ctc-messages.ts';
import { createMemorySlotLedger } from '../support/memory-slot-ledger.ts';
import { startEngineWorld, type EngineWorld } from '../support/engine-world.ts';
import { testNetwork } from '../support/test-network.ts';

let world: EngineWorld;
beforeEach(async () => {
  world = await startEngineWorld();
});
afterEach(() => world.close());

let messages = 0;
const push = (message: Partial<DmsMessage> & Pick<DmsMessage, 'functionCode'>) => {
  const messageId = (messages += 1).toString(16).padStart(32, '0');
  return world.cds.push('cds-client', {
    body: cdsMessage({ messageId, issuedAt: world.clock.now(), ...message }),
  });
};
/** Declarations of their own: what is said of one stands for what was said of it before. */
const mrnOf = (number: number) => `26GB5QUAYS${number}DEMAAR9`;
const postTransit = (type = 'IE029') =>
  world.ppns.post(world.boxId, { message: ctcMessageReceived({ type }) });
const alerts = () => world.journal.filter((entry) => entry.event === 'alert').map(({ title }) => title);
const listCalls = (path: RegExp) =>
  world.gateway.calls.filter((call) => call.method === 'GET' && path.test(call.path));

async function rows(filter = {}) {
  const page = await engine.api.page({ filter, by: 'notification', after: null, limit: 100 });
  return page.ok ? page.value.rows : [];
}
let engine: Awaited<ReturnType<EngineWorld['start']>>;
const stored = (count: number) => world.until(async () => (await rows()).length >= count);

describe('from poll to acknowledged', () => {
  it('keeps what both sources hold and says what it is', async () => {
    engine = await world.start();
    push({ functionCode: '05' });
    postTransit('IE029');
    await engine.setAccounts([world.accounts.transit, world.accounts.cds]);
    await stored(2);
    expect(
      (await rows()).map(({ account, type, state, upstream }) => ({ account, type, state, upstream })),
    ).toEqual(
      expect.arrayContaining([
        { account: 'cds', type: 'DMSCTL', state: 'new', upstream: null },
        { account: 'transit', type: 'IE029', state: 'new', upstream: 'pending' },
      ]),
    );
  });

  it('uses the allowance and never breaks it', async () => {
    engine = await world.start();
    await engine.setAccounts([world.accounts.transit, world.accounts.cds]);
    await world.run(600_000);
    expect(world.gateway.violations).toEqual([]);
    const at = listCalls(/\/box\/.*\/notifications$/).map((call) => call.at);
    const gaps = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10_000);
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(10_100);
  });

  it('keeps the limit across a restart', async () => {
    engine = await world.start();
    await engine.setAccounts([world.accounts.cds]);
    await world.until(() => listCalls(/^\/notifications\//).length === 1);
    await engine.stop();
    engine = await world.start();
    await engine.setAccounts([world.accounts.cds]);
    await world.until(() => listCalls(/^\/notifications\//).length === 3);
    expect(world.gateway.violations).toEqual([]);
  });

  it('raises one alert for each control, and none twice', async () => {
    engine = await world.start();
    await engine.setAccounts([world.accounts.cds]);
    await world.run(30_000);
    push({ functionCode: '05' });
    await stored(1);
    await world.run(30_000);
    expect(alerts()).toHaveLength(1);
    await engine.stop();
    engine = await world.start();
    await engine.setAccounts([world.accounts.cds]);
    await world.run(30_000);
    expect(alerts()).toHaveLength(1);
  });

  it('sums up what is older than the account in one alert', async () => {
    const yesterday = world.clock.now() - 86_400_000;
    for (let count = 0; count < 5; count += 1) {
      push({ functionCode: '05', mrn: mrnOf(count), issuedAt: yesterday });
    }
    engine = await world.start();
    await engine.setAccounts([world.accounts.cds]);
    await stored(5);
    await world.run(30_000);
    expect(alerts()).toEqual(['5 earlier notifications need you']);
  });

  it('holds an acknowledgement back, then tells the source', async () => {
    engine = await world.start();
    const notificationId = postTransit();
    await engine.setAccounts([world.accounts.transit]);
    await stored(1);
    const [row] = await rows();
    await engine.api.acknowledge({ ids: [row!.id] });
    expect((await rows({ states: ['acknowledged'] })).map(({ upstream }) => upstream)).toEqual(['pending']);
    await world.run(9_000);
    expect(world.ppns.acknowledgements).toEqual([]);
    await world.until(() => world.ppns.acknowledgements.length > 0);
    expect(world.ppns.acknowledgements.map(({ ids }) => ids)).toEqual([[notificationId]]);
    await world.until(async () => (await rows())[0]?.upstream === 'acknowledged');
  });

  it('takes an acknowledgement back before it leaves', async () => {
    engine = await world.start();
    postTransit();
    await engine.setAccounts([world.accounts.transit]);
    await stored(1);
    const [row] = await rows();
    const done = await engine.api.acknowledge({ ids: [row!.id] });
    await world.run(5_000);
    await engine.api.undo({ change: done.ok ? done.value.change! : '' });
    await world.run(60_000);
    expect(world.ppns.acknowledgements).toEqual([]);
    expect((await rows()).map(({ state }) => state)).toEqual(['new']);
  });

  it('shows a failed acknowledgement on the row and sends it when the source is back', async () => {
    engine = await world.start();
    postTransit();
    await engine.setAccounts([world.accounts.transit]);
    await stored(1);
    world.gateway.faults.next(faults.html(503), { path: /acknowledge$/ });
    const [row] = await rows();
    await engine.api.acknowledge({ ids: [row!.id] });
    await world.until(async () => (await rows())[0]?.acknowledgeFailure !== null);
    await world.until(async () => (await rows())[0]?.upstream === 'acknowledged');
    expect((await rows())[0]?.acknowledgeFailure).toBeNull();
  });

  it('queues what is acknowledged before the account is at work', async () => {
    engine = await world.start();
    const notificationId = postTransit();
    await engine.setAccounts([world.accounts.transit]);
    await stored(1);
    await engine.stop();
    engine = await world.start();
    const [row] = await rows();
    await engine.api.acknowledge({ ids: [row!.id] });
    await engine.setAccounts([world.accounts.transit]);
    await world.until(() => world.ppns.acknowledgements.length > 0);
    expect(world.ppns.acknowledgements.map(({ ids }) => ids)).toEqual([[notificationId]]);
  });

  it('lets what came in one round speak with one voice', async () => {
    engine = await world.start();
    await engine.setAccounts([world.accounts.cds]);
    await world.run(30_000);
    for (let count = 0; count < 6; count += 1) {
      push({ functionCode: '03', mrn: mrnOf(count), errors: [{ code: 'CDS12056' }] });
    }
    await stored(6);
    await world.run(15_000);
    expect(alerts()).toEqual(['6 notifications need you']);
  });

  it('ends the first rounds where the archive cannot be read', async () => {
    const opened = await openSqliteStore({ directory: world.folder, clock: world.clock });
    if (!opened.ok) throw new Error(opened.failure.reason);
    engine = createEngine({
      store: {
        ...opened.value,
        cursor: () => Promise.reject(new StoreError('store-locked', 'held by a test')),
      },
      ledger: createMemorySlotLedger(),
      cardTokens: cardTokensIn(world.folder),
      clock: world.clock,
      network: testNetwork(),
      http: () => Promise.reject(new Error('nothing is called where the cursor cannot be read')),
      random: () => 0.4142,
      onEvent: () => undefined,
      journal: () => undefined,
      alertsGoTo: 'journal',
    });
    await engine.setAccounts([world.accounts.cds]);
    let wentWell: boolean | null = null;
    void engine.polledOnce().then((left) => (wentWell = left.size === 0));
    await world.until(() => wentWell !== null);
    expect(wentWell).toBe(false);
    await engine.stop();
  });

  it('says why an account stopped and what to change', async () => {
    engine = await world.start();
    const { account, secret } = world.accounts.transit;
    const wrongBox = { ...account, boxId: '00000000-0000-4000-8000-000000000000' } as typeof account;
    await engine.setAccounts([{ account: wrongBox, secret }]);
    await world.until(() => world.journal.some((entry) => entry.event === 'problem'));
    await world.run(60_000);
    const status = await engine.api.status(null);
    expect(status.ok && status.value.accounts.map(({ state, failure }) => [state, failure?.reason])).toEqual([
      ['misconfigured', 'box-not-found'],
    ]);
    expect(listCalls(/notifications$/)).toHaveLength(1);
  });
});
