import type { ReactElement } from 'react';
import type { HistoryEntry, NotificationDetail } from '../../shared/notification.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { dayTime, momentOf, span } from '../ui/format.ts';
import { Moment } from '../ui/moment.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { historyWords } from '../ui/words.ts';
import { DetailFacts, DetailIds } from './detail-facts.tsx';
import { ErrorTable, PaymentTable } from './detail-tables.tsx';
import { PayloadView } from './payload-view.tsx';
import { ThreadSection } from './thread-section.tsx';

export function DetailBody({ detail }: { readonly detail: NotificationDetail }): ReactElement {
  const { facts } = detail;
  return (
    <>
      <DetailFacts detail={detail} />
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
              <Deadline at={facts.deadline} />
            </dd>
          </>
        )}
      </dl>
      {facts.errors.length > 0 ? <ErrorTable errors={facts.errors} /> : null}
      {facts.payments.length > 0 ? <PaymentTable payments={facts.payments} /> : null}
      {facts.problems.length > 0 ? <Problems problems={facts.problems} /> : null}
      <ThreadSection id={detail.id} />
      <History entries={detail.history} />
      <DetailIds detail={detail} />
      <PayloadView detail={detail} />
    </>
  );
}

function Deadline({ at }: { readonly at: string }): ReactElement {
  const { seconds } = useServices();
  const now = useStore(seconds);
  const left = Date.parse(at) - now;
  return (
    <span className={left < 0 ? 'deadline past' : 'deadline'}>
      <Moment at={at}>{dayTime(at, now)}</Moment>,{' '}
      {left < 0 ? `passed ${span(-left)} ago` : `in ${span(left)}`}
    </span>
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
