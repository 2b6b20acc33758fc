import type { DecodedDetail } from '../../../../shared/notification.ts';
import { cardMark, maskedCard } from '../../cards/card-ending.ts';
import { protectedText } from '../../cards/protected-text.ts';
import { isPersonalField } from './personal-fields.ts';

export interface LeafLimits {
  /** How many leaves are shown. */
  readonly most?: number;
  /** How many characters of each. */
  readonly longest?: number;
  /** Members to leave out, by name, because they are shown elsewhere. */
  readonly except?: ReadonlySet<string>;
}

/**
 * The leaves of a JSON value as names and values in the order sent, for what has no description of its own:
 * `acceptor.localDate` is named `Acceptor: local date`. Nothing personal, no card number, at most 60 leaves of 200
 * characters each. Walks without recursion, so no depth of nesting can break it.
 */
export function leafView(value: unknown, limits: LeafLimits = {}): readonly DecodedDetail[] {
  const { most = 60, longest = 200, except = new Set<string>() } = limits;
  const details: DecodedDetail[] = [];
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value, path: [] }];
  for (let steps = 0; waiting.length > 0 && details.length < most && steps < MOST_STEPS; steps++) {
    const next = waiting.pop();
    if (next === undefined) break;
    if (typeof next.value === 'object' && next.value !== null) {
      waiting.push(...inside(next.value, next.path, except).reverse());
    } else {
      const text = shown(next.value, longest);
      if (text !== null) details.push({ name: pathInWords(next.path), value: text });
    }
  }
  return details;
}

const MOST_STEPS = 5_000;
const MOST_INSIDE = 500;

function inside(value: object, path: readonly string[], except: ReadonlySet<string>) {
  if (Array.isArray(value)) {
    return (value as readonly unknown[]).slice(0, MOST_INSIDE).map((entry) => ({ value: entry, path }));
  }
  return Object.entries(value)
    .slice(0, MOST_INSIDE)
    .filter(([name]) => !except.has(name) && !isPersonalField(name))
    .map(([name, member]: [string, unknown]) => ({ value: member, path: [...path.slice(-2), name] }));
}

/** A leaf for the screen; null where it says nothing. */
export function shown(value: unknown, longest = 200): string | null {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : wordsIn(value);
  if (text === null) return null;
  const mark = cardMark(text);
  if (mark !== null) return `ending ${mark.ending}`;
  const safe = protectedText(text, maskedCard);
  return safe.length > longest ? `${safe.slice(0, longest - 1)}…` : safe;
}

function wordsIn(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.toLowerCase() === 'null' ? null : text;
}

/** The last two members of a path: `Merchant: category code`. */
function pathInWords(path: readonly string[]): string {
  const words = path.slice(-2).map(nameInWords);
  const sentence = words.filter((word) => word !== '').join(': ');
  return sentence === '' ? 'Value' : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** `merchantCategoryCode` as `merchant category code`; abbreviations stay as they are. */
export const nameInWords = (name: string): string =>
  protectedText(name.slice(0, LONGEST_NAME), maskedCard)
    .replace(/[_\s]+/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .trim()
    .split(' ')
    .map((word) => (/^[A-Z]{2,4}$/.test(word) ? word : word.toLowerCase()))
    .join(' ');

const LONGEST_NAME = 60;
