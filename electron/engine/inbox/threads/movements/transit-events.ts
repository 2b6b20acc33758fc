import type { Facts } from '../../../../../shared/notification.ts';
import { timeOf } from '../thread-member.ts';
import type { ThreadStep } from '../thread-order.ts';

/** One message of a movement under transit. */
export interface TransitEvent {
  /** Place among the steps that were given. */
  readonly at: number;
  /** `IE060/2`: the type, and the code that decides; `?` where the message did not come with it, or has none. */
  readonly name: string;
  readonly facts: Facts;
}

/** The messages in the order in which customs work: by time, and within a second by what must come before what. */
export const transitEvents = (steps: readonly ThreadStep[]): readonly TransitEvent[] =>
  steps
    .map(({ member }, at) => ({ at, name: nameOf(member.facts), facts: member.facts, time: timeOf(member) }))
    .sort((a, b) => byText(a.time, b.time) || rankOf(a.name) - rankOf(b.name) || a.at - b.at)
    .map(({ at, name, facts }) => ({ at, name, facts }));

/** Whether an event is one of these: `IE060` is any of its kinds, `IE060/2` the one. */
export const isOneOf = ({ name }: TransitEvent, names: readonly string[]): boolean =>
  names.includes(name) || names.includes(typeOf(name));

/** An upload's answer is named by whether it was taken: its codes are no closed list. */
function nameOf({ type, statusCode, outcome }: Facts): string {
  if (type === 'SUBMISSION_NOTIFICATION') return outcome === 'rejected' ? 'UPLOAD/refused' : 'UPLOAD/taken';
  return WITH_CODE.has(type) ? `${type}/${statusCode ?? '?'}` : type;
}

const WITH_CODE: ReadonlySet<string> = new Set(['IE009', 'IE025', 'IE056', 'IE057', 'IE060']);

const typeOf = (name: string): string => name.split('/')[0] ?? name;

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function rankOf(name: string): number {
  const exact = RANKS.indexOf(name);
  return exact >= 0 ? exact : RANKS.indexOf(typeOf(name));
}

/** The published flows, one after the other; what is not in them comes first. */
const RANKS: readonly string[] = [
  ...['UPLOAD/refused', 'UPLOAD/taken', 'IE917', 'IE906'],
  ...['IE015', 'IE928', 'IE060/2', 'IE170', 'IE013', 'IE014', 'IE054'],
  ...['IE028', 'IE022', 'IE055', 'IE060', 'IE056', 'IE004', 'IE009', 'IE051', 'IE029', 'IE182'],
  ...['IE007', 'IE043', 'IE044', 'IE057', 'IE140', 'IE141', 'IE025/4', 'IE019', 'IE025', 'IE035', 'IE045'],
];
