import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  type MouseEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import type { AccountStatus } from '../../shared/status.ts';
import { showsOnePane } from '../app/one-pane.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { rowKey } from './list-row.ts';
import { threadsTitle } from './list-words.ts';
import { NotificationRow } from './notification-row.tsx';
import type { Viewport } from './move.ts';
import { keepsMark } from './row-outcome.ts';
import { isPicked, isPicking } from './selection.ts';
import type { InboxActions } from './use-inbox-actions.ts';
import type { ListKind } from './use-list-by.ts';
import type { InboxList } from './use-list.ts';
import { ThreadRow } from './thread-row.tsx';
import { useSteadyScroll } from './use-steady-scroll.ts';

interface NotificationGridProps {
  readonly list: InboxList;
  readonly kind: ListKind;
  readonly actions: InboxActions;
  readonly accounts: readonly AccountStatus[];
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly viewport: RefObject<Viewport>;
  readonly touchedAt: RefObject<number>;
  readonly onScrolled: (scrolled: boolean) => void;
}

/** Rows drawn beyond what is in view. */
const OVERSCAN = 8;
/** A dragged scrollbar passes many places; the one where it rests is fetched. */
const REST_MS = 80;
const AT_TOP_PX = 4;

export function NotificationGrid(props: NotificationGridProps): ReactElement {
  // useVirtualizer returns functions whose results change under the same identity.
  'use no memo';
  const { list, kind, actions, accounts, rowHeight, scroller, viewport, touchedAt, onScrolled } = props;
  const { clock, navigator, seconds, triage } = useServices();
  const { marks } = useStore(triage.triage);
  const selection = useStore(navigator.selection);
  const wantsFocus = useStore(navigator.place, ({ focus }) => focus === 'list');
  const today = useStore(seconds, startOfDay);
  const cursorPlace = selection.cursor === null ? -1 : list.placeOf(selection.cursor);

  // eslint-disable-next-line react-hooks/incompatible-library -- said above
  const virtualizer = useVirtualizer({
    count: list.extent,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    // The row that holds the focus is drawn wherever it is, or the focus would be lost.
    rangeExtractor: (range) => withPlace(range, cursorPlace),
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const items = virtualizer.getVirtualItems();
  const first = Math.floor((virtualizer.scrollOffset ?? 0) / rowHeight);
  const fitting = Math.floor((virtualizer.scrollRect?.height ?? 0) / rowHeight);
  const last = Math.min(list.extent - 1, first + fitting);

  useEffect(() => {
    viewport.current = { first, rows: fitting };
  }, [viewport, first, fitting]);

  const { want, bring } = list.pages;
  useEffect(() => {
    if (want(first, last) !== 'elsewhere') return undefined;
    return clock.after(REST_MS, () => void bring(first));
  }, [want, bring, first, last, clock]);

  useSteadyScroll(scroller, list, rowHeight);

  // Another list begins at its top.
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [list.key, scroller]);
  useEffect(() => () => onScrolled(false), [onScrolled]);

  useLayoutEffect(() => {
    if (cursorPlace >= 0) virtualizer.scrollToIndex(cursorPlace, { align: 'auto' });
    // Only a new cursor scrolls: rows that come and go around it must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selection.cursor, virtualizer]);

  // A row that goes takes the focus with it: the list takes it back.
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    const isLost = hadFocus.current && document.activeElement === document.body;
    if ((!wantsFocus && !isLost) || scroller.current === null) return;
    const stop =
      scroller.current.querySelector<HTMLElement>('[role="row"][tabindex="0"]') ?? scroller.current;
    stop.focus({ preventScroll: true });
    if (wantsFocus) navigator.arrived();
  });

  const tabStop = list.rowAt(cursorPlace)?.id ?? list.rowAt(Math.max(first, list.start))?.id;
  const picking = isPicking(selection);

  function onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    const row = id === undefined ? undefined : list.rowAt(list.placeOf(id));
    if (target === null || row === undefined) return;
    const control = target.closest<HTMLElement>('[data-do]')?.dataset ?? {};
    const how = howChosen(event, control['do'] === 'pick');
    if (control['do'] === 'undo') actions.undo(control['change']);
    else if (control['do'] === 'retry') actions.retry(row);
    else actions.choose(row, how);
    navigator.focus(how === 'alone' && control['do'] === undefined && showsOnePane() ? 'detail' : 'list');
  }

  const touch = () => {
    touchedAt.current = clock.now();
  };
  return (
    <div
      ref={scroller}
      role="grid"
      className={picking ? 'rows picking' : 'rows'}
      tabIndex={tabStop === undefined ? 0 : -1}
      aria-label={list.by === 'thread' ? threadsTitle[kind.noun] : 'Notifications'}
      aria-multiselectable="true"
      aria-rowcount={
        list.total.totalIsCapped ? -1 : Math.max(list.total.total, list.start + list.rows.length)
      }
      aria-busy={list.isPending || list.pages.isPrevious}
      onClick={onClick}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={() => {
        hadFocus.current = false;
      }}
      onPointerMove={touch}
      onKeyDown={touch}
      onMouseDown={(event) => {
        // Shift and a click would select text across rows.
        if (event.shiftKey) event.preventDefault();
      }}
      onScroll={(event) => {
        touch();
        onScrolled(event.currentTarget.scrollTop > AT_TOP_PX);
      }}
    >
      <div role="rowgroup" className="rows-inner" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = list.rowAt(index);
          if (row === undefined) return <EmptyRow key={`place-${index}`} place={index} top={start} />;
          const Row = row.thread === null ? NotificationRow : ThreadRow;
          return (
            <Row
              key={rowKey(row)}
              row={row}
              mark={marks.get(row.id)}
              keepsMark={keepsMark(row, accounts)}
              place={index}
              top={start}
              isCursor={index === cursorPlace}
              isPicked={isPicked(selection, row)}
              isSelected={picking ? isPicked(selection, row) : index === cursorPlace}
              isTabStop={row.id === tabStop}
              today={today}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Shift makes a range; Ctrl, Cmd and the check box pick one row more. */
function howChosen({ shiftKey, ctrlKey, metaKey }: MouseEvent, byBox: boolean): 'range' | 'toggle' | 'alone' {
  if (shiftKey) return 'range';
  return ctrlKey || metaKey || byBox ? 'toggle' : 'alone';
}

/** A place whose row is on its way. */
function EmptyRow({ place, top }: { readonly place: number; readonly top: number }): ReactElement {
  return (
    <div
      role="row"
      className="row unread"
      aria-rowindex={place + 1}
      aria-busy="true"
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className="row-line row-title">
        <span className="visually-hidden">Loading</span>
      </div>
    </div>
  );
}

function withPlace(range: Range, place: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (place < 0 || place >= range.count || drawn.includes(place)) return drawn;
  return place < (drawn[0] ?? 0) ? [place, ...drawn] : [...drawn, place];
}

const startOfDay = (now: number): number => new Date(now).setHours(0, 0, 0, 0);
