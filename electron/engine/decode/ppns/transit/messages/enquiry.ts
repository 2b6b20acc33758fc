import type { DecodedPayment } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeText } from '../codes/code-words.ts';
import { detail, endOfDay } from '../details/details.ts';
import { guarantorDetails } from '../details/guarantee-details.ts';
import { says, withReason, type TransitReader } from './transit-reading.ts';

/** IE019: what arrived is not what was declared. */
export const discrepancies: TransitReader = (body) => {
  const operation = (name: string) => body?.text('TransitOperation', name) ?? null;
  const reading = says(
    'act',
    'query',
    'Discrepancies at destination: movement not discharged',
    'The office of destination found major discrepancies, so the movement is not discharged. If they are not resolved, duty is recovered.',
    'Clear it up with the office of departure and the trader at destination, and collect evidence of the goods.',
  );
  return {
    ...withReason(reading, operation('discrepanciesNotificationText')),
    details: [
      ...detail('Discrepancies in the words of customs', operation('discrepanciesNotificationText')),
      ...detail('Notice given', operation('discrepanciesNotificationDate')),
      ...guarantorDetails(body),
    ],
  };
};

/** IE140: customs ask where the goods are. */
export const arrivalAsked: TransitReader = (body) => {
  const operation = (name: string) => body?.text('TransitOperation', name) ?? null;
  return {
    ...says(
      'act',
      'query',
      'Proof of arrival requested',
      'The goods have not been reported at their destination, and customs ask where they are. Without an answer, duty is recovered.',
      'Answer (IE141) by the date given: where the goods were delivered, to whom, and with what proof.',
    ),
    deadline: endOfDay(operation('limitForResponseDate')),
    details: [
      ...detail('Answer by', operation('limitForResponseDate')),
      ...detail('Asked for', operation('requestOnNonArrivedMovementDate')),
    ],
  };
};

/** IE035: duty is claimed. */
export const recovery: TransitReader = (body) => {
  const notice = (name: string) => body?.text('RecoveryNotification', name) ?? null;
  const reading = says(
    'act',
    'tax',
    'Duty is being recovered',
    'Customs recover duty for this movement because it was not discharged. The guarantee is at risk.',
    'Wait for the office of recovery to call and answer it, tell the guarantor, and collect proof that the goods arrived.',
  );
  const currency = notice('currency');
  return {
    ...withReason(reading, notice('recoveryNotificationText')),
    payments: body === null ? [] : body.children('RecoveryNotification').flatMap(claimOf),
    details: [
      ...detail('Claim in the words of customs', notice('recoveryNotificationText')),
      ...detail('Notice given', notice('recoveryNotificationDate')),
      ...detail('Currency', currency === null ? null : codeText('CL048', currency)),
      ...guarantorDetails(body),
    ],
  };
};

function claimOf(notice: XmlElement): DecodedPayment[] {
  const amount = notice.text('amountClaimed');
  if (amount === null || !/^\d+(\.\d+)?$/.test(amount)) return [];
  return [
    {
      kind: 'recovery',
      name: 'Amount claimed',
      amount,
      currency: notice.text('currency'),
      item: null,
      payable: true,
      assessed: null,
      informational: false,
      basis: null,
    },
  ];
}

/** IE045: the end of a movement. */
export const discharged: TransitReader = (body) => ({
  ...says(
    'info',
    'cleared',
    'Movement discharged: guarantee freed',
    'The movement has ended properly, and its guarantee is set free.',
  ),
  details: [
    ...detail('Discharged on', body?.text('TransitOperation', 'writeOffDate') ?? null),
    ...guarantorDetails(body),
  ],
});
