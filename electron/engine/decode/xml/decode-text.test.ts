import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLeniently, decodeText } from './decode-text.ts';

const LIMIT = 100_000;
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
const bigEndian = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
const declared = (encoding: string, rest: string) => `<?xml version="1.0" encoding="${encoding}"?>${rest}`;

describe('bytes to text', () => {
  it.each([
    ['UTF-8 with a mark', utf8('\ufeff<a>£</a>'), '<a>£</a>'],
    ['UTF-16 with a mark', utf16('\ufeff<a>£</a>'), '<a>£</a>'],
    ['UTF-16 without', utf16('<a>£</a>'), '<a>£</a>'],
    ['big-endian UTF-16', bigEndian('\ufeff<a>£</a>'), '<a>£</a>'],
    ['big-endian UTF-16 after a blank', bigEndian(' <a>£</a>'), ' <a>£</a>'],
    ['Latin-1 as declared', latin1(declared('ISO-8859-1', '<a>£</a>')), declared('ISO-8859-1', '<a>£</a>')],
    ['windows-1252 as declared', latin1(declared('windows-1252', '\u0080')), declared('windows-1252', '€')],
    // Its bytes could be read one by one, so it is no UTF-16: a program changed the encoding and not the name.
    ['UTF-8 that says it is UTF-16', utf8(declared('utf-16', '<a>£</a>')), declared('utf-16', '<a>£</a>')],
    ['ASCII, whatever it says', utf8(declared('martian', '<a/>')), declared('martian', '<a/>')],
    [
      'two documents, each as it declares',
      Buffer.concat([utf8('<a>£</a>\n'), latin1(declared('latin1', '<a>£</a>'))]),
      `<a>£</a>\n${declared('latin1', '<a>£</a>')}`,
    ],
    [
      'a document in another one that has been converted with it',
      utf8(declared('utf-8', `<a>£<![CDATA[${declared('latin1', '<b>£</b>')}]]></a>`)),
      declared('utf-8', `<a>£<![CDATA[${declared('latin1', '<b>£</b>')}]]></a>`),
    ],
  ])('certainly: %s', (_what, bytes, text) => {
    expect(decodeText(bytes, LIMIT)).toEqual({ ok: true, value: text });
  });

  it('reads what is not UTF-8 as windows-1252 only where asked, and says in which line', () => {
    const bytes = latin1('<a>\n£\n\u0093x\u0094</a>');
    expect([decodeText(bytes, LIMIT), decodeLeniently(bytes, LIMIT)]).toEqual([
      { ok: false, failure: { problem: 'not valid UTF-8', line: 2 } },
      {
        ok: true,
        value: { text: '<a>\n£\n“x”</a>', assumed: [{ problem: 'not valid UTF-8', line: 2 }] },
      },
    ]);
  });

  it('says of several documents which one it is not sure of', () => {
    const bytes = Buffer.concat([utf8('<a>é</a>\n'), latin1('<?xml version="1.0"?>\n<a>é</a>')]);
    expect(decodeLeniently(bytes, LIMIT)).toEqual({
      ok: true,
      value: {
        text: '<a>é</a>\n<?xml version="1.0"?>\n<a>é</a>',
        assumed: [{ problem: 'not valid UTF-8', line: 3 }],
      },
    });
  });

  it('marks an end inside a letter, so that it does not pass for whole', () => {
    const bytes = utf8('<a>£').slice(0, -1);
    expect([decodeText(bytes, LIMIT), decodeText(utf16('<a>£').slice(0, -1), LIMIT)]).toEqual([
      { ok: true, value: '<a>\ufffd' },
      { ok: true, value: '<a>\ufffd' },
    ]);
  });

  it('gives back any text in any encoding that holds it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).map((each) => `<a>${each}`);
    fc.assert(
      fc.property(text, (written) => {
        const read = [utf8(written), utf16(written), bigEndian(`\ufeff${written}`)].map((bytes) =>
          decodeText(bytes, LIMIT),
        );
        expect(read).toEqual(Array(3).fill({ ok: true, value: written }));
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
        const label = utf8(declared('shift_jis', ''));
        expect([
          decodeLeniently(bytes, LIMIT).ok,
          decodeLeniently(Buffer.concat([label, bytes]), LIMIT).ok,
        ]).toEqual([true, true]);
      }),
    );
  });
});
