import type { ThreadStatusCode } from '../../../../../shared/thread.ts';
import { isOneOf, type TransitEvent } from './transit-events.ts';

/** A message that calls for somebody until another one settles it. */
interface Call {
  /** Names of its events. */
  readonly of: readonly string[];
  /** The status it gives; null where it says nothing of the movement itself, which stays as it stands. */
  readonly code: ThreadStatusCode | null;
  /** What settles it by coming later. */
  readonly settledBy: readonly string[];
}

/** What ends a departure. */
const ENDED = ['IE009/granted', 'IE009/by-customs', 'IE051', 'IE045'] as const;
/** What shows that the goods were released for transit, also where the release itself is not here. */
const LEFT = ['IE029', 'IE182', 'IE140', 'IE019', 'IE035', 'IE043', 'IE025', 'IE045'] as const;
/** What shows that the goods arrived. */
const ARRIVED = ['IE043', 'IE025', 'IE019', 'IE045'] as const;
/** What customs answer to something that was sent. */
const ANSWERED = [
  'IE928',
  'IE028',
  'IE004',
  'IE009',
  'IE056',
  'IE057',
  'IE043',
  'IE025',
  'UPLOAD/taken',
] as const;
/** A release whose indicator is known: one that is not here may say anything, so it settles nothing. */
const RELEASE_KNOWN = ['IE025/1', 'IE025/2', 'IE025/3', 'IE025/4'] as const;

/**
 * What calls, the gravest first, with what settles it. A later message of the same kind replaces an earlier one: HMRC sends
 * IE025, IE043, IE055 and IE060 more than once for a movement. That a new declaration begins a new life is not said here.
 */
const CALLS: readonly Call[] = [
  { of: ['IE035'], code: 'recovery', settledBy: ['IE035', 'IE045'] },
  { of: ['IE009/by-customs'], code: 'cancelled-by-customs', settledBy: [] },
  { of: ['IE051'], code: 'not-released', settledBy: [] },
  { of: ['IE025'], code: 'not-released', settledBy: RELEASE_KNOWN },
  { of: ['IE019'], code: 'discrepancies', settledBy: ['IE019', 'IE025/1', 'IE035', ...ENDED] },
  { of: ['IE140'], code: 'arrival-not-shown', settledBy: ['IE140', 'IE141', 'IE035', ...ARRIVED, ...ENDED] },
  {
    of: ['IE056/141'],
    code: 'arrival-not-shown',
    settledBy: ['IE140', 'IE056/141', 'IE035', ...ARRIVED, ...ENDED],
  },
  { of: ['IE055'], code: 'guarantee-refused', settledBy: ['IE055', 'IE004', ...LEFT, ...ENDED] },
  { of: ['IE060/1'], code: 'documents-wanted', settledBy: ['IE060', ...LEFT, ...ENDED] },
  // The acceptance follows on the presentation, which was the thing to do.
  { of: ['IE060/2'], code: 'control-intended', settledBy: ['IE060', 'IE028', ...LEFT, ...ENDED] },
  { of: ['IE060'], code: 'under-control', settledBy: ['IE060', ...LEFT, ...ENDED] },
  { of: ['IE022'], code: 'query-open', settledBy: ['IE022', 'IE004', ...LEFT, ...ENDED] },
  { of: ['IE056/015'], code: 'rejected', settledBy: ['IE056/015', ...LEFT, ...ENDED] },
  { of: ['IE057/007'], code: 'rejected', settledBy: ['IE057/007', 'IE043', 'IE025', 'IE045'] },
  { of: ['IE057'], code: 'rejected', settledBy: ['IE057/044', 'IE043', 'IE025', 'IE045'] },
  { of: ['IE056/170'], code: null, settledBy: ['IE056/170', 'IE028', ...LEFT, ...ENDED] },
  {
    of: ['IE056/014', 'IE009/refused'],
    code: null,
    settledBy: ['IE056/014', 'IE009/refused', 'IE025/1', ...ENDED],
  },
  // Nothing can be amended once the goods are released.
  { of: ['IE056/013'], code: null, settledBy: ['IE056/013', 'IE004', ...LEFT, ...ENDED] },
  { of: ['IE056/054'], code: null, settledBy: ['IE056/054', ...LEFT, ...ENDED] },
  { of: ['IE056'], code: null, settledBy: ['IE928', 'IE028', 'IE004', ...LEFT, ...ENDED] },
  { of: ['UPLOAD/refused', 'IE917', 'IE906'], code: null, settledBy: [...ANSWERED, ...ENDED] },
  { of: ['IE043'], code: 'unloading', settledBy: ['IE043', 'IE044', 'IE057/044', 'IE025', 'IE045'] },
];

/** A message that nothing has settled. */
export interface OpenCall {
  readonly event: TransitEvent;
  readonly code: ThreadStatusCode | null;
}

/** What still calls, the gravest last and of its kind the latest. `life` is in order of time. */
export function openCalls(life: readonly TransitEvent[]): readonly OpenCall[] {
  const open = life.flatMap((event, place) => {
    const call = callOf(event);
    const isSettled = life.slice(place + 1).some((later) => isOneOf(later, call.settledBy));
    return event.facts.attention !== 'act' || isSettled ? [] : [{ event, call }];
  });
  return open
    .map((each, place) => ({ ...each, place }))
    .sort((a, b) => graveness(b.call) - graveness(a.call) || a.place - b.place)
    .map(({ event, call }) => ({ event, code: call.code }));
}

/** The more exact entry comes first; a message of a type that no rule speaks of calls until the movement ends. */
const callOf = (event: TransitEvent): Call => CALLS.find(({ of }) => isOneOf(event, of)) ?? OTHER;

const OTHER: Call = { of: [], code: null, settledBy: ENDED };

const graveness = (call: Call): number => {
  const place = CALLS.indexOf(call);
  return place < 0 ? CALLS.length : place;
};
