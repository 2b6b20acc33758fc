import { toInstant } from '../../../../time/clock.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { lenientInstant } from '../../lenient-instant.ts';
import { codeWords } from '../codes/code-words.ts';
import { codedDetail, detail, textDetails, timeDetail, traderDetail, traderNumber } from '../details.ts';
import { textNamed, textsNamed } from '../find-elements.ts';
import { variantFor, type BodyReader } from '../told-by-body.ts';
import { onTheWayVariants } from '../variants/on-the-way.ts';

/** IE802. `LimitDateAndTime` has no zone; it is taken as UTC, like every time of the service. */
export const readReminder: BodyReader = (body) => {
  const code = body.text('Attributes', 'ReminderMessageType');
  const limit = body.text('Attributes', 'LimitDateAndTime');
  const at = limit === null ? null : lenientInstant(limit);
  return {
    variant: variantFor(onTheWayVariants.IE802, code),
    statusCode: code,
    deadline: at === null ? null : toInstant(at),
    details: [
      ...codedDetail('What is due', 'ReminderMessageType', code),
      ...timeDetail('Limit as written', limit),
      ...timeDetail('Reminder sent', body.text('Attributes', 'DateAndTimeOfIssuanceOfReminder')),
      ...detail('Information', body.text('Attributes', 'ReminderInformation')),
    ],
  };
};

/** IE803. The ARCs of the parts of a split stand in details only: each of them is a movement with a life of its own. */
export const readDiversion: BodyReader = (body) => {
  const code = body.text('ExciseNotification', 'NotificationType');
  const arcs = body
    .children('DownstreamArc')
    .flatMap((part) => textsNamed(part, 'AdministrativeReferenceCode'));
  return {
    variant: variantFor(onTheWayVariants.IE803, code),
    statusCode: code,
    isSplit: arcs.length > 0,
    keyFact: arcs.length === 0 ? null : `${arcs.length} new ${arcs.length === 1 ? 'ARC' : 'ARCs'}`,
    details: [
      ...codedDetail('What happened', 'NotificationType', code),
      ...timeDetail('Told', body.text('ExciseNotification', 'NotificationDateAndTime')),
      ...textDetails('New ARC', arcs),
    ],
  };
};

/** IE810. */
export const readCancellation: BodyReader = (body) => {
  const code = body.text('Cancellation', 'CancellationReasonCode');
  return {
    variant: onTheWayVariants.IE810.any,
    statusCode: code,
    keyFact: saidReason('CancellationReason', code),
    details: [
      ...codedDetail('Reason', 'CancellationReason', code),
      ...detail('In their words', body.text('Cancellation', 'ComplementaryInformation')),
      ...timeDetail('Cancelled', textNamed(body, 'DateAndTimeOfValidationOfCancellation')),
    ],
  };
};

/** IE813. Destination type 11 brings the goods back. */
export const readChangeOfDestination: BodyReader = (body) => {
  const changed = body.child('DestinationChanged');
  const code = changed?.text('DestinationTypeCode') ?? null;
  const destination = code === null ? null : codeWords('ChangedDestinationTypeCode', code);
  return {
    variant: code === '11' ? onTheWayVariants.IE813.return : onTheWayVariants.IE813.any,
    statusCode: code,
    keyFact: code === '11' || destination === null ? null : `new destination: ${destination}`,
    details: [
      ...codedDetail('New destination', 'ChangedDestinationTypeCode', code),
      ...traderDetail('New consignee', changed?.child('NewConsigneeTrader') ?? null),
      ...traderDetail('Place of delivery', changed?.child('DeliveryPlaceTrader') ?? null),
      ...detail(
        'Customs office of delivery',
        changed?.text('DeliveryPlaceCustomsOffice', 'ReferenceNumber') ?? null,
      ),
      ...codedDetail('Guarantee', 'GuarantorTypeCode', textNamed(body, 'GuarantorTypeCode')),
      ...detail('Journey time', journeyWords(body.text('UpdateEadEsad', 'JourneyTime'))),
      ...codedDetail(
        'Transport arranged by',
        'TransportArrangement',
        body.text('UpdateEadEsad', 'ChangedTransportArrangement'),
      ),
      ...traderDetail('New transporter', body.child('NewTransporterTrader')),
      ...detail('Invoice', body.text('UpdateEadEsad', 'InvoiceNumber')),
      ...timeDetail('Invoice date', body.text('UpdateEadEsad', 'InvoiceDate')),
      ...timeDetail('Changed', textNamed(body, 'DateAndTimeOfValidationOfChangeOfDestination')),
    ],
  };
};

/** IE819: alert or rejection, by its flag. */
export const readAlertOrRejection: BodyReader = (body) => {
  const flag = body.text('AlertOrRejection', 'EadEsadRejectedFlag');
  const reasons = reasonsOf(body);
  const [first, ...others] = reasons.flatMap(
    (reason) => saidReason('AlertOrRejectionReason', codeOf(reason)) ?? [],
  );
  return {
    variant: variantFor(onTheWayVariants.IE819, flag),
    statusCode: flag,
    keyFact: first === undefined ? null : others.length === 0 ? first : `${first}, and ${others.length} more`,
    trader: traderNumber(body.child('ConsigneeTrader')),
    details: [
      ...codedDetail('What it is', 'EadEsadRejectedFlag', flag),
      ...reasons.flatMap((reason) => [
        ...codedDetail('Reason', 'AlertOrRejectionReason', codeOf(reason)),
        ...detail('In their words', reason.text('ComplementaryInformation')),
      ]),
      ...traderDetail('Consignee', body.child('ConsigneeTrader')),
      ...timeDetail('Date', body.text('AlertOrRejection', 'DateOfAlertOrRejection')),
    ],
  };
};

const reasonsOf = (body: XmlElement): readonly XmlElement[] =>
  body.children('AlertOrRejectionOfEadEsadReason');
const codeOf = (reason: XmlElement): string | null => reason.text('AlertOrRejectionOfMovementReasonCode');

/** IE837. */
export const readDelay: BodyReader = (body) => {
  const said = (name: string) => body.text('Attributes', name);
  return {
    variant: variantFor(onTheWayVariants.IE837, said('MessageRole')),
    statusCode: said('MessageRole'),
    keyFact: saidReason('DelayExplanation', said('ExplanationCode')),
    trader: said('SubmitterIdentification'),
    details: [
      ...codedDetail('What is late', 'MessageRoleCode', said('MessageRole')),
      ...codedDetail('Reason', 'DelayExplanation', said('ExplanationCode')),
      ...detail('In their words', said('ComplementaryInformation')),
      ...codedDetail('Explained by', 'SubmitterType', said('SubmitterType')),
      ...timeDetail('Explained', said('DateAndTimeOfValidationOfExplanationOnDelay')),
    ],
  };
};

/** The words of a reason; null for "other" and for an unknown code, which say nothing by themselves. */
function saidReason(
  list: 'CancellationReason' | 'AlertOrRejectionReason' | 'DelayExplanation',
  code: string | null,
): string | null {
  return code === null || code === '0' ? null : codeWords(list, code);
}

/** `D07` and `H12` in words; anything else as it is. */
export function journeyWords(time: string | null): string | null {
  const [, unit, amount] = /^([DH])(\d{1,3})$/.exec(time ?? '') ?? [];
  if (unit === undefined || amount === undefined) return time;
  const number = Number(amount);
  return `${number} ${unit === 'D' ? 'day' : 'hour'}${number === 1 ? '' : 's'}`;
}
