import type { DecodedError, Facts, Reference } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { cdsFacts } from './cds-facts.ts';
import { references } from '../../../../shared/blank-facts.ts';
import { repairedName } from './cds-roots.ts';

/** A message of the inventory-linking services (exports, and imports for community systems). */
export function inventoryLinkingFacts(root: XmlElement, conversationId: string | null): Facts {
  const form = forms[repairedName(root.name).toLowerCase()];
  const code = root.text('messageCode');
  const mrn = root.text('entryNumber');
  return {
    ...cdsFacts(conversationId),
    kind: 'inventory-linking',
    type: code ?? form?.type ?? 'unknown',
    ...described(root, form, code),
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
    errors: [...refusals(root)],
  };
}

interface Form {
  readonly type: string;
  readonly title: string;
  readonly meaning: string;
}

/** The roots that HMRC's inventory-linking schemas define, by local name in lower case. */
const forms: Readonly<Record<string, Form>> = {
  inventorylinkingmovementtotalsresponse: {
    type: 'movement totals',
    title: 'Consolidation status',
    meaning: 'The status of a consolidation (MUCR) and of the consignments in it.',
  },
  inventorylinkingmovementresponse: {
    type: 'movement',
    title: 'Movement reported',
    meaning: 'A movement of a consignment was reported: its location and its route and status of entry.',
  },
  inventorylinkingcontrolresponse: {
    type: 'control',
    title: 'Answer to a movement request',
    meaning: 'The answer to a movement or consolidation request.',
  },
  inventorylinkingqueryresponse: {
    type: 'query',
    title: 'Answer to a consignment query',
    meaning: 'What CDS holds about the consignment that was asked for.',
  },
  inventorylinkingimportsdeclarationstatusnotification: {
    type: 'import status',
    title: 'Import declaration status',
    meaning: 'The status of an import declaration as the port’s inventory system sees it.',
  },
  validatemovementrequest: {
    type: 'validate movement',
    title: 'Movement to be validated',
    meaning: 'CDS asks the port’s inventory system to validate a movement.',
  },
};

function described(
  root: XmlElement,
  form: Form | undefined,
  code: string | null,
): Pick<Facts, 'title' | 'meaning' | 'nextStep' | 'attention' | 'outcome'> {
  const title = form?.title ?? 'Inventory-linking message';
  const known = {
    title: code === null ? title : `${title} (${code})`,
    meaning: form?.meaning ?? 'A message of the inventory-linking service of a kind Quayside does not know.',
    nextStep: null,
    attention: form === undefined ? ('watch' as const) : ('info' as const),
    outcome: 'unknown' as const,
  };
  return { ...known, ...actions[root.text('actionCode') ?? ''] };
}

/** actionCode of a control response. */
const actions: Readonly<Record<string, Partial<Facts>>> = {
  '1': { meaning: 'The movement or consolidation request was accepted.', outcome: 'accepted' },
  '2': {
    meaning: 'The movement or consolidation request was accepted in part.',
    nextStep: 'Check which part was not accepted.',
    attention: 'watch',
    outcome: 'accepted',
  },
  '3': {
    meaning: 'The movement or consolidation request was rejected.',
    nextStep: 'Correct the errors listed and send the request again.',
    attention: 'act',
    outcome: 'rejected',
  },
};

/** Every consignment named, at any depth: `ucr` beside `ucrType`, M for a master and D for a declaration UCR. */
function consignments(element: XmlElement): readonly Reference[] {
  const ucr = element.text('ucr');
  const type = element.text('ucrType');
  const own = ucr === null || type === null ? [] : [{ kind: type === 'M' ? 'mucr' : 'ducr', value: ucr }];
  return [...own, ...element.children().flatMap(consignments)];
}

function distinct(all: readonly Reference[]): Reference[] {
  return [...new Map(all.map((each) => [`${each.kind} ${each.value}`, each])).values()];
}

const refusals = (root: XmlElement): readonly DecodedError[] =>
  root.children('error').map((error) => ({
    code: error.text('errorCode') ?? error.value ?? 'none',
    meaning: null,
    advisory: false,
    pointer: null,
    path: null,
    dataElement: null,
    item: null,
    description: null,
    nextStep: null,
  }));
