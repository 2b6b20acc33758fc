import { oneOf } from '../../cds/chance.ts';
import type { MastercardEvent } from '../notification-shelf.ts';

/** What no publication promises and a reader must bear: each makes another event of one. */
export const oddContent = {
  /** Members that nobody knows, beside and within those that are known. */
  extraFields: (event) =>
    changed(event, (content) => ({ ...content, quayOrbit: 'new', harbour: { berth: [1, null] } })),
  /** Every member of the content is null. */
  nulls: (event) => changed(event, (content) => mapped(content, () => null)),
  /** Every object within the content stands in a list. */
  arraysForObjects: (event) =>
    changed(event, (content) => mapped(content, (value) => (isObject(value) ? [value] : value))),
  /** Every text ends in blanks. */
  padded: (event) =>
    changed(event, (content) =>
      mapped(content, (value) => (typeof value === 'string' ? `${value}   ` : value)),
    ),
  /** Every number is a text. */
  numbersAsText: (event) =>
    changed(event, (content) =>
      mapped(content, (value) => (typeof value === 'number' ? String(value) : value)),
    ),
  noContent: (event) => ({ ...event, content: null }),
  listOfContents: (event) => ({ ...event, content: [event.content] }),
  unknownSubject: (event) => ({ ...event, subject: 'CARD_CONTROL_TRIPPED' }),
} as const satisfies Record<string, (event: MastercardEvent) => MastercardEvent>;

/** The event with one of the oddities, any of them. */
export const anyOddity = (random: () => number, event: MastercardEvent): MastercardEvent =>
  oneOf(random, Object.values(oddContent))(event);

function changed(
  event: MastercardEvent,
  change: (content: Readonly<Record<string, unknown>>) => unknown,
): MastercardEvent {
  return { ...event, content: isObject(event.content) ? change(event.content) : event.content };
}

const mapped = (content: object, change: (value: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(content).map(([name, value]) => [name, change(value)]));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
