import type { ReactElement } from 'react';
import type { NotificationDetail } from '../../shared/notification.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Icon, outcomeIcons } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { outcomeWords as badgeWords } from '../ui/words.ts';
import type { Mark } from './marks.ts';
import { keepsMark, rowOutcome, type RowOutcome } from './row-outcome.ts';
import { outcomeWords, urgencyWord } from './row-words.ts';
import type { InboxActions } from './use-inbox-actions.ts';

interface DetailHeadProps {
  readonly detail: NotificationDetail;
  readonly mark: Mark | undefined;
  readonly accounts: readonly AccountStatus[];
  readonly actions: InboxActions;
}

export function DetailHead({ detail, mark, accounts, actions }: DetailHeadProps): ReactElement {
  const unread = detail.kind === 'unrecognised';
  const urgency = urgencyWord(detail);
  return (
    <header>
      <div className="detail-top">
        <span className={`badge ${detail.settled ? '' : detail.attention}`}>
          <Icon name={unread ? 'question' : outcomeIcons[detail.outcome]} />
          {unread ? 'Not recognised' : badgeWords[detail.outcome]}
          {urgency === null ? null : <span> · {urgency}</span>}
        </span>
        <Acknowledgement detail={detail} mark={mark} accounts={accounts} actions={actions} />
      </div>
      <h2 className="detail-title">
        <PlainText limit={300}>{detail.title}</PlainText>
      </h2>
    </header>
  );
}

/** The button while there is something to acknowledge; then how far it has come. */
function Acknowledgement({ detail, mark, accounts, actions }: DetailHeadProps): ReactElement {
  const { seconds } = useServices();
  const now = useStore(seconds);
  const keeps = keepsMark(detail, accounts);
  const outcome = rowOutcome(detail, mark, keeps, now);
  const change = mark?.phase === 'refused' ? null : (mark?.change ?? null);
  return (
    <div className="detail-actions">
      <span
        className={outcome.kind === 'not-sent' || outcome.kind === 'refused' ? 'outcome failed' : 'outcome'}
      >
        {longWords(outcome)}
      </span>
      {outcome.kind === 'not-sent' ? (
        <button type="button" onClick={() => actions.retry(detail)}>
          Retry
        </button>
      ) : null}
      {change === null ? null : (
        <button type="button" onClick={() => actions.undo(change)}>
          Undo <kbd aria-hidden="true">Z</kbd>
        </button>
      )}
      {detail.state === 'acknowledged' ? null : (
        <button type="button" className="main" onClick={actions.acknowledge}>
          Acknowledge <kbd aria-hidden="true">E</kbd>
        </button>
      )}
    </div>
  );
}

function longWords(outcome: RowOutcome): string {
  switch (outcome.kind) {
    case 'here':
      return 'Acknowledged here; this source keeps no such mark';
    case 'sent':
      return 'Acknowledged, and the source knows';
    case 'leaving':
      return `Acknowledged. Leaves for the source in ${outcome.seconds} s`;
    case 'sending':
      return 'Acknowledged. On its way to the source';
    case 'not-sent':
      return `Acknowledged here. ${outcomeWords(outcome)}. ${reasonTexts[outcome.reason].nextStep}`;
    case 'none':
    case 'refused':
      return outcomeWords(outcome);
  }
}
