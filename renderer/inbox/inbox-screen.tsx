import { useMemo, useRef, useState, type ReactElement } from 'react';
import type { AccountStatus } from '../../shared/status.ts';
import { usePreferences, useStatus } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { rowHeights } from '../app/theme.ts';
import { DetailPane } from './detail-pane.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { ListPane } from './list-pane.tsx';
import { isPicking } from './selection.ts';
import { useInboxActions } from './use-inbox-actions.ts';
import { useInboxKeys } from './use-inbox-keys.ts';
import { useListBy } from './use-list-by.ts';
import { useList } from './use-list.ts';
import { filterOf, views } from './views.ts';

const NO_ACCOUNTS: readonly AccountStatus[] = [];

export function InboxScreen(): ReactElement {
  const { navigator } = useServices();
  const { view, narrowing, pane, dialog } = useStore(navigator.place);
  const selection = useStore(navigator.selection);
  const accounts = useStatus().data?.accounts ?? NO_ACCOUNTS;
  const { density } = usePreferences();
  const kind = useListBy();
  const rowHeight = rowHeights[kind.by][density];
  const filter = useMemo(() => filterOf(view, narrowing), [view, narrowing]);
  const [scrolled, setScrolled] = useState(false);
  const touchedAt = useRef(0);
  const viewport = useRef({ first: 0, rows: 0 });
  const reading = scrolled || selection.cursor !== null || isPicking(selection);
  const list = useList(kind.by, filter, reading, rowHeight, accounts, touchedAt);
  const actions = useInboxActions(list, kind, accounts, viewport);
  useInboxKeys(actions);
  return (
    <main className="inbox" data-pane={pane}>
      <h1 className="visually-hidden">{views[view].title}</h1>
      <ListPane
        list={list}
        kind={kind}
        actions={actions}
        accounts={accounts}
        rowHeight={rowHeight}
        viewport={viewport}
        touchedAt={touchedAt}
        onScrolled={setScrolled}
      />
      <DetailPane list={list} actions={actions} accounts={accounts} />
      {dialog === 'export' ? <ExportDialog list={list} /> : null}
    </main>
  );
}
