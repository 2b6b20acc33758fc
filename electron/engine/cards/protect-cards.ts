import { cardField, isMoney } from './card-fields.ts';
import { cardRuns, isCardNumber, isIssuedCard, longRuns, type CardRun } from './card-runs.ts';
import { integerDigits } from './integer-digits.ts';
import { hasIssuer } from './issuer-ranges.ts';
import { jsonLeaves, type JsonLeaf } from './json-leaves.ts';
import { splitCards } from './split-cards.ts';
import { unescaped } from './unescaped.ts';

/** What stands for a card number, given its digits alone. The same number must have the same token. */
export type TokenOf = (pan: string) => string;

/**
 * A payload without card numbers: each is replaced by its token, in raw bytes and before anything is stored; every
 * other byte stays as it is, and JSON stays JSON (a number becomes a string). What is not JSON is searched as text.
 * Pure; a second pass changes nothing. Masked numbers (`************1234`) are kept.
 *
 * A card number is 12 to 19 digits that pass the check digit, together or in groups that spaces or dashes part, as a
 * string, a number, a member's name or within longer text; with any other sign between the groups, or split over values
 * of one object, where a known scheme issues it; and whatever a member holds that is a card number by definition, check
 * digit or not. Not taken: a part of a longer run of digits, a UUID, a decimal, a timestamp, and of the identifiers and
 * amounts that `cardField` names what no known scheme issues.
 *
 * The cost: of any other identifier of 12 to 19 digits one value in ten passes the check digit and is replaced too.
 * It still ties notifications together, because its token is always the same, but a person sees the token and
 * cannot quote the identifier to the network. An identifier for which that matters is named in `cardField`.
 */
export function protectCards(payload: Uint8Array, tokenOf: TokenOf): Uint8Array {
  // One character a byte: what is not replaced cannot change, whatever its encoding.
  const raw = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('latin1');
  const changes = isJson(payload) ? changesInJson(raw, tokenOf) : changesIn(cardRuns(raw), tokenOf);
  return changes.length === 0 ? payload : new Uint8Array(Buffer.from(applied(raw, changes), 'latin1'));
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function isJson(payload: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(payload));
    return true;
  } catch {
    return false;
  }
}

function changesInJson(raw: string, tokenOf: TokenOf): readonly Change[] {
  const leaves = jsonLeaves(raw);
  const parts = new Map<JsonLeaf, string>();
  for (const card of splitCards(raw, leaves)) {
    for (const leaf of card.leaves) parts.set(leaf, card.digits);
  }
  return leaves.flatMap((leaf) => {
    const whole = parts.get(leaf);
    if (whole !== undefined) return changedPart(leaf, tokenOf(whole));
    return leaf.kind === 'number' ? changedNumber(raw, leaf, tokenOf) : changedText(raw, leaf, tokenOf);
  });
}

/** Each part says of which card it is one. */
const changedPart = ({ kind, start, end }: JsonLeaf, token: string): readonly Change[] => [
  { start, end, text: kind === 'number' ? JSON.stringify(token) : JSON.stringify(token).slice(1, -1) },
];

function changedNumber(raw: string, { field, start, end }: JsonLeaf, tokenOf: TokenOf): readonly Change[] {
  const digits = integerDigits(raw.slice(start, end));
  const kind = cardField(field);
  if (digits === null || (kind === 'amount' && isMoney(digits) && !hasIssuer(digits))) return [];
  if (kind === 'identifier' && !isIssuedCard(digits)) return [];
  const isCard = kind === 'card' ? digits.length >= SHORTEST : isCardNumber(digits);
  return isCard ? [{ start, end, text: JSON.stringify(tokenOf(digits)) }] : [];
}

/** No scheme issues numbers of fewer digits. */
const SHORTEST = 12;

function changedText(raw: string, leaf: JsonLeaf, tokenOf: TokenOf): readonly Change[] {
  const { text, rawAt } = unescaped(raw.slice(leaf.start, leaf.end));
  const runs = runsIn(text, leaf);
  return changesIn(runs, (pan) => JSON.stringify(tokenOf(pan)).slice(1, -1)).map((change) => ({
    start: leaf.start + rawAt(change.start),
    end: leaf.start + rawAt(change.end),
    text: change.text,
  }));
}

function runsIn(text: string, { kind, field }: JsonLeaf): readonly CardRun[] {
  const meaning = kind === 'name' ? 'unknown' : cardField(field);
  if (meaning === 'card') return longRuns(text);
  const runs = cardRuns(text);
  if (meaning === 'amount') return runs.filter(({ digits }) => !isMoney(digits) || hasIssuer(digits));
  const isOneWord = meaning === 'identifier' && IDENTIFIER.test(text);
  return isOneWord ? runs.filter(({ digits }) => hasIssuer(digits)) : runs;
}

/**
 * One word, and dashes only beside letters: digits in groups are no network's identifier, and a sentence is text
 * whatever its member is called.
 */
const IDENTIFIER = /^\s*([A-Za-z0-9]*|(?=[\w-]*[A-Za-z])[\w-]+)\s*$/;

const changesIn = (runs: readonly CardRun[], tokenOf: TokenOf): readonly Change[] =>
  runs.map(({ start, end, digits }) => ({ start, end, text: tokenOf(digits) }));

function applied(raw: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of changes) {
    parts.push(raw.slice(at, start), text);
    at = end;
  }
  return [...parts, raw.slice(at)].join('');
}
