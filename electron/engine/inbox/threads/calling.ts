import { callsOf } from './affair.ts';
import { isSpokenFor, openEvents } from './open-events.ts';
import { standingOf } from './standing.ts';
import type { Story } from './story.ts';
import type { ThreadStep } from './thread-order.ts';
import { mustBeActedOn, urgentUnread } from './unread.ts';

/**
 * Ids of the notifications of a thread that still call for somebody, copies included. What another message has settled,
 * in the same second or later, is not among them.
 */
export const callingIds = (story: Story): ReadonlySet<string> =>
  new Set(callingSteps(story).flatMap(({ ids }) => ids));

/**
 * Events of a thread that still call for somebody, oldest first: what a declaration's rules leave open, and those of a
 * movement or a payment. What no rule speaks of calls by its own attention.
 */
export function callingSteps(story: Story): readonly ThreadStep[] {
  const { steps, life, affairs } = story;
  const ruled = new Set([
    ...life.steps,
    ...(life.steps.length === 0 ? [] : life.unread.map(({ step }) => step)),
    ...affairs.flatMap((affair) => affair.steps),
  ]);
  const calling = new Set([...callsOfDeclaration(story), ...affairs.flatMap(callsOf)]);
  return steps.filter((step) => calling.has(step) || (!ruled.has(step) && mustBeActedOn(step)));
}

/**
 * What is open of a declaration, and what ended it in a way that needs an answer. A message of a type that no rule
 * speaks of calls by its own attention, and so does one that could not be read, by what is certain of it.
 */
function callsOfDeclaration({ life, trade }: Story): readonly ThreadStep[] {
  if (life.steps.length === 0) return [];
  const standing = standingOf(life, trade);
  const places = standing.over ? [] : openEvents(life).flatMap(({ calls }) => calls);
  if (standing.attention === 'act') places.push(standing.at);
  const open = places.flatMap((at) => life.steps[at] ?? []);
  return [...open, ...life.steps.filter(speaksForItself), ...urgentUnread(life, standing)];
}

const speaksForItself = (step: ThreadStep): boolean => mustBeActedOn(step) && !isSpokenFor(step);
