import { useId, type ReactElement } from 'react';
import { referenceWord } from '../../shared/catalogue/reference-words.ts';
import type { ThreadEntry } from '../../shared/thread.ts';
import { useNotification } from '../app/queries.ts';
import { Countdown } from '../ui/countdown.tsx';
import { DayTime } from '../ui/day-time.tsx';
import { CopiedFact } from '../ui/fact.tsx';
import { Icon, outcomeIcons } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { headReferences } from '../ui/references.ts';
import { attentionWords, outcomeWords } from '../ui/words.ts';
import { StoryAmounts } from './amount-table.tsx';
import { callOf, speakingEntry } from './call-of.ts';
import { DeclarationActions, type DeclarationActionsProps } from './declaration-actions.tsx';
import { DetailLines } from './detail-list.tsx';
import { ErrorTable } from './error-table.tsx';
import { paymentAmounts } from './payment-amounts.ts';
import { Notes } from './notes.tsx';
import { PrintedFooter } from './printed-footer.tsx';
import { LIMITS, timeOf } from './thread-words.ts';
import { Timeline } from './timeline.tsx';

interface PaymentPageProps extends DeclarationActionsProps {
  /** The notification from which the page was opened. */
  readonly from: string;
}

/** A payment's whole life: how it stands, what to do, every amount as it was told, and what happened. */
export function PaymentPage({ thread, from, onAcknowledge }: PaymentPageProps): ReactElement | null {
  const { entries, status } = thread;
  const heading = useId();
  const told = speakingEntry(thread);
  if (told === undefined) return null;
  const attention = status?.attention ?? told.attention;
  const amounts = paymentAmounts(entries);
  return (
    <article className="declaration">
      <header>
        <div className="detail-top">
          <span className={`badge ${attention}`}>
            <Icon name={outcomeIcons[told.outcome]} />
            Payment · {outcomeWords[told.outcome]}
            {attention === 'info' ? null : <span> · {attentionWords[attention]}</span>}
          </span>
          <DeclarationActions thread={thread} onAcknowledge={onAcknowledge} />
        </div>
        <h2 className={`detail-title ${attention === 'info' ? '' : attention}`}>
          <PlainText limit={LIMITS.title}>{told.title}</PlainText>
          <span className="since">
            {' '}
            <DayTime at={timeOf(told)} />
          </span>
        </h2>
        <References from={from} />
      </header>
      <PaymentCall entry={told} call={callOf(thread, told)} />
      {status === null || status.notes.length === 0 ? null : <Notes notes={status.notes} />}
      {told.errors.length === 0 ? null : <ErrorTable errors={told.errors} speaker="The source" />}
      {amounts.length === 0 ? null : <StoryAmounts amounts={amounts} />}
      {told.details.length === 0 ? null : (
        <section aria-labelledby={heading}>
          <h3 id={heading}>What else the message says</h3>
          <dl className="details">
            <DetailLines details={told.details} />
          </dl>
        </section>
      )}
      <Timeline entries={entries} status={status} from={from} />
      <PrintedFooter />
    </article>
  );
}

/** What ties the messages together, by the one that the page was opened from. */
function References({ from }: { readonly from: string }): ReactElement | null {
  const { data } = useNotification(from);
  const known = data?.id === from ? headReferences(data) : [];
  if (known.length === 0) return null;
  return (
    <dl className="refs" aria-label="References">
      {known.map(({ kind, value }) => (
        <CopiedFact key={`${kind} ${value}`} name={referenceWord(kind)} value={value} />
      ))}
    </dl>
  );
}

interface PaymentCallProps {
  readonly entry: ThreadEntry;
  readonly call: 'act' | 'watch' | null;
}

function PaymentCall({ entry, call }: PaymentCallProps): ReactElement {
  const heading = useId();
  return (
    <section className={`call ${call ?? 'info'}`} aria-labelledby={heading}>
      <h3 id={heading}>
        <Icon name={call === null ? 'info' : 'alert'} />
        {call === null ? 'How it stands' : 'What to do'}
      </h3>
      {call === null || entry.nextStep === null ? null : (
        <p>
          <strong>
            <PlainText limit={LIMITS.meaning}>{entry.nextStep}</PlainText>
          </strong>
        </p>
      )}
      {entry.deadline === null ? null : (
        <p>
          Until <Countdown at={entry.deadline} />
        </p>
      )}
      <p className={call === null ? '' : 'dim'}>
        <PlainText limit={LIMITS.meaning}>{entry.meaning}</PlainText>
      </p>
    </section>
  );
}
