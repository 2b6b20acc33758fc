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
  /** The text of the element and of all inside it, each piece by itself, for a search index. */
  texts(): readonly string[];
}

/** The root element of what the parser made of a document; null where there is not exactly one. */
export function elementFrom(parsed: unknown): XmlElement | null {
  if (!isNode(parsed)) return null;
  const [root, second] = elementNames(parsed).flatMap((name) =>
    nodesOf(parsed, name).map((node) => view(name, node)),
  );
  return root === undefined || second !== undefined ? null : root;
}

/** As the parser is set: text under `#text`, attributes under `@name`, children in arrays under their name. */
type ParsedNode = Readonly<Record<string, unknown>>;

/** Made afresh whenever asked for: a message is read once, and most of its elements never are. */
const view = (name: string, node: ParsedNode): XmlElement => ({
  name,
  value: textOf(ownValue(node, '#text')),
  children: (wanted) =>
    (wanted === undefined ? elementNames(node) : [wanted]).flatMap((each) =>
      nodesOf(node, each).map((child) => view(each, child)),
    ),
  child: (wanted) => {
    const first = nodesOf(node, wanted)[0];
    return first === undefined ? null : view(wanted, first);
  },
  text: (...path) => {
    let at: ParsedNode | undefined = node;
    for (const step of path) at = at && nodesOf(at, step)[0];
    return at === undefined ? null : textOf(ownValue(at, '#text'));
  },
  attribute: (wanted) => textOf(ownValue(node, `@${wanted}`)),
  texts: () => {
    const texts: string[] = [];
    collectTexts(node, texts);
    return texts;
  },
});

function collectTexts(node: ParsedNode, texts: string[]): void {
  const own = textOf(ownValue(node, '#text'));
  if (own !== null) texts.push(own);
  for (const name of elementNames(node)) {
    for (const child of nodesOf(node, name)) collectTexts(child, texts);
  }
}

const elementNames = (node: ParsedNode): readonly string[] =>
  Object.keys(node).filter((key) => Array.isArray(node[key]));

function nodesOf(node: ParsedNode, name: string): readonly ParsedNode[] {
  const held = ownValue(node, name);
  return Array.isArray(held) ? held.filter(isNode) : NONE;
}

const NONE: readonly ParsedNode[] = [];

const isNode = (value: unknown): value is ParsedNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Never what an object inherits: an element may be called `constructor`. */
const ownValue = (node: ParsedNode, key: string): unknown =>
  Object.hasOwn(node, key) ? node[key] : undefined;

function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}
