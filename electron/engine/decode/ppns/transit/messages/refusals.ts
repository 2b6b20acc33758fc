import type { Outcome } from '../../../../../../shared/notification.ts';

/** A message of the trader's that was refused. */
export interface Refusal {
  readonly outcome: Outcome;
  readonly title: string;
  readonly meaning: string;
  /** What to do where errors are listed. */
  readonly withErrors: string;
  /** What to do where none are, which is a normal case. */
  readonly withoutErrors: string;
}

const refusal = (
  outcome: Outcome,
  title: string,
  meaning: string,
  withErrors: string,
  withoutErrors: string,
): Refusal => ({ outcome, title, meaning, withErrors, withoutErrors });

/** IE056, by `businessRejectionType` (list CL560). */
export const DEPARTURE_REFUSALS: Readonly<Record<string, Refusal>> = {
  '013': refusal(
    'rejected',
    'Amendment rejected: the declaration stands as it was',
    'The office of departure rejected your amendment. The declaration stands as it was before.',
    'Correct the errors below and send the amendment again before the goods are released.',
    'Read the reason, and ask the office of departure before you amend again.',
  ),
  '014': refusal(
    'request-denied',
    'Cancellation refused: the transit declaration stands',
    'The office of departure rejected your request to cancel. The declaration stands.',
    'Correct the errors below and ask again, unless the goods were released meanwhile.',
    'If the goods are released already, cancelling is no longer possible and the movement goes on to its arrival. Otherwise ask the office of departure.',
  ),
  '015': refusal(
    'rejected',
    'Transit declaration rejected',
    'The office of departure rejected your declaration. Nothing has been accepted.',
    'Correct the errors below and send a new declaration with a new message identification; an LRN that was used may be refused.',
    'Read the reason and ask the office of departure, then send a new declaration.',
  ),
  '054': refusal(
    'request-denied',
    'Release request rejected',
    'The office of departure rejected your request to release the goods.',
    'Read the errors below and ask the office of departure.',
    'Read the reason and ask the office of departure.',
  ),
  '141': refusal(
    'rejected',
    'Answer about goods that have not arrived rejected',
    'The office of departure rejected what you answered about the goods that have not arrived.',
    'Correct the errors below and answer again before the date in the request (IE140).',
    'Ask the office of departure, and answer again before the date in the request (IE140).',
  ),
  '170': refusal(
    'rejected',
    'Presentation of the goods rejected',
    'The office of departure rejected your presentation notification. The goods do not count as presented.',
    'Correct the errors below and send the presentation (IE170) again before its time limit runs out.',
    'Ask the office of departure: the time limit for presentation may have run out, and a new declaration may be needed.',
  ),
};

/** IE057, by `businessRejectionType` (list CL570). */
export const DESTINATION_REFUSALS: Readonly<Record<string, Refusal>> = {
  '007': refusal(
    'rejected',
    'Arrival notification rejected',
    'The office of destination rejected your arrival notification. Customs do not know that the goods have arrived.',
    'Correct the errors below and send a new arrival notification.',
    'Read the reason, ask the office of destination, and send a new arrival notification.',
  ),
  '044': refusal(
    'rejected',
    'Unloading remarks rejected',
    'The office of destination rejected your unloading remarks.',
    'Correct the errors below and send the unloading remarks again.',
    'Read the reason, ask the office of destination, and send the unloading remarks again.',
  ),
};
