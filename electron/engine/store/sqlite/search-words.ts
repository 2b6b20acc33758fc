import { createHash } from 'node:crypto';

/**
 * How words are written into the full-text index and how they are asked for. A row has three columns: `words`
 * is what a person may type, `inside` spells the MRN and the LRN in overlapping triples, so that a middle part
 * is a run of triples, and `tags` holds what a common word is narrowed by before it is read.
 */
export interface SearchDocument {
  readonly words: string;
  readonly inside: string;
  readonly tags: string;
}

export interface Searchable {
  readonly mrn: string | null;
  readonly lrn: string | null;
  /** Everything that can be found by the beginning of its words. */
  readonly texts: readonly (string | null)[];
  readonly tags: readonly Tag[];
}

export interface Tag {
  readonly member: 'account' | 'source' | 'type' | 'attention';
  readonly value: string;
}

/** Eight bytes that tell whether a row must be indexed again. */
export const digestOf = ({ words, inside, tags }: SearchDocument): Uint8Array =>
  Uint8Array.from(createHash('sha256').update(`${words}\0${inside}\0${tags}`).digest().subarray(0, 8));

/** A fence between two texts, so that no phrase runs from one into the next. */
const FENCE = ' \u{e001} ';

const UNPRINTABLE = /\p{C}/gu;
const TOKEN = /[\p{L}\p{N}]+/gu;

export function searchDocument({ mrn, lrn, texts, tags }: Searchable): SearchDocument {
  const distinct = new Set([mrn, lrn, ...texts].filter((text): text is string => text !== null));
  return {
    words: [...distinct].map((text) => text.replace(UNPRINTABLE, ' ')).join(FENCE),
    inside: [mrn, lrn]
      .filter((value) => value !== null)
      .map((value) => atStart(triples(value)).join(' '))
      .join(FENCE),
    tags: tags.map(tagToken).join(' '),
  };
}

/**
 * The full-text query for what a person typed; null where it holds nothing to search for. Every word of two
 * characters or more must occur: as the beginning of a word, or anywhere in an MRN or LRN from three
 * characters on. One-letter words are passed over: their beginnings match nearly every row.
 */
export function searchQuery(typed: string): string | null {
  const words = typed
    .replace(UNPRINTABLE, ' ')
    .split(/\s+/u)
    .filter((word) => lettersOf(word).length >= 2);
  const terms = [...new Set(words)].map(wordQuery).filter((term) => term !== null);
  return terms.length === 0 ? null : terms.join(' AND ');
}

/** Narrows a query to rows that carry one tag of each group. */
export function withTags(query: string, groups: readonly (readonly Tag[])[]): string {
  const narrowed = groups.map((group) => `({tags} : (${group.map(tagToken).map(quoted).join(' OR ')}))`);
  return [...narrowed, query].join(' AND ');
}

/**
 * The middle of an MRN or LRN is a run of triples that does not begin at its first letter: what does begin there
 * begins a word as well, and half of all MRNs share their first triples, which would make every search for a whole
 * one walk through them.
 */
function wordQuery(word: string): string | null {
  const tokens = word.match(TOKEN);
  const middle = triples(word);
  // The beginning `a` alone would read a large part of the index; inside a phrase it must be a whole word.
  const isBeginning = tokens !== null && lettersOf(tokens.at(-1) ?? '').length >= 2;
  const ways = [
    ...(tokens === null ? [] : [`{words} : ${quoted(word)}${isBeginning ? ' *' : ''}`]),
    ...(middle.length === 0 ? [] : [`{inside} : ${quoted(middle.join(' '))}`]),
    ...(middle.length === 0 || isBeginning ? [] : [`{inside} : ${quoted(atStart(middle).join(' '))}`]),
  ];
  return ways.length === 0 ? null : `(${ways.join(' OR ')})`;
}

/** FTS5 has operators; a quoted string has none. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function triples(value: string): string[] {
  const letters = lettersOf(value.toLowerCase());
  return letters.slice(2).map((last, index) => {
    const triple = [letters[index] ?? '', letters[index + 1] ?? '', last];
    // In hexadecimal, because the tokenizer would split `b-1`; too long to be taken for a triple of letters.
    return /^[a-z0-9]{3}$/.test(triple.join('')) ? triple.join('') : triple.map(hex).join('');
  });
}

/** The same at the first letter of a value. */
const atStart = ([first = '', ...others]: readonly string[]): string[] => [`start${first}`, ...others];

/** Code points: what FTS5 counts by. */
const lettersOf = (text: string): string[] => Array.from(text);

const hex = (letter: string): string => (letter.codePointAt(0) ?? 0).toString(16).padStart(6, '0');

/** One token, whatever the value holds. */
const tagToken = ({ member, value }: Tag): string => `${member}${Buffer.from(value, 'utf8').toString('hex')}`;
