import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyMaterialSchema, MOST_KEY_BYTES } from '../../shared/accounts/key-material.ts';
import { readKeyFile } from './key-file.ts';

const fileOf = (bytes: Uint8Array, size = bytes.byteLength) => ({
  name: 'alder.p12',
  size,
  arrayBuffer: async () => new Uint8Array(bytes).buffer,
});

describe('a key file', () => {
  it('is read byte by byte, as the engine takes it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (bytes) => {
        const read = await readKeyFile(fileOf(bytes));
        const key = read.ok ? read.value.base64 : '';
        expect([
          Buffer.from(key, 'base64').equals(Buffer.from(bytes)),
          keyMaterialSchema.safeParse({ key, password: null, certificate: null }).success,
        ]).toEqual([true, true]);
      }),
    );
  });

  it('of the largest size is one that the engine takes', async () => {
    const read = await readKeyFile(fileOf(new Uint8Array(MOST_KEY_BYTES)));
    const key = read.ok ? read.value.base64 : '';
    expect(keyMaterialSchema.safeParse({ key, password: null, certificate: null }).success).toBe(true);
  });

  it('is refused in words where it is too large, empty, or cannot be read', async () => {
    const folder = { ...fileOf(new Uint8Array(1)), arrayBuffer: () => Promise.reject(new Error('a folder')) };
    const outcomes = [
      await readKeyFile(fileOf(new Uint8Array(1), 3_100_000)),
      await readKeyFile(fileOf(new Uint8Array(0))),
      await readKeyFile(folder),
    ];
    expect(outcomes.map((outcome) => (outcome.ok ? '' : outcome.failure))).toEqual([
      'alder.p12 is no key file: it has 3.1 MB, and a key file never more than 64 KB.',
      'alder.p12 is empty.',
      'alder.p12 could not be read.',
    ]);
  });
});
