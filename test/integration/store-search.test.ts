import fc from 'fast-check';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { PART_ROWS } from '../../electron/engine/store/sqlite/search-index.ts';
import { arrive, arriveMany, idsOf, partWith } from '../support/store-builders.ts';
import { temporaryStore } from '../support/store-temporary.ts';

it.each([
  ['the beginning of a word', 'decl'],
  ['whole words in any order', 'rejected declaration'],
  ['words without their accents', 'zoe'],
  ['words with them', 'ZOË'],
  ['a phrase with punctuation', 'acme-ltd/42'],
  ['the whole of an MRN', '26GB1234567890ABC1'],
  ['the beginning of an MRN', '26gb12'],
  ['the middle of an MRN', '567890a'],
  ['the end of an LRN', '-77/x'],
  ['a middle and a word', '7890 rejected'],
  ['the type', 'dmsrej'],
  ['the trader', 'gb9988'],
  ['a reference', 'ducr-9'],
])('finds %s', async (_, search) => {
  const { store } = await temporaryStore();
  const facts = {
    ...{ mrn: '26GB1234567890ABC1', lrn: 'AB-77/X', trader: 'GB9988' },
    references: [{ kind: 'ducr', value: 'DUCR-9' }],
  };
  await arrive(store, { remoteId: '1', facts, searchText: 'Paid by Zoë at ACME-Ltd/42' });
  await arrive(store, { remoteId: '2', facts: { type: 'DMSACC', title: 'Accepted', meaning: '' } });
  expect(await idsOf(store, { search })).toEqual(['1']);
});

it.each([
  ['the middle of another word', 'claration'],
  ['two letters inside an MRN', 'B1'],
  ['a phrase whose parts lie apart', 'acme/42'],
  ['what runs from one field into the next', 'rejected/customs'],
  ['operators', 'decl* OR NOT'],
  ['what only a tag holds', 'account'],
])('does not find %s', async (_, search) => {
  const { store } = await temporaryStore();
  await arrive(store, {
    remoteId: '1',
    facts: { mrn: '26GB1234567890ABC1' },
    searchText: 'acme-ltd/42',
  });
  expect(await idsOf(store, { search })).toEqual([]);
});

it('counts to a thousand and says that there are more', async () => {
  const { store } = await temporaryStore();
  await arriveMany(
    store,
    Array.from({ length: 1001 }, (_, n) => String(n)),
    () => partWith({}, 'common'),
  );
  const first = await store.page({ search: 'common' }, null, 2);
  const second = await store.page({ search: 'common' }, first.next, 500);
  const exact = await store.page({ types: ['DMSREJ'] }, null, 1);
  expect([first, second, exact].map(({ total, totalIsCapped }) => [total, totalIsCapped])).toEqual([
    [1000, true],
    [1000, true],
    [1001, false],
  ]);
});

it('takes any text there is, in the payload and in the question', async () => {
  const { store } = await temporaryStore();
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  let n = 0;
  await fc.assert(
    fc.asyncProperty(text, text, async (searchText, search) => {
      n += 1;
      const facts = { mrn: searchText.slice(0, 20), title: searchText };
      await arrive(store, { remoteId: String(n), facts, searchText });
      await store.page({ search }, null, 10);
      await store.page({ search: searchText }, null, 10);
    }),
    { numRuns: 150 },
  );
  expect(await store.check()).toEqual([]);
});

it('finds what lies in two parts of the index, and merges the full one as more arrives', async () => {
  const { store, directory } = await temporaryStore();
  const sql = openDriver(join(directory, 'quayside.db'));
  onTestFinished(() => {
    sql.close();
  });
  sql.run(`INSERT INTO sqlite_sequence (name, seq) VALUES ('notification', ?)`, PART_ROWS - 4);
  for (const remoteId of ['1', '2', '3', '4', '5', '6']) {
    await arrive(store, { remoteId, searchText: 'held', facts: { mrn: `26GB12345${remoteId}` } });
  }
  const states = () => sql.all('SELECT part, state FROM search_part ORDER BY part');
  const shown = async () => [await idsOf(store, { search: 'held' }), await idsOf(store, { search: '12345' })];
  const before = await shown();
  const newestFirst = [6, 5, 4, 3, 2, 1].map((n) => String(PART_ROWS - 4 + n));
  expect([before, states()]).toMatchObject([
    [newestFirst, newestFirst],
    [
      { part: 0, state: 2 },
      { part: 1, state: 0 },
    ],
  ]);
  await store.putFacts([{ payload: 1, parts: [partWith({}, 'released')], decoderVersion: 2 }]);
  const page = await store.page({ search: 'held' }, null, 2);
  const next = await store.page({ search: 'held' }, page.next, 10);
  expect([page.total, next.rows.map((row) => row.id), states()]).toMatchObject([
    5,
    newestFirst.slice(2, 5),
    [
      { part: 0, state: 0 },
      { part: 1, state: 0 },
    ],
  ]);
  expect(await store.check()).toEqual([]);
});
