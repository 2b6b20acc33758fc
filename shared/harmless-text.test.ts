import fc from 'fast-check';
import { expect, it } from 'vitest';
import { harmless, harmlessLine, jsonLine } from './harmless-text.ts';

/** Every character at which some reader ends a line, some terminal acts, or some screen turns the writing round. */
const HARMFUL = [
  ...Array.from({ length: 32 }, (_, code) => code),
  ...Array.from({ length: 33 }, (_, index) => 0x7f + index),
  ...[0x061c, 0x200e, 0x200f, 0x2028, 0x2029],
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
].map((code) => String.fromCharCode(code));

it('JSON on a line holds none of them raw, is one line to every reader, and says the same', () => {
  const value = { text: `a${HARMFUL.join('b')}c`, ['\u2028']: ['\u009b2J', '\ud800 half'] };
  const line = jsonLine(value);
  expect(HARMFUL.filter((character) => line.slice(0, -1).includes(character))).toEqual([]);
  expect(line.trimEnd().split(/[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/)).toHaveLength(1);
  expect(JSON.parse(line)).toEqual(value);
});

it('JSON on a line says the same of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(jsonLine({ text }))).toEqual({ text });
    }),
  );
});

it('words show each as its code, and keep their own lines and tabs', () => {
  const shown = harmless(HARMFUL.join(''));
  expect(HARMFUL.filter((character) => shown.includes(character))).toEqual(['\t', '\n', '\r']);
  expect(harmless('26GB\u202e1\tA\n\u001b[2J\u009b2J')).toBe('26GB\\u202e1\tA\n\\u001b[2J\\u009b2J');
  expect(harmless('İzmir, עברית, 👩‍👧')).toBe('İzmir, עברית, 👩‍👧');
});

it('a sentence stays on its line', () => {
  expect(harmlessLine('one\r\nquayside: two\u0085three')).toBe('one quayside: two\\u0085three');
});
