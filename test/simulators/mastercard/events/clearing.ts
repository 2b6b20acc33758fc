import { between } from '../../cds/chance.ts';
import type { MastercardEvent } from '../notification-shelf.ts';
import { digits, masked, yearAndMonth, type TestCard } from './cards.ts';
import { majorUnits, type Money } from './money.ts';
import { monthAndDay, purchaseRequestOf, timeOfDay, type Purchase } from './purchase.ts';

export interface ClearingFacts {
  /** Milliseconds from the authorization; a day where absent. */
  readonly afterMs?: number;
  /** `D` debit where absent, `C` credit, as for a refund. */
  readonly type?: 'D' | 'C';
  /** 1240 presentment where absent, 1442 chargeback, 1644 administrative, 1740 fee. */
  readonly messageTypeId?: number;
  /** A made-up one where absent. */
  readonly clearingTransactionId?: number;
  /** Whether card numbers are masked; true where absent. */
  readonly masks?: boolean;
}

/** CLEARING of In Control: amounts in major units, currencies as digits and letters. */
export function clearing(
  random: () => number,
  purchase: Purchase,
  facts: ClearingFacts = {},
): MastercardEvent {
  const { afterMs = 86_400_000, type = 'D', messageTypeId = 1240, masks = true } = facts;
  const { merchant, amount, billed } = purchase;
  const at = purchase.at + afterMs;
  const cardOf = (card: TestCard) => ({
    number: masks ? masked(random, card) : card.number,
    expiry: yearAndMonth(card),
  });
  return {
    subject: 'CLEARING',
    content: {
      clearingTransactionId: facts.clearingTransactionId ?? between(random, 10_000_000, 99_999_999),
      type,
      acquirerReferenceData: digits(random, 23),
      functionCode: 200,
      messageTypeId,
      txnType: messageTypeId === 1442 ? 'First Chargeback' : 'First Presentment',
      isMastercardSwitched: 'T',
      receiverId: '4107',
      messageReasonCode: 1401,
      originalTransactionId: 0,
      conversionRateCardholderBilling: Number((billed.minor / Math.max(1, amount.minor)).toFixed(6)),
      authCode: purchase.authorizationCode,
      processingCode: type === 'D' ? '00' : '20',
      tokenPan: 'null',
      posEntryMode: '810000S00001',
      // Six digits of a second, as they come.
      dateTimeTransactionLocal: new Date(at).toISOString().replace('Z', '417Z'),
      settlementAmount: amountOf(billed),
      // The type of both is not sure: text here, as one publication has it.
      reversalIndicator: 'false',
      isMatched: 'S',
      originalOrLinked: 'O',
      controlsAppliedDateTime: new Date(at).toISOString().replace('Z', '902+00:00'),
      banknetReferenceNumber: purchase.banknet,
      destinationInstitutionIdCode: '4107',
      acquirerInstitutionIdCode: 5218,
      forwardingInstitutionIdCode: 5218,
      cardHolderAmount: amountOf(billed),
      authorization: {
        authorizationTransactionId: between(random, 100_000, 999_999),
        systemTraceAuditNumber: Number(purchase.stan),
        type: 0,
        acceptorLocalDate: monthAndDay(purchase.at),
        acceptorLocalTime: timeOfDay(purchase.at),
        mtIdType: '1',
        cardHolderAmount: amountOf(billed),
        effectOnBalance: majorUnits(billed),
        acceptorAmount: amountOf(amount),
      },
      virtualPaymentCard: cardOf(purchase.virtualCard),
      realPaymentCard: cardOf(purchase.realCard),
      acceptor: {
        merchantCategoryCode: merchant.category[0],
        merchantCategoryCodeDescription: merchant.category[1].toUpperCase(),
        id: purchase.merchantId,
        terminalId: purchase.terminalId,
        name: merchant.name,
        additionalMerchantName: null,
        retrievalReferenceNumber: purchase.retrievalReference,
        streetAddress: '1 Harbour Road',
        cityName: merchant.city,
        subDivisionCode: '',
        postalCode: 'QS1 1QS',
        countryCode: merchant.country[1],
        countryCodeDescription: merchant.country[0],
        // `value` here where every other amount says `amount`.
        amount: withName('value', amount),
      },
      purchaseRequest: purchaseRequestOf(purchase),
    },
  };
}

/** BPC_CLEARING: its fields are not published; here they are as in the report of the same service. */
export function bpcClearing(
  random: () => number,
  purchase: Purchase,
  { afterMs = 86_400_000, type = 'D', clearingTransactionId, masks = false }: ClearingFacts = {},
): MastercardEvent {
  const { merchant, amount, billed } = purchase;
  const time = new Date(purchase.at + afterMs).toISOString();
  const cardOf = (card: TestCard) => ({
    number: masks ? masked(random, card) : card.number,
    expiry: yearAndMonth(card),
  });
  return {
    subject: 'BPC_CLEARING',
    content: {
      processor: { issuerId: 18, isMatched: true, isMastercardSwitched: true, controlsAppliedDateTime: time },
      realPaymentCard: cardOf(purchase.realCard),
      virtualPaymentCard: cardOf(purchase.virtualCard),
      acceptor: {
        name: merchant.name,
        cityName: merchant.city,
        terminalId: purchase.terminalId,
        id: purchase.merchantId,
        additionalMerchantName: null,
        merchantCategoryCode: merchant.category[0],
        merchantCategoryCodeDescription: merchant.category[1],
        countryCode: merchant.country[1],
        retrievalReferenceNumber: purchase.retrievalReference,
        amount: amountOf(amount),
      },
      cardHolderAmount: amountOf(billed),
      transactionInformation: {
        banknetReferenceNumber: purchase.banknet,
        authCode: purchase.authorizationCode,
        dateTimeTransactionLocal: time,
        settlementAmount: amountOf(billed),
        clearingTransactionId: clearingTransactionId ?? between(random, 1_000_000_000, 9_999_999_999),
        authorizationTransactionId: between(random, 100_000, 999_999),
      },
      clearing: {
        type: type === 'D' ? 'Debit' : 'Credit',
        acquirerReferenceData: digits(random, 23),
        messageTypeId: 1240,
        functionCode: 200,
      },
      fundingSource: { alias: purchase.rcnAlias },
    },
  };
}

const withName = (name: 'amount' | 'value', money: Money) => ({
  [name]: majorUnits(money),
  currencyCode: money.currency.numeric,
  currencyCodeAlphabetic: money.currency.alphabetic,
});

const amountOf = (money: Money) => withName('amount', money);
