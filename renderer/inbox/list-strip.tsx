import type { ReactElement, RefObject } from 'react';
import { useServices } from '../app/services.ts';
import { cappedCount, count } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { arrivalsLabel, rowWord, threadsTitle } from './list-words.ts';
import type { ListKind } from './use-list-by.ts';
import type { InboxList } from './use-list.ts';

/** The line above the rows: what they are, how many, and what waits. Always there, so that new arrivals push nothing down. */
export function ListStrip(props: {
  readonly list: InboxList;
  readonly kind: ListKind;
  readonly scroller: RefObject<HTMLElement | null>;
}): ReactElement {
  const { list, kind, scroller } = props;
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
      {kind.isFixed ? null : <KindChoice kind={kind} />}
      <span className={walkedTo === null && !kind.isFixed ? 'dim clip total' : 'dim clip'}>
        {walkedTo === null ? cappedCount(total, totalIsCapped) : `Going to row ${count(walkedTo)}…`}
        {walkedTo === null ? (
          // The choice beside it says the word already.
          <span className={kind.isFixed ? '' : 'visually-hidden'}> {rowWord(list.by, total, kind.noun)}</span>
        ) : null}
      </span>
      {list.arrivals === null ? null : (
        <button type="button" className="arrivals" onClick={showArrivals}>
          <Icon name="up" />
          {arrivalsLabel(cappedCount(list.arrivals.total, list.arrivals.totalIsCapped), list.by)}
        </button>
      )}
    </div>
  );
}

function KindChoice({ kind }: { readonly kind: ListKind }): ReactElement {
  return (
    <div className="segments" role="group" aria-label="List">
      {(['thread', 'notification'] as const).map((by) => (
        <button key={by} type="button" aria-pressed={kind.by === by} onClick={() => kind.choose(by)}>
          {by === 'thread' ? threadsTitle[kind.noun] : 'Notifications'}
        </button>
      ))}
    </div>
  );
}
