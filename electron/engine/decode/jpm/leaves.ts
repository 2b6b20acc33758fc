import type { JsonObject } from './members.ts';

/** One value in a notification's content. */
export interface Leaf {
  /** Names from the outside in, places in lists left out: `['paymentDeclined', 'responseCode']`. */
  readonly path: readonly string[];
  /** The last of them. */
  readonly name: string;
  readonly value: string | number | boolean;
  /** What it stands in. */
  readonly holder: JsonObject;
}

/** Every value in an object, in its order, within bounds that no notification of use comes near. Total. */
export function leavesOf(object: JsonObject): readonly Leaf[] {
  const found: Leaf[] = [];
  visit(object, object, [], found);
  return found;
}

function visit(value: unknown, holder: JsonObject, path: readonly string[], found: Leaf[]): void {
  if (found.length >= MOST_LEAVES || path.length > DEEPEST) return;
  if (Array.isArray(value)) {
    // A list in a list counts as deeper, so that nothing nests without end.
    const inner = path.length === 0 ? [''] : path;
    for (const entry of value) {
      if (Array.isArray(entry)) visit(entry, holder, [...inner, ''], found);
      else visit(entry, holder, inner, found);
    }
  } else if (typeof value === 'object' && value !== null) {
    const inside = value as JsonObject;
    for (const [name, member] of Object.entries(inside)) visit(member, inside, [...path, name], found);
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    found.push({ path, name: path.at(-1) ?? '', value, holder });
  }
}

const MOST_LEAVES = 500;
const DEEPEST = 12;
