import type { XmlLimits } from './limits.ts';
import { refuse, walkXml, type Walk } from './walk-xml.ts';
import { TreeElement, type XmlElement } from './xml-element.ts';

export interface XmlTree extends Walk {
  /** With all that was read before the fault; null where no element was begun. */
  readonly root: XmlElement | null;
}

/** Whether an element of this local name cannot stand where it does: another document begins with it. */
export type CutOff = (name: string, parent: XmlElement | null, depth: number) => boolean;

/** Reads one document as a tree, up to its end or its first fault. What is not whole in it says so. */
export function readTree(text: string, limits: XmlLimits, isCutOff?: CutOff): XmlTree {
  let root: TreeElement | null = null;
  let current: TreeElement | null = null;
  let closedLast: TreeElement | null = null;
  const walk = walkXml(text, limits, {
    open: (name, attributes, depth, line) => {
      const element = new TreeElement(current, name, attributes, line);
      if (isCutOff?.(element.name, current, depth) === true) refuse('another document begins here', false);
      if (current !== null) (current.nodes ??= []).push(element);
      root ??= element;
      current = element;
    },
    text: (piece) => {
      if (current !== null) current.ownText += piece;
    },
    close: () => {
      if (current === null) return;
      current.isWhole = true;
      closedLast = current;
      current = current.parent;
    },
    reopen: () => {
      if (closedLast !== null) closedLast.isWhole = false;
    },
  });
  return { ...walk, root };
}
