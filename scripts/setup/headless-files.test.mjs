import { expect, it } from 'vitest';
import { xAuthority } from './headless-files.mjs';

it('writes a secret for any display of any host', () => {
  const name = Buffer.from('MIT-MAGIC-COOKIE-1').toString('hex');
  expect(xAuthority(Buffer.alloc(16, 0xab)).toString('hex')).toBe(
    `ffff000000000012${name}0010${'ab'.repeat(16)}`,
  );
});
