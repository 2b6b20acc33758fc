import fc from 'fast-check';
import { expect, it } from 'vitest';
import { elementTexts } from './element-texts.ts';

it('gives each element as it was written, whatever stands around it', () => {
  const text = `{ "list" : [ {"id": 12345678901234567890, "t": "a\\"]},"} , [1,[2]],\t"x" ] , "other": ["list"] }`;
  expect([elementTexts(text, 'list'), elementTexts(text, 'other'), elementTexts(text, 'none')]).toEqual([
    ['{"id": 12345678901234567890, "t": "a\\"]},"}', '[1,[2]]', '"x"'],
    ['"list"'],
    [],
  ]);
});

it('gives what the parser gives, the last list where a key stands twice', () => {
  expect(elementTexts('{"list":[1],"in":{"list":[9]},"list":[2,3]}', 'list')).toEqual(['2', '3']);
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), fc.nat(3), (list, other, space) => {
      const text = JSON.stringify({ before: other, list, after: other }, null, space);
      expect(elementTexts(text, 'list').map((element) => JSON.parse(element) as unknown)).toEqual(
        JSON.parse(JSON.stringify(list)),
      );
    }),
  );
});
