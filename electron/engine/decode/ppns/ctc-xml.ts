import type { DecodedError, DecodedPayment } from '../../../../shared/notification.ts';
import { toInstant } from '../../time/clock.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { lenientInstant } from './lenient-instant.ts';

/** What a transit message itself says, beyond the notification about it. */
export interface CtcXmlFacts {
  /** `056` of a root such as `CC056C`. */
  readonly number: string | null;
  readonly mrn: string | null;
  readonly lrn: string | null;
  readonly holder: string | null;
  readonly issuedAt: string | null;
  /** Why it was decided, in the office's words or codes. */
  readonly reason: string | null;
  /** Of a cancellation: true where it was granted. */
  readonly isGranted: boolean | null;
  readonly deadline: string | null;
  readonly errors: DecodedError[];
  readonly payments: DecodedPayment[];
}

/** Whether an XML document is a transit message of the European scheme. */
export const isCtcRoot = (root: XmlElement): boolean => ROOT.test(root.name);

export function readCtcXml(root: XmlElement): CtcXmlFacts {
  const operation = (name: string) => root.text('TransitOperation', name);
  const decision = root.text('Invalidation', 'decision');
  return {
    number: ROOT.exec(root.name)?.[1] ?? null,
    mrn: operation('MRN'),
    lrn: operation('LRN'),
    holder: root.text('HolderOfTheTransitProcedure', 'identificationNumber'),
    issuedAt: instantOf(root.text('preparationDateAndTime')),
    reason:
      operation('rejectionReason') ??
      operation('noReleaseMotivationText') ??
      root.text('Invalidation', 'justification') ??
      root.text('RecoveryNotification', 'recoveryNotificationText'),
    isGranted: decision === '1' ? true : decision === '0' ? false : null,
    deadline: endOfDay(operation('limitForResponseDate')),
    errors: [
      ...root.children('FunctionalError').map(errorOf),
      ...root.children('XMLError').map(errorOf),
      ...root
        .children('GuaranteeReference')
        .flatMap((guarantee) =>
          guarantee.children('InvalidGuaranteeReason').map((reason) => invalidGuarantee(guarantee, reason)),
        ),
    ],
    payments: root.children('RecoveryNotification').flatMap(claimOf),
  };
}

const ROOT = /^CC(\d{3})[A-Z]$/;

function errorOf(error: XmlElement): DecodedError {
  const line = error.text('errorLineNumber');
  const column = error.text('errorColumnNumber');
  const original = error.text('originalAttributeValue');
  const reason = error.text('errorReason') ?? error.text('errorText');
  return {
    code: error.text('errorCode') ?? 'none',
    meaning: null,
    advisory: false,
    pointer: error.text('errorPointer'),
    path: line === null ? null : `line ${line}${column === null ? '' : `, column ${column}`}`,
    dataElement: null,
    item: null,
    description: original === null ? reason : `${reason ?? 'Not accepted'} (sent: ${original})`,
    nextStep: null,
  };
}

const invalidGuarantee = (guarantee: XmlElement, reason: XmlElement): DecodedError => ({
  code: reason.text('code') ?? 'none',
  meaning: null,
  advisory: false,
  pointer: guarantee.text('GRN'),
  path: null,
  dataElement: null,
  item: null,
  description: reason.text('text'),
  nextStep: null,
});

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

/** The scheme writes UTC without a zone. */
function instantOf(text: string | null): string | null {
  const at = text === null ? null : lenientInstant(text);
  return at === null ? null : toInstant(at);
}

/** A date by which an answer is due includes that day. */
function endOfDay(date: string | null): string | null {
  const at = date === null ? null : lenientInstant(date.slice(0, 10));
  return at === null ? null : toInstant(at + 86_400_000 - 1000);
}
