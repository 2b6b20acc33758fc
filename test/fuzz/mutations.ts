import type { Random } from './random.ts';

export interface Mutated {
  readonly bytes: Uint8Array;
  /**
   * What the facts of the result owe to those of the messages that it was made of: `same`, `fewer` (none that they do
   * not have), or nothing, because what was done may have changed what they say.
   */
  readonly owes: 'same' | 'fewer' | 'nothing';
  readonly from: readonly Uint8Array[];
  readonly how: string;
}

/** A message, or several, damaged or wrapped in a way that the random numbers choose. */
export function mutate(messages: readonly Uint8Array[], random: Random): Mutated {
  const message = random.one(messages);
  if (random.whole(3) === 0) {
    const [how, change, owes] = random.one(FAITHFUL);
    const from = how === 'concatenated' ? [message, random.one(messages)] : [message];
    return { bytes: change(from, random), owes, from, how };
  }
  let bytes = message;
  const how: string[] = [];
  for (let times = 1 + random.whole(4); times > 0; times -= 1) {
    const [name, change] = random.one(DAMAGES);
    how.push(name);
    bytes = change(bytes, random, messages);
  }
  return { bytes, owes: 'nothing', from: [message], how: how.join(', ') };
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const withoutDeclaration = (text: string): string => text.replace(/^\s*<\?xml[^>]*\?>/, '');

type Faithful = readonly [
  string,
  (from: readonly Uint8Array[], random: Random) => Uint8Array,
  'same' | 'fewer',
];

const first = (from: readonly Uint8Array[]): string => textOf(from[0]!);

/** What leaves the message itself as it was, or cuts off its end. */
const FAITHFUL: readonly Faithful[] = [
  ['cut off', ([message], random) => message!.subarray(0, random.whole(message!.length)), 'fewer'],
  [
    'concatenated',
    (from, random) =>
      Buffer.concat(from.flatMap((each) => [each, bytesOf(random.one(['', '\n', '\ufeff', ' \r\n']))])),
    'same',
  ],
  [
    'in an envelope',
    (from) =>
      bytesOf(
        `<s:Envelope xmlns:s="urn:soap"><s:Header/><s:Body>${withoutDeclaration(first(from))}</s:Body></s:Envelope>`,
      ),
    'same',
  ],
  [
    'in CDATA',
    (from) => bytesOf(`<push><id>7</id><payload><![CDATA[${first(from)}]]></payload></push>`),
    'same',
  ],
  [
    'escaped',
    (from) =>
      bytesOf(
        `<push><payload>${first(from).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</payload></push>`,
      ),
    'same',
  ],
  ['as UTF-16', (from) => Buffer.from(`\ufeff${first(from)}`, 'utf16le'), 'same'],
  ['as big-endian UTF-16', (from) => Buffer.from(`\ufeff${first(from)}`, 'utf16le').swap16(), 'same'],
  ['with a mark', (from) => bytesOf(`\ufeff${first(from)}`), 'same'],
  ['with blanks before', (from) => bytesOf(`\r\n  ${withoutDeclaration(first(from))}\n\n`), 'same'],
];

type Damage = readonly [
  string,
  (bytes: Uint8Array, random: Random, messages: readonly Uint8Array[]) => Uint8Array,
];

const insertAt = (bytes: Uint8Array, at: number, piece: Uint8Array, remove = 0): Uint8Array =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(Math.min(bytes.length, at + remove))]);

const DAMAGES: readonly Damage[] = [
  [
    'a byte changed',
    (bytes, random) => insertAt(bytes, random.whole(bytes.length + 1), Uint8Array.of(random.whole(256)), 1),
  ],
  [
    'a stretch removed',
    (bytes, random) => insertAt(bytes, random.whole(bytes.length + 1), Buffer.alloc(0), random.whole(200)),
  ],
  [
    'markup put in',
    (bytes, random) => insertAt(bytes, random.whole(bytes.length + 1), bytesOf(random.one(MARKUP))),
  ],
  [
    'a tag removed',
    (bytes, random) => {
      const tags = [...textOf(bytes).matchAll(/<[^<>]*>/g)];
      if (tags.length === 0) return bytes;
      const { index, 0: tag } = random.one(tags);
      return bytesOf(textOf(bytes).slice(0, index) + textOf(bytes).slice(index + tag.length));
    },
  ],
  [
    'an element doubled',
    (bytes, random) => {
      const elements = [...textOf(bytes).matchAll(/<([\w:]+)[^<>]*>[^<]*<\/\1>/g)];
      if (elements.length === 0) return bytes;
      const { index, 0: element } = random.one(elements);
      return bytesOf(textOf(bytes).slice(0, index) + element + textOf(bytes).slice(index));
    },
  ],
  ['cut off', (bytes, random) => bytes.subarray(0, random.whole(bytes.length + 1))],
  ['its beginning lost', (bytes, random) => bytes.subarray(random.whole(bytes.length + 1))],
  [
    'spliced with another',
    (bytes, random, messages) => {
      const other = random.one(messages);
      return Buffer.concat([
        bytes.subarray(0, random.whole(bytes.length + 1)),
        other.subarray(random.whole(other.length + 1)),
      ]);
    },
  ],
  ['another after it', (bytes, random, messages) => Buffer.concat([bytes, random.one(messages)])],
  [
    'another encoding declared',
    (bytes, random) =>
      bytesOf(
        `<?xml version="1.0" encoding="${random.one(['iso-8859-1', 'windows-1252', 'utf-16', 'shift_jis', 'x'])}"?>${withoutDeclaration(textOf(bytes))}`,
      ),
  ],
  ['written as Latin-1', (bytes) => Buffer.from(textOf(bytes).replaceAll('D', 'DÉ'), 'latin1')],
  [
    'half of it as UTF-16',
    (bytes) =>
      insertAt(
        bytes,
        bytes.length >> 1,
        Buffer.from(textOf(bytes.subarray(bytes.length >> 1)), 'utf16le'),
        bytes.length,
      ),
  ],
];

const MARKUP: readonly string[] = [
  '<',
  '>',
  '&',
  '&amp;',
  '&#0;',
  '&#x41;',
  '&bomb;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '</',
  '/>',
  '"',
  '\u0000',
  '\u00e9',
  '\ufeff',
  '<?xml version="1.0"?>',
  '<MetaData>',
  '</MetaData>',
  '<Response>',
  '</Response>',
  '<FunctionCode>99</FunctionCode>',
  '<Declaration>',
  '</Declaration>',
  '<ID>26GB0000000000000R</ID>',
  '<Error>',
  '<!DOCTYPE a [<!ENTITY bomb "x">]>',
  '<a>'.repeat(100),
  '<a '.repeat(50),
  '<inventoryLinkingControlResponse>',
  '<Root xmlns="hmrc:fileupload">',
];
