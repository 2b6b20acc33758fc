import { factsSchema, type Facts } from '../../../../../shared/notification.ts';
import { ppnsDecoder } from '../ppns-decoder.ts';

export const ARC = '26GB00000000000417203';
export const CONSIGNOR = 'GBWK382915047';
export const CONSIGNEE = 'GBWK614903728';

/** An excise message of our own making: `body` is what stands in the one element of its Body. */
export function exciseXml(
  type: string,
  element: string,
  body: string,
  namespace = `${EMCS}:${type}:V3.23`,
): string {
  return `<m:${type} xmlns:m="${namespace}" xmlns:t="${EMCS}:TMS:V3.23"><m:Header>${HEADER}</m:Header><m:Body><m:${element}>${body.replace(/<(\/?)(?=\w)/g, '<$1m:')}</m:${element}></m:Body></m:${type}>`;
}

const EMCS = 'urn:publicid:-:EC:DGTAXUD:EMCS:PHASE4';
const HEADER = [
  ['MessageSender', 'NDEA.GB'],
  ['MessageRecipient', 'NDEA.GB'],
  ['DateOfPreparation', '2026-11-30'],
  ['TimeOfPreparation', '09:14:05.250'],
  ['MessageIdentifier', 'GB100000000771203'],
]
  .map(([name, value]) => `<t:${name}>${value}</t:${name}>`)
  .join('');

/** The text of a notice, as a box holds it. */
export const noticeJson = (messageType: string, ern: string | null, arc: string | null = ARC): string =>
  JSON.stringify({
    movementId: '0b7c1d52-6e0f-4f0b-9f27-3f4a8f0c2d11',
    messageId: 'GB100000000771203',
    messageType,
    consignor: CONSIGNOR,
    consignee: CONSIGNEE,
    ...(arc === null ? {} : { arc }),
    ...(ern === null ? {} : { ern }),
  });

/** Facts of the one notification that a text is decoded into, checked against their schema. */
export function decoded(text: string): Facts {
  const [first, ...others] = ppnsDecoder.decode(new TextEncoder().encode(text));
  if (first === undefined || others.length > 0) throw new Error('not exactly one notification');
  return factsSchema.parse(first.facts);
}

/** Details as lines, `Reason: fraud suspected (1)`. */
export const detailLines = ({ details }: Facts): readonly string[] =>
  details.map(({ name, value }) => `${name}: ${value}`);

/** `<A>1</A>` for every entry, in order. */
export const fields = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('');

export const movement = `<ExciseMovement>${fields({ AdministrativeReferenceCode: ARC, SequenceNumber: '1' })}</ExciseMovement>`;
