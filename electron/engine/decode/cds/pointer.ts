import type { XmlElement } from '../xml/read-xml.ts';

export interface PointerText {
  /** `42A/67A/68A[1]/70A[1]/166`; null where there is no pointer. */
  readonly pointer: string | null;
  /** Goods item number, 1-based; null where the pointer names none. */
  readonly item: number | null;
}

/**
 * A list of Pointer elements as one path from the outside in: each step a section, with the number of its
 * instance where one is given, and the tag of a field at the end.
 */
export function readPointer(steps: readonly XmlElement[]): PointerText {
  const parts = steps.flatMap((step) => {
    const section = step.text('DocumentSectionCode');
    const instance = step.text('SequenceNumeric');
    const tag = step.text('TagID');
    const place = section === null ? [] : [instance === null ? section : `${section}[${instance}]`];
    return tag === null ? place : [...place, tag];
  });
  const item = steps.find((step) => step.text('DocumentSectionCode') === GOODS_ITEM)?.text('SequenceNumeric');
  return {
    pointer: parts.length === 0 ? null : parts.join('/'),
    item: item !== undefined && item !== null && /^\d{1,5}$/.test(item) ? Number(item) : null,
  };
}

/** GovernmentAgencyGoodsItem in the WCO's numbering of document sections. */
const GOODS_ITEM = '68A';
