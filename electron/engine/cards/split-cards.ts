import { isCommonCard } from './card-runs.ts';
import { cardField } from './card-fields.ts';
import type { JsonLeaf } from './json-leaves.ts';

/** A value that is digits and nothing else, of a member in which a part of a card number may stand. */
interface Piece {
  readonly leaf: JsonLeaf;
  readonly digits: string;
}

/**
 * The card numbers that are split over two to four values of one object or list, with the values that each is made of. Only
 * such as have the beginning, the length and the check digit of a common scheme: two numbers that stand side by side by chance
 * make one so in fewer than two of a hundred cases. Amounts, times, codes and identifiers are no part of one.
 */
export function splitCards(
  raw: string,
  leaves: readonly JsonLeaf[],
): readonly { readonly digits: string; readonly leaves: readonly JsonLeaf[] }[] {
  const holders = new Map<number, Piece[]>();
  for (const leaf of leaves) {
    const digits = pieceIn(raw, leaf);
    if (digits === null) continue;
    const pieces = holders.get(leaf.holder) ?? [];
    pieces.push({ leaf, digits });
    holders.set(leaf.holder, pieces);
  }
  return [...holders.values()].flatMap(cardsAmong);
}

function pieceIn(raw: string, { kind, field, start, end }: JsonLeaf): string | null {
  if (kind === 'name' || end - start > LONGEST_PIECE + 2) return null;
  const digits = raw.slice(start, end).trim();
  if (!/^\d{2,17}$/.test(digits)) return null;
  const meaning = cardField(field);
  return meaning === 'amount' || meaning === 'identifier' || NO_PART.test(field ?? '') ? null : digits;
}

const LONGEST_PIECE = 17;
const MOST_PIECES = 4;
const NO_PART = /(date|time|timestamp|code|indicator|count|rate|version|year|month|day|offset|limit|total)$/i;

function cardsAmong(pieces: readonly Piece[]) {
  const found: { digits: string; leaves: readonly JsonLeaf[] }[] = [];
  for (let from = 0; from < pieces.length;) {
    const card = cardFrom(pieces, from);
    if (card !== null) found.push(card);
    from += card?.leaves.length ?? 1;
  }
  return found;
}

/** The card that begins with the piece at `from`, or of two that stand in the wrong order. */
function cardFrom(pieces: readonly Piece[], from: number) {
  for (let count = 2; count <= MOST_PIECES; count += 1) {
    const parts = pieces.slice(from, from + count);
    if (parts.length < count) return null;
    const orders = count === 2 ? [parts, [...parts].reverse()] : [parts];
    for (const order of orders) {
      const digits = order.map((part) => part.digits).join('');
      if (isCommonCard(digits)) return { digits, leaves: parts.map(({ leaf }) => leaf) };
    }
  }
  return null;
}
