/** A place in a refused message. */
export interface Place {
  /** `item 2, package 1, kind of packages`. */
  readonly words: string;
  /** Position of the item among the items, 1-based; null where no item is concerned. */
  readonly item: number | null;
}

/**
 * The place that an XPath such as `/IE815[1]/Body[1]/SubmittedDraftOfEADESAD[1]/BodyEadEsad[2]/CnCode[1]` names, in
 * words; null for anything but a path into a message.
 */
export function placeWords(location: string): Place | null {
  if (!location.startsWith('/')) return null;
  const steps = location.split('/').flatMap(stepOf);
  const body = steps.findIndex(({ name }) => name === 'Body');
  const inside = body < 0 ? steps.slice(1) : steps.slice(body + 2);
  const words = inside.flatMap(wordsOf);
  const item = inside.find(({ name }) => ITEMS.has(name))?.index ?? null;
  return words.length === 0 ? null : { words: words.join(', '), item };
}

interface Step {
  readonly name: string;
  readonly index: number;
}

function stepOf(written: string): readonly Step[] {
  const [, name, index = '1'] = /^(?:[\w.-]+:)?@?([\w-]+)(?:\[(\d{1,6})\])?$/.exec(written) ?? [];
  return name === undefined ? [] : [{ name, index: Number(index) }];
}

function wordsOf({ name, index }: Step): readonly string[] {
  if (GROUPS.has(name)) return [];
  if (ITEMS.has(name)) return [`item ${index}`];
  const numbered = NUMBERED.get(name);
  return numbered === undefined ? [WORDS.get(name) ?? spaced(name)] : [`${numbered} ${index}`];
}

/** `LocalReferenceNumber` as `local reference number`. */
const spaced = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase();

const ITEMS: ReadonlySet<string> = new Set([
  'BodyEadEsad',
  'BodyReportOfReceiptExport',
  'BodyAnalysis',
  'BodyManualClosure',
]);

/** Groups that say nothing of where a field is on a form. */
const GROUPS: ReadonlySet<string> = new Set([
  'Attributes',
  'EadEsadDraft',
  'EadEsad',
  'HeaderEadEsad',
  'UpdateEadEsad',
  'ExciseMovement',
  'ExciseMovementEad',
  'DestinationChanged',
  'ReportOfReceiptExport',
  'AlertOrRejection',
  'Analysis',
]);

const NUMBERED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Package: 'package',
    TransportDetails: 'transport unit',
    DocumentCertificate: 'document',
    UnsatisfactoryReason: 'reason',
    AlertOrRejectionOfEadEsadReason: 'reason',
    WineOperation: 'wine operation',
    ImportSad: 'import declaration',
    GuarantorTrader: 'guarantor',
    SplitDetailsEadEsad: 'part of the split',
  }),
);

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AdministrativeReferenceCode: 'ARC',
    AlcoholicStrengthByVolumeInPercentage: 'alcoholic strength',
    BodyRecordUniqueReference: 'item number',
    CnCode: 'commodity (CN) code',
    CompetentAuthorityDispatchOffice: 'excise office of dispatch',
    ConsigneeTrader: 'consignee',
    ConsignorTrader: 'consignor',
    DeliveryPlaceCustomsOffice: 'customs office of delivery',
    DeliveryPlaceTrader: 'place of delivery',
    DestinationTypeCode: 'type of destination',
    DispatchImportOffice: 'office of import',
    EoriNumber: 'EORI number',
    FirstTransporterTrader: 'first transporter',
    GlobalConclusionOfReceipt: 'conclusion of receipt',
    GuarantorTypeCode: 'type of guarantor',
    LocalReferenceNumber: 'LRN',
    MovementGuarantee: 'guarantee',
    NewConsigneeTrader: 'new consignee',
    NewTransportArrangerTrader: 'new transport arranger',
    NewTransporterTrader: 'new transporter',
    OriginTypeCode: 'type of origin',
    PlaceOfDispatchTrader: 'place of dispatch',
    ReferenceNumber: 'office code',
    ReferenceOfTaxWarehouse: 'tax warehouse',
    TraderExciseNumber: 'excise number',
    TraderName: 'name',
    Traderid: 'trader ID',
    TransportArrangerTrader: 'transport arranger',
    VatNumber: 'VAT number',
  }),
);
