import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { ListRow } from '../../shared/engine-api.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Filter } from '../../shared/filter.ts';
import type { Instant } from '../../shared/notification.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { queryKeys } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { FOLLOWING, heldAt, nextHold, type Hold } from './hold-back.ts';
import { placesOf } from './list-row.ts';
import { withMark } from './marks.ts';
import { extentOf, instantAfter, withStaying } from './page-window.ts';
import { useArrivals, useTotalAsOf, type Total } from './use-arrivals.ts';
import { usePages, type Pages } from './use-pages.ts';
import { useStaying } from './use-staying.ts';
import { asOf, type ListBy } from './views.ts';

/** The list as it is on screen. Places count from 0 at the newest. */
export interface InboxList {
  /** Names filter and kind of row; changes when the list becomes another. */
  readonly key: string;
  /** Whether a row is a notification or a thread. */
  readonly by: ListBy;
  /** What exactly is shown: later arrivals that are held back are outside of it. */
  readonly filter: Filter;
  /** The filter without the instant, and the instant; null where all is shown. */
  readonly base: Filter;
  readonly heldAt: Instant | null;
  readonly rows: readonly ListRow[];
  /** Place of the first of `rows`. */
  readonly start: number;
  readonly pages: Pages;
  /** How many rows the scrollbar speaks for. */
  readonly extent: number;
  readonly total: Total;
  /** Null while the first answer is awaited, and when all went well. */
  readonly failure: Failure | null;
  readonly isPending: boolean;
  /** How many wait behind the button; null for none. */
  readonly arrivals: Total | null;
  readonly showArrivals: () => void;
  /** The place of the row that bears a notification, among those held; -1 where none does. */
  readonly placeOf: (id: string) => number;
  readonly rowAt: (place: number) => ListRow | undefined;
}

export function useList(
  by: ListBy,
  filter: Filter,
  reading: boolean,
  rowHeight: number,
  accounts: readonly AccountStatus[],
  touchedAt: RefObject<number>,
): InboxList {
  const { triage } = useServices();
  const { marks } = useStore(triage.triage);
  const key = useMemo(() => `${by} ${JSON.stringify(filter)}`, [by, filter]);
  const { pages, hold, showArrivals } = useHeldPages(key, by, filter, reading);
  const { window } = pages;
  const staying = useStaying(key, window.rows, accounts, touchedAt);
  const rows = useMemo(
    () =>
      withStaying(window.rows, pages.isPrevious ? [] : staying, {
        atNewest: window.start === 0,
        atOldest: !window.hasOlder,
      }).map((row) => withMark(row, marks.get(row.id))),
    [window, staying, marks, pages.isPrevious],
  );
  const instant = heldAt(hold);
  const asHeld = useTotalAsOf(by, instant === null ? null : filter, instant);
  const total = asHeld ?? { total: window.total, totalIsCapped: window.totalIsCapped };
  const places = useMemo(() => placesOf(rows, window.start), [rows, window.start]);
  return {
    key,
    by,
    filter: useMemo(() => asOf(filter, instant), [filter, instant]),
    base: filter,
    heldAt: instant,
    rows,
    start: window.start,
    pages,
    extent: Math.max(extentOf({ ...window, ...total }, rowHeight), window.start + rows.length),
    total,
    failure: pages.failure,
    isPending: pages.status === 'pending',
    arrivals: useArrivals(by, filter, instant),
    showArrivals,
    placeOf: useCallback((id: string) => places.get(id) ?? -1, [places]),
    rowAt: useCallback((place: number) => rows[place - window.start], [rows, window.start]),
  };
}

/** The pages, held as of an instant while they are being read. */
function useHeldPages(key: string, by: ListBy, filter: Filter, reading: boolean) {
  const { queries } = useServices();
  const [kept, setKept] = useState<{ key: string; hold: Hold }>({ key, hold: FOLLOWING });
  const before = kept.key === key ? kept.hold : FOLLOWING;
  const pages = usePages(key, by, filter, heldAt(before));
  const { window, isPrevious, answer } = pages;
  const afterNewest = isPrevious || window.start > 0 ? null : instantAfter(window.rows);
  const hold = nextHold(before, { reading: reading && !isPrevious, afterNewest, answer });
  if (kept.key !== key || kept.hold !== hold) setKept({ key, hold });

  // Let go of, the list is read again with what came meanwhile.
  const instant = heldAt(hold);
  const last = useRef({ key, instant });
  useEffect(() => {
    const released = last.current.key === key && last.current.instant !== null && instant === null;
    last.current = { key, instant };
    if (released) void queries.invalidateQueries({ queryKey: [...queryKeys.list, key] });
  }, [key, instant, queries]);

  const showArrivals = useCallback(
    () => setKept({ key, hold: { kind: 'catching-up', answer } }),
    [key, answer],
  );
  return { pages, hold, showArrivals };
}
