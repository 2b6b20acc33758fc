/** The members of a JSON object, by name. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Null for anything but a JSON object. */
export const objectOf = (value: unknown): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;

/** What is held under a name, whatever lies on the prototype. */
export const memberOf = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/**
 * A text or number as a text on one line; null where it is empty or something else. Ids come as numbers too, and
 * one published sample has a tab in the middle of an id.
 */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const line = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line === '' ? null : line;
}

/** The same for an id, in which no white space is meant. */
export const idOf = (value: unknown): string | null => textOf(value)?.replaceAll(' ', '') ?? null;
