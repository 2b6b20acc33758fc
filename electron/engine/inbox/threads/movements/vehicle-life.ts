import { isInspectionWaived } from '../../../../../shared/catalogue/inspection-detail.ts';
import { timeOf } from '../thread-member.ts';
import type { ThreadStep } from '../thread-order.ts';
import type { MovementRule, MovementVerdict } from './movement-rule.ts';
import { verdict } from './verdict.ts';

/**
 * What has become of a goods movement. Each notification describes the whole record as it stands, so the latest one
 * decides, and what earlier ones called for is settled with it; but an inspection stands until a later one says that none is
 * required or that the crossing is complete: one that says nothing of it decides nothing.
 */
export const vehicleLife: MovementRule = (steps) => {
  const at = latestOf(steps);
  const inspection = standingInspection(steps, at);
  const isBlocked = outcomeAt(steps, at) === 'rejected';
  if (inspection >= 0) {
    const blocking = isBlocked ? blocked(steps, at) : null;
    return verdict('inspection-required', inspection, {
      calls: [...(blocking?.calls ?? []), inspection],
      notes: blocking === null ? [] : [blocking.title, ...blocking.notes],
    });
  }
  return isBlocked ? blocked(steps, at) : underWay(steps, at);
};

/** A lorry that was ready and is not any more is the worst case: the driver has the reference already. */
function blocked(steps: readonly ThreadStep[], at: number): MovementVerdict {
  const wasReady = steps.slice(0, at).some(({ member }) => READY.has(member.facts.statusCode ?? ''));
  return verdict('blocked', at, {
    title: wasReady ? 'GMR no longer ready to use' : 'GMR not ready to use',
    calls: [at],
    notes: wasReady
      ? ['It was ready before: a declaration in it may have been cancelled or become invalid']
      : [],
  });
}

const READY: ReadonlySet<string> = new Set(['OPEN', 'FINALISED']);

function underWay(steps: readonly ThreadStep[], at: number): MovementVerdict {
  const { facts } = (steps[at] as ThreadStep).member;
  const { attention, title } = facts;
  switch (facts.statusCode ?? '') {
    case 'OPEN':
    case 'FINALISED':
      return verdict('ready', at);
    case 'CHECKED_IN':
      return verdict('on-the-way', at, { title });
    case 'EMBARKED':
      return verdict('on-the-way', at, {
        title: attention === 'watch' ? 'Embarked: inspection not decided yet' : title,
        attention,
      });
    case 'COMPLETED':
      return verdict('ended', at, { title });
    default:
      return verdict('unknown', at, { title, attention });
  }
}

/** Place of the inspection that still stands; -1 for none. */
function standingInspection(steps: readonly ThreadStep[], latest: number): number {
  const decided = steps.map(({ member }) => decisionOf(member.facts));
  for (let place = latest; place >= 0; place -= 1) {
    const decision = decided[place];
    if (decision === 'required') return place;
    if (decision === 'over') return -1;
  }
  return -1;
}

function decisionOf({ outcome, statusCode, details }: ThreadStep['member']['facts']) {
  if (outcome === 'control') return 'required';
  return isInspectionWaived(details) || statusCode === 'COMPLETED' ? 'over' : 'open';
}

/** The last of those at the latest time: of two at one instant the one further on, or with an inspection. */
function latestOf(steps: readonly ThreadStep[]): number {
  const last = steps.at(-1);
  if (last === undefined) throw new Error('a movement has at least one message');
  const time = timeOf(last.member);
  const places = steps.flatMap(({ member }, place) => (timeOf(member) === time ? [place] : []));
  return places.reduce((best, place) => (weight(steps, place) > weight(steps, best) ? place : best));
}

function weight(steps: readonly ThreadStep[], at: number): number {
  const state = STATES.indexOf(steps[at]?.member.facts.statusCode ?? '');
  return outcomeAt(steps, at) === 'control' ? STATES.length : state;
}

const STATES: readonly string[] = [
  'OPEN',
  'FINALISED',
  'NOT_FINALISABLE',
  'CHECKED_IN',
  'EMBARKED',
  'COMPLETED',
];

const outcomeAt = (steps: readonly ThreadStep[], at: number) => steps[at]?.member.facts.outcome;
