import type { ReactElement, RefObject } from 'react';
import { useServices } from '../app/services.ts';
import { cappedCount, count } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import type { InboxList } from './use-list.ts';

/** The line above the rows. It is always there, so that new arrivals push nothing down. */
export function ListStrip(props: {
  readonly list: InboxList;
  readonly scroller: RefObject<HTMLElement | null>;
}): ReactElement {
  const { list, scroller } = props;
  const { navigator } = useServices();
  const { total, totalIsCapped } = list.total;
  const { walkedTo } = list.pages;
  function showArrivals() {
    scroller.current?.scrollTo({ top: 0 });
    list.showArrivals();
    // The button goes: the keyboard must not go with it.
    navigator.focus('list');
  }
  return (
    <div className="strip">
      <span className="dim">
        {walkedTo === null
          ? `${cappedCount(total, totalIsCapped)} ${total === 1 ? 'notification' : 'notifications'}`
          : `Going to row ${count(walkedTo)}…`}
      </span>
      {list.arrivals === null ? null : (
        <button type="button" className="arrivals" onClick={showArrivals}>
          <Icon name="up" />
          {cappedCount(list.arrivals.total, list.arrivals.totalIsCapped)} new
        </button>
      )}
    </div>
  );
}
