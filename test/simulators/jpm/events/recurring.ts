import { digits } from '../../mastercard/events/cards.ts';
import type { Members } from '../jpm-event.ts';
import {
  cardNumber,
  code,
  currencyCode,
  eventOf,
  instant,
  reference,
  uuid,
  type EventFactory,
} from './event-factory.ts';

/** Amounts are whole numbers here, presumably of the smallest unit. */
const planUpdated: EventFactory = (random, _at, details) =>
  eventOf(
    'recurringProgramNotification',
    'PlanUpdated',
    {
      content: {
        planId: code(random),
        recurringPlanRequestId: uuid(random),
        merchantPlanId: reference(random, 'BERTH'),
        planName: 'Winter mooring',
        planType: 'SUBSCRIPTION',
        planDescription: 'A berth from November to March',
        billingFrequencyUnit: 'MONTHS',
        billingFrequencyCount: 1,
        planAmount: 12_500,
        currencyCode: currencyCode(random),
        defaultPlan: false,
        autoRenewable: true,
        availableOnCheckout: true,
        planStatus: 'ACTIVE',
      },
    },
    details,
  );

const programPayment =
  (subType: string, outcome: Members): EventFactory =>
  (random, at, details) => {
    const card = cardNumber(random);
    return eventOf(
      'recurringProgramNotification',
      subType,
      {
        content: {
          recurringProgramId: reference(random, 'RP'),
          planId: code(random),
          planName: 'Winter mooring',
          paymentMethodId: uuid(random),
          cardType: card.startsWith('4') ? 'VI' : 'MC',
          first6CardNumber: card.slice(0, 6),
          last4CardNumber: card.slice(-4),
          maskedAccountNumber: `${card.slice(0, 6)}XXXXXX${card.slice(-4)}`,
          retryCount: 1,
          allowedRetryCount: 3,
          transactionId: uuid(random),
          transactionAmount: 12_500,
          currencyCode: currencyCode(random),
          transactionDate: instant(at - 2000),
          ...outcome,
        },
      },
      details,
    );
  };

const paymentApplied = programPayment('PaymentApplied', {
  responseStatus: 'SUCCESS',
  responseCode: 'APPROVED',
  responseMessage: 'The issuer said yes',
  approvalCode: '274119',
});

const paymentNotApplied = programPayment('PaymentNotApplied', {
  responseStatus: 'DENIED',
  responseCode: 'DECLINED',
  responseMessage: 'The card has run out',
});

/** A number that should be masked and is not. */
const paymentNotAppliedUnmasked: EventFactory = (random, at, details) =>
  paymentNotApplied(random, at, {
    ...details,
    content: { maskedAccountNumber: cardNumber(random), ...details?.content },
  });

/** With a consumer's telephone and e-mail. */
const consumerCommunicationUpdated: EventFactory = (random, at, details) =>
  eventOf(
    'recurringProgramNotification',
    'ConsumerCommunicationUpdated',
    {
      content: {
        recurringProgramId: reference(random, 'RP'),
        consumerProfileId: uuid(random),
        invoiceNumber: reference(random, 'INV'),
        billingCycleStartDate: instant(at).slice(0, 10),
        communicationPreference: {
          preferredPhone: `7700900${digits(random, 3)}`,
          telephoneCountryCode: '44',
          preferredPhoneOptIn: true,
          preferredEmail: 'maud.tern@post.example',
          preferredEmailOptin: false,
        },
        notificationDeliveryStatus: 'BOUNCED',
        errorMessageText: 'The mailbox is full',
      },
    },
    details,
  );

export const recurringEvents = {
  planUpdated,
  paymentApplied,
  paymentNotApplied,
  paymentNotAppliedUnmasked,
  consumerCommunicationUpdated,
} as const;
