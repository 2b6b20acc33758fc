import { expect, it } from 'vitest';
import { failureSentence } from './failure-sentence.ts';

it('says what happened, why, and what to do', () => {
  expect([
    failureSentence({ reason: 'store-locked', detail: 'held by process 4711.' }),
    failureSentence({ reason: 'not-found', detail: null }),
  ]).toEqual([
    'The archive is busy. Another program holds the archive and did not let go in time (held by process 4711). Close other copies of Quayside that use the same data directory.',
    'Not there. There is nothing with this id. Look it up in the list again.',
  ]);
});
