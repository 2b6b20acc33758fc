import { digitChains, type DigitChain } from './digit-groups.ts';
import { hasIssuer } from './issuer-ranges.ts';
import { passesLuhn } from './luhn.ts';
import { isTimestamp } from './timestamp-digits.ts';

/** A card number in a text: from `start` to before `end`, `digits` without what parts its groups. */
export interface CardRun {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** ISO/IEC 7812: a primary account number has at most 19 digits; no scheme issues fewer than 12. */
const SHORTEST = 12;
const LONGEST = 19;

/**
 * What may be a card number in a text: 12 to 19 digits that pass the check digit, together or in groups, in order.
 * Where several readings overlap, the one that looks most like a card wins, so that a card is read alike whatever
 * numbers stand beside it. Digits inside a longer run, a UUID, a decimal or a timestamp are none.
 */
export const cardRuns = (text: string): readonly CardRun[] => digitChains(text).flatMap(runsInChain);

/** Every chain of 12 digits or more, for a member that holds a card number by definition. */
export const longRuns = (text: string): readonly CardRun[] =>
  digitChains(text)
    .map(runOf)
    .filter(({ digits }) => digits.length >= SHORTEST);

/** Whether the digits of a number that stands alone may be a card's. */
export const isCardNumber = (digits: string): boolean =>
  digits.length >= SHORTEST && digits.length <= LONGEST && passesLuhn(digits) && !isTimestamp(digits);

/** Whether they have the beginning and length of a known scheme's card as well. */
export const isIssuedCard = (digits: string): boolean => isCardNumber(digits) && hasIssuer(digits);

/** Whether they look like a card of the common lengths, which few numbers do that are put together by chance. */
export const isCommonCard = (digits: string): boolean =>
  isCardNumber(digits) && SCHEMES[0]?.test(digits) === true;

interface Reading extends CardRun {
  /** Which groups of the chain it takes, both inclusive. */
  readonly from: number;
  readonly to: number;
}

function runsInChain(chain: DigitChain): readonly CardRun[] {
  const isTaken = new Uint8Array(chain.length);
  const taken = [...readings(chain)].sort(byLikeness).filter(({ from, to }) => {
    if (isTaken.subarray(from, to + 1).includes(1)) return false;
    isTaken.fill(1, from, to + 1);
    return true;
  });
  return taken.sort((a, b) => a.from - b.from).map(({ start, end, digits }) => ({ start, end, digits }));
}

/** Every stretch of neighbouring groups that may be a card number. */
function* readings(chain: DigitChain): Iterable<Reading> {
  for (const [from, first] of chain.entries()) {
    let digits = '';
    let oddGap: string | null = null;
    for (let to = from; to < chain.length; to++) {
      const group = chain[to] ?? first;
      if (to > from && group.oddGap !== null) {
        // One number is parted by one sign throughout.
        if (oddGap !== null && oddGap !== group.oddGap) break;
        oddGap = group.oddGap;
      }
      digits += group.digits;
      if (digits.length > LONGEST) break;
      if (!isCardNumber(digits) || (from === to && first.isDecimal)) continue;
      if (oddGap !== null && !isWrittenWithSigns(digits, chain.slice(from, to + 1))) continue;
      yield { start: first.start, end: group.end, digits, from, to };
    }
  }
}

/** Lists of small numbers have signs between them as well: only what a known scheme issues, in the groups of a card. */
const isWrittenWithSigns = (digits: string, groups: DigitChain): boolean =>
  hasIssuer(digits) && (groups.length <= MOST_GROUPS || groups.every((group) => group.digits.length === 1));

const MOST_GROUPS = 5;

const runOf = (groups: DigitChain): CardRun => ({
  start: groups[0]?.start ?? 0,
  end: groups.at(-1)?.end ?? 0,
  digits: groups.map(({ digits }) => digits).join(''),
});

const byLikeness = (a: Reading, b: Reading): number =>
  unlikeness(a.digits) - unlikeness(b.digits) || a.from - b.from || b.to - a.to;

function unlikeness(digits: string): number {
  const rank = SCHEMES.findIndex((scheme) => scheme.test(digits));
  return (rank < 0 ? SCHEMES.length : rank) * 100 + Math.abs(digits.length - 16);
}

/** The common lengths of the card schemes first, then the rare ones. */
const SCHEMES: readonly RegExp[] = [
  /^(4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|6\d{15}|35\d{14}|3[47]\d{13}|3[0689]\d{12})$/,
  /^(4\d{12}|4\d{18}|5[06-9]\d{10,17}|6\d{11,18})$/,
];
