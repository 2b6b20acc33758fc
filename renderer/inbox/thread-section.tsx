import { useId, type ReactElement } from 'react';
import type { Thread, ThreadEntry } from '../../shared/thread.ts';
import { failureOf } from '../app/bridge.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { plural } from '../ui/format.ts';
import { ThreadEvent } from './thread-event.tsx';
import { useThread } from './thread-query.ts';
import { ThreadStatusLine } from './thread-status-line.tsx';

/** A thread of hundreds does not help a reader: these, and the rest in the list by its MRN. */
const MOST_EVENTS = 100;

/** The life of the declaration that a notification belongs to, newest first, or of the movement. */
export function ThreadSection({ id }: { readonly id: string }): ReactElement | null {
  const heading = useId();
  const { data: thread, isError, error } = useThread(id);
  if (thread === undefined) return isError ? <FailureNote failure={failureOf(error)} /> : null;
  if (thread.status === null && thread.entries.length === 1) return null;
  return (
    <section className="thread" aria-labelledby={heading}>
      <h3 id={heading}>{thread.status === null ? 'The movement so far' : 'The declaration so far'}</h3>
      {thread.status === null ? null : <ThreadStatusLine status={thread.status} trade={thread.trade} />}
      {thread.entries.length === 1 ? (
        <p className="dim thread-alone">No other message about it yet.</p>
      ) : (
        <Timeline thread={thread} id={id} />
      )}
    </section>
  );
}

function Timeline({ thread, id }: { readonly thread: Thread; readonly id: string }): ReactElement {
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
        <p className="dim">And {plural(left, 'earlier message')}: filter the list by the MRN.</p>
      ) : null}
    </>
  );
}

/** Only the message that the call belongs to calls; the others have had their time. */
function callOf({ status }: Thread, entry: ThreadEntry): 'act' | 'watch' | null {
  if (status === null || status.actionId !== entry.id || status.attention === 'info') return null;
  return status.attention;
}
