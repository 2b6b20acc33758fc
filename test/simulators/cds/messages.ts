import { dmsContent } from './dms-content.ts';
import { dateTime, response } from './dms-elements.ts';
import { maker, writeWco, type PrefixStyle, type WcoElement } from './wco-xml.ts';

/** One Error of a message; `steps` as `42A`, `68A[1]` with an optional tag at the end, as `70A[1]/166`. */
export interface MessageError {
  readonly code: string;
  /** `42A/67A/68A[1]/70A[1]/166`: written as one Pointer a section, the tag with the last. */
  readonly pointer?: string;
  readonly description?: string;
}

export interface TaxLine {
  readonly item: number;
  /** `A00` customs duty, `B00` VAT… */
  readonly type: string;
  /** Pounds and pence as text. */
  readonly base: string;
  readonly rate: string;
  readonly amount: string;
}

/** What one Response is to say. Only the code is needed; everything else has an invented default or stays away. */
export interface DmsMessage {
  readonly functionCode: string;
  readonly statusCode?: string;
  /** Null leaves it out, as some rejections do. */
  readonly mrn?: string | null;
  readonly lrn?: string | null;
  readonly version?: number | null;
  /** 32 hexadecimal digits. */
  readonly messageId?: string;
  /** Epoch milliseconds; written to the second. */
  readonly issuedAt?: number;
  /** Whether times are written as British Summer Time (`+01`) rather than `Z`. */
  readonly summerTime?: boolean;
  readonly errors?: readonly MessageError[];
  /** Epoch milliseconds: when documents, or proof of exit, are due. */
  readonly limitAt?: number;
  /** A reference to pay under at once, with the amount. */
  readonly payNow?: { readonly reference: string; readonly amount: string };
  readonly taxes?: readonly TaxLine[];
  /** What customs adds in words: why something changed or was cancelled, what it asks. */
  readonly reason?: string;
  /** What Defra decided of a consignment: `H01` holds it, `C03` lets it go. */
  readonly decision?: { readonly code: string; readonly text: string };
  /** For amended declarations: what changed, as pointers. */
  readonly changes?: readonly string[];
}

/** The text of a notification of CDS: one MetaData with a Response for each message. */
export function cdsMessage(
  messages: DmsMessage | readonly DmsMessage[],
  style: PrefixStyle = 'numbered',
): string {
  const responses = [messages].flat().map((message) => responseOf(message));
  return writeWco(
    meta('MetaData', [
      meta('WCODataModelVersionCode', '3.6'),
      meta('WCOTypeName', 'RES'),
      meta('ResponsibleCountryCode'),
      meta('ResponsibleAgencyName'),
      meta('AgencyAssignedCustomizationCode'),
      meta('AgencyAssignedCustomizationVersionCode'),
      ...responses,
    ]),
    style,
  );
}

const meta = maker('meta');

/** The order of the elements is the schema's. */
function responseOf(message: DmsMessage): WcoElement {
  const content = dmsContent(message);
  const { mrn = '26GB5QUAYS1DEMAAR9', lrn = 'QUAYSIDE-0001', version = 1 } = message;
  return response('Response', [
    response('FunctionCode', message.functionCode),
    response('FunctionalReferenceID', message.messageId ?? '7d1c0a52f0b94e0e8a3b5c6d7e8f9012'),
    dateTime('IssueDateTime', message.issuedAt ?? DEFAULT_ISSUE, message.summerTime),
    ...content.before,
    response('Declaration', [
      content.acceptance,
      content.cancellation,
      lrn === null ? null : response('FunctionalReferenceID', lrn),
      mrn === null ? null : response('ID', mrn),
      content.rejection,
      version === null ? null : response('VersionID', String(version)),
      ...content.inDeclaration,
    ]),
    content.amended,
  ]);
}

const DEFAULT_ISSUE = Date.UTC(2026, 10, 22, 9, 40, 11);
