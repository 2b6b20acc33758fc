/** A JSON object, to be read member by member: what is missing or of another type is null. */
export interface Members {
  text(...names: readonly string[]): string | null;
  flag(name: string): boolean | null;
  object(name: string): Members | null;
  objects(name: string): readonly Members[];
  texts(name: string): readonly string[];
  has(name: string): boolean;
}

/** Null for anything but a JSON object. */
export function membersOf(value: unknown): Members | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const held = (name: string): unknown =>
    Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  return {
    /** The first of these names that holds a text that is not empty; numbers count, as their digits. */
    text: (...names) => {
      const found = names.map((name) => wordsOf(held(name)));
      return found.find((text) => text !== null) ?? null;
    },
    flag: (name) => {
      const flag = held(name);
      return typeof flag === 'boolean' ? flag : null;
    },
    object: (name) => membersOf(held(name)),
    objects: (name) => {
      const list = held(name);
      return Array.isArray(list) ? list.flatMap((entry) => membersOf(entry) ?? []) : [];
    },
    texts: (name) => {
      const list = held(name);
      return Array.isArray(list) ? list.flatMap((entry) => wordsOf(entry) ?? []) : [];
    },
    has: (name) => held(name) !== undefined,
  };
}

function wordsOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
