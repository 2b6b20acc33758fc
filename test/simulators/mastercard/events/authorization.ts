import type { MastercardEvent } from '../notification-shelf.ts';
import { masked, twoDigits, type TestCard } from './cards.ts';
import { monthAndDay, purchaseRequestOf, timeOfDay, traceIdOf, type Purchase } from './purchase.ts';

export interface AuthorizationFacts {
  /** `00` approved where absent; `51` insufficient funds, and so on. */
  readonly responseCode?: string;
  /** `0110` a response where absent, `0120` an advice. */
  readonly messageTypeIndicator?: string;
  /** Whether card numbers are masked; true where absent. */
  readonly masks?: boolean;
}

/** PAYMENT_AUTHORIZATION of In Control: amounts in minor units, currencies as letters. */
export function authorization(
  random: () => number,
  purchase: Purchase,
  { responseCode = '00', messageTypeIndicator = '0110', masks = true }: AuthorizationFacts = {},
): MastercardEvent {
  const { merchant, amount, billed, at } = purchase;
  const isApproved = responseCode === '00';
  const cardOf = (card: TestCard) => ({
    number: masks ? masked(random, card) : card.number,
    expiryMonth: twoDigits(card.expiry.month),
    expiryYear: twoDigits(card.expiry.year % 100),
  });
  return {
    subject: 'PAYMENT_AUTHORIZATION',
    content: {
      messageTypeIndicator,
      systemTraceAuditNumber: purchase.stan,
      financialNetworkCode: 'MCC',
      banknetReferenceNumber: purchase.banknet,
      transactionAmount: amount.minor,
      transactionCurrencyCode: amount.currency.alphabetic,
      billingAmount: billed.minor,
      billingCurrencyCode: billed.currency.alphabetic,
      responseCode,
      authorizationCode: isApproved ? purchase.authorizationCode : null,
      transmissionRawDate: monthAndDay(at),
      transmissionRawTime: timeOfDay(at),
      settlementDate: monthAndDay(at),
      cardHolderTransactionTypeCode: '00',
      posTransactionStatus: '0',
      traceId: traceIdOf(purchase),
      merchant: {
        merchantId: purchase.merchantId,
        categoryCode: merchant.category[0],
        name: merchant.name.padEnd(22),
        city: merchant.city.padEnd(13),
        stateOrCountryCode: `${merchant.country[0]} `,
      },
      realPaymentCard: cardOf(purchase.realCard),
      virtualPaymentCard: cardOf(purchase.virtualCard),
      inControlOnBehalfServiceResult: {
        rcnServiceResultCode: null,
        vcnServiceResultCode: isApproved ? 'V' : 'I',
      },
      originalMessage: null,
      advice: null,
      replacementAmounts: null,
      purchaseRequest: purchaseRequestOf(purchase),
    },
  };
}

/**
 * The reversal of an authorization, so many milliseconds after it. `leftMinor` is what stays of the amount after a
 * reversal of a part, in minor units of the merchant's currency; 0 where absent.
 */
export function reversal(
  random: () => number,
  purchase: Purchase,
  { afterMs = 600_000, leftMinor = 0, advice = false } = {},
): MastercardEvent {
  const { content, subject } = authorization(random, { ...purchase, at: purchase.at + afterMs });
  const share = purchase.amount.minor === 0 ? 0 : leftMinor / purchase.amount.minor;
  const billedLeft = Math.round(purchase.billed.minor * share);
  return {
    subject,
    content: {
      ...(content as object),
      messageTypeIndicator: advice ? '0420' : '0400',
      // The day of the authorization: by network, reference and day the two belong together.
      traceId: traceIdOf(purchase),
      originalMessage: {
        messageTypeIndicator: '0100',
        systemTraceAuditNumber: purchase.stan,
        transmissionRawDateTime: `${monthAndDay(purchase.at)}${timeOfDay(purchase.at)}`,
      },
      advice: advice ? { reasonCode: '400' } : null,
      replacementAmounts: {
        transactionAmount: leftMinor,
        settlementAmount: billedLeft,
        billingAmount: billedLeft,
      },
    },
  };
}
