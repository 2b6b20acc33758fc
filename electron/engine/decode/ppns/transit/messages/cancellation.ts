import type { XmlElement } from '../../../xml/read-xml.ts';
import { dateWords, detail } from '../details/details.ts';
import { FETCH, says, withReason, type TransitReader, type TransitReading } from './transit-reading.ts';

/** IE009: a decision on cancelling, which the trader asked for or customs took of their own accord. */
export const cancellation: TransitReader = (body) => {
  if (body === null) return NOT_HERE;
  const invalidation = (name: string) => body.text('Invalidation', name);
  const reading = decided(invalidation('decision'), invalidation('initiatedByCustoms'));
  return {
    ...withReason(reading, invalidation('justification')),
    details: cancellationDetails(body),
  };
};

/** Flags of list CL027: 1 yes, 0 no. A decision of neither is not guessed at. */
function decided(decision: string | null, byCustoms: string | null): TransitReading {
  if (byCustoms === '1') return decision === '0' ? DROPPED_BY_CUSTOMS : byCustomsWith(decision);
  if (decision === '0') return REFUSED;
  if (decision !== '1') return UNDECIDED;
  return byCustoms === '0' ? GRANTED : GRANTED_TO_SOMEBODY;
}

const NOT_HERE: TransitReading = {
  ...says(
    'watch',
    'unknown',
    'Decision on cancelling the transit declaration',
    'The office of departure decided on cancelling the declaration. The message that says how is not here: it may be refused, or be of customs’ own accord.',
    FETCH,
  ),
  keyFact: 'cancelled or not: the message says it',
};

const GRANTED: TransitReading = {
  ...says(
    'watch',
    'cancelled',
    'Transit declaration cancelled, as you asked',
    'The declaration is cancelled as you asked. Nothing covers the goods any more.',
    'If the goods are still to travel, send a new declaration.',
  ),
  statusCode: 'granted',
};

const GRANTED_TO_SOMEBODY: TransitReading = {
  ...GRANTED,
  title: 'Transit declaration cancelled',
  meaning:
    'The declaration is cancelled. The message does not say who asked for it. Nothing covers the goods any more.',
  nextStep:
    'If you did not ask for it, call the office of departure. If the goods are still to travel, send a new declaration.',
};

const REFUSED: TransitReading = {
  ...says(
    'act',
    'request-denied',
    'Cancellation refused: the transit declaration stands',
    'Your request to cancel was refused. The declaration stands.',
    'Read the reason, then carry on with the movement or ask again.',
  ),
  statusCode: 'refused',
};

const byCustomsWith = (decision: string | null): TransitReading => ({
  ...says(
    'act',
    'cancelled',
    'Customs cancelled the transit declaration',
    decision === '1'
      ? 'Customs cancelled the declaration of their own accord, perhaps after release. The goods may be on the road without cover.'
      : 'Customs started to cancel the declaration of their own accord. The message does not say what was decided.',
    'Stop the movement or call the office of departure at once. To go on, send a new declaration.',
  ),
  statusCode: 'by-customs',
  keyFact: decision === '1' ? 'nobody asked for it' : 'no decision in the message',
});

const DROPPED_BY_CUSTOMS: TransitReading = {
  ...says(
    'watch',
    'request-denied',
    'Customs did not cancel the transit declaration',
    'Customs started to cancel the declaration of their own accord and decided against it. The declaration stands.',
    'Such a message is unusual: check the reason with the office of departure.',
  ),
  statusCode: 'refused',
};

const UNDECIDED: TransitReading = {
  ...says(
    'watch',
    'unknown',
    'Answer on cancelling the transit declaration',
    'The office of departure answered your request to cancel; the message has no decision that is known here.',
    'Ask the office of departure what was decided.',
  ),
  keyFact: 'no decision in the message',
};

function cancellationDetails(body: XmlElement) {
  const invalidation = (name: string) => body.text('Invalidation', name);
  return [
    ...detail('Reason in the words of customs', invalidation('justification')),
    ...detail('Asked for', dateWords(invalidation('requestDateAndTime'))),
    ...detail('Decided', dateWords(invalidation('decisionDateAndTime'))),
    ...detail('Decision', flag(invalidation('decision'))),
    ...detail('Started by customs', flag(invalidation('initiatedByCustoms'))),
  ];
}

const flag = (value: string | null): string | null =>
  value === '1' ? 'yes (1)' : value === '0' ? 'no (0)' : value;
