import type { DecodedDetail } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { codedDetail, detail, timeDetail, traderDetail } from '../details.ts';
import { elementsNamed, textNamed } from '../find-elements.ts';
import { goodsLine } from '../goods-lines.ts';
import { variantFor, type BodyReader } from '../told-by-body.ts';
import { byOfficialsVariants } from '../variants/by-officials.ts';

/** IE840. The lists of events, evidence and transport units are not published with it: their codes stand as they are. */
export const readEventReport: BodyReader = (body) => {
  const code = body.text('Attributes', 'EventReportMessageType');
  const event = (name: string) => body.text('EventReport', name);
  return {
    variant: variantFor(byOfficialsVariants.IE840, code),
    statusCode: code,
    details: [
      ...codedDetail('Report', 'ReportMessageType', code),
      ...timeDetail('Date of the event', event('DateOfEvent')),
      ...detail('Place of the event', event('PlaceOfEvent')),
      ...detail('In their words', event('Comments')),
      ...body.children('BodyEventReport').flatMap(eventDetails),
      ...codedDetail(
        'Transport now arranged by',
        'TransportArrangement',
        event('ChangedTransportArrangement'),
      ),
      ...traderDetail('New transport arranger', body.child('NewTransportArrangerTrader')),
      ...traderDetail('New transporter', body.child('NewTransporterTrader')),
      ...body
        .children('TransportDetails')
        .flatMap((unit) => [
          ...detail('Transport unit, code', unit.text('TransportUnitCode')),
          ...detail('Transport unit', unit.text('IdentityOfTransportUnits')),
          ...detail('Seal', unit.text('CommercialSealIdentification')),
        ]),
      ...body
        .children('EvidenceOfEvent')
        .flatMap((evidence) => [
          ...detail('Evidence, code', evidence.text('EvidenceTypeCode')),
          ...detail('Evidence', evidence.text('ReferenceOfEvidence')),
        ]),
      ...elementsNamed(body, 'PersonInvolvedInMovementTrader').flatMap((person) =>
        codedDetail('Person concerned', 'TraderPersonType', person.text('TraderPersonType')),
      ),
      ...codedDetail(
        'Other document',
        'OtherAccompanyingDocumentType',
        body.text('OtherAccompanyingDocument', 'OtherAccompanyingDocumentType'),
      ),
      ...detail('Excise office', textNamed(body, 'ReferenceNumberOfExciseOffice')),
      ...detail('Event report', textNamed(body, 'EventReportNumber')),
      ...timeDetail('Validated', body.text('Attributes', 'DateAndTimeOfValidationOfEventReport')),
    ],
  };
};

/** What happened to goods, by item where it names one. */
function eventDetails(event: XmlElement): readonly DecodedDetail[] {
  const isOfGoods = GOODS.some((name) => event.child(name) !== null);
  return [
    ...detail('Event, code', event.text('EventTypeCode')),
    ...(isOfGoods ? [goodsLine(event)] : detail('More on it', event.text('AssociatedInformation'))),
  ];
}

const GOODS = [
  'BodyRecordUniqueReference',
  'IndicatorOfShortageOrExcess',
  'ObservedShortageOrExcess',
] as const;
