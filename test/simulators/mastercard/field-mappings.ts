/** GET /fieldmappings: what a subscription can filter by. */
export interface FieldMapping {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly subjectType: string;
  readonly contentType: 'INTEGER' | 'number' | 'TEXT' | 'DATE' | 'CURRENCY';
}

const FIELDS = [
  ['PAYMENT_AUTHORIZATION', 'responseCode', 'Response', 'TEXT'],
  ['PAYMENT_AUTHORIZATION', 'virtualPaymentCard.number', 'Number of the virtual card', 'TEXT'],
  ['PAYMENT_AUTHORIZATION', 'purchaseRequest.companyId', 'Company', 'INTEGER'],
  ['CLEARING', 'type', 'Debit or credit', 'TEXT'],
  ['CLEARING', 'acceptor.merchantCategoryCode', 'Merchant category', 'TEXT'],
] as const;

export const fieldMappings: readonly FieldMapping[] = FIELDS.map(
  ([subjectType, name, displayName, contentType], index) => ({
    id: `0CNS${String(index + 1).padStart(74, '0')}`,
    name,
    displayName,
    subjectType,
    contentType,
  }),
);
