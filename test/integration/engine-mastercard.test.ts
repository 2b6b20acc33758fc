import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { errorAnswer } from '../simulators/mastercard/errors.ts';
import { authorization } from '../simulators/mastercard/events/authorization.ts';
import { clearing } from '../simulators/mastercard/events/clearing.ts';
import { madeUpPurchase } from '../simulators/mastercard/events/purchase.ts';
import { inProcessMastercard, type InProcessMastercard } from '../simulators/mastercard/in-process.ts';
import { startEngineWorld, type EngineWorld } from '../support/engine-world.ts';
import { accountOf, identityOf, secretOf } from './mastercard-source-world.ts';

let seed = 7;
const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;

let world: EngineWorld;
let upstream: InProcessMastercard;
let engine: Engine;
beforeEach(async () => {
  world = await startEngineWorld();
  upstream = inProcessMastercard(world.clock, { random });
  engine = await world.start({ http: upstream.http });
});
afterEach(() => world.close());

it('shows an authorization and its clearing as one payment, and keeps no card number', async () => {
  const at = world.clock.now();
  const purchase = madeUpPurchase(random, at);
  upstream.subscribe({ name: 'ALL', subjectType: 'CLEARING' });
  upstream.notify(authorization(random, purchase, { masks: false }), { createdAt: at });
  upstream.notify(clearing(random, purchase, { masks: false }), { createdAt: at + 1000 });
  const { secret, ...account } = accountOf(
    upstream.baseUrl,
    upstream.project.consumerKey,
    secretOf(upstream.project),
  );
  await engine.setAccounts([{ account, secret }]);
  const threads = async () => {
    const page = await engine.api.page({ filter: {}, by: 'thread', after: null, limit: 10 });
    return page.ok ? page.value.rows : [];
  };
  await world.until(async () => (await threads()).some((row) => row.thread?.members.length === 2));
  const [row] = await threads();
  const thread = await engine.api.thread({ id: row!.id });
  const payloads = await Promise.all(['1', '2'].map((id) => engine.api.payload({ id, form: 'raw' })));
  const data = join(world.folder, 'data');
  const everything = [
    JSON.stringify([thread, payloads, world.journal, world.events]),
    ...readdirSync(data).map((name) => readFileSync(join(data, name)).toString('latin1')),
  ].join('\n');
  expect({
    threads: (await threads()).length,
    status: thread.ok && [thread.value.status?.code, thread.value.status?.title],
    types: thread.ok && thread.value.entries.map(({ type }) => type),
    numbers: [purchase.virtualCard.number, purchase.realCard.number].filter((one) =>
      everything.includes(one),
    ),
    tokens: /tok_[0-9a-f]{16}_\d{4}/.test(everything),
  }).toEqual({
    threads: 1,
    status: ['payment-made', 'Payment cleared: 5.78 GBP'],
    types: ['CLEARING', 'PAYMENT_AUTHORIZATION'],
    numbers: [],
    tokens: true,
  });
});

it('writes no card number of an error into the journal, nor shows it in the account’s status', async () => {
  upstream.faults.next(
    {
      kind: 'answer',
      answer: errorAnswer(400, {
        source: 'Commercial Event Notifications',
        code: '4111111111111111',
        description: 'card 5555 5555 5555 4444 is not known',
        details: `${'x'.repeat(260)} 4111111111111111`,
      }),
    },
    { path: /notifications\/notifications$/ },
  );
  const { secret, ...account } = accountOf(
    upstream.baseUrl,
    upstream.project.consumerKey,
    secretOf(upstream.project),
  );
  await engine.setAccounts([{ account, secret }]);
  await world.until(() => world.journal.some(({ event }) => event === 'problem'));
  const told = JSON.stringify([world.journal, world.events, await engine.api.status(null)]);
  expect([told.includes('card ************4444 is not known'), told.match(/(4111|5555) ?\d{4}/g)]).toEqual([
    true,
    null,
  ]);
});

it('shows what one moment did to two cards of the same last four, and keeps no digest of their numbers', async () => {
  const createdAt = world.clock.now();
  const rows = ['5555555555554444', '5105105105104444'].map((number) =>
    upstream.notify({ subject: 'CARD_MADE', content: { number } }, { createdAt, subscriptionName: 'ALL' }),
  );
  const { secret, ...account } = accountOf(
    upstream.baseUrl,
    upstream.project.consumerKey,
    secretOf(upstream.project),
  );
  await engine.setAccounts([{ account, secret }]);
  const shown = () => engine.api.page({ filter: {}, by: 'notification', after: null, limit: 10 });
  await world.until(async () => {
    const page = await shown();
    return page.ok && page.value.rows.length === 2;
  });
  const data = join(world.folder, 'data');
  const kept = readdirSync(data)
    .map((name) => readFileSync(join(data, name)).toString('latin1'))
    .join();
  expect(rows.map((row) => kept.includes(identityOf(row)))).toEqual([false, false]);
});
