/** A root that the inventory-linking schemas define. */
export interface LinkingForm {
  /** The type of a message without a code. */
  readonly type: string;
  readonly title: string;
  readonly meaning: string;
}

/** By local name in lower case. Roots: hmrc/customs-inventory-linking-exports and -imports (Apache-2.0). */
export const linkingForm = (rootName: string): LinkingForm | null =>
  forms.get(rootName.toLowerCase()) ?? null;

const validateMovement: LinkingForm = {
  type: 'validate movement',
  title: 'Movement to be validated',
  meaning: 'CDS asks the port’s inventory system to validate a movement.',
};

const forms: ReadonlyMap<string, LinkingForm> = new Map([
  [
    'inventorylinkingmovementtotalsresponse',
    {
      type: 'movement totals',
      title: 'Consolidation status',
      meaning: 'The status of a consolidation (MUCR) and of the consignments in it.',
    },
  ],
  [
    'inventorylinkingmovementresponse',
    {
      type: 'movement',
      title: 'Movement reported',
      meaning: 'A movement of a consignment was reported: its location and its route and status of entry.',
    },
  ],
  [
    'inventorylinkingcontrolresponse',
    {
      type: 'control',
      title: 'Answer to a movement request',
      meaning: 'The answer to a movement or consolidation request.',
    },
  ],
  [
    'inventorylinkingqueryresponse',
    {
      type: 'query',
      title: 'Answer to a consignment query',
      meaning: 'What CDS holds about the consignment that was asked for.',
    },
  ],
  [
    'inventorylinkingimportsdeclarationstatusnotification',
    {
      type: 'import status',
      title: 'Import declaration status',
      meaning: 'The status of an import declaration as the port’s inventory system sees it.',
    },
  ],
  ['inventorylinkingimportsvalidatemovementrequest', validateMovement],
  ['validatemovementrequest', validateMovement],
]);
