import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFrom } from './file-name.ts';

describe('a file name', () => {
  it.each([
    ['26GB8WQ1L0D7YHRAR6', '26GB8WQ1L0D7YHRAR6'],
    ['HFW-261122 / 4471', 'HFW-261122 4471'],
    ['../../etc/passwd', 'etc passwd'],
    ['=cmd|"calc"!A1', '=cmd calc !A1'],
    ['line\nbreak\u202egnp', 'line break gnp'],
    ['.hidden.', 'hidden'],
    ['nul', '_nul'],
    ['COM1.report', '_COM1.report'],
    ['…', '…'],
    [' . / . ', 'declaration'],
    ['', 'declaration'],
  ])('from %j is %j', (text, name) => {
    expect(fileNameFrom(text, 'declaration')).toBe(name);
  });

  it('is one that every system takes, whatever it comes from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = fileNameFrom(text, 'declaration');
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]{1,101}$/u);
        expect(name).toBe(name.trim().replace(/^\.+|\.+$/g, ''));
      }),
    );
  });
});
