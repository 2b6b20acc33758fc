import { describe, expect, it } from 'vitest';
import { openCursor } from '../../electron/engine/sources/jpm-notifications/cursor.ts';
import { whoOf } from '../../electron/engine/sources/jpm-notifications/jpm-limits.ts';
import { jpmFaults } from '../simulators/jpm/faults.ts';
import { DAY, jpmAccount, jpmSourceWorld } from './jpm-source-world.ts';

const world = jpmSourceWorld();

describe('an older day that fails', () => {
  const WEEK_BACK = ['2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-16', '2026-11-15'];
  const fail = (from: string) =>
    world.jpm.faults.next(jpmFaults.serverError(), { endpoint: 'notifications', from, times: 1000 });
  const older = () => world.searches().filter((search) => search < '2026-11-21');
  const answered = () =>
    new Set(
      world.jpm.calls.flatMap(({ from, answered: status }) =>
        from !== null && from < '2026-11-21' && status === 200 ? [from] : [],
      ),
    );
  /** As the engine does: a failed round is followed by another. */
  const rounds = async (count: number) => {
    const failures: unknown[] = [];
    for (let round = 0; round < count; round += 1) {
      const outcome = await world.poll();
      if (!outcome.ok) failures.push(outcome.failure.reason);
    }
    return failures;
  };

  it('keeps no other day waiting, is told of, stays owed, and is read once it is answered', async () => {
    const old = world.post({ createdAt: world.clock.now() - 6 * DAY });
    const failing = world.post({ createdAt: world.clock.now() - 4 * DAY });
    fail('2026-11-18');
    const failures = await rounds(8);
    expect([[...answered()].sort(), world.held(), failures.length > 0]).toEqual([
      WEEK_BACK.filter((day) => day !== '2026-11-18').sort(),
      { [old.id]: 'delivered' },
      true,
    ]);
    expect(new Set(failures)).toEqual(new Set(['server-error']));
    world.jpm.faults.clear();
    expect([await world.drain(), world.held()]).toEqual([
      { ok: true, value: { more: false, backlog: false } },
      { [old.id]: 'delivered', [failing.id]: 'delivered' },
    ]);
  });

  it('is asked for after all others, by turns with others that fail', async () => {
    fail('2026-11-20');
    fail('2026-11-18');
    await rounds(16);
    const days = older().flatMap((search) => (search.endsWith('PENDING') ? [search.slice(8, 10)] : []));
    expect(days.slice(0, 10)).toEqual(['20', '19', '18', '17', '16', '15', '20', '18', '20', '18']);
  });

  it('keeps none waiting either where Quayside is started for two rounds at a time', async () => {
    fail('2026-11-20');
    for (let run = 0; run < 4; run += 1) {
      await rounds(2);
      world.harness.restart();
    }
    expect([...answered()].sort()).toEqual(WEEK_BACK.slice(1).sort());
  });

  it('is not put off because Quayside was told to stop', async () => {
    await world.poll();
    world.jpm.settings.beforeSearch = () => world.harness.abort.abort();
    await world.poll();
    expect((world.harness.keeper.cursor as { failed: unknown }).failed).toEqual([]);
  });
});

describe('an account that is given another entity, client or address', () => {
  const OTHER = { id: '987654321', type: 'MERCHANT' } as const;

  it('reads the week of that one, as at a first connection', async () => {
    await world.drain();
    world.jpm.client.entities.push(OTHER);
    const old = world.post({ createdAt: world.clock.now() - 3 * DAY, entity: OTHER });
    world.account({ entityId: OTHER.id });
    await world.drain();
    expect(Object.keys(world.held())).toEqual([old.id]);
  });

  it.each([
    ['another client', { clientId: 'CC-other' }, true],
    ['another address', { environment: 'production' }, true],
    ['another kind of entity', { entityType: 'CLIENT' }, true],
    ['another name', { name: 'Other', resource: 'JPMC:URI:RS-other' }, false],
  ] as const)('begins anew for %s: %o', async (_, more, isAnew) => {
    await world.drain();
    const { cursor } = world.harness.keeper;
    const account = { ...jpmAccount(world.jpm), ...more };
    expect(openCursor(cursor, whoOf(account)).sweptAt === null).toBe(isAnew);
  });

  it('goes on where the cursor does not tell whose it is, and notes it', async () => {
    await world.drain();
    const { who, ...old } = world.harness.keeper.cursor as { who: string };
    world.harness.keeper.cursor = old;
    world.harness.restart();
    const before = world.searches().length;
    await world.drain();
    expect([world.searches().length - before, world.harness.keeper.cursor]).toMatchObject([9, { who }]);
  });
});
