import { XMLParser } from 'fast-xml-parser';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import { checkStrictly, type XmlProblem } from './strict-gate.ts';
import { decodeText } from './decode-text.ts';
import { NOTIFICATION_LIMITS } from './limits.ts';
import { elementFrom, type XmlElement } from './xml-element.ts';

export type { XmlElement } from './xml-element.ts';
export type { XmlProblem } from './strict-gate.ts';

export interface XmlDocument {
  readonly root: XmlElement;
  /** The namespace URI of the root; null where it has none, or a prefix that is bound to nothing. */
  readonly namespace: string | null;
}

/**
 * Reads a whole XML document from bytes: UTF-8, 1 MB at most, strictly well-formed, no DTD, 64 levels at
 * most. What does not pass is a value that says why and, where it can be known, on which line.
 * Never throws; time and memory are bounded by the size limit.
 */
export function readXml(bytes: Uint8Array): Result<XmlDocument, XmlProblem> {
  const text = decodeText(bytes, NOTIFICATION_LIMITS.bytes);
  if (!text.ok) return text;
  // The second parser repairs what is broken without saying so: only what this one accepts goes on to it.
  const gate = checkStrictly(text.value, NOTIFICATION_LIMITS);
  if (!gate.ok) return gate;
  const root = parse(text.value);
  if (!root.ok) return root;
  return ok({ root: root.value, namespace: gate.value.namespace });
}

/** Everything stays text: an MRN, `007` and `1e5` are not numbers. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  // Saves building the path of each element for a rule that does not ask for it.
  jPath: false,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // Without it `&#163;` stays as it is written; names XML does not define have been refused by the gate.
  htmlEntities: true,
  processEntities: true,
  maxNestedTags: NOTIFICATION_LIMITS.depth,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

function parse(text: string): Result<XmlElement, XmlProblem> {
  try {
    const root = elementFrom(parser.parse(text));
    return root === null ? failed({ problem: 'no root element', line: null }) : ok(root);
  } catch (error) {
    // Nothing that passes the gate is known to end here; what does must not take the engine with it.
    const why = error instanceof Error ? error.message : String(error);
    return failed({ problem: `refused by the XML parser: ${why.slice(0, 200)}`, line: null });
  }
}
