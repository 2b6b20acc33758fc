import { expect, it } from 'vitest';
import { arriveMany, partWith, statusOf, threadOf } from '../support/store-builders.ts';
import { temporaryStore } from '../support/store-temporary.ts';

it('says what decides by the message that must be acted on', async () => {
  const { store } = await temporaryStore();
  await arriveMany(store, ['1', '2']);
  const put = (payload: number, keyFact: string) =>
    store.putFacts([{ payload, parts: [partWith({ keyFact })], decoderVersion: 1 }]);
  await put(1, '3 errors, first: goods item 2');
  await put(2, 'a receipt');
  await store.putThreads([threadOf(['1', '2'], { status: { ...statusOf('rejected'), actionId: '1' } })]);
  const { rows } = await store.pageThreads({}, null, 10);
  expect(rows.map(({ id, keyFact, thread }) => [id, keyFact, thread?.keyFact])).toEqual([
    ['2', 'a receipt', '3 errors, first: goods item 2'],
  ]);
});
