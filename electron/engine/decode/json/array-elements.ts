/**
 * The bytes of each element of the array that is the member `name` of the outermost object, exactly as they stand in
 * `json`; none where there is no such array. Only for text that `JSON.parse` has taken.
 */
export function arrayElements(json: Uint8Array, name: string): readonly Uint8Array[] {
  const at = memberNamed(json, name);
  return at === null ? [] : elementsAt(json, at);
}

/** The same of the array that the whole of `json` is. */
export function listElements(json: Uint8Array): readonly Uint8Array[] {
  return elementsAt(json, outermost(json));
}

/**
 * The same one by one, of text that nothing has checked yet: false at the end where the list itself is not whole. The
 * elements are not looked into.
 */
export function* eachListElement(json: Uint8Array): Generator<Uint8Array, boolean> {
  let at = outermost(json);
  if (json[at] !== OPEN_LIST) return false;
  at = pastSpace(json, at + 1);
  while (json[at] !== CLOSE_LIST) {
    const end = endOfValue(json, at);
    if (end === at || end > json.length) return false;
    yield json.subarray(at, end);
    at = pastSpace(json, end);
    if (json[at] === CLOSE_LIST) break;
    if (json[at] !== COMMA) return false;
    at = pastSpace(json, at + 1);
    if (json[at] === CLOSE_LIST) return false;
  }
  return pastSpace(json, at + 1) === json.length;
}

/** The bytes of the member `name` of the outermost object, as they stand; null where there is none. The same holds. */
export function memberBytes(json: Uint8Array, name: string): Uint8Array | null {
  const at = memberNamed(json, name);
  return at === null ? null : json.subarray(at, endOfValue(json, at));
}

function elementsAt(json: Uint8Array, array: number): readonly Uint8Array[] {
  const elements: Uint8Array[] = [];
  if (json[array] !== OPEN_LIST) return elements;
  for (let at = pastSpace(json, array + 1); json[at] !== CLOSE_LIST && at < json.length;) {
    const end = endOfValue(json, at);
    elements.push(json.subarray(at, end));
    at = pastComma(json, end);
  }
  return elements;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/** The first of its three bytes, which nothing else in JSON begins with. */
const BYTE_ORDER_MARK = 0xef;

/** Where its value begins; of members of one name the last counts, as it does for `JSON.parse`. */
function memberNamed(json: Uint8Array, name: string): number | null {
  let found: number | null = null;
  const object = outermost(json);
  if (json[object] !== OPEN_OBJECT) return null;
  let at = pastSpace(json, object + 1);
  while (json[at] === QUOTE) {
    const keyEnd = endOfString(json, at);
    const key: unknown = JSON.parse(new TextDecoder().decode(json.subarray(at, keyEnd)));
    const value = pastSpace(json, json.indexOf(COLON, keyEnd) + 1);
    if (key === name) found = value;
    at = pastComma(json, endOfValue(json, value));
  }
  return found;
}

/** A byte order mark may stand before it. */
const outermost = (json: Uint8Array): number => pastSpace(json, json[0] === BYTE_ORDER_MARK ? 3 : 0);

function endOfValue(json: Uint8Array, from: number): number {
  if (json[from] === QUOTE) return endOfString(json, from);
  let depth = 0;
  let at = from;
  for (; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    const isClosing = byte === CLOSE_LIST || byte === CLOSE_OBJECT;
    if (depth === 0 && (isClosing || byte === COMMA || isSpace(byte))) return at;
    if (byte === QUOTE) at = endOfString(json, at) - 1;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
    else if (isClosing) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return at;
}

function endOfString(json: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at + 1;
}

function pastComma(json: Uint8Array, from: number): number {
  const at = pastSpace(json, from);
  return json[at] === COMMA ? pastSpace(json, at + 1) : at;
}

function pastSpace(json: Uint8Array, from: number): number {
  let at = from;
  while (isSpace(json[at] ?? 0)) at += 1;
  return at;
}

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
