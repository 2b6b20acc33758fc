import { readXml, type XmlElement } from '../xml/read-xml.ts';
import { dmsFacts } from './dms-response.ts';

/** A Response without namespaces; `inside` goes before its Declaration, `declaration` into that, `after` behind it. */
export const responseXml = (
  code: string,
  { inside = '', declaration = '', after = '', mrn = '26GB5QUAY51DE000A1' } = {},
): string => `<Response><FunctionCode>${code}</FunctionCode>${inside}
  <Declaration><FunctionalReferenceID>QS-2611-0042</FunctionalReferenceID><ID>${mrn}</ID><VersionID>2</VersionID>
  ${declaration}</Declaration>${after}</Response>`;

export const factsOf = (...message: Parameters<typeof responseXml>) =>
  dmsFacts(elementOf(responseXml(...message)), null);

export function elementOf(xml: string): XmlElement {
  const document = readXml(new TextEncoder().encode(xml));
  if (!document.ok) throw new Error(document.failure.problem);
  return document.value.root;
}

/** Pointers from their short form: `42A/67A/68A[1]`, a tag after a colon: `79A:112`. */
export const pointers = (path: string): string =>
  path
    .split('/')
    .map((step) => {
      const [, section = '', number, tag] = /^(\w+)(?:\[(\d+)\])?(?::(\w+))?$/.exec(step) ?? [];
      return `<Pointer>${element('SequenceNumeric', number)}${element('DocumentSectionCode', section)}${element('TagID', tag)}</Pointer>`;
    })
    .join('');

/** One AdditionalInformation. */
export const statement = (parts: {
  readonly type?: string;
  readonly code?: string;
  readonly text?: string;
  readonly limit?: string;
  readonly at?: string;
}): string =>
  `<AdditionalInformation>${element('StatementCode', parts.code)}${element('StatementDescription', parts.text)}${
    parts.limit === undefined ? '' : dated('LimitDateTime', parts.limit)
  }${element('StatementTypeCode', parts.type)}${parts.at === undefined ? '' : pointers(parts.at)}</AdditionalInformation>`;

export const dated = (name: string, text: string): string =>
  `<${name}><DateTimeString formatCode="304">${text}</DateTimeString></${name}>`;

export const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${text}</${name}>`;
