import type { ThreadStatusCode } from '../../../../../shared/thread.ts';
import { isOneOf, OVER, outweighs, RECEIVED, SPLIT, type ExciseEvent } from './excise-event.ts';

/** Something about an excise movement that waits for somebody. */
export interface Demand {
  readonly event: ExciseEvent;
  readonly code: ThreadStatusCode;
  readonly title: string;
  /** `watch` where the other side has to act. */
  readonly attention: 'act' | 'watch';
}

interface Rule {
  readonly of: readonly string[];
  readonly code: ThreadStatusCode;
  /** The event's own title where it has none. */
  readonly title?: string;
  /** What settles it by saying more of the movement. */
  readonly settledBy: readonly string[];
  /** What settles it whenever it came: a report and the reminder of it may cross. */
  readonly endedBy: readonly string[];
}

const ENDS = [...RECEIVED, ...OVER, SPLIT] as const;
/** By the word of EMCS the movement goes on, or has ended otherwise. */
const STATED = ['X01', 'X02', 'X03', 'X04', 'X06', 'X07', 'X11', 'X14', 'X15'].map((code) => `IE905/${code}`);
/** There is a new version of the movement, or it went on. */
const GONE_ON = ['IE801', 'IE813', ...STATED];
const GIVEN = ['IE813', 'IE801', 'IE818', 'IE905/X04'] as const;

/**
 * What calls for somebody, each with what settles it; the weightier stands first. Of each rule only the event that
 * outweighs the others counts: a second reminder stands for the first.
 */
const RULES: readonly Rule[] = [
  { of: ['IE807'], code: 'interrupted', settledBy: [], endedBy: [] },
  { of: ['IE905/X13'], code: 'interrupted', settledBy: STATED, endedBy: OVER },
  {
    of: ['IE818/3', 'IE818/23', 'IE905/X08'],
    code: 'refused',
    settledBy: [...GONE_ON, 'IE818'],
    endedBy: ENDS,
  },
  {
    of: ['IE818/4', 'IE905/X10'],
    code: 'partly-refused',
    settledBy: [...GONE_ON, 'IE818'],
    endedBy: ENDS,
  },
  {
    of: ['IE819/1', 'IE905/X05'],
    code: 'rejected',
    title: 'Rejected by the consignee',
    settledBy: [...GONE_ON, 'IE818'],
    endedBy: ENDS,
  },
  {
    of: ['IE839'],
    code: 'rejected',
    title: 'Rejected by customs',
    settledBy: ['IE829', 'IE813', 'IE818'],
    endedBy: ENDS,
  },
  reminder('IE802/1', 'Change of destination is due', GIVEN),
  reminder('IE802/2', 'Report of receipt or export is due', ['IE818', 'IE803']),
  reminder('IE802/3', 'Destination is still missing', GIVEN),
  reminder('IE802', 'Something is overdue', [...GIVEN, 'IE803']),
  {
    of: ['IE818/2'],
    code: 'discrepancies',
    title: 'Received, not all in order',
    settledBy: ['IE818', 'IE871/1', 'IE871/'],
    endedBy: OVER,
  },
  {
    of: ['IE819'],
    code: 'discrepancies',
    settledBy: [...GONE_ON, 'IE818', 'IE819/1'],
    endedBy: ENDS,
  },
  { of: ['IE717/3', 'IE717/4'], code: 'under-control', settledBy: ['IE807'], endedBy: ENDS },
  {
    of: ['IE881/0'],
    code: 'report-due',
    title: 'Not closed by officials: something is still due',
    settledBy: ['IE818'],
    endedBy: ENDS,
  },
  refusal('IE704/IE815', ['IE801']),
  ...['IE810', 'IE813', 'IE818', 'IE819', 'IE837', 'IE871'].map((type) => refusal(`IE704/${type}`, [type])),
  refusal('IE704/IE825', [SPLIT]),
  // Only what cannot come from the other side tells that a refused message went through after all.
  refusal('IE704', ['IE801', 'IE813', 'IE818']),
];

/** What is open, the weightier first. A receipt of what the reader sent himself calls for nothing. */
export function openDemands(events: readonly ExciseEvent[]): readonly Demand[] {
  const taken = new Set<ExciseEvent>();
  return RULES.flatMap((rule) => {
    const own = events.filter((event) => isOneOf(event, rule.of) && !taken.has(event));
    for (const event of own) taken.add(event);
    const latest = own.reduce<ExciseEvent | null>(
      (best, event) => (best === null || outweighs(event, best) ? event : best),
      null,
    );
    if (latest === null || isSettled(latest, rule, events)) return [];
    const { attention, title } = latest;
    return attention === 'info'
      ? []
      : [{ event: latest, code: rule.code, title: rule.title ?? title, attention }];
  });
}

const isSettled = (demand: ExciseEvent, rule: Rule, events: readonly ExciseEvent[]): boolean =>
  events.some(
    (event) =>
      event !== demand &&
      ((isOneOf(event, rule.settledBy) && outweighs(event, demand)) ||
        (isOneOf(event, rule.endedBy) && !isOfAnEarlierVersion(event, demand))),
  );

const isOfAnEarlierVersion = (event: ExciseEvent, demand: ExciseEvent): boolean =>
  event.version !== null && demand.version !== null && event.version < demand.version;

function reminder(of: string, title: string, settledBy: readonly string[]): Rule {
  return { of: [of], code: 'report-due', title, settledBy, endedBy: ENDS };
}

/** What ends the movement later leaves nothing to send again. */
function refusal(of: string, settledBy: readonly string[]): Rule {
  return { of: [of], code: 'rejected', settledBy: [...settledBy, ...OVER, ...RECEIVED], endedBy: [] };
}
