import { inflateSync } from 'node:zlib';

/** What is read back from a PDF as Chromium writes it. */
export interface PdfContent {
  readonly pages: number;
  /** The letters of all pages in the order in which they are drawn, without white space. */
  readonly text: string;
}

/** Reads a whole PDF of Chromium's. Throws where it is none: a test then fails with the reason. */
export function readPdf(bytes: Buffer): PdfContent {
  const whole = bytes.toString('latin1');
  if (!whole.startsWith('%PDF-') || !whole.trimEnd().endsWith('%%EOF')) throw new Error('not a whole PDF');
  const objects = objectsOf(bytes, whole);
  const fonts = fontsOf(objects);
  const contents = [...objects.values()].flatMap(({ head }) => {
    const content = /\/Type \/Page\b/.test(head) ? /\/Contents (\d+) 0 R/.exec(head)?.[1] : undefined;
    return content === undefined ? [] : [objects.get(content)?.stream ?? ''];
  });
  return { pages: contents.length, text: contents.map((content) => drawn(content, fonts)).join('') };
}

interface PdfObject {
  readonly head: string;
  /** Inflated; empty where it has none. */
  readonly stream: string;
}

function objectsOf(bytes: Buffer, whole: string): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  const begin = /(\d+) 0 obj\s([^]*?)(?:\bendobj|\bstream\r?\n)/g;
  for (let found = begin.exec(whole); found !== null; found = begin.exec(whole)) {
    const [all, id = '', head = ''] = found;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const hasStream = all.trimEnd().endsWith('stream');
    const raw = bytes.subarray(begin.lastIndex, begin.lastIndex + length);
    const isPacked = head.includes('/FlateDecode');
    objects.set(id, {
      head,
      stream: hasStream ? (isPacked ? inflateSync(raw) : raw).toString('latin1') : '',
    });
    if (hasStream) begin.lastIndex += length;
  }
  return objects;
}

/** The name of each font in the drawings, with the letter of each of its glyphs. */
function fontsOf(objects: ReadonlyMap<string, PdfObject>): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1];
      fonts.set(name, lettersOf(objects.get(table ?? '')?.stream ?? ''));
    }
  }
  return fonts;
}

function lettersOf(table: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  const sections = table.matchAll(/beginbf(char|range)([^]*?)endbf/g);
  for (const [, kind, lines = ''] of sections) {
    const each = kind === 'char' ? /<(\w+)>() <(\w+)>/g : /<(\w+)> <(\w+)> <(\w+)>/g;
    for (const [, from = '', to = '', letter = ''] of lines.matchAll(each)) {
      const [first, last] = [hex(from), hex(to === '' ? from : to)];
      for (let glyph = first; glyph <= last; glyph += 1) letters.set(glyph, utf16(letter, glyph - first));
    }
  }
  return letters;
}

/** `further` letters after the one given as UTF-16 in hexadecimal. */
function utf16(text: string, further: number): string {
  const units = (text.match(/.{4}/g) ?? []).map(hex);
  return String.fromCharCode(
    ...units.map((unit, index) => (index === units.length - 1 ? unit + further : unit)),
  );
}

function drawn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [, font, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-Fa-f]+)> Tj/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? letters;
    for (const glyph of glyphs?.match(/.{4}/g) ?? []) text += letters.get(hex(glyph)) ?? '';
  }
  return text.replace(/\s+/g, '');
}

const hex = (digits: string): number => Number.parseInt(digits, 16);
