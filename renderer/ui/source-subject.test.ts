import { expect, it } from 'vitest';
import { threadNoun } from './source-subject.ts';

it('threads are called by what their sources tell of, and plainly where these differ', () => {
  expect([
    threadNoun(['hmrc-cds', 'hmrc-ppns']),
    threadNoun(['mastercard-cen', 'jpm-notifications']),
    threadNoun(['hmrc-cds', 'mastercard-cen']),
    threadNoun([]),
  ]).toEqual(['declaration', 'payment', 'thread', 'declaration']);
});
