import type { XmlElement } from '../../xml/xml-element.ts';
import { cdsKind } from '../cds-roots.ts';

/** One notification in a document: the element that it is read from. */
export interface Message {
  readonly kind: 'dms' | 'inventory-linking' | 'file-upload';
  readonly element: XmlElement;
  /** Of a Response among those of its MetaData, 1-based. */
  readonly place?: number;
}

/** A leaf whose text is markup: a document inside the document. */
export interface EmbeddedText {
  readonly kind: 'embedded';
  readonly text: string;
  /** Of the element around it, in its own document. */
  readonly line: number;
}

/**
 * The notifications in a document whose root is `root`, in order, whatever is wrapped around them. What is inside one
 * is never looked at: the amended declaration of a DMSRES is no message. Texts that are documents themselves come with
 * them, to be read in their turn.
 */
export function messagesIn(root: XmlElement): readonly (Message | EmbeddedText)[] {
  const found: (Message | EmbeddedText)[] = [];
  collect(root, true, found);
  return found;
}

function collect(element: XmlElement, isRoot: boolean, found: (Message | EmbeddedText)[]): void {
  const responses = element.children().filter(isResponse);
  if (isMetaData(element) && (responses.length > 0 || isRoot)) {
    found.push(...responses.map((element, index) => ({ kind: 'dms' as const, element, place: index + 1 })));
    return;
  }
  if (isResponse(element) && element.child('FunctionCode') !== null) {
    found.push({ kind: 'dms', element });
    return;
  }
  const kind = cdsKind(element.name);
  if (kind === 'inventory-linking' || (kind === 'file-upload' && isFileUpload(element, isRoot))) {
    found.push({ kind, element });
    return;
  }
  if (element.name === 'Declaration') return;
  const children = element.children();
  for (const child of children) collect(child, false, found);
  if (children.length > 0 || !element.isWhole) return;
  const text = element.value;
  if (text?.startsWith('<') === true) found.push({ kind: 'embedded', text, line: element.line });
}

const isMetaData = ({ name }: XmlElement): boolean => name === 'MetaData';
const isResponse = ({ name }: XmlElement): boolean => name === 'Response';

/** Any document may call its root so; deeper down only the namespace tells. */
const isFileUpload = (element: XmlElement, isRoot: boolean): boolean =>
  isRoot
    ? element.child('FileReference') !== null || element.child('Outcome') !== null
    : element.namespace === 'hmrc:fileupload';
