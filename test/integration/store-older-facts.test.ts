import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { pack } from '../../electron/engine/store/sqlite/pack.ts';
import { arrive, factsWith, payloadWith } from '../support/store-builders.ts';
import { temporaryStore } from '../support/store-temporary.ts';

it('counts what an older decoder read until it was read again, or stamped as read', async () => {
  const { store } = await temporaryStore();
  await arrive(store, { remoteId: '1' });
  await arrive(store, { remoteId: '2', account: 'box', source: 'hmrc-ppns' });
  await store.keep({ id: 'cds', source: 'hmrc-cds' }, [payloadWith('3')], undefined, 1000);
  const newest = { 'hmrc-cds': 2, 'hmrc-ppns': 2 } as const;
  const before = await store.staleCount(newest);
  await store.keepFacts([1, 3], 2);
  expect({
    before,
    ofOne: await store.staleCount({ 'hmrc-cds': 2 }),
    ofAll: await store.staleCount(newest),
    // What no decoder has read is not stamped away.
    waiting: (await store.takeUndecoded(10, newest)).map((one) => one.payload),
  }).toEqual({ before: 2, ofOne: 0, ofAll: 1, waiting: [3, 2] });
});

it('reads facts that an older decoder stored with what it did not know of as unknown', async () => {
  const { store, directory } = await temporaryStore();
  const { id } = await arrive(store, { remoteId: '1' });
  const older = Object.fromEntries(
    Object.entries(factsWith()).filter(([name]) => name !== 'amendments' && name !== 'details'),
  );
  const sql = openDriver(join(directory, 'quayside.db'));
  sql.run('DELETE FROM facts_sum');
  sql.run('UPDATE facts SET body = ?', pack(new TextEncoder().encode(JSON.stringify(older))));
  sql.close();
  expect((await store.notification(id))?.facts).toEqual(factsWith());
});
