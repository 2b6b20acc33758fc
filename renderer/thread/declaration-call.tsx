import { useId, type ReactElement } from 'react';
import type { Thread } from '../../shared/thread.ts';
import { useServices } from '../app/services.ts';
import { Countdown } from '../ui/countdown.tsx';
import { money } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { askedOf } from './calculation.ts';
import { callOf } from './call-of.ts';
import { DetailLines } from './detail-list.tsx';
import { LIMITS } from './thread-words.ts';

/** The one thing to do now, of the one message that asks for it. Nothing where nobody is wanted. */
export function DeclarationCall({ thread }: { readonly thread: Thread }): ReactElement | null {
  const heading = useId();
  const { navigator } = useServices();
  const { status, entries } = thread;
  const entry = entries.find(({ id }) => id === status?.actionId);
  if (entry === undefined) return null;
  const limit = entry.deadline;
  const asked = askedOf(entry);
  return (
    <section className={`call ${callOf(thread, entry) ?? 'info'}`} aria-labelledby={heading}>
      <h3 id={heading}>
        <Icon name="alert" /> What to do
      </h3>
      <p>
        <strong>
          <PlainText limit={LIMITS.meaning}>{entry.nextStep ?? entry.meaning}</PlainText>
        </strong>
      </p>
      {limit === null ? null : (
        <p>
          Until <Countdown at={limit} />
        </p>
      )}
      {asked.length === 0 && entry.details.length === 0 ? null : (
        <dl className="details">
          {asked.map(({ amount, currency }) => (
            <div key={currency}>
              <dt>To pay</dt>
              <dd>
                <strong>{money(amount, currency)}</strong>
              </dd>
            </div>
          ))}
          <DetailLines details={entry.details} />
        </dl>
      )}
      {entry.nextStep === null ? null : (
        <p className="dim">
          <PlainText limit={LIMITS.meaning}>{entry.meaning}</PlainText>
        </p>
      )}
      <button type="button" className="link" onClick={() => navigator.open(entry.id)}>
        Open the message
      </button>
    </section>
  );
}
