import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openDriver, type SqlDriver } from '../../store/sqlite/driver.ts';
import { DATABASE_FILE } from '../../store/sqlite/open.ts';
import { linesIn, ran } from '../command-host.fixture.ts';
import { archiveWorld, discard, opened, seededArchive, type Seed } from '../seeded-archive.fixture.ts';

let directory: string;
afterEach(() => discard(directory));

const CUSTOMS: Seed = { facts: {} };
const PAYMENT: Seed = { facts: {}, account: 'cards', source: 'mastercard-cen' };

/** What check answers of an archive that something was done to. */
async function checked(seed: Seed, harm: (directory: string) => void) {
  directory = await seededArchive([seed]);
  harm(directory);
  const { status, stdout } = await ran(['check', '--data', directory], archiveWorld);
  return { status, faults: linesIn(stdout) as { what: string; detail: string }[] };
}

function harmed(work: (sql: SqlDriver) => void): (directory: string) => void {
  return (folder) => {
    const sql = openDriver(join(folder, DATABASE_FILE));
    work(sql);
    sql.close();
  };
}

it.each<[string, Seed, (directory: string) => void, string, RegExp]>([
  [
    'a cursor that is no JSON',
    CUSTOMS,
    harmed((sql) => sql.run(`UPDATE account SET cursor = '{"lis', cursor_sum = NULL`)),
    'cursor',
    /account cds cannot be read.*reads all that the source still keeps/,
  ],
  [
    'a cursor of other digits',
    CUSTOMS,
    harmed((sql) => sql.run(`UPDATE account SET cursor = '7'`)),
    'cursor',
    /account cds cannot be read/,
  ],
  [
    'a card key of wrong length',
    PAYMENT,
    (at) => writeFileSync(join(at, 'card-key'), 'short'),
    'card-key',
    /5 bytes instead of 32.*archive is not affected/,
  ],
  [
    'a card key that is a folder',
    PAYMENT,
    (at) => mkdirSync(join(at, 'card-key')),
    'card-key',
    /is not a file/,
  ],
  [
    'a lost card key',
    PAYMENT,
    () => undefined,
    'card-key',
    /is missing, and payment messages are here.*another token/,
  ],
  [
    'a ledger that is a folder',
    CUSTOMS,
    (at) => mkdirSync(join(at, 'slots.db')),
    'ledger',
    /is not a file.*Move it elsewhere/,
  ],
  [
    'a ledger that is damaged',
    CUSTOMS,
    (at) => writeFileSync(join(at, 'slots.db'), 'no ledger '.repeat(500)),
    'ledger',
    /is damaged. Nothing is to be done/,
  ],
  [
    'a trigger that is gone',
    CUSTOMS,
    harmed((sql) => sql.exec('DROP TRIGGER thread_moved')),
    'schema',
    /trigger thread_moved is missing.*newest quayside-v/,
  ],
])('%s is named, with its own way back', async (_, seed, harm, what, detail) => {
  expect(await checked(seed, harm)).toEqual({
    status: 1,
    faults: [{ what, detail: expect.stringMatching(detail) }],
  });
});

it('a missing table is named, and every other part is checked all the same', async () => {
  const { status, faults } = await checked(
    CUSTOMS,
    harmed((sql) => sql.exec('DROP TABLE wait')),
  );
  expect([status, faults[0]?.what, faults[0]?.detail]).toEqual([
    1,
    'schema',
    expect.stringMatching(/^table wait is missing\. Quit Quayside/),
  ]);
  expect(faults.map(({ what }) => what)).not.toContain('payload');
});

it('a cursor that cannot be read is set aside once, and what follows is kept', async () => {
  directory = await seededArchive([CUSTOMS]);
  harmed((sql) => sql.run(`UPDATE account SET cursor = 'garbled'`))(directory);
  const store = await opened(directory);
  const read = await store.cursor('cds');
  await store.keep({ id: 'cds', source: 'hmrc-cds' }, [], { at: 7 }, 1);
  expect([read, await store.cursor('cds'), await store.check()]).toEqual([null, { at: 7 }, []]);
  await store.close();
  harmed((sql) => {
    expect(sql.get('SELECT cursor_aside FROM account')).toEqual({ cursor_aside: 'garbled' });
  })(directory);
});
