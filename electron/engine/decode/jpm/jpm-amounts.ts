import { AS_SENT } from '../../../../shared/catalogue/detail-names.ts';
import type { DecodedPayment } from '../../../../shared/notification.ts';
import { paymentLine } from '../payments/payment-line.ts';
import { isShown } from './is-shown.ts';
import type { Leaf } from './leaves.ts';
import { memberOf, textOf, type JsonObject } from './members.ts';
import { nameWords, sentenceOf } from '../name-words.ts';

/**
 * Amounts with their currencies. J.P. Morgan does not say whether an amount without a decimal point counts cents or
 * dollars, and wrong by a hundred is worse than plain: such a figure is given as it was sent and says so in its name,
 * unless `decimalCount` stands beside it. None of them is to be summed or compared with others.
 */
export function jpmAmounts(leaves: readonly Leaf[], common: JsonObject): readonly DecodedPayment[] {
  const found = leaves.filter(isAmount).flatMap((leaf) => amountOf(leaf, common) ?? []);
  const seen = new Map(found.map((payment) => [JSON.stringify(payment), payment]));
  return [...seen.values()].slice(0, MOST_AMOUNTS);
}

const MOST_AMOUNTS = 40;

function isAmount(leaf: Leaf): boolean {
  if (nameWords(leaf.name).at(-1) !== 'amount' || typeof leaf.value === 'boolean') return false;
  // Judged by where it stands: its own name is as good as any other.
  return isShown({ ...leaf, name: 'state', path: [...leaf.path.slice(0, -1), 'state'] });
}

function amountOf(leaf: Leaf, common: JsonObject): DecodedPayment | null {
  const { name, holder, path } = leaf;
  const sent = textOf(leaf.value);
  if (sent === null || !DECIMAL.test(sent)) return null;
  const words = nameWords(name === 'amount' ? ownerOf(path) : name);
  const inMajor = inMajorUnits(sent, textOf(memberOf(holder, 'decimalCount')));
  const label = inMajor === null ? `${sentenceOf(words)}${AS_SENT}` : sentenceOf(words);
  const currency = currencyOf(name, holder) ?? currencyOf(name, common);
  return paymentLine(words.join('-'), label, { amount: inMajor ?? sent, currency, problem: null });
}

const DECIMAL = /^-?\d{1,24}(\.\d{1,12})?$/;

/** `amount` is that of the object around it, where that object is an amount rather than the sub-type. */
function ownerOf(path: readonly string[]): string {
  const owner = path.at(-2) ?? '';
  return nameWords(owner).at(-1) === 'amount' ? owner : 'amount';
}

/** Null where the figure alone does not tell. */
function inMajorUnits(sent: string, decimalCount: string | null): string | null {
  if (sent.includes('.')) return sent;
  if (decimalCount === null || !/^\d$/.test(decimalCount)) return null;
  const places = Number(decimalCount);
  if (places === 0) return sent;
  const [sign, digits] = sent.startsWith('-') ? ['-', sent.slice(1)] : ['', sent];
  const padded = digits.padStart(places + 1, '0');
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/** `targetAmount` has `targetCurrency` beside it, all others `currency` or `currencyCode`. */
function currencyOf(name: string, holder: JsonObject): string | null {
  const own = name === 'amount' ? [] : [name.replace(/Amount$/, 'Currency')];
  const texts = [...own, 'currency', 'currencyCode'].map((key) => textOf(memberOf(holder, key)));
  const code = texts.find((text) => text !== null) ?? null;
  return code !== null && /^[A-Za-z]{3}$/.test(code) ? code.toUpperCase() : null;
}
