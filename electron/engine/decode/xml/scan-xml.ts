import type { Result } from '../../../../shared/result.ts';
import { decodeText } from './decode-text.ts';
import type { XmlLimits } from './limits.ts';
import { checkStrictly, type OnElement, type StrictDocument, type XmlProblem } from './strict-gate.ts';

/**
 * Walks a document that is too long to hold as a tree: `onElement` is told of each element's start, in
 * order, by local name. As strict as `readXml`; what was told before a fault was found is not to be used.
 */
export function scanXml(
  bytes: Uint8Array,
  limits: XmlLimits,
  onElement: OnElement,
): Result<StrictDocument, XmlProblem> {
  const text = decodeText(bytes, limits.bytes);
  return text.ok ? checkStrictly(text.value, limits, onElement) : text;
}
