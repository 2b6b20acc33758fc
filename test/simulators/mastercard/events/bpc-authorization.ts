import type { MastercardEvent } from '../notification-shelf.ts';
import type { AuthorizationFacts } from './authorization.ts';
import { masked, shortExpiry, type TestCard } from './cards.ts';
import { zeroPadded, type Money } from './money.ts';
import { monthAndDay, timeOfDay, traceIdOf, type Purchase } from './purchase.ts';

export interface BpcFacts extends AuthorizationFacts {
  /** What is left after a reversal, minor units; written zero-padded. Absent where nothing is reversed. */
  readonly leftMinor?: number;
  /** Whether currencies are written with their letters as well; they are not where absent. */
  readonly letters?: boolean;
}

/** BPC_PAYMENT_AUTHORIZATION: amounts in minor units, currencies as digits, card numbers in full unless told. */
export function bpcAuthorization(
  random: () => number,
  purchase: Purchase,
  {
    responseCode = '00',
    messageTypeIndicator = '0100',
    masks = false,
    leftMinor,
    letters = false,
  }: BpcFacts = {},
): MastercardEvent {
  const { merchant, amount, billed, at } = purchase;
  const cardOf = (card: TestCard) => ({
    number: masks ? masked(random, card) : card.number,
    expiry: shortExpiry(card),
    accountGuid: card.guid,
  });
  const amountOf = ({ minor, currency }: Money) => ({
    amount: minor,
    currencyCode: currency.numeric,
    ...(letters ? { currencyCodeAlphabetic: currency.alphabetic } : {}),
  });
  return {
    subject: 'BPC_PAYMENT_AUTHORIZATION',
    content: {
      messageTypeIndicator: leftMinor === undefined ? messageTypeIndicator : '0400',
      systemTraceAuditNumber: purchase.stan,
      traceId: traceIdOf(purchase),
      issuerGuid: purchase.issuerGuid,
      corpGuid: purchase.companyGuid,
      processor: {
        issuerId: 18,
        appliedDateTime: monthAndDay(at),
        responseCode,
        financialNetworkCode: 'MCC',
        banknetReferenceNumber: purchase.banknet,
        onBehalfResult: responseCode === '00' ? 'V' : 'I',
        onBehalfService: '17',
      },
      realPaymentCard: cardOf(purchase.realCard),
      virtualPaymentCard: cardOf(purchase.virtualCard),
      acceptor: {
        name: merchant.name,
        cityName: merchant.city,
        subDivisionCode: `${merchant.country[0]} `,
        terminalId: purchase.terminalId,
        id: purchase.merchantId,
        merchantCategoryCode: merchant.category[0],
        merchantCategoryCodeDescription: merchant.category[1],
        environment: '0',
        localDate: monthAndDay(at),
        localTime: timeOfDay(at),
        retrievalReferenceNumber: purchase.retrievalReference,
        posCountryCode: merchant.country[1],
        posTransactionStatus: '0',
        amount: amountOf(amount),
      },
      cardHolderAmount: amountOf(billed),
      transactionInformation: {
        acquirerInstitutionIdCode: 4107,
        forwardingInstitutionIdCode: 4107,
        conversionRateCardholderBilling: 1,
        processingCode: '00',
        authCode: responseCode === '00' ? purchase.authorizationCode : null,
        dateTime: monthAndDay(at),
        environment: 'ECOM',
        issuerResponse: responseCode,
        systemTraceAuditNumber: purchase.stan,
        posEntryMode: '81',
        reversal: leftMinor === undefined ? null : replacements(leftMinor, purchase),
      },
      originalMessage:
        leftMinor === undefined
          ? null
          : {
              messageTypeIndicator: '0100',
              systemTraceAuditNumber: purchase.stan,
              transmissionRawDateTime: `${monthAndDay(at)}${timeOfDay(at)}`,
            },
      fundingSource: { fundingSourceAlias: purchase.rcnAlias, fundingSourceGuid: purchase.realCard.guid },
    },
  };
}

function replacements(leftMinor: number, { amount, billed }: Purchase) {
  const left = zeroPadded(Math.round((leftMinor * billed.minor) / Math.max(1, amount.minor)));
  return {
    replacementTransactionAmount: zeroPadded(leftMinor),
    replacementSettlementAmount: left,
    replacementCardholderAmount: left,
  };
}
