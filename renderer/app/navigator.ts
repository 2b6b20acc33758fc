import { narrowingIn, NO_NARROWING, type Narrowing, type ViewName } from '../inbox/views.ts';
import { NO_SELECTION, selectionAfter, type Selection, type SelectionEvent } from '../inbox/selection.ts';
import { createStore, type Store } from './store.ts';

export type ScreenName = 'inbox' | 'accounts' | 'settings';

export type DetailView = 'notification' | 'thread';

export interface Place {
  readonly screen: ScreenName;
  readonly view: ViewName;
  readonly narrowing: Narrowing;
  /** Which of the two is in front where only one fits. */
  readonly pane: 'list' | 'detail';
  /** What the right pane shows of the open row: the one message, or the life of the declaration or payment that it belongs to. */
  readonly detailView: DetailView;
  readonly dialog: 'none' | 'keys' | 'export';
  /** Where the keyboard is to go next: that part takes it when it is there, and says so with `arrived`. */
  readonly focus: 'search' | 'list' | 'detail' | null;
  /** The account that its screen is to begin at; null for none. */
  readonly account: string | null;
}

/** Where a person is in the window, and what is chosen there. */
export interface Navigator {
  readonly place: Store<Place>;
  readonly selection: Store<Selection>;
  readonly select: (event: SelectionEvent) => void;
  readonly showScreen: (screen: ScreenName) => void;
  /** Shows the accounts, beginning at this one. */
  readonly showAccount: (id: string) => void;
  /** Shows a view from its top, with the narrowing kept as far as it means something there. */
  readonly showView: (view: ViewName) => void;
  readonly narrow: (narrowing: Narrowing) => void;
  readonly showPane: (pane: Place['pane']) => void;
  readonly showDetailAs: (view: DetailView) => void;
  readonly showDialog: (dialog: Place['dialog']) => void;
  /** Opens one notification as itself, whether or not the list shows it. */
  readonly open: (id: string) => void;
  readonly focus: (part: NonNullable<Place['focus']>) => void;
  readonly arrived: () => void;
}

const START: Place = {
  screen: 'inbox',
  view: 'needs-action',
  narrowing: NO_NARROWING,
  pane: 'list',
  detailView: 'notification',
  dialog: 'none',
  focus: null,
  account: null,
};

export function createNavigator(): Navigator {
  const place = createStore<Place>(START);
  const selection = createStore<Selection>(NO_SELECTION);
  const go = (change: Partial<Place>) => place.set((current) => ({ ...current, ...change }));
  const select = (event: SelectionEvent) => selection.set((current) => selectionAfter(current, event));
  return {
    place,
    selection,
    select,
    showScreen: (screen) => go({ screen, dialog: 'none', pane: 'list', focus: null, account: null }),
    showAccount: (account) => go({ screen: 'accounts', dialog: 'none', pane: 'list', focus: null, account }),
    showView: (view) => {
      select({ kind: 'reset' });
      const narrowing = narrowingIn(view, place.get().narrowing);
      go({ screen: 'inbox', view, narrowing, pane: 'list', dialog: 'none' });
    },
    narrow: (narrowing) => {
      select({ kind: 'filter-changed' });
      go({ screen: 'inbox', narrowing });
    },
    showPane: (pane) => go({ pane }),
    showDetailAs: (detailView) => go({ detailView }),
    showDialog: (dialog) => go({ dialog }),
    open: (id) => {
      select({ kind: 'open', id });
      go({ screen: 'inbox', pane: 'detail', detailView: 'notification', dialog: 'none', focus: 'detail' });
    },
    focus: (focus) =>
      go({ screen: 'inbox', dialog: 'none', focus, pane: focus === 'detail' ? 'detail' : 'list' }),
    arrived: () => go({ focus: null }),
  };
}
