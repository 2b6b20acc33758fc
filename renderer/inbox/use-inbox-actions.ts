import type { RefObject } from 'react';
import type { ListRow } from '../../shared/engine-api.ts';
import type { NotificationRow } from '../../shared/notification.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { settle } from '../app/bridge.ts';
import type { Step } from '../app/key-intent.ts';
import { showsOnePane } from '../app/one-pane.ts';
import { useServices } from '../app/services.ts';
import { threadNoun } from '../ui/source-subject.ts';
import { single } from './list-row.ts';
import { rowWord } from './list-words.ts';
import { placeAfter, type Viewport } from './move.ts';
import { isPicking } from './selection.ts';
import { useAcknowledging } from './use-acknowledging.ts';
import type { ListKind } from './use-list-by.ts';
import type { InboxList } from './use-list.ts';

/** What a person can do in the inbox, by key or by pointer. */
export interface InboxActions {
  readonly move: (step: Step, extend: boolean) => void;
  /** Chooses one row: alone, as the end of a range, or into what is picked. */
  readonly choose: (row: ListRow, how: 'alone' | 'range' | 'toggle') => void;
  readonly pick: () => void;
  readonly pickAll: () => void;
  readonly acknowledge: () => void;
  readonly undo: (change?: string) => void;
  readonly retry: (row: NotificationRow) => void;
  readonly open: () => void;
  /** Lists the other kind of row. */
  readonly turnList: () => void;
  /** Shows the whole declaration or payment of what is open, or the one notification again. */
  readonly turnDetail: () => void;
  /** To the list from elsewhere; in the list, out of what is picked, then out of what is open. */
  readonly back: (elsewhere: boolean) => void;
}

export function useInboxActions(
  list: InboxList,
  kind: ListKind,
  accounts: readonly AccountStatus[],
  viewport: RefObject<Viewport>,
): InboxActions {
  const { bridge, navigator, triage, announce } = useServices();
  const { acknowledge, acknowledgeRows, cursorRow } = useAcknowledging(list, kind.noun, accounts);
  const { select, focus } = navigator;
  const selection = () => navigator.selection.get();

  function choose(row: ListRow, how: 'alone' | 'range' | 'toggle') {
    navigator.showDetailAs(row.thread === null ? 'notification' : 'thread');
    if (how === 'alone') select({ kind: 'move', id: row.id });
    else if (how === 'range') select({ kind: 'extend', to: row, rows: list.rows });
    else select({ kind: 'toggle', row });
    // Where only the notification is in view, the next one takes its place there.
    if (!isBehindDetail()) focus('list');
  }

  const isBehindDetail = () => navigator.place.get().pane === 'detail' && showsOnePane();

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
      acknowledgeRows([list.rowAt(list.placeOf(row.id)) ?? single(row)]);
      return;
    }
    const answer = await settle(bridge.retryAcknowledgements({ account: row.account }));
    announce(answer.ok ? 'Sending again.' : `Not sent: ${reasonTexts[answer.failure.reason].title}`);
  }

  function nounAtCursor() {
    const row = cursorRow();
    return row === undefined ? kind.noun : threadNoun([row.source]);
  }

  function turnDetail() {
    if (selection().cursor === null) {
      announce(`Choose a ${rowWord(list.by, 1, kind.noun)} first.`);
      return;
    }
    const view = navigator.place.get().detailView === 'thread' ? 'notification' : 'thread';
    navigator.showDetailAs(view);
    announce(view === 'thread' ? `The whole ${nounAtCursor()}` : 'One notification');
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
    turnList: () => {
      if (kind.isFixed) announce(`This view lists ${rowWord('thread', 2, kind.noun)} only.`);
      else kind.choose(kind.by === 'thread' ? 'notification' : 'thread');
    },
    turnDetail,
    back: (elsewhere) => {
      const current = selection();
      const inList = !elsewhere && !isBehindDetail();
      if (inList && isPicking(current)) select({ kind: 'unpick' });
      else if (inList) select({ kind: 'reset' });
      focus('list');
    },
  };
}
