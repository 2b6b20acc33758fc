import { digits } from '../../mastercard/events/cards.ts';
import { cardNumber, dayAfter, eventOf, instant, uuid, type EventFactory } from './event-factory.ts';

/** A token looks like a card number: 13 to 19 digits that pass the Luhn check. */
const tokenStateChange: EventFactory = (random, at, details) =>
  eventOf(
    'tokenLifecycleNotification',
    'TokenStateChange',
    {
      common: { tokenTypeCode: 'NETWORK' },
      content: {
        tokenRequestorIdentifier: digits(random, 11),
        tokenReferenceIdentifier: `QUAY${digits(random, 20)}`,
        tokenNumber: cardNumber(random),
        digitalWalletTokenExpirationYearMonthNumber: '202909',
        cardTokenStatusTypeCode: 'SUSPENDED',
        statusChangeTimestamp: instant(at - 500),
        tokenStateChangeReasonText: 'The telephone was lost',
        merchantRequestIdentifier: uuid(random),
      },
    },
    details,
  );

const cardDetailsUpdate: EventFactory = (random, _at, details) =>
  eventOf(
    'tokenLifecycleNotification',
    'CardDetailsUpdate',
    {
      common: { tokenTypeCode: 'NETWORK' },
      content: {
        merchantRequestIdentifier: uuid(random),
        tokenRequestorIdentifier: digits(random, 11),
        tokenReferenceIdentifier: `QUAY${digits(random, 20)}`,
      },
    },
    details,
  );

const merchantSuspended: EventFactory = (random, _at, details) =>
  eventOf(
    'merchantStatusNotification',
    'MerchantSuspendedWithFundHold',
    { content: { clientId: digits(random, 10), merchantId: digits(random, 12), status: 'SUSPENDED' } },
    details,
  );

/** With names and a registration link that lets the reader in. */
const kycPaymentHold: EventFactory = (random, at, details) =>
  eventOf(
    'canadianKyc',
    'PaymentHold',
    {
      content: {
        noticeCount: '3',
        partyName: { individualFirstName: 'Ansel', individualLastName: 'Brine' },
        merchantDoingBusinessAsName: 'Lantern Quay Chandlery',
        commerceCenterRegistrationUrl: `https://register.harbour.example/${uuid(random)}`,
        noticeDate: dayAfter(at, 0),
      },
    },
    details,
  );

/** The one sub-type whose content stands under another name than its own. */
const consumerProfileCreated: EventFactory = (random, _at, details) =>
  eventOf(
    'consumerProfileNotification',
    'Created',
    {
      contentKey: 'consumerProfileCreated',
      content: {
        consumerProfileId: uuid(random),
        sourceResponseStatus: 'SUCCESS',
        sourceResponseCode: 'ACCEPTED',
      },
    },
    details,
  );

/** Two leading capitals, which both become small in the key. */
const qrCodePaid: EventFactory = (random, at, details) =>
  eventOf(
    'qrCodeStatusNotification',
    'QRCodePaid',
    {
      common: { id: uuid(random), paymentAmount: { amount: '48.20', currency: 'BRL' } },
      content: {
        status: 'PAID',
        paymentDetails: {
          paymentDateTimestamp: instant(at - 800),
          endToEndId: `E${digits(random, 20)}`,
          paidAmount: { amount: '48.20', currency: 'BRL' },
        },
      },
    },
    details,
  );

const dailyReportErrored: EventFactory = (random, _at, details) =>
  eventOf(
    'reportStatusNotification',
    'DailyErrored',
    {
      content: {
        reportConfigurations: [
          {
            reportConfigurationIdentifier: uuid(random),
            reportStatusCode: 'ERRORED',
            scheduleFrequencyCode: 'DAILY',
            reportTypeNames: ['TAKINGS_BY_QUAY'],
          },
        ],
      },
    },
    details,
  );

/** Sent when a webhook is verified; nobody can subscribe to it. */
const webhookVerification: EventFactory = (random, at, details) =>
  eventOf(
    'subscriptionVerification',
    'WebhookVerification',
    { content: { subscriptionCreatedTimestamp: instant(at - 60_000), requestId: uuid(random) } },
    details,
  );

/** Can be subscribed to and has no content. */
const systemMessage: EventFactory = (_random, _at, details) =>
  eventOf('systemNotification', 'MessageAlert', { content: null }, details);

export const standingEvents = {
  tokenStateChange,
  cardDetailsUpdate,
  merchantSuspended,
  kycPaymentHold,
  consumerProfileCreated,
  qrCodePaid,
  dailyReportErrored,
  webhookVerification,
  systemMessage,
} as const;
