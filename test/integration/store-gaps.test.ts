import { expect, it } from 'vitest';
import { temporaryStore } from '../support/store-temporary.ts';

it('shows a gap until a person dismisses it, and knows it from then on', async () => {
  const { store } = await temporaryStore();
  const gap = (from: number, to: number, account = 'cds') => ({ account, from, to, why: 'offline' });
  await store.accountRecord({ id: 'box', source: 'hmrc-ppns' }, 1);
  for (const one of [gap(10, 20), gap(15, 30), gap(25, 40), gap(10, 20, 'box')]) await store.addGap(one);
  expect([
    await store.dismissGap('cds', 10, 30, 'jo', 100),
    await store.dismissGap('cds', 10, 30, 'sam', 200),
    await store.dismissGap('cds', 11, 12, 'jo', 300),
    await store.addGap(gap(10, 20)),
    await store.gaps(),
  ]).toEqual([
    true,
    true,
    false,
    false,
    [
      { ...gap(10, 20, 'box'), source: 'hmrc-ppns' },
      { ...gap(25, 40), source: null },
    ],
  ]);
});
