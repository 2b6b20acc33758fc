import type { Trade } from '../../../../shared/thread.ts';
import { PARTIAL_GRANT, type Life } from './life.ts';

/**
 * Whether something other than its arrival has changed the declaration: CDS reports it as a change of its own when the
 * arrival of a pre-lodged declaration sets where the goods are.
 */
export function wasChanged(life: Life, trade: Trade | null): boolean {
  return life.places('07').some((at) => !isArrival(life, at, trade));
}

function isArrival(life: Life, at: number, trade: Trade | null): boolean {
  const reasons = life.steps[at]?.member.facts.amendments.flatMap(({ reason }) => reason ?? []) ?? [];
  if (reasons.length > 0) return reasons.every((reason) => reason === ARRIVED);
  // It names no reason: taken for the arrival where there may have been one, and no request that it could answer.
  return trade !== 'import' && life.has('02') && !life.has('11/39', PARTIAL_GRANT);
}

/** Amendment/ChangeReasonCode. */
const ARRIVED = '16';
