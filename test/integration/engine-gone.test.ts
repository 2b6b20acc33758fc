import { afterEach, beforeEach, expect, it } from 'vitest';
import { faults } from '../simulators/hmrc-gateway/faults.ts';
import { startEngineWorld, type EngineWorld } from '../support/engine-world.ts';

let world: EngineWorld;
beforeEach(async () => {
  world = await startEngineWorld();
});
afterEach(() => world.close());

it('a message that was read, lost on its way and is gone at its source is a gap and a problem, once', async () => {
  const id = world.cds.push('cds-client', { body: '<MetaData/>' });
  world.gateway.faults.next({ kind: 'drop-after-handling' }, { path: `/notifications/unpulled/${id}` });
  const notFound = faults.coded(404, 'NOT_FOUND', 'Resource was not found', 'xml');
  world.gateway.faults.next(notFound, { path: new RegExp(`pulled/${id}$`), times: 100 });
  const engine = await world.start();
  await engine.setAccounts([world.accounts.cds]);
  const told = () => world.journal.filter((entry) => entry.event === 'gap' || 'reason' in entry).slice(0, 10);
  await world.until(() => world.journal.some(({ event }) => event === 'gap'), 300_000);
  await world.run(20_000);
  expect(told().filter((entry) => JSON.stringify(entry).includes(id))).toEqual([
    expect.objectContaining({ event: 'gap', account: 'cds' }),
    expect.objectContaining({ event: 'problem', account: 'cds', title: 'Message no longer there' }),
  ]);
  const status = await engine.api.status(null);
  expect(status.ok && status.value.accounts[0]?.gaps.map(({ why }) => why.includes(id))).toEqual([true]);
});
