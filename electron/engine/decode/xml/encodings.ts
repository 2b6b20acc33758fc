/** The encoding that an XML declaration at the start of a text names; null where it names none. */
export const declaredEncoding = (text: string): string | null => DECLARATION.exec(text)?.[2] ?? null;

const DECLARATION = /^[\s\ufeff\u00ef\u00bb\u00bf]*<\?xml\s[^<>]*?\bencoding\s*=\s*(["'])([A-Za-z][\w.-]*)\1/;

/** UTF-16 too, which cannot be what it is where its name could be read byte by byte. */
export const saysUtf8 = (encoding: string): boolean =>
  /^(utf-?8|us-ascii|ascii|utf-?16(le|be)?|ucs-?2|iso-10646-ucs-2)$/i.test(encoding);

/** Null for an encoding that is not known, and for bytes that are not valid in it. */
export function readAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    // As on the web, the names of Latin-1 and ASCII mean windows-1252.
    return decoder.encoding === 'windows-1252' ? readWindows1252(bytes) : decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Any bytes at all. Not left to TextDecoder: that of Node 20 reads 0x80 to 0x9F as control characters. */
export function readWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (each) => C1.charAt(each.charCodeAt(0) - 0x80));
}

/** What windows-1252 has from 0x80 to 0x9F; five places have nothing and stay control characters. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);

/** By its byte-order mark, or by markup or a blank two bytes wide at its start. */
export function isUtf16(bytes: Uint8Array): boolean {
  const [first = -1, second = -1] = bytes;
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (second === 0 && STARTS.has(first)) ||
    (first === 0 && STARTS.has(second))
  );
}

const STARTS: ReadonlySet<number> = new Set([0x3c, 0x20, 0x09, 0x0a, 0x0d]);

/** Halves of letters stay as they are: XML does not allow them, so they are noticed where they stand. */
export function readUtf16(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isBigEndian = first === 0xfe || (first === 0 && second !== 0);
  const whole = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  const text = (isBigEndian ? whole.swap16() : whole).toString('utf16le');
  return `${text.startsWith('\ufeff') ? text.slice(1) : text}${bytes.length % 2 === 0 ? '' : '\ufffd'}`;
}
