import { useId, type ReactElement } from 'react';
import type { Thread } from '../../shared/thread.ts';
import { failureOf } from '../app/bridge.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { plural } from '../ui/format.ts';
import { callOf } from './call-of.ts';
import { storyNoun } from './story-noun.ts';
import { ThreadEvent } from './thread-event.tsx';
import { useThread } from './thread-query.ts';
import { ThreadStatusLine } from './thread-status-line.tsx';

/** Beside one notification these are enough: the page of the whole has all. */
const MOST_EVENTS = 20;

/** The life of the declaration that a notification belongs to, newest first; of the movement, or of the payment. */
export function ThreadSection({ id }: { readonly id: string }): ReactElement | null {
  const heading = useId();
  const { navigator } = useServices();
  const { data: thread, isError, error } = useThread(id);
  if (thread === undefined) return isError ? <FailureNote failure={failureOf(error)} /> : null;
  if (thread.status === null && thread.entries.length === 1) return null;
  const noun = storyNoun(thread);
  return (
    <section className="thread" aria-labelledby={heading}>
      <div className="section-head">
        <h3 id={heading}>The {noun} so far</h3>
        <button type="button" onClick={() => navigator.showDetailAs('thread')}>
          Open the {noun} <kbd aria-hidden="true">D</kbd>
        </button>
      </div>
      {thread.status === null ? null : <ThreadStatusLine status={thread.status} trade={thread.trade} />}
      {thread.entries.length === 1 ? (
        <p className="dim thread-alone">No other message about it yet.</p>
      ) : (
        <Events thread={thread} id={id} />
      )}
    </section>
  );
}

function Events({ thread, id }: { readonly thread: Thread; readonly id: string }): ReactElement {
  const { seconds } = useServices();
  const today = useStore(seconds, (now) => new Date(now).setHours(0, 0, 0, 0));
  const left = thread.entries.length - MOST_EVENTS;
  return (
    <>
      <ol className="thread-events" aria-label="Timeline, newest first">
        {thread.entries.slice(0, MOST_EVENTS).map((entry) => (
          <ThreadEvent
            key={entry.id}
            entry={entry}
            today={today}
            isCurrent={entry.ids.includes(id)}
            call={callOf(thread, entry)}
          />
        ))}
      </ol>
      {left > 0 ? (
        <p className="dim thread-alone">
          And {plural(left, 'earlier message')}: open the {storyNoun(thread)}.
        </p>
      ) : null}
    </>
  );
}
