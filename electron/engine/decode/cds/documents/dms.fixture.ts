/** Messages of our own, without namespaces, to be wrapped, joined and damaged. */
export const MRN = '26GB5QUAY51DE0001R';

export interface WrittenMessage {
  readonly code: string;
  readonly mrn?: string;
  readonly lrn?: string;
  readonly errors?: readonly string[];
  readonly status?: string;
}

export const responseXml = ({ code, mrn = MRN, lrn = 'QS-2611-0042', errors = [], status }: WrittenMessage) =>
  [
    '<Response>',
    `<FunctionCode>${code}</FunctionCode>`,
    '<FunctionalReferenceID>0f1e2d3c4b5a69788796a5b4c3d2e1f0</FunctionalReferenceID>',
    '<IssueDateTime><DateTimeString formatCode="304">20261122104011Z</DateTimeString></IssueDateTime>',
    ...errors.map(
      (error) =>
        `<Error><ValidationCode>${error}</ValidationCode><Pointer><DocumentSectionCode>42A</DocumentSectionCode></Pointer></Error>`,
    ),
    status === undefined ? '' : `<Status><NameCode>${status}</NameCode></Status>`,
    '<Declaration>',
    `<FunctionalReferenceID>${lrn}</FunctionalReferenceID>`,
    `<ID>${mrn}</ID>`,
    '<VersionID>1</VersionID>',
    '</Declaration>',
    '</Response>',
  ]
    .filter((line) => line !== '')
    .join('\n');

/** `MetaData` with a Response for each message. */
export const metaDataXml = (...messages: readonly WrittenMessage[]): string =>
  `<MetaData>\n${messages.map(responseXml).join('\n')}\n</MetaData>`;
