import { openDemands, type Demand } from './excise-demands.ts';
import { exciseEvents, type ExciseEvent } from './excise-event.ts';
import { exciseStanding, type ExciseStanding } from './excise-standing.ts';
import type { MovementRule } from './movement-rule.ts';
import { verdict } from './verdict.ts';

/**
 * What has become of an excise movement: what still waits for somebody, the weightiest first, and else how far it has
 * come. Both follow from the set of messages. An interruption stays, whatever comes after it.
 */
export const exciseLife: MovementRule = (steps) => {
  const events = exciseEvents(steps);
  const demands = openDemands(events);
  const standing = exciseStanding(events);
  const { code, event, title, attention } = demands[0] ?? standing ?? unclear(events);
  const calls = callsOf(demands, standing);
  return verdict(code, event.at, {
    title,
    attention: calls.length > 0 ? 'act' : attention,
    calls,
    limits: demands.flatMap(({ event: { type, at } }) => (type === 'IE802' ? [at] : [])),
    notes: notesOf(events, demands, standing).filter((note) => note !== title),
  });
};

/** Places of what calls, the weightiest last. A consignee whose goods will not come has to ask, although the movement is over. */
function callsOf(demands: readonly Demand[], standing: ExciseStanding | null): readonly number[] {
  const calling = demands.flatMap(({ event, attention }) => (attention === 'act' ? [event.at] : []));
  if (standing?.attention === 'act') calling.push(standing.event.at);
  return [...new Set(calling)].reverse();
}

/** No event says how far the movement has come. */
function unclear(events: readonly ExciseEvent[]): ExciseStanding {
  const event = events.at(-1);
  if (event === undefined) throw new Error('a movement has at least one message');
  return {
    event,
    code: 'unknown',
    title: event.title,
    attention: event.attention === 'info' ? 'info' : 'watch',
  };
}

function notesOf(
  events: readonly ExciseEvent[],
  demands: readonly Demand[],
  standing: ExciseStanding | null,
): readonly string[] {
  const [first, ...others] = demands;
  const isBeside = standing !== null && demands.every(({ event }) => event !== standing.event);
  const isOverdue = demands.some(({ event }) => event.type === 'IE802');
  const notes = [
    ...others.map(({ title }) => title),
    ...(first !== undefined && isBeside ? [standing.title] : []),
    ...(isOverdue && events.some(({ type }) => type === 'IE837') ? ['The delay was explained'] : []),
    ...(events.some(({ type }) => type === 'IE840') ? ['An event on the way was reported'] : []),
  ];
  return [...new Set(notes)];
}
