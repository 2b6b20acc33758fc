import type { RefObject } from 'react';
import type { Selection as Selected } from '../../shared/engine-api.ts';
import type { NotificationDetail, NotificationRow } from '../../shared/notification.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { settle } from '../app/bridge.ts';
import type { Step } from '../app/key-intent.ts';
import { showsOnePane } from '../app/one-pane.ts';
import { queryKeys, usePreferences } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { placeAfter, type Viewport } from './move.ts';
import { keepsMark } from './row-outcome.ts';
import { isPicking, rowAfter } from './selection.ts';
import type { InboxList } from './use-list.ts';

/** What a person can do in the inbox, by key or by pointer. */
export interface InboxActions {
  readonly move: (step: Step, extend: boolean) => void;
  /** Chooses one row: alone, as the end of a range, or into what is picked. */
  readonly choose: (row: NotificationRow, how: 'alone' | 'range' | 'toggle') => void;
  readonly pick: () => void;
  readonly pickAll: () => void;
  readonly acknowledge: () => void;
  readonly undo: (change?: string) => void;
  readonly retry: (row: NotificationRow) => void;
  readonly open: () => void;
  /** To the list from elsewhere; in the list, out of what is picked, then out of what is open. */
  readonly back: (elsewhere: boolean) => void;
}

/** The engine's own limit on a list of ids. */
const MOST_IDS = 10_000;

export function useInboxActions(
  list: InboxList,
  accounts: readonly AccountStatus[],
  viewport: RefObject<Viewport>,
): InboxActions {
  const { bridge, queries, navigator, triage, announce } = useServices();
  const { holdBackSeconds } = usePreferences();
  const { select, focus } = navigator;
  const selection = () => navigator.selection.get();

  function choose(row: NotificationRow, how: 'alone' | 'range' | 'toggle') {
    if (how === 'alone') select({ kind: 'move', id: row.id });
    else if (how === 'range') select({ kind: 'extend', to: row, rows: list.rows });
    else select({ kind: 'toggle', row });
    // Where only the notification is in view, the next one takes its place there.
    if (!isBehindDetail()) focus('list');
  }

  const isBehindDetail = () => navigator.place.get().pane === 'detail' && showsOnePane();

  function cursorRow(): NotificationRow | undefined {
    const { cursor } = selection();
    if (cursor === null) return undefined;
    const detail = queries.getQueryData<NotificationDetail>(queryKeys.notification(cursor));
    return list.rowAt(list.placeOf(cursor)) ?? detail;
  }

  function acknowledgeRows(selected: Selected, rows: readonly NotificationRow[]) {
    const acted = new Set(rows.map(({ id }) => id));
    goOnAfter(acted);
    void triage.acknowledge({
      selection: selected,
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

  function acknowledge(): void {
    const { all, picked } = selection();
    if (all) {
      const states = list.filter.states ?? ['new'];
      if (!states.includes('new')) return announce('These are acknowledged already.');
      const rows = list.rows.filter(({ state }) => state === 'new');
      return acknowledgeRows({ filter: { ...list.filter, states: ['new'] } }, rows);
    }
    const cursor = cursorRow();
    const chosen = picked.size > 0 ? [...picked.values()] : cursor === undefined ? [] : [cursor];
    const rows = chosen
      .map((row) => list.rowAt(list.placeOf(row.id)) ?? row)
      .filter(({ state }) => state !== 'acknowledged')
      .slice(0, MOST_IDS);
    if (rows.length > 0) return acknowledgeRows({ ids: rows.map(({ id }) => id) }, rows);
    announce(chosen.length === 0 ? 'Choose a notification first.' : 'Acknowledged already.');
  }

  function move(step: Step, extend: boolean): void {
    const { cursor } = selection();
    const from = cursor === null ? -1 : list.placeOf(cursor);
    const place = placeAfter(step, from, list.extent, viewport.current);
    const how = extend ? 'range' : 'alone';
    const row = list.rowAt(place);
    if (row !== undefined) return choose(row, how);
    if (list.extent === 0) return;
    void list.pages.bring(place).then((found) => {
      if (found !== null) choose(found.row, how);
    });
  }

  async function retry(row: NotificationRow) {
    if (row.state !== 'acknowledged') {
      acknowledgeRows({ ids: [row.id] }, [row]);
      return;
    }
    const answer = await settle(bridge.retryAcknowledgements({ account: row.account }));
    announce(answer.ok ? 'Sending again.' : `Not sent: ${reasonTexts[answer.failure.reason].title}`);
  }

  return {
    move,
    choose,
    acknowledge,
    pick: () => {
      const row = cursorRow();
      if (row !== undefined) select({ kind: 'toggle', row });
    },
    pickAll: () => select({ kind: 'pick-all' }),
    undo: (change) => void triage.undo(change),
    retry: (row) => void retry(row),
    open: () => {
      if (selection().cursor === null) move('first', false);
      focus('detail');
    },
    back: (elsewhere) => {
      const current = selection();
      const inList = !elsewhere && !isBehindDetail();
      if (inList && isPicking(current)) select({ kind: 'unpick' });
      else if (inList) select({ kind: 'reset' });
      focus('list');
    },
  };
}
