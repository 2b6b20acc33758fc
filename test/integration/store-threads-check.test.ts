import { expect, it } from 'vitest';
import { openDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { arrive } from '../support/store-builders.ts';
import { temporaryStore } from '../support/store-temporary.ts';

it('names what does not fit together in the check', async () => {
  const { store, directory } = await temporaryStore();
  for (const remoteId of ['1', '2', '3']) await arrive(store, { remoteId });
  const sql = openDriver(`${directory}/quayside.db`);
  sql.exec('PRAGMA foreign_keys = OFF');
  sql.exec('DELETE FROM thread_member WHERE seq = 1');
  sql.exec(`UPDATE thread SET fresh = 7 WHERE id = 2`);
  sql.exec(`UPDATE thread_count SET n = 9 WHERE attention = 'act' AND state = 'new'`);
  sql.exec('INSERT INTO thread_todo (seq) VALUES (77)');
  sql.close();
  expect(await store.check()).toEqual([
    { what: 'reference', detail: 'thread_todo 77 points to a notification that is not there' },
    { what: 'thread', detail: '1 is of no thread' },
    { what: 'thread', detail: '77 is to be put in a thread and is not there' },
    { what: 'thread', detail: '1 is a thread of nothing' },
    { what: 'thread', detail: '2 is a thread that says what its notifications do not' },
    { what: 'counter', detail: 'threads act, new and not calling are said to be 9 and are 0' },
    { what: 'counter', detail: 'threads act, new and calling are said to be 9 and are 3' },
  ]);
});
