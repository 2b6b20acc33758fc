import type { ThreadStep } from '../thread-order.ts';
import type { MovementRule, MovementVerdict } from './movement-rule.ts';
import { verdict } from './verdict.ts';

/**
 * What has become of an entry summary declaration. No message lifts a do-not-load notice, so it stands; an acceptance
 * that comes after a rejection replaces it, and so does a later answer to an amendment the one before.
 */
export const entryLife: MovementRule = (steps) => {
  const notices = placesOf(steps, 'IE351');
  const [notice] = notices.slice(-1);
  const answers = openRefusals(steps);
  const accepted = placesOf(steps, 'IE328', 'IE304').at(-1);
  const calls = [...answers, ...notices];
  if (notice !== undefined) {
    return verdict('do-not-load', notice, {
      calls,
      notes: answers.length > 0 ? ['A request was refused'] : [],
    });
  }
  const rejected = answers.find((place) => typeAt(steps, place) === 'IE316');
  if (rejected !== undefined && (accepted === undefined || accepted < rejected)) {
    return verdict('rejected', rejected, { title: 'Entry declaration rejected', calls });
  }
  const refused = answers.at(-1);
  if (accepted !== undefined || refused !== undefined) {
    const title =
      refused === undefined
        ? 'Entry declaration accepted'
        : 'Entry declaration stands: a request was refused';
    return verdict('accepted', refused ?? accepted ?? 0, {
      title,
      attention: refused === undefined ? 'info' : 'act',
      calls,
    });
  }
  return other(steps);
};

/** Refusals that no later answer of their kind has replaced. */
function openRefusals(steps: readonly ThreadStep[]): readonly number[] {
  return Object.entries(REPLACED_BY).flatMap(([type, by]) => {
    const at = placesOf(steps, type).at(-1);
    return at === undefined || (placesOf(steps, ...by).at(-1) ?? -1) > at ? [] : [at];
  });
}

/** A refusal, and what ends it when it comes later. */
const REPLACED_BY: Readonly<Record<string, readonly string[]>> = {
  IE316: ['IE328', 'IE304'],
  IE305: ['IE304'],
  IE324: ['IE325'],
};

function other(steps: readonly ThreadStep[]): MovementVerdict {
  const at = steps.length - 1;
  const { type, title, attention } = (steps[at] as ThreadStep).member.facts;
  const isOwn = type === 'IE313' || type === 'IE315' || type === 'IE323';
  return isOwn ? verdict('registered', at) : verdict('unknown', at, { title, attention });
}

const typeAt = (steps: readonly ThreadStep[], at: number) => steps[at]?.member.facts.type;

const placesOf = (steps: readonly ThreadStep[], ...types: readonly string[]): readonly number[] =>
  steps.flatMap(({ member }, place) => (types.includes(member.facts.type) ? [place] : []));
