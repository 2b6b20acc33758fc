import type { DecodedError, Facts } from '../../../../shared/notification.ts';
import { toInstant } from '../../time/clock.ts';
import { blankFacts, references } from '../../../../shared/blank-facts.ts';
import type { MessageType } from './ctc-catalogue.ts';
import { lenientInstant } from './lenient-instant.ts';
import type { Members } from './members.ts';

/** Whether a JSON message is about a goods movement reference (GMR). */
export const isGvmsMessage = (message: Members): boolean => message.text('gmrId') !== null;

/**
 * A goods movement notification. HMRC publishes no exact names for its members; both that are in use for the
 * state are read.
 */
export function gvmsFacts(message: Members): Facts {
  const gmrId = message.text('gmrId');
  const state = message.text('gmrState', 'state');
  const failures = message.objects('ruleFailures').map(failureOf);
  const created = lenientInstant(message.text('createdDateTime', 'updatedDateTime') ?? '');
  return {
    ...blankFacts,
    kind: 'ppns',
    ...statusOf(state, message, failures),
    type: 'GMR',
    statusCode: state,
    messageId: message.text('messageId'),
    issuedAt: created === null ? null : toInstant(created),
    references: references({ gmr: gmrId }),
    errors: failures,
  };
}

function statusOf(state: string | null, message: Members, failures: readonly DecodedError[]): MessageType {
  const known = STATES.get(state ?? '') ?? UNKNOWN;
  if (message.flag('inspectionRequired') === true) {
    return {
      title: 'Inspection required',
      meaning: `Customs wants to inspect the goods of this movement.${locations(message)}`,
      nextStep: 'Tell the driver where to report before leaving the port.',
      attention: 'act',
      outcome: 'control',
    };
  }
  if (failures.length === 0) return known;
  return {
    title: 'Goods movement has errors',
    meaning: `${failures.length === 1 ? 'A rule is' : `${failures.length} rules are`} broken, so the goods movement reference cannot be used as it is.`,
    nextStep: 'Correct the goods movement in GVMS before the vehicle goes to the port.',
    attention: 'act',
    outcome: 'rejected',
  };
}

const state = (
  attention: MessageType['attention'],
  outcome: MessageType['outcome'],
  title: string,
  meaning: string,
  nextStep: string | null = null,
): MessageType => ({ title, meaning, nextStep, attention, outcome });

const STATES: ReadonlyMap<string, MessageType> = new Map(
  Object.entries({
    NOT_FINALISABLE: state(
      'act',
      'rejected',
      'Goods movement not complete',
      'Something is missing or wrong, so the vehicle cannot be checked in with this reference.',
      'Complete the goods movement in GVMS before the vehicle goes to the port.',
    ),
    OPEN: state('info', 'accepted', 'Goods movement ready', 'The reference can be used to check in.'),
    FINALISED: state(
      'info',
      'accepted',
      'Goods movement final',
      'The reference can be used to check in and no longer changes.',
    ),
    CHECKED_IN: state('info', 'registered', 'Checked in', 'The carrier took the reference at check-in.'),
    EMBARKED: state(
      'watch',
      'unknown',
      'Embarked',
      'The goods are on their way across. Whether they are inspected may still be decided.',
    ),
    COMPLETED: state(
      'info',
      'cleared',
      'Goods movement complete',
      'The crossing is over and nothing is left to do for this reference.',
    ),
  }),
);

const UNKNOWN = state(
  'watch',
  'unknown',
  'Goods movement changed',
  'Something about this goods movement changed.',
  'Open it in GVMS.',
);

function failureOf(failure: Members): DecodedError {
  const value = failure.text('value');
  const said = failure.text('technicalMessage');
  return {
    code: failure.text('code') ?? 'none',
    meaning: null,
    advisory: false,
    pointer: failure.text('field'),
    path: null,
    dataElement: null,
    item: null,
    description: value === null ? said : `${said ?? 'Not accepted'} (sent: ${value})`,
    nextStep: null,
  };
}

/** Where to report, in the order in which to go there. */
function locations(message: Members): string {
  const places = message.objects('reportToLocations').flatMap((visit) => {
    const kind = visit.text('inspectionTypeId') ?? 'unknown';
    const ids = visit.texts('locationIds');
    return ids.length === 0 ? [] : [`type ${kind} at ${ids.join(' or ')}`];
  });
  return places.length === 0 ? '' : ` Report for inspection: ${places.join(', then ')}.`;
}
