import { describe, expect, it } from 'vitest';
import { defraDetail, readDefraDetail } from './defra-detail.ts';

describe('a decision of Defra among the details of a message', () => {
  it.each([
    ['N02', 'goods item 12', 'refusal', 12],
    ['c03', 'goods item 1, document 2', 'release', 1],
    ['H01', null, 'hold', null],
    ['X00', 'somewhere in the goods items', 'no-match', null],
    ['Q77', 'goods item 3', 'unknown', 3],
  ])('%s about %s is read back as it was written', (code, where, group, item) => {
    const read = readDefraDetail(defraDetail(code, where));
    expect([read?.decision.group, read?.item]).toEqual([group, item]);
  });

  it('is not taken for another detail', () => {
    expect(readDefraDetail({ name: 'Defra says, goods item 1', value: 'N02: no' })).toBeNull();
  });
});
