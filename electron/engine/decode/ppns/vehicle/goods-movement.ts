import type { DecodedError, Facts } from '../../../../../shared/notification.ts';
import { blankFacts, references } from '../../../../../shared/blank-facts.ts';
import { toInstant } from '../../../time/clock.ts';
import { lenientInstant } from '../lenient-instant.ts';
import type { Members } from '../members.ts';
import { firstStopInWords, inspectionOf, stopsInWords, type Inspection } from './inspection.ts';
import { ruleFailures } from './rule-failures.ts';
import { goodsMovementDetails } from './goods-movement-details.ts';
import { GOODS_MOVEMENT_STATES, UNKNOWN_STATE } from './vehicle-codes.ts';

/**
 * Whether a JSON message is about a goods movement reference (GMR). One about a movement that could not be created has
 * no reference, only the rules that it breaks.
 */
export const isGoodsMovement = (message: Members): boolean =>
  message.text('gmrId') !== null || message.objects('ruleFailures').length > 0 || message.has('gmrState');

/**
 * A goods movement notification. HMRC publishes no exact names for its members: both that are in use for the state and
 * for the time are read. `statusCode` is the state as it stands there.
 */
export function goodsMovementFacts(message: Members): Facts {
  const failures = ruleFailures(message);
  // Every update replaces the whole record, so the record's own time says which of two is the present one.
  const at = lenientInstant(message.text('updatedDateTime', 'createdDateTime') ?? '');
  return {
    ...blankFacts,
    kind: 'ppns',
    ...wordsOf(message, failures),
    type: 'GMR',
    statusCode: stateOf(message),
    messageId: message.text('messageId'),
    issuedAt: at === null ? null : toInstant(at),
    trader: message.text('haulierEORI'),
    references: references({ gmr: message.text('gmrId') }),
    errors: failures,
    details: goodsMovementDetails(message),
  };
}

const stateOf = (message: Members): string | null => message.text('gmrState', 'state');

type Words = Pick<Facts, 'title' | 'meaning' | 'nextStep' | 'keyFact' | 'attention' | 'outcome'>;

/** An inspection comes first: the lorry must go there. Then what keeps it from the port, then where it is. */
function wordsOf(message: Members, failures: readonly DecodedError[]): Words {
  const inspection = inspectionOf(message);
  const state = stateOf(message);
  if (inspection === 'required') return inspectionWords(message, state);
  if (failures.length > 0) return failureWords(message, failures);
  const known = GOODS_MOVEMENT_STATES.get(state ?? '') ?? UNKNOWN_STATE;
  return { ...known, keyFact: null, ...decidedWords(state, inspection) };
}

function inspectionWords(message: Members, state: string | null): Words {
  const stops = stopsInWords(message);
  const where = stops === null ? 'The message names no location.' : `In this order: ${stops}.`;
  const isOver =
    state === 'COMPLETED'
      ? ' The crossing is recorded as complete: if the vehicle has left the port, the inspection is made at the next office, such as the office of destination.'
      : '';
  return {
    title: 'Inspection required',
    meaning: `The vehicle must report for inspection. ${where}${isOver}`,
    nextStep: `${whenToReport(message.text('direction'))} Not reporting may cost a penalty.`,
    keyFact: firstStopInWords(message),
    attention: 'act',
    outcome: 'control',
  };
}

function whenToReport(direction: string | null): string {
  if (direction === 'UK_OUTBOUND') return 'Tell the driver to go there before check-in at the port.';
  if (direction === null) {
    return 'Tell the driver where to report: on arrival, or, on the way out, before check-in at the port.';
  }
  return 'Tell the driver to go there on arrival.';
}

function failureWords(message: Members, failures: readonly DecodedError[]): Words {
  const { nextStep } = GOODS_MOVEMENT_STATES.get('NOT_FINALISABLE') ?? UNKNOWN_STATE;
  const isNew = message.text('gmrId') === null;
  const rules = failures.length === 1 ? 'It breaks a rule' : `It breaks ${failures.length} rules`;
  return {
    title: isNew ? 'Goods movement refused' : 'GMR not ready to use',
    meaning: isNew
      ? `${rules}, and the message names no GMR: it may not have been created.`
      : `${rules}, so the vehicle would be turned away at check-in.`,
    nextStep,
    keyFact: null,
    attention: 'act',
    outcome: 'rejected',
  };
}

/** What the decision adds to a state in which it matters; a crossing is no warning once it says "no inspection". */
function decidedWords(state: string | null, inspection: Inspection): Partial<Words> {
  if (inspection === 'undecided')
    return state === 'EMBARKED' ? { keyFact: 'inspection not decided yet' } : {};
  if (state !== 'EMBARKED' && state !== 'CHECKED_IN') return {};
  const place = state === 'EMBARKED' ? 'Embarked' : 'Checked in';
  return {
    title: `${place}: no inspection required`,
    meaning:
      'Customs requires no inspection at present. For a transit this may still change, and a new notification then says so. Controls of others than customs, and ending a transit at its office of destination, remain.',
    nextStep: null,
    attention: 'info',
    outcome: 'updated',
  };
}
