/**
 * JSON with members in the order of their names, each leaf passed through `leafOf` first. Equal values have equal
 * texts, whatever their members' order. Works with a stack of its own: no depth of nesting breaks it.
 */
export function canonicalJson(value: unknown, leafOf: (leaf: string | number) => string | number): string {
  const parts: string[] = [];
  const waiting: ({ readonly text: string } | { readonly value: unknown })[] = [{ value }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('text' in next) parts.push(next.text);
    else if (typeof next.value === 'object' && next.value !== null)
      waiting.push(...opened(next.value, leafOf).reverse());
    else parts.push(leafText(next.value, leafOf));
  }
  return parts.join('');
}

type Piece = { readonly text: string } | { readonly value: unknown };

function opened(value: object, leafOf: (leaf: string | number) => string | number): Piece[] {
  if (Array.isArray(value)) {
    const entries = (value as readonly unknown[]).flatMap((entry) => [{ value: entry }, { text: ',' }]);
    return [{ text: '[' }, ...entries, { text: ']' }];
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]: [string, unknown]) => [String(leafOf(name)), member] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([name, member]) => [{ text: `${JSON.stringify(name)}:` }, { value: member }, { text: ',' }]);
  return [{ text: '{' }, ...members, { text: '}' }];
}

const leafText = (leaf: unknown, leafOf: (leaf: string | number) => string | number): string =>
  JSON.stringify(typeof leaf === 'string' || typeof leaf === 'number' ? leafOf(leaf) : (leaf ?? null));
