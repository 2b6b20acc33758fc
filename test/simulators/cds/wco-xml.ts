/** Which of the four namespaces of a DMS message an element is in. */
export type WcoNamespace = 'meta' | 'response' | 'date' | 'declaration';

/**
 * How names are written. `numbered`: as CDS does, each namespace declared where it begins. `named`: other
 * prefixes. `stripped`: none at all, as in most published examples.
 */
export type PrefixStyle = 'numbered' | 'named' | 'stripped';

export interface WcoElement {
  readonly namespace: WcoNamespace;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly WcoElement[];
}

type Content = string | readonly (WcoElement | null)[];

/** Makes elements of one namespace; children that are null are left out. */
export const maker =
  (namespace: WcoNamespace) =>
  (name: string, content: Content = '', attributes: Readonly<Record<string, string>> = {}): WcoElement => ({
    namespace,
    name,
    attributes,
    content: typeof content === 'string' ? content : content.filter((child) => child !== null),
  });

/** The document as text, with line ends and indentation like CDS's own. */
export function writeWco(root: WcoElement, style: PrefixStyle): string {
  return write(root, style, new Set(), 0);
}

const URIS: Readonly<Record<WcoNamespace, string>> = {
  meta: 'urn:wco:datamodel:WCO:DocumentMetaData-DMS:2',
  response: 'urn:wco:datamodel:WCO:RES-DMS:2',
  date: 'urn:wco:datamodel:WCO:Response_DS:DMS:2',
  declaration: 'urn:wco:datamodel:WCO:DEC-DMS:2',
};

const PREFIXES: Readonly<Record<PrefixStyle, Readonly<Record<WcoNamespace, string>>>> = {
  numbered: { meta: '_2', response: '_2_1', date: '_2_2', declaration: '_2_3' },
  named: { meta: 'md', response: 'resp', date: 'ds', declaration: 'dec' },
  stripped: { meta: '', response: '', date: '', declaration: '' },
};

function write(
  element: WcoElement,
  style: PrefixStyle,
  declared: ReadonlySet<WcoNamespace>,
  depth: number,
): string {
  const { namespace, name, content } = element;
  const prefix = PREFIXES[style][namespace];
  const tag = prefix === '' ? name : `${prefix}:${name}`;
  const declaration =
    prefix === '' || declared.has(namespace) ? {} : { [`xmlns:${prefix}`]: URIS[namespace] };
  const attributes = Object.entries({ ...element.attributes, ...declaration })
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  if (content.length === 0) return `<${tag}${attributes}/>`;
  if (typeof content === 'string') return `<${tag}${attributes}>${escapeXml(content)}</${tag}>`;
  const indent = '  '.repeat(depth + 1);
  const inner = new Set([...declared, namespace]);
  const children = content.map((child) => `\n${indent}${write(child, style, inner, depth + 1)}`).join('');
  return `<${tag}${attributes}>${children}\n${'  '.repeat(depth)}</${tag}>`;
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
