import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mastercardAccountSchema } from '../../shared/accounts/account.ts';
import { idFromName } from './id-from-name.ts';

describe('an id from a name', () => {
  it('is short, plain and free', () => {
    expect([
      idFromName('CDS, Dover', []),
      idFromName('CDS, Dover', ['cds-dover', 'cds-dover-2']),
      idFromName('Zoë & Søn', []),
      idFromName('海関', []),
    ]).toEqual(['cds-dover', 'cds-dover-3', 'zoe-s-n', 'account']);
  });

  it('is one that an account takes, whatever the name', () => {
    const { id } = mastercardAccountSchema.shape;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        expect(id.safeParse(idFromName(name, [])).success).toBe(true);
      }),
    );
  });
});
