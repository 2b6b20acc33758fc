import type { Facts } from '../../../../shared/notification.ts';
import { toInstant } from '../../time/clock.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { blankFacts, references } from '../../../../shared/blank-facts.ts';
import type { MessageType } from './ctc-catalogue.ts';
import { EMCS_TYPES } from './emcs-catalogue.ts';
import { lenientInstant } from './lenient-instant.ts';
import type { Members } from './members.ts';

/** Whether a JSON message is about an excise movement. */
export function isEmcsMessage(message: Members): boolean {
  return message.has('movementId') && (message.has('ern') || message.has('consignor') || message.has('arc'));
}

/** An excise notification. It never carries the message itself, and its oldest form not even the type. */
export function emcsFacts(message: Members): Facts {
  return {
    ...blankFacts,
    kind: 'ppns',
    ...typeFacts(message.text('messageType')),
    messageId: message.text('messageId'),
    trader: message.text('ern', 'consignor'),
    references: references({ movement: message.text('movementId'), arc: message.text('arc') }),
  };
}

/** Whether an XML document is an excise message of the European scheme. */
export const isEmcsRoot = (root: XmlElement): boolean =>
  ROOT.test(root.name) && root.child('Header') !== null && root.child('Body') !== null;

/** An excise message that came by itself. */
export function emcsXmlFacts(root: XmlElement): Facts {
  const header = (name: string) => root.text('Header', name);
  const prepared = `${header('DateOfPreparation') ?? ''}T${header('TimeOfPreparation') ?? '00:00:00'}`;
  const at = lenientInstant(prepared);
  return {
    ...blankFacts,
    kind: 'ppns',
    ...typeFacts(root.name),
    messageId: header('MessageIdentifier'),
    issuedAt: at === null ? null : toInstant(at),
    references: references({ arc: findText(root, 'AdministrativeReferenceCode', 8) }),
  };
}

const ROOT = /^IE\d{3}(?:UK)?$/i;

function typeFacts(named: string | null): MessageType & { readonly type: string } {
  const number = /^IE(\d{3})/i.exec(named ?? '')?.[1];
  const known = number === undefined ? undefined : EMCS_TYPES[number];
  if (number !== undefined && known !== undefined) return { ...known, type: `IE${number}` };
  return {
    ...OTHER,
    type: (named ?? 'EMCS').slice(0, 64),
    title: named === null ? OTHER.title : `Excise message ${named.slice(0, 64)}`,
  };
}

const OTHER: MessageType = {
  title: 'Excise movement message',
  meaning: 'Something happened to this excise movement. The notification does not say what.',
  nextStep: 'Open the movement in EMCS.',
  attention: 'watch',
  outcome: 'unknown',
};

/** The first text of an element of this name, at most `depth` levels down. */
function findText(element: XmlElement, name: string, depth: number): string | null {
  const own = element.text(name);
  if (own !== null || depth === 0) return own;
  for (const child of element.children()) {
    const found = findText(child, name, depth - 1);
    if (found !== null) return found;
  }
  return null;
}
