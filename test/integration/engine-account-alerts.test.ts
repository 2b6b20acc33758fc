import { afterEach, beforeEach, expect, it } from 'vitest';
import { faults } from '../simulators/hmrc-gateway/faults.ts';
import { startEngineWorld, type EngineWorld } from '../support/engine-world.ts';

let world: EngineWorld;
beforeEach(async () => (world = await startEngineWorld()));
afterEach(() => world.close());

const MINUTE = 60_000;
/** What the screen was told of accounts, in order. */
const told = () =>
  world.events.flatMap((event) => {
    if (event.event === 'alert-over') return [`over ${event.alert}`];
    return event.event === 'alert' && event.alert.accounts.length > 0
      ? [`${event.alert.id} ${event.alert.title} (${event.alert.accounts.join(', ')})`]
      : [];
  });
const isAway = () => world.gateway.faults.next(faults.html(503), { path: /notifications/, times: 10_000 });

it('tells of an outage of two accounts once, across a restart, and that it is over', async () => {
  const accounts = [world.accounts.transit, world.accounts.cds];
  const engine = await world.start();
  await engine.setAccounts(accounts);
  await world.run(30_000);
  isAway();
  await world.run(4.5 * MINUTE);
  const early = told();
  await world.run(3 * MINUTE);
  const [alert] = told();
  await engine.api.alertOutcome({ alert: '1', outcome: 'shown', why: null });
  await engine.stop();
  const again = await world.start();
  await again.setAccounts(accounts);
  await world.run(7 * MINUTE);
  const later = told();
  world.gateway.faults.clear();
  for (const { account } of accounts) await again.api.pollNow({ account: account.id });
  await world.run(2 * MINUTE);
  expect([early, alert, later.length, told().slice(1)]).toEqual([
    [],
    expect.stringMatching(/^1 Nothing reached for 5 min \((transit, cds|cds, transit)\)$/),
    1,
    expect.arrayContaining(['over 1', expect.stringMatching(/^\d Reached again \(/)]),
  ]);
}, 120_000);

it('tells a program of a refusal at once, and not at its next run', async () => {
  const wrong = { ...world.accounts.cds, secret: 'not-the-secret' };
  const lines = () => world.journal.flatMap((entry) => (entry.event === 'alert' ? [entry] : []));
  for (let run = 1; run <= 2; run += 1) {
    const engine = await world.start({ alertsGoTo: 'journal' });
    await engine.setAccounts([wrong]);
    await world.answer(engine.polledOnce());
    await engine.stop();
  }
  expect(lines()).toEqual([
    {
      ...{ event: 'alert', id: 'cds', notifications: [], accounts: ['cds'], urgency: 'critical' },
      title: expect.stringMatching(/^CDS: /),
      body: expect.stringContaining('Nothing is read for this account'),
    },
  ]);
});

it('names two lorries in two alerts, and the lorry, what decides and where in each', async () => {
  const engine = await world.start();
  await engine.setAccounts([world.accounts.transit]);
  await world.run(30_000);
  for (const gmrId of ['GMRA00002KW2', 'GMRA00003XY7']) {
    const message = JSON.stringify({ gmrId, gmrState: 'EMBARKED', inspectionRequired: true });
    world.ppns.post(world.boxId, { message });
  }
  const alerts = () => world.events.flatMap((event) => (event.event === 'alert' ? [event.alert] : []));
  await world.until(() => alerts().length === 2);
  expect(
    alerts()
      .map(({ body }) => body.split('\n')[0])
      .sort(),
  ).toEqual(['GMR GMRA00002KW2', 'GMR GMRA00003XY7']);
});
