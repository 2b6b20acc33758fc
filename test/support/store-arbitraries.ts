import fc from 'fast-check';
import type { Filter } from '../../shared/filter.ts';
import type { Attention, UpstreamStatus } from '../../shared/notification.ts';
import type { QuietRule } from '../../shared/quiet.ts';
import type { ThreadStatusCode, Trade } from '../../shared/thread.ts';
import { toInstant } from '../../electron/engine/time/clock.ts';
import { factsWith } from './store-builders.ts';

const account = fc.constantFrom('a', 'b');
const word = fc.constantFrom(
  'ab',
  'abc',
  'a',
  'b1',
  'b12',
  '12',
  '1',
  'é',
  'éa',
  'ea',
  'ab-12',
  '12/ab',
  'zz',
  '%_%',
);
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
const name = fc.option(fc.stringMatching(/^[ab1É/_-]{3,7}$/), { nil: null });
const facts = fc
  .record({
    type: fc.constantFrom('DMSREJ', 'DMSACC', 'ab12'),
    attention: fc.constantFrom('act', 'watch', 'info'),
    mrn: name,
    lrn: name,
    trader: fc.option(fc.constantFrom('GB1', 'ab'), { nil: null }),
    references: fc.array(fc.record({ kind: fc.constant('x'), value: fc.constantFrom('ab', 'b1/12') }), {
      maxLength: 2,
    }),
  })
  .map((known) => factsWith({ ...known, meaning: '' }));
const upstream = fc.constantFrom<UpstreamStatus[]>('pending', 'failed', 'acknowledged');

/** Within the minute in which everything is received. */
export const instant = fc.integer({ min: 0, max: 60 }).map((step) => toInstant(step * 1000));
const members = {
  states: fc.subarray(['new', 'acknowledged'] as const),
  upstream: fc.subarray(['pending', 'failed', 'acknowledged'] as const),
  attention: fc.subarray(['act', 'watch', 'info'] as const),
  needsAction: fc.constant(true as const),
  types: fc.subarray(['DMSREJ', 'DMSACC', 'ab12', 'none']),
  accounts: fc.subarray(['a', 'b', 'c']),
  sources: fc.subarray(['hmrc-cds', 'hmrc-ppns'] as const),
  references: fc.subarray(['ab', 'b1/12', 'zz']),
  search: fc.oneof(text, fc.stringMatching(/^[ab1É/_ "*%-]{0,6}$/)),
  since: instant,
  until: instant,
};
const anyFilter: fc.Arbitrary<Filter> = fc.record(members, { requiredKeys: [] });

/** Most ask for one or two things: what asks for all of them shows next to nothing. */
export const filter: fc.Arbitrary<Filter> = fc
  .tuple(anyFilter, fc.subarray(Object.keys(members), { maxLength: 2 }), fc.nat({ max: 4 }))
  .map(([known, kept, all]) =>
    all === 0 ? known : Object.fromEntries(Object.entries(known).filter(([member]) => kept.includes(member))),
  );

const nth = fc.nat({ max: 40 });
const messages = fc.array(
  fc.record({ parts: fc.array(fc.record({ facts, text }), { minLength: 1, maxLength: 2 }), upstream }),
  { minLength: 1, maxLength: 4 },
);
const rule = fc.constantFrom<QuietRule[]>('clearance', 'exit');
const threads = fc.array(
  fc.record({
    /** Which of the notifications there are, in the order of their arrival. */
    members: fc.uniqueArray(fc.nat({ max: 15 }), { minLength: 2, maxLength: 8 }),
    status: fc.constantFrom<(ThreadStatusCode | null)[]>(null, 'cleared', 'rejected'),
    attention: fc.constantFrom<Attention[]>('act', 'watch', 'info'),
    mrn: name,
    trade: fc.constantFrom<(Trade | null)[]>(null, 'import'),
    /** Which of the members still call, by their place. */
    calling: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]),
    waits: fc.uniqueArray(fc.record({ rule, at: fc.nat({ max: 2 }) }), { selector: ({ rule }) => rule }),
  }),
  { minLength: 1, maxLength: 4 },
);
const arrival = fc.record({ do: fc.constant('arrive' as const), account, at: nth, messages });
export const step = fc.oneof(
  { weight: 5, arbitrary: arrival },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decode again' as const), nth, facts, text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('put threads' as const), threads }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('mark quiet' as const), nth, rule }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('change upstream' as const), nth, upstream }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('acknowledge' as const), filter }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('acknowledge one' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('send' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), account }) },
);

export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Begins with something in the archive, so that there are threads to be put together. */
export const steps: fc.Arbitrary<Step[]> = fc
  .tuple(fc.array(arrival, { minLength: 3, maxLength: 6 }), fc.array(step, { minLength: 8, maxLength: 30 }))
  .map(([first, later]) => [...first, ...later]);
