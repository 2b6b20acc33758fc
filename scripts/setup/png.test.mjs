import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isPicture } from './picture.mjs';
import { encodePng } from './png.mjs';

const red = [255, 0, 0, 255];
const clear = [0, 0, 0, 0];

it('writes rows without a filter, in their order', () => {
  const png = encodePng(2, Buffer.from([red, clear, clear, red].flat()));
  const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
  expect([...inflateSync(data)]).toEqual([0, ...red, ...clear, 0, ...clear, ...red]);
});

it('ends as every PNG does, its checksum included', () => {
  const png = encodePng(1, Buffer.from(red));
  expect(png.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
});

it('tells a whole picture from a torn, an empty and a missing one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-png-test-'));
  const png = encodePng(1, Buffer.from(red));
  const file = (name, bytes) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const verdicts = [
    file('whole.png', png),
    file('torn.png', png.subarray(0, -5)),
    file('empty.png', ''),
    join(folder, 'missing.png'),
  ].map(isPicture);
  rmSync(folder, { recursive: true });
  expect(verdicts).toEqual([true, false, false, false]);
});
