/**
 * The elements of the list that stands under `key` in a JSON object, each exactly as it was written: numbers keep
 * all their digits. `text` must be valid JSON of an object that has such a list.
 */
export function elementTexts(text: string, key: string): readonly string[] {
  let elements: readonly string[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === '{' || mark === '[') depth += 1;
    if (mark === '}' || mark === ']') depth -= 1;
    if (mark !== '"') continue;
    const end = endOfString(text, at);
    const list = depth === 1 ? listAfter(text, end) : null;
    // The last one counts where a key stands twice, as it does for the parser.
    if (list !== null && JSON.parse(text.slice(at, end)) === key) elements = elementsFrom(text, list);
    at = end - 1;
  }
  return elements;
}

/** Just past the string that begins at `at`. */
function endOfString(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
  return end + 1;
}

/** Just past the bracket of a list that is the value of the key which ends at `at`; null where none is. */
function listAfter(text: string, at: number): number | null {
  const between = /^[ \t\r\n]*:[ \t\r\n]*\[/.exec(text.slice(at, at + LONGEST_GAP));
  return between === null ? null : at + between[0].length;
}

/** White space between a key and its value. */
const LONGEST_GAP = 1000;

function elementsFrom(text: string, begin: number): readonly string[] {
  const elements: string[] = [];
  let depth = 0;
  let from = begin;
  for (let at = begin; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === '"') at = endOfString(text, at) - 1;
    else if (mark === '{' || mark === '[') depth += 1;
    else if (depth > 0 && (mark === '}' || mark === ']')) depth -= 1;
    else if (depth === 0 && (mark === ',' || mark === ']')) {
      const element = text.slice(from, at).trim();
      if (element !== '') elements.push(element);
      if (mark === ']') return elements;
      from = at + 1;
    }
  }
  return elements;
}
