import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { linesIn, ran } from '../../electron/engine/cli/command-host.fixture.ts';
import { archiveWorld } from '../../electron/engine/cli/seeded-archive.fixture.ts';
import { startToyWorld, type ToyWorld } from '../support/toy-source/toy-world.ts';

let world: ToyWorld;
let engine: Engine;
beforeEach(async () => {
  world = await startToyWorld();
  engine = await world.startWithToy();
});
afterEach(() => world.close());

async function rows() {
  const page = await engine.api.page({ filter: {}, by: 'notification', after: null, limit: 100 });
  return page.ok ? page.value.rows : [];
}
const stored = (count: number) => world.until(async () => (await rows()).length >= count);

async function status() {
  const answer = await engine.api.status(null);
  return answer.ok ? answer.value.accounts[0] : undefined;
}
const quayside = async (...words: string[]) =>
  linesIn((await ran([...words, '--data', join(world.folder, 'data')], archiveWorld)).stdout);

describe('a fifth source, made as docs/technical/adding-a-source.md says', () => {
  it('is polled within its limits, read, and shown in the list, the status and the command', async () => {
    for (const id of ['E1', 'E2', 'E3']) world.add({ id });
    await engine.setAccounts([world.account]);
    await stored(3);
    expect({
      calls: world.ledger.paths,
      list: (await rows()).map(({ source, type, kind, title, upstream }) => [
        source,
        type,
        kind,
        title,
        upstream,
      ]),
      status: await status(),
      command: (await quayside('list'))
        .slice(0, -1)
        .map((line) => [(line as { source: string }).source, (line as { type: string }).type]),
    }).toEqual({
      calls: ['/entries?after=0', '/entries?after=2'],
      list: Array(3).fill(['toy-ledger', 'TOY_DUE', 'payment', 'Harbour dues of £12.50', 'pending']),
      status: expect.objectContaining({
        ...{ id: 'harbour', name: 'Harbour', source: 'toy-ledger', state: 'polling', failure: null },
        ...{ acknowledgesUpstream: false, refreshes: true, notices: [], gaps: [] },
      }),
      command: Array(3).fill(['toy-ledger', 'TOY_DUE']),
    });
    const polls = world.journal.flatMap((entry) => (entry.event === 'poll' ? [Date.parse(entry.at)] : []));
    expect(polls[1]! - polls[0]!).toBeGreaterThanOrEqual(10_000);
  });

  it('raises alerts, is acknowledged here alone, and is tested like any other', async () => {
    await engine.setAccounts([world.account]);
    await world.run(15_000);
    world.add({ id: 'E1' });
    await stored(1);
    await world.until(() => world.journal.some(({ event }) => event === 'alert'));
    const [row] = await rows();
    const done = await engine.api.acknowledge({ ids: [row!.id] });
    const tested = await world.answer(engine.api.testAccount({ account: world.account }));
    expect([
      done.ok && done.value.changed,
      (await status())?.unsent,
      tested,
      world.journal.flatMap((entry) => (entry.event === 'alert' ? [entry.title] : [])),
    ]).toEqual([
      1,
      0,
      {
        ok: true,
        value: { sentence: 'Connected: the harbour answers. Reached directly, through no proxy.' },
      },
      [expect.stringContaining('Harbour dues')],
    ]);
  });

  it('says what is wrong with its credentials', async () => {
    await engine.setAccounts([{ ...world.account, secret: 'another' }]);
    await world.until(async () => (await status())?.state === 'signed-out');
    expect((await status())?.failure?.reason).toBe('credentials-refused');
  });

  it('leaves what it kept to be seen where it is not there any more', async () => {
    world.add({ id: 'E1' });
    await engine.setAccounts([world.account]);
    await stored(1);
    await engine.stop();
    engine = await world.start();
    expect((await rows()).map(({ title }) => title)).toEqual(['Harbour dues of £12.50']);
  });
});

describe('the thread of a payment', () => {
  it('holds what shares its reference, newest first, as it came: without a sum, and open until something settles it', async () => {
    world.add({ id: 'E1', payment: 'P1' });
    world.add({ id: 'E2', payment: 'P2' });
    world.add({ id: 'E3', payment: 'P1', what: 'paid', at: '2026-11-22T09:30:00.000Z' });
    await engine.setAccounts([world.account]);
    await stored(3);
    await world.run(10_000);
    const [row] = await rows();
    const thread = await engine.api.thread({ id: row!.id });
    const page = await engine.api.page({ filter: {}, by: 'thread', after: null, limit: 10 });
    expect({
      status: thread.ok && [thread.value.status?.code, thread.value.status?.title],
      entries: thread.ok && thread.value.entries.map(({ title, payments }) => [title, payments.length]),
      threads:
        page.ok && page.value.rows.map((line) => [line.thread?.members.length, line.thread?.attention]),
    }).toEqual({
      status: ['payment-open', 'Harbour dues of £12.50'],
      entries: [
        ['Harbour dues paid: £12.50', 1],
        ['Harbour dues of £12.50', 1],
      ],
      threads: [
        [2, 'act'],
        [1, 'act'],
      ],
    });
  });
});
