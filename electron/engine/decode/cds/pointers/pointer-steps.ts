import type { XmlElement } from '../../xml/xml-element.ts';

/** One Pointer element: a section, with the number of its instance, and the tag of a field in it. */
export interface PointerStep {
  /** DocumentSectionCode such as `68A`. */
  readonly section: string | null;
  /** SequenceNumeric as written: 1-based. */
  readonly sequence: string | null;
  /** TagID such as `166`. */
  readonly tag: string | null;
}

/** The Pointer elements of an Error, an Amendment, a Status or an AdditionalInformation, from the outside in. */
export const readPointerSteps = (holder: XmlElement): readonly PointerStep[] =>
  holder.children('Pointer').map((pointer) => ({
    section: pointer.text('DocumentSectionCode'),
    sequence: pointer.text('SequenceNumeric'),
    tag: pointer.text('TagID'),
  }));

/** `42A/67A/68A[1]/70A[1]/166`; null where no step names anything. */
export function pointerText(steps: readonly PointerStep[]): string | null {
  const parts = steps
    .slice(0, MOST_STEPS)
    .flatMap(({ section, sequence, tag }) => [
      ...(section === null ? [] : [short(section) + (sequence === null ? '' : `[${short(sequence)}]`)]),
      ...(tag === null ? [] : [short(tag)]),
    ]);
  if (steps.length > MOST_STEPS) parts.push('…');
  return parts.length === 0 ? null : parts.join('/');
}

/** The number of an instance, 1-based; null where none is given that could be one. */
export function instanceNumber(sequence: string | null): number | null {
  if (sequence === null || !/^\d{1,5}$/.test(sequence)) return null;
  return Number(sequence) || null;
}

/** The schema nests seven sections at most and allows four characters to a code: more is not a pointer. */
export const MOST_STEPS = 20;

/** A code as it is shown: whole, unless it is far longer than any code. */
export const short = (code: string): string => (code.length <= 20 ? code : `${code.slice(0, 20)}…`);
