/**
 * The rows of a table that is kept as text: one line a row, cells parted by tabs, the first line the columns' names.
 * Such a table costs nothing until it is first asked.
 */
export const tableRows = (text: string): readonly (readonly string[])[] =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

/** What is made of a table, made once and not before it is asked for. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
