/** The largest honest call selects 10,000 ids, or copies a million characters. */
const MOST_VALUES = 25_000;
const MOST_CHARACTERS = 2_000_000;
const DEEPEST = 12;

/**
 * Whether a value is small enough to be looked at by a schema. A schema complains about each of a million wrong
 * items on its own; this stops at the first too many.
 */
export function isWithinBudget(value: unknown): boolean {
  let values = 0;
  let characters = 0;

  return fits(value, 0);

  function fits(part: unknown, depth: number): boolean {
    values += 1;
    if (values > MOST_VALUES || depth > DEEPEST) return false;
    if (typeof part === 'string') {
      characters += part.length;
      return characters <= MOST_CHARACTERS;
    }
    if (typeof part !== 'object' || part === null) return true;
    if (
      ArrayBuffer.isView(part) ||
      part instanceof ArrayBuffer ||
      part instanceof Map ||
      part instanceof Set
    ) {
      return false;
    }
    if (Array.isArray(part) && part.length > MOST_VALUES) return false;
    return Object.entries(part).every(([key, inner]) => fits(key, depth) && fits(inner, depth + 1));
  }
}
