import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayElements, eachListElement, listElements, memberBytes } from './array-elements.ts';

const elements = (text: string) =>
  arrayElements(new TextEncoder().encode(text), 'rows').map((bytes) => new TextDecoder().decode(bytes));

describe('the elements of an array', () => {
  it('are the very text that came', () => {
    const text =
      '\ufeff{"a":{"rows":[9]}, "rows" : [ {"n": 7.50,"s":"],\\"}"} ,12345678901234567890,\n"é,",null ]}';
    expect(elements(text)).toEqual(['{"n": 7.50,"s":"],\\"}"}', '12345678901234567890', '"é,"', 'null']);
  });

  it.each(['{}', '{"rows":null}', '{"rows":[]}', '{"rows":[1],"rows":"x"}', '[]', 'null', '"rows"'])(
    'are none: %s',
    (text) => {
      expect(elements(text)).toEqual([]);
    },
  );

  it('are as many and as they are whatever they hold and however they are spaced', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(0, 2, '\t'),
        (rows, rest, space) => {
          const text = JSON.stringify({ ...rest, rows, tail: [[]] }, null, space);
          const same = JSON.parse(text) as { rows: unknown };
          expect(elements(text).map((one): unknown => JSON.parse(one))).toEqual(same.rows);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the elements of a list by itself', () => {
  const listed = (text: string) =>
    listElements(new TextEncoder().encode(text)).map((bytes) => new TextDecoder().decode(bytes));

  it('are the very text that came, if it is one', () => {
    expect(
      ['\ufeff [ 1.10,"]", [2] ]', '[]', '{"a":[1]}', '"[1]"', '12', 'null'].map((text) => listed(text)),
    ).toEqual([['1.10', '"]"', '[2]'], [], [], [], [], []]);
  });
});

describe('a member', () => {
  const member = (text: string) => {
    const bytes = memberBytes(new TextEncoder().encode(text), 'm');
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };

  it('is the very text that came, the last of its name', () => {
    expect(
      ['\ufeff{"a":{"m":1}, "\\u006d" : {"n": 1.10} }', '{"m":1,"m":2.0}', '{"m":"}"}', '{"m": -1e2}'].map(
        member,
      ),
    ).toEqual(['{"n": 1.10}', '2.0', '"}"', '-1e2']);
  });

  it('is none where there is none', () => {
    expect(['{}', '{"a":{"m":1}}', '[{"m":1}]', '"{\\"m\\":1}"', 'null'].map(member)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a list that nothing has checked', () => {
  const read = (text: string) => {
    const elements = eachListElement(new TextEncoder().encode(text));
    const found: string[] = [];
    for (;;) {
      const { done, value } = elements.next();
      if (done === true) return [found, value];
      found.push(new TextDecoder().decode(value));
    }
  };

  it.each([
    ['[]', [], true],
    [' [ 1 , "a,]" ,{"b":[2]} ]\n', ['1', '"a,]"', '{"b":[2]}'], true],
    ['[1,', ['1'], false],
    ['[1', ['1'], false],
    ['[1}', ['1'], false],
    ['[}', [], false],
    ['[1 2]', ['1'], false],
    ['[1,]', ['1'], false],
    ['[1] 2', ['1'], false],
    ['[{"a":1},{"b', ['{"a":1}'], false],
    ['{"a":[1]}', [], false],
    ['', [], false],
  ])('%j', (text, elements, isWhole) => {
    expect(read(text)).toEqual([elements, isWhole]);
  });
});
