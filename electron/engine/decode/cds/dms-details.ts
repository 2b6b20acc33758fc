import { PAYMENT_REFERENCE } from '../../../../shared/catalogue/detail-names.ts';
import type { DecodedDetail, DecodedError, Outcome } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { defraDetails } from './defra-details.ts';
import { officeDetails } from './office-details.ts';
import type { DeclarationPayments } from './payments/read-payments.ts';
import { statementDetails } from './statement-details.ts';
import type { Statement } from './statements.ts';
import { statusDetails } from './status-details.ts';
import { wcoDate } from './wco-date.ts';

/** What of a Response has been read already, and what else its details are made of. */
export interface DetailParts {
  readonly functionCode: string | null;
  readonly outcome: Outcome;
  readonly declaration: XmlElement | null;
  readonly statements: readonly Statement[];
  readonly errors: readonly DecodedError[];
  readonly paid: DeclarationPayments | null;
  /** What amended fields hold now. */
  readonly values: readonly DecodedDetail[];
}

/** All that a Response says beyond its other facts, in the order in which a person wants to read it. */
export const dmsDetails = (response: XmlElement, parts: DetailParts): readonly DecodedDetail[] => [
  ...defraDetails(parts.statements, parts.errors),
  ...moreErrors(parts.errors),
  ...paymentDetails(response, parts.paid),
  ...statementDetails(parts.statements, parts.functionCode),
  ...statusDetails(response, parts.functionCode),
  ...dateDetails(parts),
  ...limitDetails(parts.statements),
  ...officeDetails(response),
  ...parts.values,
];

const moreErrors = (errors: readonly DecodedError[]): readonly DecodedDetail[] =>
  errors.some(({ code }) => /^(CDS|DMS)19999$/i.test(code))
    ? [{ name: 'More errors', value: 'CDS found more errors than this message shows' }]
    : [];

function paymentDetails(response: XmlElement, paid: DeclarationPayments | null): readonly DecodedDetail[] {
  const bank = response.child('Bank');
  return [
    ...(paid?.paymentReferences ?? []).map((value) => ({ name: PAYMENT_REFERENCE, value })),
    ...detail('Pay by', paid?.due?.words ?? null),
    ...(paid?.guarantees ?? []).map((value) => ({ name: 'Deferment account or guarantee', value })),
    ...detail('Bank (BIC)', bank?.text('ReferenceID') ?? null),
    ...detail('Bank account (IBAN)', bank?.text('ID') ?? null),
  ];
}

function dateDetails({ declaration, outcome }: DetailParts): readonly DecodedDetail[] {
  if (declaration === null) return [];
  // A cancelled or lapsed declaration ends without a refusal.
  const end = outcome === 'cancelled' ? 'Closed at' : 'Rejected at';
  return [
    ...detail('Accepted at', wcoDate(declaration, 'AcceptanceDateTime').words),
    ...detail(end, wcoDate(declaration, 'RejectionDateTime').words),
    ...detail('Cancelled at', wcoDate(declaration, 'CancellationDateTime').words),
  ];
}

const limitDetails = (statements: readonly Statement[]): readonly DecodedDetail[] =>
  [...new Set(statements.flatMap(({ limit }) => limit.words ?? []))].map((value) => ({
    name: 'Time limit',
    value,
  }));

const detail = (name: string, value: string | null): readonly DecodedDetail[] =>
  value === null ? [] : [{ name, value }];
