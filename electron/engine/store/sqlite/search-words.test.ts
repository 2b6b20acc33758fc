import { expect, it } from 'vitest';
import { searchDocument, searchQuery, withTags } from './search-words.ts';

it.each([
  ['', null],
  [' x ', null],
  ['"', null],
  ['£ - !', null],
  ['ab', '({words} : "ab" *)'],
  ['a"b', '({words} : "a""b" OR {inside} : "000061000022000062" OR {inside} : "start000061000022000062")'],
  ['26GB', '({words} : "26GB" * OR {inside} : "26g 6gb")'],
  ['ab cd ab', '({words} : "ab" *) AND ({words} : "cd" *)'],
  ['OR -x NOT', '({words} : "OR" *) AND ({words} : "-x") AND ({words} : "NOT" * OR {inside} : "not")'],
  ['%%%', '({inside} : "000025000025000025" OR {inside} : "start000025000025000025")'],
])('asks for %j', (typed, query) => {
  expect(searchQuery(typed)).toBe(query);
});

it('spells MRN and LRN in triples and keeps every text apart from the next', () => {
  const tags = [{ member: 'type', value: 'é' }] as const;
  expect(searchDocument({ mrn: '26GB', lrn: 'A-1', texts: ['26GB', null, 'goods\u0000held'], tags })).toEqual(
    {
      words: '26GB \u{e001} A-1 \u{e001} goods held',
      inside: 'start26g 6gb \u{e001} start00006100002d000031',
      tags: 'typec3a9',
    },
  );
});

it('narrows by tags before the words are read', () => {
  const groups = [[{ member: 'account', value: 'a' } as const, { member: 'account', value: 'b' } as const]];
  expect(withTags('X', groups)).toBe('({tags} : ("account61" OR "account62")) AND X');
});
