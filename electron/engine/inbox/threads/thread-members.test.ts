import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threadMembers, type ThreadLinks } from './thread-members.ts';

const links = (id: string, known: Partial<ThreadLinks> = {}): ThreadLinks => ({
  id,
  account: 'cds',
  mrn: null,
  lrn: null,
  conversation: null,
  movements: [],
  ...known,
});
const groups = (all: readonly ThreadLinks[]) =>
  [...new Set(all.map(({ id }) => [...threadMembers(all, id)].sort().join(' ')))].sort();

describe('what belongs together', () => {
  it('shares the MRN, over several conversations, LRNs and accounts', () => {
    expect(
      groups([
        links('1', { mrn: 'A', lrn: 'L', conversation: 'c1' }),
        links('2', { mrn: 'A', lrn: 'L-amended', conversation: 'c2' }),
        links('3', { mrn: 'A', account: 'other' }),
        links('4', { mrn: 'B' }),
      ]),
    ).toEqual(['1 2 3', '4']);
  });

  it('joins late: what has no MRN comes home by its conversation or its LRN', () => {
    expect(
      groups([
        links('1', { lrn: 'L', conversation: 'c1' }),
        links('2', { mrn: 'A', conversation: 'c1' }),
        links('3', { lrn: 'L2', conversation: 'c9' }),
        links('4', { mrn: 'B', lrn: 'L2', conversation: 'c2' }),
      ]),
    ).toEqual(['1 2', '3 4']);
  });

  it('joins through one that has joined', () => {
    expect(
      groups([
        links('1', { mrn: 'A', conversation: 'c1' }),
        links('2', { lrn: 'L', conversation: 'c1' }),
        links('3', { lrn: 'L', conversation: 'c2' }),
        links('4', { conversation: 'c2' }),
      ]),
    ).toEqual(['1 2 3 4']);
  });

  it('never has two MRNs, and joins neither where both would do', () => {
    expect(
      groups([
        links('1', { mrn: 'A', lrn: 'L', conversation: 'c1' }),
        links('2', { mrn: 'B', lrn: 'L', conversation: 'c2' }),
        links('3', { lrn: 'L', conversation: 'c2' }),
        links('4', { lrn: 'L', conversation: 'c3' }),
      ]),
    ).toEqual(['1', '2 3', '4']);
  });

  it('shares LRN or conversation while no MRN is known, but not another account’s LRN', () => {
    expect(
      groups([
        links('1', { lrn: 'L', conversation: 'c1' }),
        links('2', { lrn: 'L', conversation: 'c2' }),
        links('3', { conversation: 'c2' }),
        links('4', { lrn: 'L', account: 'other' }),
      ]),
    ).toEqual(['1 2 3', '4']);
  });

  it('shares a movement, where there is no declaration', () => {
    expect(
      groups([
        links('1', { movements: ['departure 6512f0'] }),
        links('2', { movements: ['departure 6512f0'], mrn: 'T' }),
        links('3', { movements: ['arrival 6512f0'] }),
        links('4'),
        links('5'),
      ]),
    ).toEqual(['1 2', '3', '4', '5']);
  });

  it('is the same from every member and in every order, and parts nothing twice', () => {
    const few = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: null, freq: 2 });
    const message = fc.record({
      account: fc.constantFrom('cds', 'other'),
      mrn: few('A', 'B', 'C'),
      lrn: few('K', 'L', 'M', 'N'),
      conversation: few('c1', 'c2', 'c3', 'c4', 'c5'),
      movements: fc.subarray(['departure d', 'arc e'], { maxLength: 1 }),
    });
    const messages = fc
      .array(message, { minLength: 1, maxLength: 12 })
      .map((all) => all.map((one, place) => ({ ...one, id: String(place) })));
    fc.assert(
      fc.property(
        messages.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const found = groups(all);
          expect(groups(shuffled)).toEqual(found);
          expect(found.flatMap((group) => group.split(' ')).sort()).toEqual(all.map(({ id }) => id).sort());
        },
      ),
    );
  });
});
