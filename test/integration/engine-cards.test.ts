import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { startToyWorld, type ToyWorld } from '../support/toy-source/toy-world.ts';

/** Test numbers that pass the check digit and belong to nobody. */
const CARD = '5555555555554444';
const SPACED = '5555 5555 5555 4444';
const ANOTHER = '4111111111111111';

let world: ToyWorld;
let engine: Engine;
beforeEach(async () => {
  world = await startToyWorld();
  engine = await world.startWithToy();
});
afterEach(() => world.close());

const data = () => join(world.folder, 'data');

async function rows(filter = {}) {
  const page = await engine.api.page({ filter, by: 'notification', after: null, limit: 100 });
  return page.ok ? page.value.rows : [];
}
const stored = (count: number) => world.until(async () => (await rows()).length >= count);

async function exported(format: 'csv' | 'ndjson'): Promise<string> {
  const path = join(world.folder, `out.${format}`);
  await engine.api.startExport({ request: { filter: {}, format, bom: false, formulaGuard: true }, path });
  await world.until(() =>
    world.events.some(
      (event) => event.event === 'export' && event.progress.path === path && event.progress.state === 'done',
    ),
  );
  return readFileSync(path, 'utf8');
}

describe('a card number', () => {
  it('is nowhere but in the answer of the source', async () => {
    world.add({ id: 'E1', note: `card ${CARD}`, payment: 'P1' });
    world.add({ id: 'E2', note: `card ${SPACED}`, payment: 'P2' });
    world.add({ id: 'E3', note: `card ${ANOTHER}`, payment: 'P3' });
    await engine.setAccounts([world.account]);
    await stored(3);
    await world.until(() => world.journal.some(({ event }) => event === 'alert'));
    const all = await rows();
    const said = JSON.stringify([
      all,
      await Promise.all(all.map(({ id }) => engine.api.notification({ id }))),
      await Promise.all(all.map(({ id }) => engine.api.thread({ id }))),
      await Promise.all(all.map(({ id }) => engine.api.payload({ id, form: 'raw' }))),
      await Promise.all(all.map(({ id }) => engine.api.payload({ id, form: 'pretty' }))),
      await exported('csv'),
      await exported('ndjson'),
      world.journal,
      world.events,
    ]);
    const files = readdirSync(data()).map((name) => readFileSync(join(data(), name)).toString('latin1'));
    expect(files.length).toBeGreaterThan(2);
    const found = [CARD, SPACED, ANOTHER].filter((number) => [said, ...files].join('\n').includes(number));
    expect([found, await rows({ search: CARD }), await rows({ search: ANOTHER })]).toEqual([[], [], []]);
    // Bodies are deflated: what lies in them is what the payload calls have shown.
    expect(said).toMatch(/tok_[0-9a-f]{16}_4444/);
  });

  it('still tells which notifications are of the same card, and makes no thread of them', async () => {
    world.add({ id: 'E1', note: `card ${CARD}`, payment: 'P1' });
    world.add({ id: 'E2', note: `card ${SPACED}`, payment: 'P2' });
    world.add({ id: 'E3', note: `card ${ANOTHER}`, payment: 'P3' });
    await engine.setAccounts([world.account]);
    await stored(3);
    await world.run(10_000);
    const first = await engine.api.notification({ id: '1' });
    const card = first.ok ? first.value.facts.references.find(({ kind }) => kind === 'card') : undefined;
    const threads = await engine.api.page({ filter: {}, by: 'thread', after: null, limit: 10 });
    expect({
      same: (await rows({ references: [card!.value] })).map(({ id }) => id),
      found: (await rows({ search: card!.value })).map(({ id }) => id),
      threads: threads.ok && threads.value.rows.length,
    }).toEqual({ same: ['2', '1'], found: ['2', '1'], threads: 3 });
  });

  it('has the same token after a restart', async () => {
    world.add({ id: 'E1', note: `card ${CARD}` });
    await engine.setAccounts([world.account]);
    await stored(1);
    await engine.stop();
    world.add({ id: 'E2', note: `card ${CARD}` });
    engine = await world.startWithToy();
    await engine.setAccounts([world.account]);
    await stored(2);
    const [two, one] = await Promise.all(['2', '1'].map((id) => engine.api.notification({ id })));
    const cardsOf = (answer: typeof one) =>
      answer?.ok === true ? answer.value.facts.references.filter(({ kind }) => kind === 'card') : null;
    expect(cardsOf(one)).toEqual([{ kind: 'card', value: expect.stringMatching(/^tok_.*_4444$/) as string }]);
    expect(cardsOf(two)).toEqual(cardsOf(one));
  });

  it('keeps its message out where there is no key to protect it, while other accounts go on', async () => {
    const keyFile = join(data(), 'card-key');
    writeFileSync(keyFile, 'not 32 bytes');
    chmodSync(keyFile, 0o600);
    world.add({ id: 'E1', note: `card ${CARD}` });
    await engine.setAccounts([world.account, world.accounts.cds]);
    const states = async () => {
      const status = await engine.api.status(null);
      return status.ok ? status.value.accounts.map(({ state, failure }) => [state, failure?.reason]) : [];
    };
    await world.until(async () => (await states()).every(([state]) => state !== 'starting'));
    expect([await states(), await rows(), world.ledger.paths]).toEqual([
      [
        ['misconfigured', 'card-key-damaged'],
        ['polling', undefined],
      ],
      [],
      [],
    ]);
  });
});
