import type { Filter } from '../../shared/filter.ts';
import type { Attention, TriageState, UpstreamStatus } from '../../shared/notification.ts';
import type { Preferences } from '../../shared/settings.ts';
import type { EngineStatus, ViewCounts } from '../../shared/status.ts';

export type ViewName = 'needs-action' | 'new' | 'quiet' | 'all' | 'acknowledged';

/** What one row of the list is. */
export type ListBy = Preferences['listBy'];

export interface View {
  readonly title: string;
  readonly filter: Pick<Filter, 'states' | 'needsAction' | 'quiet'>;
  readonly count: keyof ViewCounts | 'quiet';
  /** Where the view lists one kind of row alone. */
  readonly by?: ListBy;
}

export const views: Readonly<Record<ViewName, View>> = {
  'needs-action': {
    title: 'Needs action',
    filter: { states: ['new'], needsAction: true },
    count: 'needsAction',
  },
  new: { title: 'New', filter: { states: ['new'] }, count: 'new' },
  quiet: { title: 'Gone quiet', filter: { quiet: true }, count: 'quiet', by: 'thread' },
  all: { title: 'All', filter: {}, count: 'all' },
  acknowledged: { title: 'Acknowledged', filter: { states: ['acknowledged'] }, count: 'acknowledged' },
};

export const VIEW_NAMES = [
  'needs-action',
  'new',
  'quiet',
  'all',
  'acknowledged',
] as const satisfies readonly ViewName[];

/** What a row is in this view, for a person who prefers the one or the other. */
export const listedBy = (view: ViewName, preferred: ListBy): ListBy => views[view].by ?? preferred;

/** The figure beside the view, in the rows that it would list. */
export function viewCount(view: ViewName, status: EngineStatus, preferred: ListBy): number {
  const { count } = views[view];
  if (count === 'quiet') return status.quiet;
  return (listedBy(view, preferred) === 'thread' ? status.threadCounts : status.counts)[count];
}

/** What a person narrows a view by. An empty member narrows nothing. */
export interface Narrowing {
  readonly states: readonly TriageState[];
  readonly upstream: readonly UpstreamStatus[];
  readonly types: readonly string[];
  readonly attention: readonly Attention[];
  readonly accounts: readonly string[];
  readonly search: string;
}

export const NO_NARROWING: Narrowing = {
  states: [],
  upstream: [],
  types: [],
  attention: [],
  accounts: [],
  search: '',
};

/** The members of a narrowing that are lists of values. */
export type Dimension = Exclude<keyof Narrowing, 'search'>;

/** What can narrow this view: it does not ask again for what it has settled itself. */
export const dimensionsOf = (view: ViewName): readonly Dimension[] =>
  DIMENSIONS.filter((dimension) => !isSettledBy(view, dimension));

/** What needs action is new, and must be acted on. */
function isSettledBy(view: ViewName, dimension: Dimension): boolean {
  const { states, needsAction } = views[view].filter;
  return (
    (dimension === 'states' && states !== undefined) || (dimension === 'attention' && needsAction === true)
  );
}

const DIMENSIONS = ['states', 'upstream', 'types', 'attention', 'accounts'] as const;

/** The narrowing as far as it means something in the view. */
export function narrowingIn(view: ViewName, narrowing: Narrowing): Narrowing {
  return {
    ...narrowing,
    states: isSettledBy(view, 'states') ? [] : narrowing.states,
    attention: isSettledBy(view, 'attention') ? [] : narrowing.attention,
  };
}

/** View and narrowing as the one filter that the engine is asked with; members that filter nothing are absent. */
export function filterOf(view: ViewName, narrowing: Narrowing): Filter {
  const { states, upstream, types, attention, accounts, search } = narrowingIn(view, narrowing);
  const words = search.trim().slice(0, SEARCH_LIMIT);
  return {
    ...(states.length > 0 && { states: [...states] }),
    ...(upstream.length > 0 && { upstream: [...upstream] }),
    ...(types.length > 0 && { types: [...types] }),
    ...(attention.length > 0 && { attention: [...attention] }),
    ...(accounts.length > 0 && { accounts: [...accounts] }),
    ...(words !== '' && { search: words }),
    ...views[view].filter,
  };
}

/** The filter's own limit on the length of a search. */
export const SEARCH_LIMIT = 400;

export const isNarrowed = (narrowing: Narrowing): boolean =>
  DIMENSIONS.some((dimension) => narrowing[dimension].length > 0) || narrowing.search.trim() !== '';

/** The narrowing with the value added to the dimension, or taken out where it was in. */
export function toggled<D extends Dimension>(
  narrowing: Narrowing,
  dimension: D,
  value: Narrowing[D][number],
): Narrowing {
  const values: readonly string[] = narrowing[dimension];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { ...narrowing, [dimension]: next };
}

/** The filter as of an instant: what arrived since is left out. */
export const asOf = (filter: Filter, instant: string | null): Filter =>
  instant === null ? filter : { ...filter, until: instant };
