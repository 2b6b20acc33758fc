import { failed, ok, type Result } from '../../../../shared/result.ts';
import { decodeText } from './decode-text.ts';
import type { XmlLimits } from './limits.ts';
import { walkXml } from './walk-xml.ts';
import { localName } from './xml-element.ts';
import type { XmlProblem } from './xml-problem.ts';

/** Told of each element's start: its local name, and its attributes by the names they are written with. */
export type OnElement = (name: string, attribute: (name: string) => string | null, depth: number) => void;

/**
 * Walks a document that is too long to hold as a tree: `onElement` is told of each element's start, in
 * order, by local name, and must not throw. As strict as `readXml`; what was told before a fault was found is not
 * to be used.
 */
export function scanXml(
  bytes: Uint8Array,
  limits: XmlLimits,
  onElement: OnElement,
): Result<null, XmlProblem> {
  const text = decodeText(bytes, limits.bytes);
  if (!text.ok) return text;
  const { fault } = walkXml(text.value, limits, {
    open: (name, attributes, depth) =>
      onElement(localName(name), (wanted) => attributes[wanted] ?? null, depth),
  });
  return fault === null ? ok(null) : failed({ problem: fault.problem, line: fault.line });
}
