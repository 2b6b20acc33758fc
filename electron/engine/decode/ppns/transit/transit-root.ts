import type { XmlElement } from '../../xml/read-xml.ts';

/** Whether an XML document is a message of transit: `CC029C`, but not `CC351A`, which is one of entry safety. */
export const isTransitRoot = (root: XmlElement): boolean => ROOT.test(root.name);

/** `029` of a root such as `CC029C`. */
export const rootNumber = (root: XmlElement): string | null => ROOT.exec(root.name)?.[1] ?? null;

/** Whether its elements are those of phases 5 and 6: phase 4 had the same numbers, other letters and other elements. */
export const isReadable = (root: XmlElement): boolean => root.name.endsWith('C');

const ROOT = /^CC([0-24-9]\d{2})[A-Z]$/;

/** `029` of `IE029`, `CC029C` or `029`. */
export const messageNumber = (named: string | null): string | null =>
  /^(?:IE|CC)?(\d{3})[A-Z]?$/i.exec(named?.trim() ?? '')?.[1] ?? null;
