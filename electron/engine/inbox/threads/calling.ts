import { isSpokenFor, openEvents } from './open-events.ts';
import { standingOf } from './standing.ts';
import type { Story } from './story.ts';
import type { ThreadStep } from './thread-order.ts';
import { mustBeActedOn, urgentUnread } from './unread.ts';

/**
 * Ids of the notifications of a declaration that still call for somebody, copies included: what is open, and what
 * ended the declaration in a way that needs an answer. What another message has settled, in the same second or
 * later, is not among them. A message of a type that no rule speaks of calls by its own attention, and so does one
 * that could not be read, by what is certain of it.
 */
export function callingIds({ life, trade }: Story): ReadonlySet<string> {
  if (life.steps.length === 0) return new Set();
  const standing = standingOf(life, trade);
  const places = standing.over ? [] : openEvents(life).flatMap(({ calls }) => calls);
  if (standing.attention === 'act') places.push(standing.at);
  const steps = places.flatMap((at) => life.steps[at] ?? []);
  const unread = urgentUnread(life, standing);
  return new Set([...steps, ...life.steps.filter(speaksForItself), ...unread].flatMap(({ ids }) => ids));
}

const speaksForItself = (step: ThreadStep): boolean => mustBeActedOn(step) && !isSpokenFor(step);
