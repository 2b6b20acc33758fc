import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pack, unpack } from './pack.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

it('gives back every byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 1, max: 40 }), (bytes, times) => {
      const repeated = Uint8Array.from(Array.from({ length: times }, () => [...bytes]).flat());
      expect(unpack(pack(repeated), repeated.length)).toEqual(repeated);
    }),
  );
});

it('makes what repeats itself smaller, and nothing larger by more than a byte', () => {
  const xml = bytesOf('<Element>value</Element>'.repeat(100));
  const noise = Uint8Array.from({ length: 200 }, (_, i) => (i * 7919 + i * i * 31) % 256);
  expect([pack(xml).length < xml.length / 10, pack(noise).length]).toEqual([true, 201]);
});

it('says what is damaged, and never inflates beyond what was stored', () => {
  const packed = pack(bytesOf('a'.repeat(5000)));
  const cut = packed.subarray(0, packed.length - 3);
  const unknown = Uint8Array.from([9, 1, 2]);
  const tooLarge = unpack(packed, 4999);
  expect([unpack(cut, 5000), unpack(unknown, 5000), tooLarge]).toEqual([null, null, null]);
});
