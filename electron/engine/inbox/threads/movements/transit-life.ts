import type { Attention } from '../../../../../shared/notification.ts';
import type { ThreadStatusCode } from '../../../../../shared/thread.ts';
import type { ThreadStep } from '../thread-order.ts';
import type { MovementRule, MovementVerdict } from './movement-rule.ts';
import { openCalls, type OpenCall } from './transit-calls.ts';
import { isOneOf, transitEvents, type TransitEvent } from './transit-events.ts';
import { verdict } from './verdict.ts';

/**
 * What has become of a movement under transit, of its departure, its arrival or both, by the set of its messages: the
 * gravest of what still calls, else how far it has come.
 */
export const transitLife: MovementRule = (steps) => {
  const life = currentLife(transitEvents(steps));
  const open = openCalls(life);
  const standing = standingOf(life, steps);
  const gravest = open.at(-1);
  const told = gravest === undefined ? standing : toldBy(gravest, standing);
  return {
    ...told,
    calls: open.map(({ event }) => event.at),
    limits: limitsOf(life, open),
    notes: notesOf(life, open, told),
  };
};

/**
 * A declaration that was refused, cancelled or not released may be sent anew, and what comes after that speaks of the new one.
 * One that customs cancelled of their own accord stays in sight until another is accepted.
 */
function currentLife(events: readonly TransitEvent[]): readonly TransitEvent[] {
  const starts = events.map((event, place) => isNewStart(event, events.slice(0, place)));
  const start = starts.lastIndexOf(true);
  return start < 0 ? events : events.slice(start);
}

function isNewStart(event: TransitEvent, before: readonly TransitEvent[]): boolean {
  const isOver = before.some((each) => isOneOf(each, OVER));
  if (isOneOf(event, ['IE028'])) return isOver || before.some((each) => isOneOf(each, BY_CUSTOMS));
  return isOneOf(event, ['IE928']) && isOver && !isWithoutCover(before);
}

const OVER = ['IE056/015', 'IE009/granted', 'IE051'] as const;
const BY_CUSTOMS = ['IE009/by-customs'] as const;

/** Whether customs cancelled it and nothing was accepted since. */
function isWithoutCover(events: readonly TransitEvent[]): boolean {
  const names = events.map(({ name }) => name);
  const cancelled = names.lastIndexOf('IE009/by-customs');
  return cancelled >= 0 && names.lastIndexOf('IE028') < cancelled;
}

type Told = Pick<MovementVerdict, 'code' | 'title' | 'attention' | 'at'>;

/** What is refused of a request leaves the movement as it stands, but calls all the same. */
function toldBy({ event, code }: OpenCall, standing: Told): Told {
  const { title } = event.facts;
  return { code: code ?? standing.code, title, attention: 'act', at: event.at };
}

interface Stage {
  readonly of: readonly string[];
  readonly code: ThreadStatusCode;
  readonly title: string;
  readonly attention: Attention;
}

const stage = (
  of: readonly string[],
  code: ThreadStatusCode,
  title: string,
  attention: Attention = 'info',
): Stage => ({ of, code, title, attention });

/** How far a movement may have come, the furthest first. */
const STAGES: readonly Stage[] = [
  stage(['IE009/granted'], 'withdrawn', 'Transit declaration cancelled', 'watch'),
  stage(['IE045'], 'ended', 'Movement discharged: guarantee freed'),
  stage(['IE025'], 'released', 'Released at destination'),
  stage(['IE044'], 'waiting', 'Unloading remarks sent'),
  stage(['IE043'], 'unloading', 'Unloading permitted', 'watch'),
  stage(['IE007'], 'waiting', 'Arrival notification sent'),
  stage(['IE141'], 'waiting', 'Proof of arrival sent'),
  stage(['IE182'], 'on-the-way', 'On the way, with an incident', 'watch'),
  stage(['IE029'], 'released', 'Released for transit'),
  stage(['IE004', 'IE028'], 'accepted', 'Accepted, not released for transit yet'),
  stage(['IE928'], 'registered', 'Received, not accepted yet'),
  stage(['UPLOAD/taken', 'IE015', 'IE013', 'IE014', 'IE054', 'IE170'], 'waiting', 'Sent, not answered yet'),
];

function standingOf(life: readonly TransitEvent[], steps: readonly ThreadStep[]): Told {
  for (const { of, code, title, attention } of STAGES) {
    const event = life.filter((each) => isOneOf(each, of)).at(-1);
    if (event === undefined) continue;
    if (isOneOf(event, ['IE025']) && event.name !== 'IE025/1') return unclear(event);
    return { code, title, attention, at: event.at };
  }
  const last = life.at(-1);
  return last === undefined ? verdict('unknown', steps.length - 1) : unclear(last);
}

/** A message that does not say what became of the movement, or did not come with what says it. */
const unclear = ({ at, facts }: TransitEvent): Told => ({
  code: 'unknown',
  title: facts.title,
  attention: facts.attention,
  at,
});

/** An answer that was rejected has to be given again by the date of the request. */
function limitsOf(life: readonly TransitEvent[], open: readonly OpenCall[]): readonly number[] {
  const events = open.map(({ event }) => event);
  const isAnswerOpen = events.some(({ name }) => name === 'IE056/141');
  const [request] = isAnswerOpen ? life.filter(({ name }) => name === 'IE140').slice(-1) : [];
  const all = request === undefined || events.includes(request) ? events : [...events, request];
  return all.filter(({ facts }) => facts.deadline !== null).map(({ at }) => at);
}

function notesOf(life: readonly TransitEvent[], open: readonly OpenCall[], told: Told): readonly string[] {
  const calling = new Set(open.map(({ event }) => event.at));
  const beside = life.filter(({ at }) => at !== told.at && !calling.has(at));
  const notes = [
    ...open.map(({ event }) => event.facts.title).reverse(),
    ...NOTES.flatMap(([names, words]) => (beside.some((event) => isOneOf(event, names)) ? [words] : [])),
  ];
  return [...new Set(notes)].filter((note) => note !== told.title);
}

/** What is worth knowing although it calls for nobody. */
const NOTES: readonly (readonly [names: readonly string[], words: string])[] = [
  [['IE025/?'], 'Release at destination was decided on: the message says how'],
  [['IE009/?'], 'Cancelling was decided on: the message says how'],
  [['IE182'], 'An incident was registered on the way'],
  [['IE056/013'], 'An amendment was rejected'],
  [['IE056/014', 'IE009/refused'], 'A request to cancel was refused'],
];
