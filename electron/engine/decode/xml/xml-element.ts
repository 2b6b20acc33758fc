/** One element, by local name, read-only. Text is trimmed; what is empty counts as absent. */
export interface XmlElement {
  /** The local name: prefixes are gone. */
  readonly name: string;
  /** The element's own text. */
  readonly value: string | null;
  /** The children of one name, or all: in document order within a name. */
  children(name?: string): readonly XmlElement[];
  /** The first child of this name. */
  child(name: string): XmlElement | null;
  /** The text at the end of a path of first children: `text('IssueDateTime', 'DateTimeString')`. */
  text(...path: readonly string[]): string | null;
  attribute(name: string): string | null;
}

/** The root element of what the parser made of a document; null where there is not exactly one. */
export function elementFrom(parsed: unknown): XmlElement | null {
  if (!isNode(parsed)) return null;
  const [root, second] = Object.keys(parsed).flatMap((name) => elements(parsed, name));
  return root === undefined || second !== undefined ? null : root;
}

/** As the parser is set: text under `#text`, attributes under `@name`, children in arrays under their name. */
type ParsedNode = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is ParsedNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function elements(node: ParsedNode, name: string): readonly XmlElement[] {
  const held = ownValue(node, name);
  return Array.isArray(held) ? held.filter(isNode).map((child) => view(name, child)) : [];
}

function view(name: string, node: ParsedNode): XmlElement {
  const child = (childName: string) => elements(node, childName)[0] ?? null;
  const value = textOf(ownValue(node, '#text'));
  return {
    name,
    value,
    children: (childName) =>
      childName === undefined
        ? Object.keys(node).flatMap((each) => elements(node, each))
        : elements(node, childName),
    child,
    text: (...path) => {
      const [first, ...rest] = path;
      if (first === undefined) return value;
      return child(first)?.text(...rest) ?? null;
    },
    attribute: (attributeName) => textOf(ownValue(node, `@${attributeName}`)),
  };
}

/** Never what an object inherits: an element may be called `constructor`. */
const ownValue = (node: ParsedNode, key: string): unknown =>
  Object.hasOwn(node, key) ? node[key] : undefined;

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
