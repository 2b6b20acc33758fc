import { spawn } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSlotLedger, type SlotLedger, type SlotRecord } from '../../electron/engine/store/slot-ledger.ts';
import { openDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { bundleTypeScript } from '../support/run-typescript.mjs';
import { temporaryFolder } from '../support/store-temporary.ts';

const record = (startedAt: number): SlotRecord => ({ startedAt, heldAt: null, holdMs: 0 });
const FRESH = { startedAt: null, heldAt: null, holdMs: 0, fresh: true };

function ledger(files: readonly string[], onSetAside?: (file: string) => void): SlotLedger {
  const opened = openSlotLedger(files, onSetAside ? { onSetAside } : {});
  if (!opened.ok) throw new Error(opened.failure.detail ?? opened.failure.reason);
  onTestFinished(() => {
    opened.value.close();
  });
  return opened.value;
}

const write = (to: SlotLedger, key: string, value: SlotRecord) =>
  to.transact([], () => ({ write: new Map([[key, value]]), value: null }));
const read = (from: SlotLedger, key: string) =>
  from.transact([key], (records) => ({ write: new Map(), value: records.get(key) }));

it('gives back to another process what was written, one record for each file that knows the key', () => {
  const folder = temporaryFolder();
  const [here, user] = [join(folder, 'a', 'slots.db'), join(folder, 'b', 'slots.db')];
  const held = { startedAt: 12.25, heldAt: 13.5, holdMs: 60_000 };
  write(ledger([here, user]), 'k', held);
  expect([read(ledger([user, here]), 'k'), read(ledger([here]), 'other')]).toEqual([[held, held], []]);
});

it('keeps what only one of its files knows', () => {
  const folder = temporaryFolder();
  const user = join(folder, 'user.db');
  write(ledger([user]), 'k', record(5));
  expect(read(ledger([join(folder, 'new.db'), user]), 'k')).toEqual([record(5)]);
});

it('writes nothing where the decision throws', () => {
  const files = [join(temporaryFolder(), 'slots.db')];
  const one = ledger(files);
  write(one, 'k', record(1));
  const decide = () =>
    one.transact(['k'], () => {
      throw new Error('a bug');
    });
  expect(decide).toThrow('a bug');
  expect(read(one, 'k')).toEqual([record(1)]);
});

it('is for its owner alone, on disk at once', () => {
  const file = join(temporaryFolder(), 'slots.db');
  const one = ledger([file]);
  write(one, 'k', record(1));
  const sql = openDriver(file);
  const stored = sql.all('SELECT key, started_at FROM slot');
  sql.close();
  expect([stored, (statSync(file).mode & 0o777).toString(8)]).toMatchObject([
    [{ key: 'k', started_at: 1 }],
    '600',
  ]);
});

it.each([
  ['no database', () => Buffer.from('not a ledger at all '.repeat(500))],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, 4096 + 700)],
  ['overwritten', (bytes: Buffer) => bytes.fill(0xa5, 4096)],
])('sets a file aside that is %s, makes it anew and has every key wait', (_, damage) => {
  const folder = temporaryFolder();
  const file = join(folder, 'slots.db');
  const before = openSlotLedger([file]);
  if (!before.ok) throw new Error('not opened');
  write(before.value, 'k', record(1));
  before.value.close();
  const bytes = damage(readFileSync(file));
  writeFileSync(file, bytes);
  const aside: string[] = [];
  const one = ledger([file], (name) => aside.push(name));
  expect(read(one, 'k')).toEqual([FRESH]);
  write(one, 'k', record(9));
  expect([read(one, 'k'), read(one, 'never called')]).toEqual([[record(9)], [FRESH]]);
  expect(aside.map((name) => readFileSync(name).equals(bytes))).toEqual([true]);
});

it('follows another process to the file that it made anew', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'slots.db');
  const one = ledger([file]);
  write(one, 'k', record(1));
  for (const name of readdirSync(folder)) renameSync(join(folder, name), join(folder, `${name}.old`));
  const two = ledger([file]);
  write(two, 'k', record(2));
  expect(read(one, 'k')).toEqual([record(2)]);
});

it('has every key wait where its file vanished', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'slots.db');
  const one = ledger([file]);
  write(one, 'k', record(1));
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  expect([read(one, 'k'), existsSync(file)]).toEqual([[FRESH], true]);
});

it.each([
  ['deleted', (file: string) => rmSync(file)],
  ['emptied', (file: string) => truncateSync(file)],
  [
    'without rows',
    (file: string) => {
      const sql = openDriver(file);
      sql.exec('DELETE FROM slot');
      sql.close();
    },
  ],
])('has every key wait where calls were made and its file is %s', (_, lose) => {
  const file = join(temporaryFolder(), 'slots.db');
  const before = openSlotLedger([file]);
  if (!before.ok) throw new Error('not opened');
  write(before.value, 'k', record(1));
  before.value.close();
  lose(file);
  const opened = openSlotLedger([file], { hasCalled: true });
  if (!opened.ok) throw new Error('not opened again');
  onTestFinished(() => opened.value.close());
  expect(read(opened.value, 'k')).toEqual([FRESH]);
});

it('has no key wait where no call was ever made, or where nothing was lost', () => {
  const file = join(temporaryFolder(), 'slots.db');
  const first = ledger([file]);
  const fresh = read(first, 'k');
  write(first, 'k', record(1));
  const again = openSlotLedger([file], { hasCalled: true });
  if (!again.ok) throw new Error('not opened');
  onTestFinished(() => again.value.close());
  expect([fresh, read(again.value, 'k'), read(again.value, 'another')]).toEqual([[], [record(1)], []]);
});

it('has every key wait where its file is emptied while it runs', () => {
  const file = join(temporaryFolder(), 'slots.db');
  const one = ledger([file]);
  write(one, 'k', record(1));
  for (const part of [file, `${file}-wal`]) truncateSync(part);
  expect(read(one, 'k')).toEqual([FRESH]);
});

it('leaves a newer ledger alone', () => {
  const file = join(temporaryFolder(), 'slots.db');
  const sql = openDriver(file);
  sql.exec('PRAGMA user_version = 9');
  sql.close();
  expect(openSlotLedger([file])).toMatchObject({ ok: false, failure: { reason: 'store-newer' } });
});

it('says so where it cannot write', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'taken'), '');
  expect(openSlotLedger([join(folder, 'taken', 'slots.db')])).toMatchObject({
    ok: false,
    failure: { reason: 'store-unwritable' },
  });
});

it('lets no two processes decide at once', async () => {
  const folder = temporaryFolder();
  const files = [join(folder, 'one.db'), join(folder, 'two.db')];
  const program = await bundleTypeScript('test/support/store-slot-child.ts');
  const run = (order: readonly string[]) =>
    new Promise((resolve) => {
      spawn(process.execPath, [program, '60', ...order], { stdio: ['ignore', 'ignore', 'inherit'] }).on(
        'exit',
        resolve,
      );
    });
  const exits = await Promise.all([run(files), run([...files].reverse()), run(files)]);
  expect([exits, read(ledger(files), 'shared')]).toEqual([
    [0, 0, 0],
    [record(180), record(180)],
  ]);
});
