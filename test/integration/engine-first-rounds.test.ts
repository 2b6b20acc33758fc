import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faults } from '../simulators/hmrc-gateway/faults.ts';
import { jpmFaults } from '../simulators/jpm/faults.ts';
import { startJpmSimulator } from '../simulators/jpm/start-jpm.ts';
import { ctcMessageReceived } from '../simulators/ppns/ctc-messages.ts';
import { startEngineWorld, type EngineWorld } from '../support/engine-world.ts';
import { DAY, jpmAccount } from './jpm-source-world.ts';

let world: EngineWorld;
beforeEach(async () => {
  world = await startEngineWorld();
});
afterEach(() => world.close());

const lists = () =>
  world.gateway.calls.filter(({ method, path }) => method === 'GET' && path.endsWith('/notifications'));
const problems = () =>
  world.journal.flatMap((entry) => (entry.event === 'problem' ? [`${entry.account} ${entry.reason}`] : []));

describe('one round of every account', () => {
  it('asks for nothing more of those that are drained while it waits for others', async () => {
    world.gateway.faults.next(faults.throttled('40'), { path: /unpulled$/ });
    const engine = await world.start();
    await engine.setAccounts([world.accounts.transit, world.accounts.cds]);
    expect(await world.answer(engine.polledOnce())).toEqual(new Map());
    const status = await engine.api.status(null);
    expect([
      lists().length,
      status.ok && status.value.accounts.map(({ id, state, nextSlotAt }) => [id, state, nextSlotAt]),
    ]).toEqual([
      1,
      [
        [world.accounts.transit.account.id, 'polling', null],
        [world.accounts.cds.account.id, 'polling', null],
      ],
    ]);
  });

  it('does not wait for an hour because a source asks for one, nor do other accounts of the same client', async () => {
    world.gateway.faults.next(faults.throttled('3600'), { path: /notifications$/ });
    const engine = await world.start();
    const { transit, cds } = world.accounts;
    const also = { ...transit, account: { ...transit.account, id: 'also', name: 'Also' } };
    await engine.setAccounts([transit, also, cds]);
    const before = world.clock.uptime();
    const left = await world.answer(engine.polledOnce());
    expect([
      Object.fromEntries([...left].map(([id, why]) => [id, why?.reason])),
      world.clock.uptime() - before < 60_000,
    ]).toEqual([{ [transit.account.id]: 'rate-limited', also: 'asked-to-wait' }, true]);
    expect(problems().sort()).toEqual([`${transit.account.id} rate-limited`, 'also asked-to-wait'].sort());
    // Nor at the next start, and what is queued is not waited for either.
    await engine.stop();
    const again = await world.start();
    await again.setAccounts([transit]);
    expect([...(await world.answer(again.polledOnce())).keys()]).toEqual([transit.account.id]);
    await world.answer(again.flushOutbox([transit]));
    expect([world.clock.uptime() - before < 120_000, lists().length]).toEqual([true, 1]);
  });

  it('does not wait to send what is queued for an account that is to be left alone', async () => {
    world.ppns.post(world.boxId, { message: ctcMessageReceived({ type: 'IE029' }) });
    const { transit } = world.accounts;
    const first = await world.start();
    await first.setAccounts([transit]);
    await world.answer(first.polledOnce());
    await first.stop();
    world.gateway.faults.next(faults.throttled('3600'), { path: /notifications$/ });
    const second = await world.start();
    await second.setAccounts([transit]);
    await world.answer(second.polledOnce());
    const before = world.clock.uptime();
    await second.api.acknowledge({ ids: ['1'] });
    // Until it can be undone no more.
    await world.run(15_000);
    await world.answer(second.flushOutbox([transit]));
    const status = await second.api.status(null);
    expect([
      world.clock.uptime() - before < 60_000,
      status.ok && status.value.accounts[0]?.unsent,
      world.ppns.acknowledgements,
    ]).toEqual([true, 1, []]);
  });

  it('ends where rounds that fail take turns with rounds that find nothing to do', async () => {
    const jpm = await startJpmSimulator({ now: () => world.clock.now(), uptime: () => world.clock.uptime() });
    const from = new Date(world.clock.now() - 4 * DAY).toISOString().slice(0, 10);
    jpm.faults.next(jpmFaults.serverError(), { endpoint: 'notifications', from, times: 1000 });
    const { secret, ...account } = jpmAccount(jpm);
    const engine = await world.start();
    await engine.setAccounts([{ account, secret }]);
    const left = await world.answer(engine.polledOnce());
    const asked = new Set(jpm.calls.flatMap(({ from: day, answered }) => (answered === 200 ? [day] : [])));
    await jpm.close();
    expect([[...left].map(([id, why]) => [id, why?.reason]), asked.has(from), asked.size]).toEqual([
      [['jpm', 'server-error']],
      false,
      // The present, the rest of the week, and the subscriptions, which are of no day.
      3 + 5 + 1,
    ]);
  });
});
