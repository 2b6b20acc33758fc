/** A notification object as a payload; own values throughout. */
export const notification = (
  subject: string,
  content: unknown,
  more: Readonly<Record<string, unknown>> = {},
) =>
  new TextEncoder().encode(
    JSON.stringify({
      subject,
      subscriptionName: 'freight-cards',
      pushStatus: 'NOT_APPLICABLE',
      createdTimestamp: '2026-11-22T09:40:11.000Z',
      ...more,
      content,
    }),
  );

export const VCN_TOKEN = 'tok_0a1b2c3d4e5f6071_6090';

export const authorisation = {
  messageTypeIndicator: '0110',
  systemTraceAuditNumber: '004711',
  financialNetworkCode: 'MCC',
  banknetReferenceNumber: 'B7K2QX',
  transactionAmount: 7550,
  transactionCurrencyCode: 'USD',
  billingAmount: 5995,
  billingCurrencyCode: 'GBP',
  responseCode: '00',
  authorizationCode: '0A12F4',
  transmissionRawDate: '1122',
  transmissionRawTime: '094009',
  settlementDate: '1122',
  posTransactionStatus: '0',
  traceId: 'MCCB7K2QX1122  ',
  merchant: { merchantId: '70012', categoryCode: '4215', name: 'Harbour Couriers  ', city: 'Felixstowe' },
  virtualPaymentCard: { number: VCN_TOKEN, expiryMonth: '02', expiryYear: '29' },
  realPaymentCard: { number: '************0112', expiryMonth: '04', expiryYear: '28' },
  inControlOnBehalfServiceResult: { rcnServiceResultCode: null, vcnServiceResultCode: 'V' },
  purchaseRequest: { purchaseRequestId: 81001, rcnAlias: 'Freight', companyId: 12 },
};

export const clearing = {
  clearingTransactionId: 55120001,
  type: 'D',
  messageTypeId: 1240,
  txnType: 'First Presentment',
  acquirerReferenceData: '12345678901234567890123',
  authCode: '0A12F4',
  tokenPan: 'null',
  settlementAmount: { amount: 59.9, currencyCode: '826', currencyCodeAlphabetic: 'GBP' },
  cardHolderAmount: { amount: 59.95, currencyCode: '826' },
  reversalIndicator: 'false',
  isMatched: 'T',
  banknetReferenceNumber: 'B7K2QX ',
  virtualPaymentCard: { number: VCN_TOKEN, expiry: '2029-02' },
  acceptor: {
    name: 'Harbour Couriers',
    merchantCategoryCode: '4215',
    streetAddress: '1 Dock Road',
    amount: { value: 75.5, currencyCode: '840', currencyCodeAlphabetic: 'USD' },
  },
  purchaseRequest: { purchaseRequestId: '81001' },
};
