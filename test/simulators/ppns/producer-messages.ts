/** The text of an excise (EMCS) notification. It never carries the message itself. */
export function emcsMessage(
  about: {
    readonly messageType?: string | null;
    readonly movementId?: string;
    readonly messageId?: string;
    readonly consignor?: string;
    readonly consignee?: string | null;
    readonly arc?: string | null;
    readonly ern?: string;
  } = {},
): string {
  const movementId = about.movementId ?? '0b7c1d52-6e0f-4f0b-9f27-3f4a8f0c2d11';
  const messageId = about.messageId ?? 'GB100000000771203';
  const { messageType = 'IE801', consignee = 'GBWK614903728', arc = '26GB00000000000091736' } = about;
  return JSON.stringify({
    movementId,
    messageUri: `/customs/excise/movements/${movementId}/messages/${messageId}`,
    messageId,
    ...(messageType === null ? {} : { messageType }),
    consignor: about.consignor ?? 'GBWK382915047',
    ...(consignee === null ? {} : { consignee }),
    ...(arc === null ? {} : { arc }),
    ern: about.ern ?? 'GBWK382915047',
  });
}

/** The text of a goods movement (GVMS) notification: the best that is known, its exact names are not published. */
export function gvmsMessage(
  about: {
    readonly gmrId?: string;
    readonly state?: string;
    /** Some readers of it speak of `gmrState`, others of `state`. */
    readonly stateKey?: 'gmrState' | 'state';
    readonly inspectionRequired?: boolean;
    readonly reportToLocations?: readonly {
      readonly inspectionTypeId: string;
      readonly locationIds: readonly string[];
    }[];
    readonly ruleFailures?: readonly {
      readonly code: string;
      readonly technicalMessage: string;
      readonly field?: string;
      readonly value?: string;
    }[];
    readonly createdDateTime?: string;
    readonly messageId?: string;
  } = {},
): string {
  const { gmrId = 'GMRA00QUAY07', state = 'OPEN', stateKey = 'gmrState', ...rest } = about;
  return JSON.stringify({ gmrId, [stateKey]: state, ...rest });
}

/** The text of an ISA Returns notification: where the results of a declaration are. */
export const isaReturnsMessage = (totalRecords = 4_210, numberOfPages = 5): string =>
  JSON.stringify({
    returnResultsLocation: 'https://test-api.service.hmrc.gov.uk/monthly/Z4471/2026-27/OCT/results?page=0',
    totalRecords,
    numberOfPages,
  });

/** The text of a licence usage notification: whatever the back end sends, its form is not published. */
export const licensingMessage = (): string =>
  JSON.stringify({
    licence: { reference: 'GBSIE2026/0004417', line: 2, usage: { quantity: '12.500', unit: 'KGM' } },
  });

/** HMRC's own demonstration producer. */
export const platformTestMessage = (): string =>
  JSON.stringify({ correlationId: '2f0d7f9e-93f0-4f44-8ad0-8a7e0a0f7b1e', message: 'Tide tables are in' });

/** An XML message, which the service allows though no producer is known to send one. */
export const xmlMessage = (): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<berth:Report xmlns:berth="urn:example:berth"><Ship>Sea Thrift</Ship><Quay>7 &amp; 8</Quay></berth:Report>';

/** Messages that are hard to read, by what is hard about them. */
export const awkwardMessages = {
  /** A JSON string that holds JSON. */
  jsonInJson: (): string => JSON.stringify(gvmsMessage({ state: 'EMBARKED' })),
  /** Raw line breaks inside a string: accepted by lenient parsers only. */
  invalidJson: (): string => '{\n "movementId": "line\nbreak",\n "ern": GBWK382915047 }',
  invalidXml: (): string => '<Report><Ship>Sea Thrift</Report>',
  withDtd: (): string => '<!DOCTYPE r [<!ENTITY e "x">]><r>&e;</r>',
  empty: (): string => '',
  nonAscii: (): string =>
    JSON.stringify({ note: 'Zażółć gęślą jaźń, £ 1.250,00, 荷物 📦', correlationId: 'Ünïcödé-1' }),
  /** `bytes` long, 2 MB where absent: what HMRC's test environment lets through. */
  large: (bytes = 2_000_000): string => {
    const frame = JSON.stringify({ correlationId: 'large', filling: '' });
    return JSON.stringify({ correlationId: 'large', filling: 'x'.repeat(bytes - frame.length) });
  },
} as const;
