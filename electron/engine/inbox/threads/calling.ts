import { isSpokenFor, openEvents } from './open-events.ts';
import { standingOf } from './standing.ts';
import type { Story } from './story.ts';
import type { ThreadStep } from './thread-order.ts';

/**
 * Ids of the notifications of a declaration that still call for somebody, copies included: what is open, and what
 * ended the declaration in a way that needs an answer. What another message has settled, in the same second or
 * later, is not among them. A message of a type that no rule speaks of calls by its own attention.
 */
export function callingIds({ life, trade }: Story): ReadonlySet<string> {
  if (life.steps.length === 0) return new Set();
  const standing = standingOf(life, trade);
  const places = standing.over ? [] : openEvents(life).map(({ at }) => at);
  if (standing.attention === 'act') places.push(standing.at);
  const steps = places.flatMap((at) => life.steps[at] ?? []);
  return new Set([...steps, ...life.steps.filter(speaksForItself)].flatMap(({ ids }) => ids));
}

const speaksForItself = (step: ThreadStep): boolean =>
  step.member.facts.attention === 'act' && !isSpokenFor(step);
