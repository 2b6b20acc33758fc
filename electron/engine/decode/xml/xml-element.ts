import type { Attributes } from './walk-xml.ts';

/** One element, by local name, read-only. Text is trimmed; what is empty counts as absent. */
export interface XmlElement {
  /** The local name: prefixes are gone, and `_2_1ID` is `_2_1:ID` that has lost its colon. */
  readonly name: string;
  /** The namespace URI; null where it has none, or a prefix that is bound to nothing. */
  readonly namespace: string | null;
  /** The element's text; null where elements stand in it, as its pieces are no value together. */
  readonly value: string | null;
  /** Of the end of its start tag, 1-based. */
  readonly line: number;
  /** Whether its end tag was read; false only in a document that is damaged further on. */
  readonly isWhole: boolean;
  /** The children of one name, or all, in document order. */
  children(name?: string): readonly XmlElement[];
  /** The first child of this name. */
  child(name: string): XmlElement | null;
  /** The text at the end of a path of first children: `text('IssueDateTime', 'DateTimeString')`. */
  text(...path: readonly string[]): string | null;
  attribute(name: string): string | null;
  /** The text of the element and of all inside it, each piece by itself, for a search index. */
  texts(): readonly string[];
}

/** An element while its document is read. A class, as a megabyte holds many and most are never asked anything. */
export class TreeElement implements XmlElement {
  readonly name: string;
  isWhole = false;
  ownText = '';
  nodes: TreeElement[] | null = null;

  constructor(
    readonly parent: TreeElement | null,
    readonly writtenName: string,
    readonly attributes: Attributes,
    readonly line: number,
  ) {
    this.name = localName(writtenName);
  }

  get value(): string | null {
    return this.nodes === null ? present(this.ownText) : null;
  }

  get namespace(): string | null {
    const colon = this.writtenName.indexOf(':');
    return this.bound(colon === -1 ? 'xmlns' : `xmlns:${this.writtenName.slice(0, colon)}`);
  }

  /** What the nearest declaration of that name says. */
  private bound(declaration: string): string | null {
    const uri = this.attributes[declaration];
    return uri === undefined ? (this.parent?.bound(declaration) ?? null) : present(uri);
  }

  children(wanted?: string): readonly XmlElement[] {
    const all = this.nodes ?? NONE;
    return wanted === undefined ? all : all.filter((each) => each.name === wanted);
  }

  child(wanted: string): TreeElement | null {
    return this.nodes?.find((each) => each.name === wanted) ?? null;
  }

  text(...path: readonly string[]): string | null {
    return path.reduce<TreeElement | null>((at, step) => at?.child(step) ?? null, this)?.value ?? null;
  }

  attribute(wanted: string): string | null {
    const own = this.attributes[wanted];
    if (own !== undefined) return present(own);
    for (const name in this.attributes) {
      if (localName(name) === wanted && !name.startsWith('xmlns'))
        return present(this.attributes[name] ?? '');
    }
    return null;
  }

  texts(): readonly string[] {
    const texts: string[] = [];
    collectTexts(this, texts);
    return texts;
  }
}

/**
 * What follows the colon of a prefix. `_2MetaData` is `_2:MetaData` without it: published messages were edited, some of
 * them badly. Asked of every element: the first test of each kind is the quick one.
 */
export function localName(written: string): string {
  const colon = written.indexOf(':');
  const name = colon === -1 ? written : written.slice(colon + 1);
  return name.startsWith('_') ? name.replace(/^(?:_\d{1,9}){1,4}(?=[A-Za-z])/, '') : name;
}

/**
 * What is certain of an element whose end was not read: the elements in it that are whole and have one of the names
 * in `wanted`; and where `open` is one of those, what is whole in it although it has no end itself. An element's own
 * text may have been cut, and is left out.
 */
export function certainPart(
  element: XmlElement,
  { wanted, open }: { readonly wanted: ReadonlySet<string> | null; readonly open: string | null },
): XmlElement {
  if (!(element instanceof TreeElement)) return element;
  const certain = emptied(element, element.parent);
  certain.nodes = (element.nodes ?? [])
    .filter(({ name, isWhole }) => (wanted?.has(name) ?? true) && (isWhole || name === open))
    .map((node) => (node.isWhole ? node : wholeNodes(node, certain)));
  return certain;
}

function wholeNodes(element: TreeElement, parent: TreeElement): TreeElement {
  const certain = emptied(element, parent);
  certain.nodes = (element.nodes ?? []).filter(({ isWhole }) => isWhole);
  return certain;
}

const emptied = ({ writtenName, attributes, line }: TreeElement, parent: TreeElement | null): TreeElement =>
  new TreeElement(parent, writtenName, attributes, line);

function collectTexts(element: TreeElement, texts: string[]): void {
  const own = present(element.ownText);
  if (own !== null) texts.push(own);
  for (const node of element.nodes ?? NONE) collectTexts(node, texts);
}

const NONE: readonly TreeElement[] = [];

function present(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
