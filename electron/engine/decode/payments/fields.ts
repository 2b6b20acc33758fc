/**
 * A JSON object, read as payment services really send them: numbers as strings and the other way round, padded
 * with blanks, the word `null` for nothing, a list of one where an object belongs. What is missing is null or empty.
 */
export interface Fields {
  /** The text at a path of members, trimmed; a number or a flag counts as its text. */
  text(...path: readonly string[]): string | null;
  /** The texts of the lists or single values at a path. */
  texts(...path: readonly string[]): readonly string[];
  /** The object at a path; one without members where there is none. */
  object(...path: readonly string[]): Fields;
  /** The objects at a path: of a list, or the one that stands there. */
  objects(...path: readonly string[]): readonly Fields[];
  has(name: string): boolean;
  /** Whether it has any member. */
  readonly isEmpty: boolean;
  /** The value itself, for a generic view. */
  readonly value: unknown;
}

/** Never null: for anything but an object, or a list with one, it has no members. */
export function fieldsOf(value: unknown): Fields {
  const object = objectIn(value);
  const at = (path: readonly string[]): unknown => path.reduce<unknown>(memberOf, object);
  return {
    text: (...path) => textOf(firstOf(at(path))),
    texts: (...path) => listOf(at(path)).flatMap((entry) => textOf(entry) ?? []),
    object: (...path) => fieldsOf(at(path)),
    objects: (...path) =>
      listOf(at(path))
        .map(fieldsOf)
        .filter(({ isEmpty }) => !isEmpty),
    has: (name) => object !== null && Object.hasOwn(object, name),
    isEmpty: object === null || Object.keys(object).length === 0,
    value: object,
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

function objectIn(value: unknown): JsonObject | null {
  const found = Array.isArray(value) ? (value as readonly unknown[]).find(isObject) : value;
  return isObject(found) ? found : null;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function memberOf(value: unknown, name: string): unknown {
  const object = objectIn(value);
  return object !== null && Object.hasOwn(object, name) ? object[name] : undefined;
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [value];

const firstOf = (value: unknown): unknown => listOf(value).find((entry) => textOf(entry) !== null);

function textOf(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' || text.toLowerCase() === 'null' ? null : text;
}
