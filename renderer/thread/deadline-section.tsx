import { useId, type ReactElement } from 'react';
import type { Thread } from '../../shared/thread.ts';
import { Countdown } from '../ui/countdown.tsx';
import { DayTime } from '../ui/day-time.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { otherDeadlines } from './deadlines.ts';
import { LIMITS, MOST_LINES } from './thread-words.ts';

/** Every limit that a message has set where the call does not name it all, with how long is left of those that still count. */
export function DeadlineSection({ thread }: { readonly thread: Thread }): ReactElement | null {
  const heading = useId();
  const lines = otherDeadlines(thread);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>Deadlines</h3>
      <ul className="deadlines">
        {lines.slice(0, MOST_LINES).map(({ entry, at, open }) => (
          <li key={entry.id}>
            <PlainText limit={LIMITS.title}>{entry.title}</PlainText>:{' '}
            {open ? (
              <Countdown at={at} />
            ) : (
              <span className="dim">
                <DayTime at={at} />, settled since
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
