import { references } from '../../../../shared/blank-facts.ts';
import type { Facts, Reference } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { cdsFacts } from './cds-facts.ts';
import { controlErrors } from './inventory-linking/control-errors.ts';
import { linkingForm } from './inventory-linking/forms.ts';
import { linkingDetails } from './inventory-linking/linking-details.ts';
import { linkingText } from './inventory-linking/linking-text.ts';

/** A message of the inventory-linking services (exports, and imports for community systems). */
export function inventoryLinkingFacts(root: XmlElement, conversationId: string | null): Facts {
  const form = linkingForm(root.name);
  // Only the declaration that was asked for: those of the consignments in it are other lives.
  const mrn = root.text('entryNumber') ?? root.text('queriedDUCR', 'declarationID');
  return {
    ...cdsFacts(conversationId),
    kind: 'inventory-linking',
    type: root.text('messageCode') ?? form?.type ?? 'unknown',
    ...linkingText(root, form),
    mrn,
    version: root.text('entryVersionNumber'),
    references: distinct([
      ...references({ mrn, movement: root.text('movementReference'), mucr: root.text('masterUCR') }),
      ...consignments(root),
      ...references({
        consignment: root.text('inventoryConsignmentReference'),
        conversation: conversationId,
      }),
    ]),
    errors: [...controlErrors(root)],
    details: [...linkingDetails(root)],
  };
}

/** Every consignment named, at any depth: `ucr` beside `ucrType`, M for a master and D for a declaration UCR. */
function consignments(element: XmlElement): readonly Reference[] {
  const ucr = element.text('ucr');
  const type = element.text('ucrType');
  const own = ucr === null || type === null ? [] : [{ kind: type === 'M' ? 'mucr' : 'ducr', value: ucr }];
  return [...own, ...queriedUcr(element), ...element.children().flatMap(consignments)];
}

/** A query response names each consignment by its element instead. */
function queriedUcr(element: XmlElement): readonly Reference[] {
  const value = element.text('UCR');
  if (value === null) return [];
  return [{ kind: element.name.endsWith('MUCR') ? 'mucr' : 'ducr', value }];
}

function distinct(all: readonly Reference[]): Reference[] {
  return [...new Map(all.map((each) => [`${each.kind} ${each.value}`, each])).values()];
}
