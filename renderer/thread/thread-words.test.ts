import { describe, expect, it } from 'vitest';
import { entryWith, errorWith } from './test-threads.ts';
import { errorsCount, tradeWords, versionsOf, whereOf } from './thread-words.ts';

describe('words about a thread', () => {
  it('say how import and export are known', () => {
    expect([
      tradeWords('import', '26GB5QUAYS1DE006R2'),
      tradeWords('export', '26GB5QUAYS1DE00600'),
      tradeWords('export', '26GB5QUAYS1DE006R2'),
      tradeWords('export', null),
      tradeWords(null, null),
    ]).toEqual([
      'Import, by its MRN',
      'Export, by its messages',
      'Export, by its messages',
      'Export, by its messages',
      'Not known',
    ]);
  });

  it('name the versions once each, lowest first', () => {
    const versions = (...all: readonly (string | null)[]) =>
      versionsOf(all.map((version, index) => entryWith({ id: String(index), version })));
    expect([
      versions(null),
      versions('1', '1'),
      versions('2', null, '1'),
      versions('10', '9', '2'),
      versions('5', '4', '3', '2', '1'),
    ]).toEqual([null, '1', '1 and 2', '2, 9, 10', '1 to 5']);
  });

  it('say where as far as it can be told', () => {
    expect(
      [
        errorWith(),
        errorWith({ path: null }),
        errorWith({ path: null, item: null }),
        errorWith({ path: null, item: null, pointer: null }),
      ].map(whereOf),
    ).toEqual([
      'Goods item 1, procedure 1: current procedure code',
      'Goods item 1',
      '42A/67A/68A[1]/70A[1]/166',
      'The message as a whole',
    ]);
  });

  it('count warnings as warnings', () => {
    expect([errorsCount([errorWith()]), errorsCount([errorWith({ advisory: true })])]).toEqual([
      '1 error',
      '1 warning',
    ]);
  });
});
