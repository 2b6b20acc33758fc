import type { ListRow } from '../../shared/engine-api.ts';
import type { NotificationDetail } from '../../shared/notification.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { queryKeys, usePreferences } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import type { ThreadNoun } from '../ui/source-subject.ts';
import { idsOf, single } from './list-row.ts';
import { rowWord } from './list-words.ts';
import { keepsMark } from './row-outcome.ts';
import { rowAfter } from './selection.ts';
import { actOn, walkThreads } from './thread-act.ts';
import type { AcknowledgeRequest } from './triage.ts';
import type { InboxList } from './use-list.ts';

/** Acknowledging in the list: what is picked or open, all that it shows, or some rows by name. */
export interface Acknowledging {
  readonly acknowledge: () => void;
  readonly acknowledgeRows: (rows: readonly ListRow[]) => void;
  /** The row that the cursor is on; one that the list does not show, as far as it is known. */
  readonly cursorRow: () => ListRow | undefined;
}

export function useAcknowledging(
  list: InboxList,
  noun: ThreadNoun,
  accounts: readonly AccountStatus[],
): Acknowledging {
  const { bridge, queries, navigator, triage, announce } = useServices();
  const { holdBackSeconds } = usePreferences();
  const { select, focus } = navigator;
  const selection = () => navigator.selection.get();

  function cursorRow(): ListRow | undefined {
    const { cursor } = selection();
    if (cursor === null) return undefined;
    const detail = queries.getQueryData<NotificationDetail>(queryKeys.notification(cursor));
    return list.rowAt(list.placeOf(cursor)) ?? (detail === undefined ? undefined : single(detail));
  }

  function carryOut(act: AcknowledgeRequest['act'], rows: readonly ListRow[]) {
    goOnAfter(new Set(rows.flatMap(idsOf)));
    void triage.acknowledge({
      act,
      rows,
      // One that was opened from outside has no place here to stay in sight.
      list: rows.every(({ id }) => list.placeOf(id) < 0) ? '' : list.key,
      holdBackSeconds,
      keepsMark: (row) => keepsMark(row, accounts),
    });
  }

  /** Moves on from rows that are dealt with, and takes the keyboard along if it was in the list. */
  function goOnAfter(acted: ReadonlySet<string>) {
    const { cursor } = selection();
    const onlyNew = list.filter.states?.includes('new') ?? false;
    const inList = document.activeElement?.closest('[role="grid"]') !== null;
    select({ kind: 'unpick' });
    if (cursor === null || !acted.has(cursor) || list.placeOf(cursor) < 0) return;
    const next = rowAfter(list.rows, acted, cursor, ({ state }) => !onlyNew || state === 'new');
    if (next !== null) {
      select({ kind: 'move', id: next });
    } else {
      select({ kind: 'reset' });
      navigator.showPane('list');
    }
    if (inList) focus('list');
  }

  function acknowledgeAll() {
    const states = list.filter.states ?? ['new'];
    if (!states.includes('new')) {
      announce('These are acknowledged already.');
      return;
    }
    const rows = list.rows.filter(({ state }) => state === 'new');
    const filter = { ...list.filter, states: ['new' as const] };
    carryOut(list.by === 'thread' ? walkThreads(bridge, filter) : { selection: { filter } }, rows);
  }

  function acknowledgeRows(chosen: readonly ListRow[]) {
    const { act, rows } = actOn(chosen);
    if (act !== null) carryOut(act, rows);
  }

  function acknowledge(): void {
    const { all, picked } = selection();
    if (all) return acknowledgeAll();
    const cursor = cursorRow();
    const chosen = picked.size > 0 ? [...picked.values()] : cursor === undefined ? [] : [cursor];
    const rows = chosen
      .map((row) => list.rowAt(list.placeOf(row.id)) ?? row)
      .filter(({ state }) => state !== 'acknowledged');
    if (rows.length > 0) return acknowledgeRows(rows);
    announce(chosen.length === 0 ? `Choose a ${rowWord(list.by, 1, noun)} first.` : 'Acknowledged already.');
  }

  return { acknowledge, acknowledgeRows, cursorRow };
}
