import type {
  Attention,
  DecodedDetail,
  DecodedError,
  DecodedPayment,
  Facts,
  Outcome,
} from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';

/** What a transit message says, beyond its references. What is left out is not known. */
export interface TransitReading extends Pick<
  Facts,
  'title' | 'meaning' | 'nextStep' | 'attention' | 'outcome'
> {
  readonly keyFact?: string | null;
  readonly statusCode?: string | null;
  readonly deadline?: string | null;
  readonly errors?: readonly DecodedError[];
  readonly payments?: readonly DecodedPayment[];
  readonly details?: readonly DecodedDetail[];
}

/**
 * Reads one type of message. `body` is its root; null where the notification came without it, which it does above 80,000
 * bytes: then only what every message of the type says may be said.
 */
export type TransitReader = (body: XmlElement | null) => TransitReading;

/** The words of a reading; `nextStep` null where there is nothing to do. */
export const says = (
  attention: Attention,
  outcome: Outcome,
  title: string,
  meaning: string,
  nextStep: string | null = null,
): TransitReading => ({ title, meaning, nextStep, attention, outcome });

/** Its words with what customs wrote beside them. */
export const withReason = (reading: TransitReading, reason: string | null): TransitReading =>
  reason === null ? reading : { ...reading, meaning: `${reading.meaning} Reason given: ${reason}` };

export const FETCH = 'Open the message in the software that sends your declarations.';
