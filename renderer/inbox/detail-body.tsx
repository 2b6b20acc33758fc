import type { ReactElement } from 'react';
import type { HistoryEntry, NotificationDetail } from '../../shared/notification.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { AmendmentTable } from '../thread/amendment-table.tsx';
import { AmountTable } from '../thread/amount-table.tsx';
import { DetailLines } from '../thread/detail-list.tsx';
import { ErrorTable } from '../thread/error-table.tsx';
import { PayloadView } from '../thread/payload-view.tsx';
import { PaymentTable } from '../thread/payment-table.tsx';
import { ThreadSection } from '../thread/thread-section.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { momentOf } from '../ui/format.ts';
import { Moment } from '../ui/moment.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { sourceSubjects } from '../ui/source-subject.ts';
import { historyWords } from '../ui/words.ts';
import { DetailFacts, DetailIds } from './detail-facts.tsx';
import { RefreshAction } from './refresh-action.tsx';

export function DetailBody({ detail }: { readonly detail: NotificationDetail }): ReactElement {
  const { facts } = detail;
  const isPayment = sourceSubjects[detail.source] === 'payment';
  const Amounts = isPayment ? AmountTable : PaymentTable;
  return (
    <>
      <DetailFacts detail={detail} />
      <RefreshAction detail={detail} />
      <dl className="say">
        <dt>What happened</dt>
        <dd>
          <PlainText>{facts.meaning}</PlainText>
        </dd>
        {facts.nextStep === null ? null : (
          <>
            <dt>What to do</dt>
            <dd>
              <PlainText>{facts.nextStep}</PlainText>
            </dd>
          </>
        )}
        {facts.deadline === null ? null : (
          <>
            <dt>Deadline</dt>
            <dd>
              <Countdown at={facts.deadline} />
            </dd>
          </>
        )}
      </dl>
      {facts.errors.length > 0 ? (
        <ErrorTable errors={facts.errors} {...(isPayment && { speaker: 'The source' })} />
      ) : null}
      {facts.amendments.length > 0 ? <AmendmentTable amendments={facts.amendments} /> : null}
      {facts.payments.length > 0 ? <Amounts payments={facts.payments} /> : null}
      {facts.details.length > 0 ? (
        <section aria-labelledby="more">
          <h3 id="more">What else it says</h3>
          <dl className="details">
            <DetailLines details={facts.details} />
          </dl>
        </section>
      ) : null}
      {facts.problems.length > 0 ? <Problems problems={facts.problems} /> : null}
      <ThreadSection id={detail.id} />
      <History entries={detail.history} />
      <DetailIds detail={detail} />
      <PayloadView id={detail.id} contentType={detail.contentType} isPersonal={isPayment} />
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly string[] }): ReactElement {
  return (
    <section aria-labelledby="problems">
      <h3 id="problems">What could not be read</h3>
      <ul className="problems">
        {problems.slice(0, 100).map((problem, index) => (
          <li key={index}>
            <PlainText>{problem}</PlainText>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ entries }: { readonly entries: readonly HistoryEntry[] }): ReactElement {
  const { seconds } = useServices();
  const today = useStore(seconds, (now) => new Date(now).setHours(0, 0, 0, 0));
  return (
    <section aria-labelledby="history">
      <h3 id="history">History</h3>
      <ol className="history">
        {entries.map((entry, index) => (
          <li key={index}>
            <Moment at={entry.at}>{momentOf(entry.at, today)}</Moment>
            <p>
              {historyWords[entry.event]}
              {entry.by === null ? null : (
                <>
                  {' by '}
                  <PlainText limit={80}>{entry.by}</PlainText>
                </>
              )}
              {entry.detail === null ? null : (
                <span className="dim">
                  {' '}
                  <PlainText limit={200}>{entry.detail}</PlainText>
                </span>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
