import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafView, nameInWords } from './leaf-view.ts';

describe('the leaves of a value', () => {
  it('are named in words, in order, without what is empty, personal or a card', () => {
    const value = {
      merchantCategoryCode: '5542',
      empty: ' ',
      none: 'null',
      acceptor: { localDate: '0410', streetAddress: '1 Road', amount: { value: 1.5 } },
      accountHolderName: 'Ada',
      deviceInfo: { imei: '1' },
      allocations: [{ state: 'DONE' }, { state: 'OPEN' }],
      card: { number: 'tok_0a1b2c3d4e5f6071_6090' },
      text: 'x'.repeat(300),
    };
    expect(leafView(value, { longest: 5, except: new Set(['card']) })).toEqual([
      { name: 'Merchant category code', value: '5542' },
      { name: 'Acceptor: local date', value: '0410' },
      { name: 'Amount: value', value: '1.5' },
      { name: 'Allocations: state', value: 'DONE' },
      { name: 'Allocations: state', value: 'OPEN' },
      { name: 'Text', value: 'xxxx…' },
    ]);
  });

  it('are bounded in number and length whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const view = leafView(value, { most: 10, longest: 20 });
        expect([view.length <= 10, view.every((leaf) => leaf.value.length <= 20)]).toEqual([true, true]);
      }),
    );
    expect(leafView(JSON.parse(`${'['.repeat(50_000)}1${']'.repeat(50_000)}`))).toEqual([]);
  });

  it.each([
    ['merchantCategoryCode', 'merchant category code'],
    ['firmDisputeCaseID', 'firm dispute case ID'],
    ['TOKEN_REQUESTOR', 'token requestor'],
    ['systemTraceAuditNumber', 'system trace audit number'],
  ])('name %s as %s', (name, words) => {
    expect(nameInWords(name)).toBe(words);
  });
});
