import type { Facts } from '../../../../shared/notification.ts';
import type { MastercardEvent } from '../../../../shared/catalogue/payments/mastercard.ts';
import { cardMark } from '../../cards/card-ending.ts';
import { detailsOf } from '../payments/details.ts';
import type { Fields } from '../payments/fields.ts';
import { shown } from '../payments/leaf-view.ts';
import {
  cardDetails,
  cardOf,
  cardReferences,
  distinct,
  purchaseDetails,
  purchaseReference,
} from './card-references.ts';
import { codeInWords, factsFrom, type CardNotification } from './notification.ts';

/**
 * TOKEN_PROVISIONING_EVENT and TOKEN_LIFECYCLE_EVENT: a card is put into a wallet, or changes there. The cardholder's
 * name, address and device come with the first and are left where they are.
 */
export function tokenEventFacts(notification: CardNotification): Facts {
  const { content, subject } = notification;
  const eventType = content.text('eventType');
  const status = content.text('status');
  const virtual = cardOf(content.object('vcnInfo'));
  const event =
    subject === 'TOKEN_PROVISIONING_EVENT' ? provisioning(eventType) : lifecycle(eventType, status);
  return factsFrom(notification, event, {
    statusCode: shown(status ?? eventType, 64),
    messageId: notification.idempotencyKey ?? messageId(content),
    references: distinct([
      ...cardReferences(virtual),
      ...purchaseReference(content.text('purchaseRequest', 'purchaseRequestId')),
    ]),
    details: [
      ...cardDetails(virtual, cardOf(content.object('rcnInfo'))),
      ...detailsOf([
        ['Wallet’s card number', walletNumber(content)],
        ['What happened', codeInWords(eventType)],
        ['State in the wallet', codeInWords(status)],
        ['Reason', codeInWords(content.text('reasonCode'))],
        ['Suspended because of', content.texts('suspensionReasons').map(codeInWords).join(', ')],
        ['Asked for by', codeInWords(content.text('requestedBy'))],
        ['Card came from', codeInWords(content.text('source'))],
        ['Kind of wallet', codeInWords(content.text('tokenType'))],
        ['Wallet', content.text('walletInfo', 'walletId')],
        [
          'Wallet’s advice',
          codeInWords(content.text('walletProviderDecisioningInfo', 'recommendedDecision')),
        ],
        [
          'Wallet’s reasons',
          content.texts('walletProviderDecisioningInfo', 'recommendationReasons').map(codeInWords).join(', '),
        ],
        ['Changed', content.text('tokenInfo', 'lastUpdatedDate')],
        ['Token requestor', content.text('tokenRequestorId')],
        ['Correlation', content.text('correlationId')],
      ]),
      ...purchaseDetails(content.object('purchaseRequest')),
    ],
  });
}

const provisioning = (eventType: string | null): MastercardEvent =>
  PROVISIONING[eventType?.toUpperCase() ?? ''] ?? 'token-unclear';

const PROVISIONING: Readonly<Record<string, MastercardEvent>> = {
  APPROVED: 'token-approved',
  COMPLETED: 'token-completed',
  REQUIRE_ADDITIONAL_AUTHENTICATION: 'token-needs-authentication',
  REJECTED: 'token-rejected',
};

/** The state says more than that it changed, and that the card is gone says more than its state. */
function lifecycle(eventType: string | null, status: string | null): MastercardEvent {
  if (eventType?.toUpperCase() === 'DELETED') return 'token-deleted';
  const byStatus = LIFECYCLE_STATUS[status?.toUpperCase() ?? ''];
  const isKnown = ['CREATED', 'UPDATED'].includes(eventType?.toUpperCase() ?? '');
  return byStatus ?? (isKnown ? 'token-changed' : 'token-unclear');
}

const LIFECYCLE_STATUS: Readonly<Record<string, MastercardEvent>> = {
  ACTIVE: 'token-changed',
  INACTIVE: 'token-changed',
  SUSPENDED: 'token-suspended',
  DEACTIVATED: 'token-deactivated',
};

function walletNumber(content: Fields): string | null {
  const mark = cardMark(content.text('tokenInfo', 'accountNumber'));
  return mark === null ? null : `ending ${mark.ending}`;
}

/** What tells one event from another where no idempotency key came. */
function messageId(content: Fields): string | null {
  const parts = [
    content.text('tokenInfo', 'accountGuid'),
    content.text('eventType'),
    content.text('correlationId'),
    content.text('tokenInfo', 'lastUpdatedDate'),
  ].filter((known) => known !== null);
  return parts.length === 0 ? null : parts.join(' ');
}
