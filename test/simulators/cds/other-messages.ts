import { escapeXml } from './wco-xml.ts';

/** An inventory-linking report on a consolidation and what is in it. */
export function movementTotals(
  about: {
    readonly messageCode?: 'EMR' | 'ERS';
    readonly masterUcr?: string;
    readonly movementReference?: string;
    readonly ucrs?: readonly string[];
  } = {},
): string {
  const { messageCode = 'EMR', masterUcr = 'GB/QUAY-9A11203', movementReference = 'QUAYMOVE-17' } = about;
  const entries = (about.ucrs ?? ['6GB731946285000-QS2611A']).map((ucr) =>
    ile('entry', ucrBlock(ucr, 'D') + ile('entryStatus', ile('roe', '6') + ile('soe', '3'))),
  );
  return root('inventoryLinkingMovementTotalsResponse', [
    ile('messageCode', messageCode),
    ile('crc', '000'),
    ile('goodsLocation', 'GBAULHRLHRANS'),
    ile('masterUCR', masterUcr),
    ile('declarationCount', String(entries.length)),
    ile('movementReference', movementReference),
    ile('masterROE', '6'),
    ile('masterSOE', '3'),
    ...entries,
  ]);
}

/** The answer to an arrival, departure or consolidation request: 1 accepted, 2 in part, 3 rejected. */
export const movementControl = (
  about: {
    readonly messageCode?: string;
    readonly actionCode?: '1' | '2' | '3';
    readonly ucr?: string;
    readonly errors?: readonly string[];
  } = {},
): string =>
  root('inventoryLinkingControlResponse', [
    ile('messageCode', about.messageCode ?? 'EAL'),
    ile('actionCode', about.actionCode ?? '1'),
    ile('ucr', ile('ucr', about.ucr ?? '6GB731946285000-QS2611A') + ile('ucrType', 'D')),
    ...(about.errors ?? []).map((code) => ile('error', ile('errorCode', code))),
  ]);

/** The report of one movement. */
export const movementResponse = (
  about: { readonly messageCode?: string; readonly ucr?: string; readonly movementReference?: string } = {},
): string =>
  root('inventoryLinkingMovementResponse', [
    ile('messageCode', about.messageCode ?? 'EAL'),
    ile('crc', '000'),
    ile('goodsLocation', 'GBAUFXTFXTANS'),
    ile('movementReference', about.movementReference ?? 'QUAYMOVE-18'),
    ucrBlock(about.ucr ?? '6GB731946285000-QS2611A', 'D'),
    ile('entryStatus', ile('roe', 'H6') + ile('soe', '9')),
  ]);

/** The status of an import declaration for a community system. */
export const importStatus = (about: { readonly mrn?: string; readonly ics?: string } = {}): string =>
  [
    '<n1:InventoryLinkingImportsDeclarationStatusNotification xmlns:n1="http://gov.uk/customs/inventoryLinkingImport/v1">',
    `<n1:entryNumber>${about.mrn ?? '26GB5QUAYS1DEMAAR9'}</n1:entryNumber>`,
    '<n1:entryVersionNumber>1</n1:entryVersionNumber>',
    `<n1:ics>${about.ics ?? '14'}</n1:ics>`,
    '<n1:inventoryConsignmentReference>GB/QUAY-77120</n1:inventoryConsignmentReference>',
    '<n1:roe>H6</n1:roe>',
    '</n1:InventoryLinkingImportsDeclarationStatusNotification>',
  ].join('\n');

/** The result of a file upload; its conversation id is the file reference. */
export const fileUpload = (
  about: {
    readonly fileReference?: string;
    readonly fileName?: string;
    readonly outcome?: 'SUCCESS' | 'REJECTED';
    readonly details?: string;
  } = {},
): string =>
  [
    '<Root xmlns="hmrc:fileupload">',
    `<FileReference>${about.fileReference ?? '1d0f6b52-6b3e-4c5e-9a52-2f1f3c7c9a10'}</FileReference>`,
    `<FileName>${escapeXml(about.fileName ?? 'packing list.pdf')}</FileName>`,
    `<Outcome>${about.outcome ?? 'SUCCESS'}</Outcome>`,
    `<Details>${escapeXml(about.details ?? 'The file was received.')}</Details>`,
    '</Root>',
  ].join('\n');

const root = (name: string, children: readonly string[]): string =>
  `<n:${name} xmlns:n="http://gov.uk/customs/inventoryLinking/v1">\n${children.join('\n')}\n</n:${name}>`;

/** Content that is markup already is given as made by `ile`. */
const ile = (name: string, content: string): string =>
  `<n:${name}>${content.startsWith('<n:') ? content : escapeXml(content)}</n:${name}>`;

const ucrBlock = (ucr: string, type: 'D' | 'M'): string =>
  ile('ucrBlock', ile('ucr', ucr) + ile('ucrType', type));
