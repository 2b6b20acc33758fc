import type { DecodedDetail } from '../../../../../../shared/notification.ts';
import { toInstant } from '../../../../time/clock.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { lenientInstant } from '../../lenient-instant.ts';
import { codeWords, toldCode } from '../codes/code-words.ts';
import { codedDetail, detail, timeDetail, traderDetail, traderNumber } from '../details.ts';
import type { BodyReader } from '../told-by-body.ts';
import { onTheWayVariants } from '../variants/on-the-way.ts';
import { journeyWords } from './on-the-way-readers.ts';

/** IE801, the movement itself: its first version, or a later one. */
export const readMovement: BodyReader = (body) => {
  const header = (name: string) => body.text('HeaderEadEsad', name);
  const draft = (name: string) => body.text('EadEsad', name);
  const destination = header('DestinationTypeCode');
  const words = destination === null ? null : codeWords('DestinationTypeCode', destination);
  return {
    variant:
      Number(header('SequenceNumber') ?? 1) > 1
        ? onTheWayVariants.IE801.update
        : onTheWayVariants.IE801.first,
    statusCode: null,
    keyFact: words === null ? null : `destination: ${words}`,
    lrn: draft('LocalReferenceNumber'),
    trader: traderNumber(body.child('ConsignorTrader')),
    details: [
      ...traderDetail('Consignor', body.child('ConsignorTrader')),
      ...traderDetail('Consignee', body.child('ConsigneeTrader')),
      ...codedDetail('Destination', 'DestinationTypeCode', destination),
      ...traderDetail('Place of dispatch', body.child('PlaceOfDispatchTrader')),
      ...traderDetail('Place of delivery', body.child('DeliveryPlaceTrader')),
      ...detail('Customs office of delivery', body.text('DeliveryPlaceCustomsOffice', 'ReferenceNumber')),
      ...timeDetail('Dispatched', dispatchOf(body)),
      ...detail('Journey time', journeyWords(header('JourneyTime'))),
      ...timeDetail('Expected by', expectedArrival(body)),
      ...codedDetail('Origin', 'OriginTypeCode', draft('OriginTypeCode')),
      ...codedDetail('Guarantee', 'GuarantorTypeCode', body.text('MovementGuarantee', 'GuarantorTypeCode')),
      ...codedDetail('Transport arranged by', 'TransportArrangement', header('TransportArrangement')),
      ...codedDetail('Submission', 'SubmissionType', body.text('Attributes', 'SubmissionMessageType')),
      ...detail('Invoice', draft('InvoiceNumber')),
      ...timeDetail('Accepted', body.text('ExciseMovement', 'DateAndTimeOfValidationOfEadEsad')),
      ...body.children('BodyEadEsad').map(itemDetail),
    ],
  };
};

function dispatchOf(body: XmlElement): string | null {
  const date = body.text('EadEsad', 'DateOfDispatch');
  const time = body.text('EadEsad', 'TimeOfDispatch');
  return date === null || time === null ? date : `${date}T${time}`;
}

/** Dispatch and journey time together, to the minute; null where one of them is missing. */
function expectedArrival(body: XmlElement): string | null {
  const left = lenientInstant(dispatchOf(body) ?? '');
  const [, unit, amount] = /^([DH])(\d{1,3})$/.exec(body.text('HeaderEadEsad', 'JourneyTime') ?? '') ?? [];
  if (left === null || unit === undefined) return null;
  return toInstant(left + Number(amount) * (unit === 'D' ? 24 : 1) * 3_600_000).slice(0, 16);
}

function itemDetail(item: XmlElement): DecodedDetail {
  const wine = item.text('WineProduct', 'WineProductCategory');
  const said = [
    item.text('CnCode'),
    ...[['quantity', 'Quantity'] as const, ['net mass', 'NetMass'] as const].map(([name, element]) => {
      const amount = item.text(element);
      return amount === null ? null : `${name} ${amount}`;
    }),
    wine === null ? null : toldCode('CategoryOfWineProduct', wine),
  ].filter((part) => part !== null);
  const product = item.text('ExciseProductCode');
  return {
    name: `Item ${item.text('BodyRecordUniqueReference') ?? ''}${product === null ? '' : ` (${product})`}`.trim(),
    value: said.length === 0 ? 'nothing more is given' : said.join(', '),
  };
}
