import { expect, it } from 'vitest';
import { openGaps } from './open-gaps.ts';

const gap = { account: 'cards', from: 10, to: 20, why: 'away' };
const hidden = (source: 'mastercard-cen' | null, filter: Parameters<typeof openGaps>[1]) =>
  openGaps([{ ...gap, source }], filter).length === 0;

it('a filter by source keeps back the gap of an account at another, and none of which nobody knows the source', () => {
  expect([
    hidden('mastercard-cen', { sources: ['hmrc-cds'] }),
    hidden('mastercard-cen', { sources: ['hmrc-cds', 'mastercard-cen'] }),
    hidden(null, { sources: ['hmrc-cds'] }),
    hidden(null, { sources: ['hmrc-cds'], accounts: ['cds'] }),
  ]).toEqual([true, false, false, true]);
});
