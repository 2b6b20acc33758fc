import { expect, it } from 'vitest';
import { StoreError } from '../store.ts';
import { storeErrorOf, storeFailureOf } from './store-failure.ts';

const sqliteError = (errcode: number) => Object.assign(new Error('from SQLite'), { errcode });
const fileError = (code: string) => Object.assign(new Error('from the file system'), { code });
const FILE = '/nowhere/quayside.db';

it.each([
  ['SQLITE_BUSY', sqliteError(5), 'store-locked'],
  ['SQLITE_BUSY_SNAPSHOT', sqliteError(517), 'store-locked'],
  ['SQLITE_READONLY_DIRECTORY', sqliteError(1544), 'store-unwritable'],
  ['SQLITE_IOERR_WRITE', sqliteError(778), 'store-unwritable'],
  ['SQLITE_CORRUPT_VTAB', sqliteError(267), 'store-corrupt'],
  ['SQLITE_NOTADB', sqliteError(26), 'store-corrupt'],
  ['SQLITE_FULL', sqliteError(13), 'store-full'],
  ['SQLITE_CANTOPEN', sqliteError(14), 'store-unwritable'],
  ['ENOSPC', fileError('ENOSPC'), 'store-full'],
  ['EACCES', fileError('EACCES'), 'store-unwritable'],
])('knows %s', (_, error, reason) => {
  const known = storeErrorOf(error, FILE);
  expect([known?.reason, known?.detail.startsWith(`${FILE}: from `), known?.cause]).toEqual([
    reason,
    true,
    error,
  ]);
});

it('lets bugs through as they are', () => {
  const mistake = Object.assign(new Error('near "SELEC": syntax error'), { errcode: 1 });
  const typo = new TypeError('x is not a function');
  expect([storeErrorOf(mistake, FILE), storeErrorOf(typo, FILE)]).toEqual([null, null]);
  expect(() => storeFailureOf(typo, FILE)).toThrow(typo);
});

it('takes a schema that lacks what its version promises for damage', () => {
  const lacking = Object.assign(new Error('no such table: facts'), { errcode: 1 });
  expect(storeErrorOf(lacking, FILE)?.reason).toBe('store-corrupt');
});

it('keeps a store error as it is', () => {
  const error = new StoreError('not-found', 'nothing here');
  expect([storeErrorOf(error, FILE), storeFailureOf(error, FILE).detail]).toEqual([error, 'nothing here']);
});
