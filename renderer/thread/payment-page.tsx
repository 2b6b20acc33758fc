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
import { callOf } from './call-of.ts';
import { DeclarationActions, type DeclarationActionsProps } from './declaration-actions.tsx';
import { DetailLines } from './detail-list.tsx';
import { ErrorTable } from './error-table.tsx';
import { paymentAmounts } from './payment-amounts.ts';
import { PrintedFooter } from './printed-footer.tsx';
import { LIMITS, timeOf } from './thread-words.ts';
import { Timeline } from './timeline.tsx';

interface PaymentPageProps extends DeclarationActionsProps {
  /** The notification from which the page was opened. */
  readonly from: string;
}

/** A payment's whole life: how it stands by its newest message, what to do, every amount as it was told, and what happened. */
export function PaymentPage({ thread, from, onAcknowledge }: PaymentPageProps): ReactElement | null {
  const { entries } = thread;
  const heading = useId();
  const [newest] = entries;
  if (newest === undefined) return null;
  const amounts = paymentAmounts(entries);
  return (
    <article className="declaration">
      <header>
        <div className="detail-top">
          <span className={`badge ${newest.attention}`}>
            <Icon name={outcomeIcons[newest.outcome]} />
            Payment · {outcomeWords[newest.outcome]}
            {newest.attention === 'info' ? null : <span> · {attentionWords[newest.attention]}</span>}
          </span>
          <DeclarationActions thread={thread} onAcknowledge={onAcknowledge} />
        </div>
        <h2 className={`detail-title ${newest.attention === 'info' ? '' : newest.attention}`}>
          <PlainText limit={LIMITS.title}>{newest.title}</PlainText>
          <span className="since">
            {' '}
            <DayTime at={timeOf(newest)} />
          </span>
        </h2>
        <References from={from} />
      </header>
      <PaymentCall entry={newest} call={callOf(thread, newest)} />
      {newest.errors.length === 0 ? null : <ErrorTable errors={newest.errors} speaker="The source" />}
      {amounts.length === 0 ? null : <StoryAmounts amounts={amounts} />}
      {newest.details.length === 0 ? null : (
        <section aria-labelledby={heading}>
          <h3 id={heading}>What else the newest message says</h3>
          <dl className="details">
            <DetailLines details={newest.details} />
          </dl>
        </section>
      )}
      <Timeline entries={entries} status={null} from={from} />
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
