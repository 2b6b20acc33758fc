import { useRef, type ReactElement, type RefObject } from 'react';
import type { AccountStatus } from '../../shared/status.ts';
import { openGaps } from '../app/gap-words.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { EmptyList } from './empty-list.tsx';
import { FilterBar } from './filter-bar.tsx';
import { GapStrip } from './gap-strip.tsx';
import { ListStrip } from './list-strip.tsx';
import type { Viewport } from './move.ts';
import { NotificationGrid } from './notification-grid.tsx';
import { PickingBar } from './picking-bar.tsx';
import { SearchField } from './search-field.tsx';
import type { InboxActions } from './use-inbox-actions.ts';
import type { ListKind } from './use-list-by.ts';
import type { InboxList } from './use-list.ts';
import { shownAccounts } from './use-thread-noun.ts';
import { views } from './views.ts';

interface ListPaneProps {
  readonly list: InboxList;
  readonly kind: ListKind;
  readonly actions: InboxActions;
  readonly accounts: readonly AccountStatus[];
  readonly rowHeight: number;
  readonly viewport: RefObject<Viewport>;
  readonly touchedAt: RefObject<number>;
  readonly onScrolled: (scrolled: boolean) => void;
}

export function ListPane(props: ListPaneProps): ReactElement {
  const { list, kind, actions, accounts } = props;
  const { navigator, queries } = useServices();
  const { view, narrowing } = useStore(navigator.place);
  const shown = shownAccounts(accounts, narrowing.accounts);
  const scroller = useRef<HTMLDivElement>(null);
  const { failure } = list;
  const hasRows = list.rows.length > 0 || list.start > 0;
  return (
    <section className="list" aria-label={views[view].title}>
      <div className="find">
        <SearchField />
        <button type="button" onClick={() => navigator.showDialog('export')}>
          Export…
        </button>
      </div>
      <FilterBar accounts={accounts} by={list.by} />
      <GapStrip accounts={shown} />
      <ListStrip list={list} kind={kind} scroller={scroller} />
      <div className="list-body">
        {failure !== null && failure.reason !== 'engine-stopped' ? (
          <FailureNote failure={failure}>
            <button type="button" onClick={() => void queries.invalidateQueries()}>
              Try again
            </button>
          </FailureNote>
        ) : null}
        {hasRows || list.isPending ? (
          <NotificationGrid {...props} scroller={scroller} />
        ) : (
          <EmptyList accounts={accounts} gaps={openGaps(shown)} kind={kind} />
        )}
      </div>
      <PickingBar list={list} noun={kind.noun} actions={actions} />
    </section>
  );
}
