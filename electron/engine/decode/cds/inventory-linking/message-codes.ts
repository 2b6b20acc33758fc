/** What a messageCode is about. */
export interface MessageCode {
  /** Title of a message that reports it. */
  readonly title: string;
  readonly meaning: string;
  /** The request that a control response answers. */
  readonly request: string;
}

/** Codes of the export inventory-linking schemas (hmrc/customs-inventory-linking-exports, Apache-2.0); our words. */
export const messageCode = (code: string): MessageCode | null => codes.get(code.toUpperCase()) ?? null;

const codes: ReadonlyMap<string, MessageCode> = new Map([
  [
    'EAA',
    {
      title: 'Anticipated arrival',
      meaning: 'The goods were announced before they arrive.',
      request: 'anticipated arrival request',
    },
  ],
  [
    'EAL',
    { title: 'Arrival', meaning: 'The arrival of the goods was reported.', request: 'arrival request' },
  ],
  [
    'EDL',
    { title: 'Departure', meaning: 'The departure of the goods was reported.', request: 'departure request' },
  ],
  [
    'RET',
    {
      title: 'Retrospective arrival',
      meaning: 'The arrival of the goods was reported afterwards.',
      request: 'retrospective arrival request',
    },
  ],
  [
    'EAC',
    {
      title: 'Consolidation changed',
      meaning: 'A consignment was put into a consolidation (MUCR) or taken out of it.',
      request: 'consolidation request',
    },
  ],
  [
    'CST',
    {
      title: 'Consolidation shut',
      meaning: 'A consolidation (MUCR) was shut: nothing can be added to it.',
      request: 'request to shut the consolidation',
    },
  ],
  [
    'QUE',
    {
      title: 'Answer to a consignment query',
      meaning: 'What CDS holds about the consignment that was asked for.',
      request: 'consignment query',
    },
  ],
  [
    'EMR',
    {
      title: 'Consolidation status',
      meaning: 'The status of a consolidation (MUCR) and of the consignments in it.',
      request: 'consolidation status request',
    },
  ],
  [
    'ERS',
    {
      title: 'Consignment status',
      meaning: 'The status of a consignment (DUCR) and of its declaration.',
      request: 'consignment status request',
    },
  ],
]);
