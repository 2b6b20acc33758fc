import { useEffect, useRef, type ReactElement } from 'react';
import type { NotificationDetail } from '../../shared/notification.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { failureOf } from '../app/bridge.ts';
import { useNotification } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { DeclarationView } from '../thread/declaration-view.tsx';
import { storyTitle } from '../thread/story-noun.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { sourceSubjects } from '../ui/source-subject.ts';
import { DetailBody } from './detail-body.tsx';
import { DetailHead } from './detail-head.tsx';
import { withMark } from './marks.ts';
import type { InboxActions } from './use-inbox-actions.ts';
import type { InboxList } from './use-list.ts';
import { isNarrowed, NO_NARROWING } from './views.ts';

interface DetailPaneProps {
  readonly list: InboxList;
  readonly actions: InboxActions;
  readonly accounts: readonly AccountStatus[];
}

/** The chosen notification or the declaration or payment that it belongs to, or what to do while there is none. */
export function DetailPane({ list, actions, accounts }: DetailPaneProps): ReactElement {
  const { navigator, triage } = useServices();
  const { cursor, fromOutside } = useStore(navigator.selection);
  const view = useStore(navigator.place, ({ detailView }) => detailView);
  const wantsFocus = useStore(navigator.place, ({ focus }) => focus === 'detail');
  const { marks } = useStore(triage.triage);
  const query = useNotification(cursor);
  const region = useRef<HTMLElement>(null);

  useEffect(() => {
    if (!wantsFocus) return;
    region.current?.focus();
    navigator.arrived();
  }, [wantsFocus, navigator]);
  useEffect(() => {
    region.current?.scrollTo({ top: 0 });
  }, [cursor, view]);

  const detail = cursor === null ? undefined : query.data;
  // While the next one is on its way the head stays as it was, or its button would lose the focus.
  const mark = detail === undefined || query.isPlaceholderData ? undefined : marks.get(detail.id);
  const isOutside = fromOutside && cursor !== null && !list.isPending && !isListed(list, cursor);
  const isThread = view === 'thread' && cursor !== null;
  const threadTitle = storyTitle[detail === undefined ? 'declaration' : sourceSubjects[detail.source]];
  return (
    <section
      ref={region}
      className={query.isPlaceholderData ? 'detail passing' : 'detail'}
      role="region"
      aria-label={isThread ? threadTitle : 'Notification'}
      aria-busy={cursor !== null && (query.isPending || query.isPlaceholderData)}
      tabIndex={-1}
    >
      <div className="detail-bar">
        <button type="button" className="quiet back" onClick={() => actions.back(true)}>
          <Icon name="back" /> Back to the list
        </button>
        {isThread ? (
          <button type="button" className="quiet" onClick={() => navigator.showDetailAs('notification')}>
            Show the notification <kbd aria-hidden="true">D</kbd>
          </button>
        ) : null}
      </div>
      {isOutside ? <OutsideNote id={cursor} /> : null}
      {isThread ? (
        <DeclarationView id={cursor} onAcknowledge={isThreadRow(list, cursor) ? actions.acknowledge : null} />
      ) : null}
      {!isThread && cursor !== null && query.isError && detail === undefined ? (
        <FailureNote failure={failureOf(query.error)} />
      ) : null}
      {cursor === null && list.rows.length > 0 ? <NothingChosen /> : null}
      {detail === undefined || isThread ? null : (
        <article>
          <DetailHead
            detail={withDetailMark(detail, mark)}
            mark={mark}
            accounts={accounts}
            actions={actions}
          />
          <DetailBody key={detail.id} detail={detail} />
        </article>
      )}
    </section>
  );
}

/** In the list by itself, or as one of a thread that is. */
const isListed = (list: InboxList, id: string): boolean =>
  list.placeOf(id) >= 0 || list.rows.some(({ thread }) => thread?.members.includes(id) === true);

/** Whether the key that acknowledges means all of the thread. */
const isThreadRow = (list: InboxList, id: string): boolean =>
  (list.rowAt(list.placeOf(id))?.thread ?? null) !== null;

const withDetailMark = (
  detail: NotificationDetail,
  mark: Parameters<typeof withMark>[1],
): NotificationDetail => ({
  ...detail,
  ...withMark(detail, mark),
});

function OutsideNote({ id }: { readonly id: string }): ReactElement {
  const { navigator } = useServices();
  const { view, narrowing } = useStore(navigator.place);
  const showsAll = view === 'all' && !isNarrowed(narrowing);
  function showAll() {
    navigator.narrow(NO_NARROWING);
    navigator.showView('all');
    navigator.open(id);
  }
  return (
    <div className="note" role="status">
      <Icon name="info" />
      <div>
        {showsAll
          ? 'This notification is further down the list than what is loaded.'
          : 'This notification is not in the list as it is filtered now.'}{' '}
        {showsAll ? null : (
          <button type="button" className="link" onClick={showAll}>
            Show all notifications
          </button>
        )}
      </div>
    </div>
  );
}

function NothingChosen(): ReactElement {
  return (
    <div className="empty">
      <p className="dim">Choose a notification to read what happened and what to do.</p>
      <p className="dim">
        <kbd>J</kbd> <kbd>K</kbd> to walk, <kbd>E</kbd> to acknowledge, <kbd>?</kbd> for all keys
      </p>
    </div>
  );
}
