/** Digits that stand together, with their place in the text. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** The whole or the broken part of a number with a decimal point, such as `1234567890123.45`. */
  readonly isDecimal: boolean;
  /** What parts it from the group before it in its chain, where that is a sign that groups are seldom parted by. */
  readonly oddGap: string | null;
}

/** Groups that may be one number written in groups: what parts them is a space, a dash or another sign, or a few. */
export type DigitChain = readonly DigitGroup[];

/** The chains of a text, in order. UUIDs, dates and our own tokens belong to none. */
export function digitChains(text: string): readonly DigitChain[] {
  const chains: DigitGroup[][] = [];
  let last: DigitGroup | null = null;
  for (const match of text.matchAll(PIECES)) {
    if (match.groups?.['digits'] === undefined && !isFalseToken(match[0])) {
      last = null;
      continue;
    }
    for (const group of groupsIn(match[0], match.index, text)) {
      const gap = last === null ? null : gapBetween(text, last, group);
      const chain = gap === null ? undefined : chains.at(-1);
      if (chain === undefined) chains.push([group]);
      else chain.push(gap === USUAL ? group : { ...group, oddGap: gap });
      last = group;
    }
  }
  return chains;
}

const UUID = String.raw`(?<![0-9A-Za-z])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])`;
const DATE = String.raw`(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!-?\d)`;
const TOKEN = String.raw`tok_[0-9a-f]{16}_\d{4}(?!\d)`;
const PIECES = new RegExp(`${UUID}|${DATE}|${TOKEN}|(?<digits>\\d+)`, 'g');

/** `USUAL`, the odd sign itself, or null where the two cannot be one number. */
function gapBetween(text: string, last: DigitGroup, next: DigitGroup): string | null {
  const between = text.slice(last.end, next.start);
  if (between === '.') {
    return [last, next].every(({ digits }) => digits.length >= 4 && digits.length <= 6) ? USUAL : null;
  }
  if (GAP.test(between)) return USUAL;
  return ODD_GAP.test(between) ? between : null;
}

const USUAL = 'usual';
/** Signs of one to three characters, or bytes of two; a quote ends what stands in it. */
const ODD_GAP = /^[^0-9A-Za-z"]{1,6}$/;

/** Spaces and dashes, the typographer's among them: as characters and as UTF-8 bytes read one a character. */
const GAP =
  /^(?:[\t\n\r /_\-\u00a0\u2000-\u200b\u2010-\u2015\u202f]|\u00c2\u00a0|\u00e2\u0080[\u0080-\u008b\u0090-\u0095\u00af]){1,3}$/;

/** No token of ours has twelve digits in a row: somebody else wrote this one, perhaps around a card number. */
const isFalseToken = (piece: string): boolean => piece.startsWith('tok_') && /\d{12}/.test(piece);

const groupsIn = (piece: string, at: number, text: string): readonly DigitGroup[] =>
  [...piece.matchAll(/\d+/g)].map(({ 0: digits, index }) => {
    const start = at + index;
    const end = start + digits.length;
    return { digits, start, end, isDecimal: isDecimalAt(text, start, end), oddGap: null };
  });

/** A fraction of zeros alone makes no decimal: some writers put `.0` behind every number. */
const isDecimalAt = (text: string, start: number, end: number): boolean =>
  /\d\.$/.test(text.slice(Math.max(0, start - 2), start)) || /^\.0*[1-9]/.test(text.slice(end, end + 40));
