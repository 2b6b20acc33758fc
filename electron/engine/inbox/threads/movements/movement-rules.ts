import { movementFamily, type MovementFamily } from '../../../../../shared/catalogue/movement-family.ts';
import type { ThreadStep } from '../thread-order.ts';
import { entryLife } from './entry-life.ts';
import { exciseLife } from './excise-life.ts';
import type { MovementRule, MovementVerdict } from './movement-rule.ts';
import { transitLife } from './transit-life.ts';
import { vehicleLife } from './vehicle-life.ts';

/** Every family's rule; a family that is not here yet has threads without a status. */
const RULES: Partial<Record<MovementFamily, MovementRule>> = {
  'entry-safety': entryLife,
  excise: exciseLife,
  transit: transitLife,
  vehicle: vehicleLife,
};

/** A movement that a thread is of, with what has become of it. */
export interface Movement {
  /** The family's own events, oldest first: the verdict's places point into them. */
  readonly steps: readonly ThreadStep[];
  readonly verdict: MovementVerdict;
}

/** One a family, in the order in which they began. `steps` are all events of a thread, oldest first. */
export function movementsOf(steps: readonly ThreadStep[]): readonly Movement[] {
  const families = steps.map(({ member }) => movementFamily(member.facts));
  return [...new Set(families)].flatMap((family) => {
    const rule = family === null ? undefined : RULES[family];
    if (rule === undefined) return [];
    const own = steps.filter((_, place) => families[place] === family);
    return [{ steps: own, verdict: rule(own) }];
  });
}
