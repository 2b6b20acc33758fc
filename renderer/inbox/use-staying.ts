import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, type RefObject } from 'react';
import type { ListRow } from '../../shared/engine-api.ts';
import type { NotificationRow } from '../../shared/notification.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { valueOf } from '../app/bridge.ts';
import { queryKeys } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { idsOf, single } from './list-row.ts';
import { stayingIn, type Triage } from './marks.ts';
import { hasSettled, keepsMark } from './row-outcome.ts';

/** A list at rest for this long may let rows go without moving what somebody is about to click. */
const AT_REST_MS = 3000;
const FORGET_AFTER_MS = 5 * 60_000;

/**
 * Rows acknowledged in this list that its filter no longer shows. They stay, with the engine's own word on
 * them, until they have settled and nobody is at the list.
 */
export function useStaying(
  list: string,
  fetched: readonly ListRow[],
  accounts: readonly AccountStatus[],
  touchedAt: RefObject<number>,
): readonly ListRow[] {
  const { bridge, triage: desk, seconds } = useServices();
  const triage = useStore(desk.triage);
  const ids = useMemo(() => stayingIn(triage, list), [triage, list]);
  const held = useMemo(
    () => new Map(fetched.flatMap((row) => idsOf(row).map((id) => [id, row] as const))),
    [fetched],
  );
  const gone = useMemo(() => ids.filter((id) => !held.has(id)), [ids, held]);
  const now = useQueries({
    queries: gone.map((id) => ({
      queryKey: queryKeys.notification(id),
      queryFn: () => valueOf(bridge.notification({ id })),
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  const staying = useMemo(
    () => gone.flatMap((id, index) => asMarked(triage, id, now[index])),
    [gone, now, triage],
  );

  useEffect(
    () =>
      seconds.subscribe(() => {
        const at = seconds.get();
        if (at - touchedAt.current < AT_REST_MS) return;
        const shown = new Map([...held, ...staying.map((row) => [row.id, row] as const)]);
        desk.release([
          ...ids.filter((id) => isDone(triage, id, shown.get(id), accounts, at)),
          ...forgotten(triage, list, at),
        ]);
      }),
    [seconds, staying, ids, held, accounts, triage, list, desk, touchedAt],
  );
  return staying;
}

/** What was acknowledged in a list that nobody has gone back to. */
const forgotten = (triage: Triage, list: string, at: number): readonly string[] =>
  [...triage.marks].flatMap(([id, mark]) =>
    mark.phase === 'stored' && mark.list !== list && at - mark.at > FORGET_AFTER_MS ? [id] : [],
  );

/** The row as it was marked, with what the engine says by now of the notification that is its face. */
function asMarked(triage: Triage, id: string, now: NotificationRow | undefined): readonly ListRow[] {
  const mark = triage.marks.get(id);
  if (mark === undefined || mark.phase === 'refused') return [];
  return [now === undefined ? mark.row : { ...single(now), thread: mark.row.thread }];
}

function isDone(
  triage: Triage,
  id: string,
  row: ListRow | undefined,
  accounts: readonly AccountStatus[],
  at: number,
): boolean {
  const mark = triage.marks.get(id);
  return (
    row !== undefined && mark?.phase === 'stored' && hasSettled(row, mark.at, keepsMark(row, accounts), at)
  );
}
