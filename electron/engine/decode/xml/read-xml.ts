import { failed, ok, type Result } from '../../../../shared/result.ts';
import { decodeText } from './decode-text.ts';
import { NOTIFICATION_LIMITS } from './limits.ts';
import { readTree } from './read-tree.ts';
import type { XmlElement } from './xml-element.ts';
import type { XmlProblem } from './xml-problem.ts';

export type { XmlElement } from './xml-element.ts';
export type { XmlProblem } from './xml-problem.ts';

export interface XmlDocument {
  readonly root: XmlElement;
  /** The namespace URI of the root; null where it has none, or a prefix that is bound to nothing. */
  readonly namespace: string | null;
}

/**
 * Reads a whole XML document from bytes: 8 MB at most, strictly well-formed, no DTD, 64 levels at most. Everything
 * stays text: an MRN, `007` and `1e5` are not numbers. What does not pass is a value that says why and, where it can
 * be known, on which line. Never throws; time and memory are bounded by the size limit.
 */
export function readXml(bytes: Uint8Array): Result<XmlDocument, XmlProblem> {
  const text = decodeText(bytes, NOTIFICATION_LIMITS.bytes);
  if (!text.ok) return text;
  const { fault, root } = readTree(text.value, NOTIFICATION_LIMITS);
  if (fault !== null) return failed({ problem: fault.problem, line: fault.line });
  if (root === null) return failed({ problem: 'no root element', line: null });
  return ok({ root, namespace: root.namespace });
}
