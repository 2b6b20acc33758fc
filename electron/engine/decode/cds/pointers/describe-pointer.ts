import { dataElementOf } from './data-element.ts';
import { locatePointer, type PointerLocation, type Trade } from './locate-pointer.ts';
import { pointerText, type PointerStep } from './pointer-steps.ts';
import { pointerWords } from './pointer-words.ts';

/** What is known of the declaration beside the pointer. */
export interface PointerContext {
  /** Chooses the words where exporters know a field by another name. */
  readonly trade?: Trade | null;
  /**
   * The type code of the instance that the pointer ends in: Classification/IdentificationTypeCode or
   * Origin/TypeCode. It decides between the data elements that share a place.
   */
  readonly typeCode?: string | null;
}

export interface PointerReading {
  /** `42A/67A/68A[1]/70A[1]/166`; null where there is no pointer. */
  readonly pointer: string | null;
  /** `Goods item 1, procedure 1: current procedure code`; null where there is no pointer. */
  readonly path: string | null;
  /** UK data element such as `1/10`; a range or a choice where the pointer leaves it open; null where there is none. */
  readonly dataElement: string | null;
  /** Goods item number, 1-based; null where the pointer names none. */
  readonly item: number | null;
  /** `whole`: every step is in the tables at its place; `partly`: something is; `raw`: the words are the bare codes. */
  readonly resolved: 'whole' | 'partly' | 'raw';
}

/** What a pointer names, in words. Total: what is not known stands as its code. */
export function describePointer(steps: readonly PointerStep[], context: PointerContext = {}): PointerReading {
  const pointer = pointerText(steps);
  if (pointer === null) return { pointer, path: null, dataElement: null, item: null, resolved: 'raw' };
  const { trade = null, typeCode = null } = context;
  const location = locatePointer(steps, trade);
  return {
    pointer,
    path: pointerWords(location, { trade, typeCode }),
    dataElement: dataElement(location, typeCode),
    item: location.places.find(({ code, number }) => code === GOODS_ITEM && number !== null)?.number ?? null,
    resolved: location.isWhole ? 'whole' : isAnyKnown(location) ? 'partly' : 'raw',
  };
}

/** GovernmentAgencyGoodsItem in the WCO's numbering of document sections. */
const GOODS_ITEM = '68A';

/** The data element of the field, or of the section where the pointer names no field. */
function dataElement({ places, fields }: PointerLocation, typeCode: string | null): string | null {
  const last = places.at(-1);
  if (last === undefined || last.element === null) return null;
  const [row, ...others] = fields.length === 0 ? [last.row] : fields.map((field) => field.row);
  if (row === undefined || row === null || others.length > 0) return null;
  return dataElementOf(row, last.element, { number: last.number, typeCode });
}

const isAnyKnown = ({ places, fields }: PointerLocation): boolean =>
  places.some(({ element }) => element !== null) || fields.some(({ row }) => row !== null);
