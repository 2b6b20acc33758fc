import { jpmFields } from '../../../../shared/catalogue/payments/jpm-fields.ts';
import type { DecodedDetail } from '../../../../shared/notification.ts';
import { cardMark } from '../../cards/card-ending.ts';
import { shown } from '../payments/leaf-view.ts';
import { isShown } from './is-shown.ts';
import type { Leaf } from './leaves.ts';
import { textOf } from './members.ts';
import { nameWords, sentenceOf } from '../name-words.ts';

/** What else a notification says, what a person wants to read first in front; nothing personal, amounts apart. */
export function jpmDetails(leaves: readonly Leaf[]): readonly DecodedDetail[] {
  const wanted = leaves.filter((leaf) => isShown(leaf) && !isOfAmount(leaf));
  const ranked = wanted.map((leaf, index) => ({ leaf, rank: rankOf(leaf) * wanted.length + index }));
  const details = new Map<string, DecodedDetail>();
  const add = (name: string, value: string | null) => {
    if (value !== null) details.set(`${name}\n${value}`, { name, value });
  };
  for (const { leaf } of ranked.sort((a, b) => a.rank - b.rank)) add(labelOf(leaf), valueOf(leaf));
  for (const { value } of leaves) {
    if (typeof value === 'string' && cardMark(value) !== null) add('Card', shown(value));
  }
  return [...details.values()].slice(0, MOST_DETAILS);
}

const MOST_DETAILS = 40;

/** Shown with its amount. */
const isOfAmount = ({ name }: Leaf): boolean =>
  nameWords(name).at(-1) === 'currency' || name === 'currencyCode' || name === 'decimalCount';

const order = [...jpmFields.keys()];

function rankOf({ name }: Leaf): number {
  const rank = order.indexOf(name.toLowerCase());
  return rank === -1 ? order.length : rank;
}

const valueOf = ({ value }: Leaf): string | null =>
  typeof value === 'boolean' ? (value ? 'Yes' : 'No') : shown(textOf(value));

/** `Status` alone says little: then what it stands in is said as well, but for the sub-type itself. */
function labelOf({ path, name }: Leaf): string {
  const known = jpmFields.get(name.toLowerCase());
  if (known !== undefined) return known;
  const words = nameWords(name);
  const outer = path.length > 2 ? nameWords(path.at(-2) ?? '') : [];
  return sentenceOf(words.length === 1 ? [...outer, ...words] : words);
}
