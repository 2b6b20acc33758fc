import type { Attention } from '../../../../../shared/notification.ts';
import type { ThreadStatusCode } from '../../../../../shared/thread.ts';
import { statusWords } from '../status-words.ts';
import { isOneOf, OVER, RECEIVED, SPLIT, type ExciseEvent } from './excise-event.ts';

/** How far an excise movement has come, leaving aside what waits for somebody. */
export interface ExciseStanding {
  readonly code: ThreadStatusCode;
  readonly title: string;
  readonly attention: Attention;
  readonly event: ExciseEvent;
}

/**
 * The standing by the set of events: an end comes first, whenever it came; then goods that were taken or left; then what
 * is told of the latest version of the movement. Null where no event says how far it has come.
 */
export function exciseStanding(events: readonly ExciseEvent[]): ExciseStanding | null {
  for (const ends of [...OVER, SPLIT]) {
    const end = events.filter((event) => isOneOf(event, [ends])).at(-1);
    if (end !== undefined) return wordsFor(end);
  }
  const telling = latestVersion(events.filter(({ name, type }) => name in STANDINGS || type in STANDINGS));
  const received = telling.filter((event) => isOneOf(event, RECEIVED)).at(-1);
  const last = received ?? telling.at(-1);
  return last === undefined ? null : wordsFor(last);
}

/** Without those that speak of an earlier version of the movement than another does. */
function latestVersion(events: readonly ExciseEvent[]): readonly ExciseEvent[] {
  const highest = Math.max(...events.flatMap(({ version }) => version ?? []));
  return events.filter(({ version }) => version === null || version >= highest);
}

function wordsFor(event: ExciseEvent): ExciseStanding {
  const known = STANDINGS[event.name] ?? STANDINGS[event.type];
  const code = known?.code ?? 'unknown';
  return {
    event,
    code,
    title: known?.title ?? statusWords[code].title,
    attention: known?.isBySide === true ? event.attention : statusWords[code].attention,
  };
}

interface Words {
  readonly code: ThreadStatusCode;
  readonly title?: string;
  /** Whether its urgency is another for the consignor than for the consignee: then the event's own counts. */
  readonly isBySide?: true;
}

const CLOSED_BY_HAND: Words = { code: 'ended', title: 'Closed by officials', isBySide: true };
const CANCELLED: Words = { code: 'cancelled', title: 'Cancelled before it left', isBySide: true };
const REPLACED: Words = { code: 'diverted', title: 'Split: new ARCs stand in its place', isBySide: true };
const FOR_EXPORT: Words = { code: 'on-the-way', title: 'Accepted for export, not out of the country yet' };

const STANDINGS: Readonly<Record<string, Words>> = {
  IE801: { code: 'on-the-way', isBySide: true },
  IE803: { code: 'diverted', isBySide: true },
  [SPLIT]: REPLACED,
  IE810: CANCELLED,
  IE813: { code: 'diverted', title: 'On the way to another destination', isBySide: true },
  'IE813/11': { code: 'diverted', title: 'On the way back to the consignor', isBySide: true },
  'IE818/': { code: 'unknown', title: 'Receipt or export reported: the message tells how' },
  'IE818/1': { code: 'ended', title: 'Received, all in order' },
  'IE818/2': { code: 'ended', title: 'Received, differences explained' },
  'IE818/3': { code: 'refused', isBySide: true },
  'IE818/4': { code: 'partly-refused', isBySide: true },
  'IE818/21': { code: 'exited' },
  'IE818/22': { code: 'exited', title: 'Goods have left, small discrepancies', isBySide: true },
  'IE818/23': { code: 'refused', title: 'Exit refused', isBySide: true },
  'IE819/1': { code: 'rejected', title: 'Rejected by the consignee', isBySide: true },
  IE829: FOR_EXPORT,
  'IE881/1': CLOSED_BY_HAND,
  'IE905/X01': { code: 'on-the-way' },
  'IE905/X02': CANCELLED,
  'IE905/X03': { code: 'ended', title: 'Delivered and closed' },
  'IE905/X04': { code: 'diverted' },
  'IE905/X06': REPLACED,
  'IE905/X07': CLOSED_BY_HAND,
  'IE905/X11': { code: 'on-the-way', title: 'Being exported' },
  'IE905/X14': FOR_EXPORT,
  'IE905/X15': FOR_EXPORT,
};
