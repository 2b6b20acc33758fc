import { amountWords } from '../../../../shared/payments/plain-amount.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { Field, Place } from './pointers/locate-pointer.ts';

/**
 * The section of the amended Declaration that a pointer names. Null unless it is certain which one is meant: the
 * fragment holds only what changed, so that the third document may stand in it as the first.
 */
export function amendedSection(amended: XmlElement, places: readonly Place[]): XmlElement | null {
  const [root, ...inner] = places;
  if (root?.element !== 'Declaration') return null;
  let at: XmlElement | null = amended;
  for (const place of inner) at = at === null ? null : instanceUnder(at, place);
  return at;
}

function instanceUnder(parent: XmlElement, { row, element, number }: Place): XmlElement | null {
  if (row === null || element === null) return null;
  const all = parent.children(element);
  const fitting =
    row.isRepeatable && number !== null
      ? all.filter((each) => Number(each.text('SequenceNumeric')) === number)
      : all;
  const [only, ...others] = fitting;
  return only === undefined || others.length > 0 ? null : only;
}

/** What the field holds, with its currency or unit: `999.00 GBP`. Null where that is not certain. */
export function amendedValue(section: XmlElement, fields: readonly Field[]): string | null {
  const [field, ...others] = fields;
  const element = field?.isInPlace === true ? (field.row?.element ?? null) : null;
  if (element === null || others.length > 0) return null;
  const [leaf, ...copies] = section.children(element);
  if (leaf === undefined || leaf.value === null || copies.length > 0) return null;
  const currency = leaf.attribute('currencyID');
  if (currency !== null) return amountWords(leaf.value, currency);
  const unit = leaf.attribute('unitCode');
  return unit === null ? leaf.value : `${leaf.value} ${unit}`;
}
