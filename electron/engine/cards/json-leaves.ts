/** A name, a string or a number in a JSON text: its place in it, quotes left out. */
export interface JsonLeaf {
  readonly kind: 'name' | 'text' | 'number';
  /** The nearest member that it belongs to; null at the top. */
  readonly field: string | null;
  /** Tells the object or list that it stands in from every other. */
  readonly holder: number;
  readonly start: number;
  readonly end: number;
}

/** The leaves of a text that is known to be JSON, in order. Keeps no stack of calls, however deep the nesting. */
export function jsonLeaves(json: string): readonly JsonLeaf[] {
  const leaves: JsonLeaf[] = [];
  const fields: (string | null)[] = [null];
  const holders = [0];
  let opened = 0;
  for (let at = 0; at < json.length;) {
    const field = fields.at(-1) ?? null;
    const holder = holders.at(-1) ?? 0;
    const char = json.charAt(at);
    if (char === '"') {
      const end = endOfString(json, at + 1);
      const isName = isNamed(json, end + 1);
      leaves.push({ kind: isName ? 'name' : 'text', field, holder, start: at + 1, end });
      if (isName) fields[fields.length - 1] = nameOf(json.slice(at + 1, end));
      at = end + 1;
    } else if (char === '-' || isDigit(json.charCodeAt(at))) {
      const end = endOfNumber(json, at);
      leaves.push({ kind: 'number', field, holder, start: at, end });
      at = end;
    } else {
      if (char === '{' || char === '[') {
        fields.push(char === '{' ? null : field);
        holders.push((opened += 1));
      } else if (char === '}' || char === ']') {
        fields.pop();
        holders.pop();
      }
      at++;
    }
  }
  return leaves;
}

/** Whether a colon follows, after white space: then the string is a member's name. */
function isNamed(json: string, from: number): boolean {
  let at = from;
  while (at < json.length && ' \t\r\n'.includes(json.charAt(at))) at++;
  return json.charAt(at) === ':';
}

function endOfString(json: string, from: number): number {
  let at = from;
  while (at < json.length && json.charAt(at) !== '"') at += json.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at, json.length);
}

function endOfNumber(json: string, from: number): number {
  let at = from + 1;
  while (at < json.length && '0123456789.eE+-'.includes(json.charAt(at))) at++;
  return at;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Escapes matter in few names and are read where they do. */
function nameOf(raw: string): string {
  return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
}
