import type { XmlElement } from '../../xml/read-xml.ts';

/** Every element of one of these names, in document order, however deep the versions of a message have put it. */
export const elementsNamed = (element: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  element
    .children()
    .flatMap((child) => [...(names.includes(child.name) ? [child] : []), ...elementsNamed(child, ...names)]);

/** The texts of the elements of one of these names, each once. */
export const textsNamed = (element: XmlElement, ...names: readonly string[]): readonly string[] => [
  ...new Set(elementsNamed(element, ...names).flatMap(({ value }) => value ?? [])),
];

/** The first of them; null where there is none. */
export const textNamed = (element: XmlElement, ...names: readonly string[]): string | null =>
  textsNamed(element, ...names)[0] ?? null;
