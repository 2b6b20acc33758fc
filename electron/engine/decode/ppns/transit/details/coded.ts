import type { DecodedDetail } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeText } from '../codes/code-words.ts';
import { detail } from './details.ts';

/** A value to show: its name, the element that holds it, and the list that its code is of, if any. */
export type Shown = readonly [name: string, element: string, list?: string];

/** The values of an element's own members, those that it has. */
export const codedDetails = (
  element: XmlElement | null,
  shown: readonly Shown[],
): readonly DecodedDetail[] =>
  element === null
    ? []
    : shown.flatMap(([name, member, list]) => detail(name, valueOf(element, member, list)));

/** A member's value, with its words where it is a code. */
export function valueOf(element: XmlElement, member: string, list?: string): string | null {
  const value = element.text(member);
  return value === null || list === undefined ? value : codeText(list, value);
}

/** Members of one group as one value: `road vehicle, registration: ZZ99ZZZ (FR, France)`. Null where it has none. */
export function together(values: readonly (string | null)[]): string | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : present.join(': ');
}
