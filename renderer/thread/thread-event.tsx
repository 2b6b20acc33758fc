import type { ReactElement } from 'react';
import type { ThreadEntry } from '../../shared/thread.ts';
import { useServices } from '../app/services.ts';
import { momentOf, plural } from '../ui/format.ts';
import { Moment } from '../ui/moment.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { attentionWords } from '../ui/words.ts';
import { codesOf, timeOf } from './thread-words.ts';

interface ThreadEventProps {
  readonly entry: ThreadEntry;
  /** Local midnight, epoch milliseconds: times of today are shown without their day. */
  readonly today: number;
  readonly isCurrent: boolean;
  /** How urgently this message, of all in the thread, asks for somebody. */
  readonly call: 'act' | 'watch' | null;
}

/** One message of the timeline; a button that opens it, unless it is the one that is being read. */
export function ThreadEvent({ entry, today, isCurrent, call }: ThreadEventProps): ReactElement {
  const { navigator } = useServices();
  const at = timeOf(entry);
  const text = (
    <>
      <PlainText limit={160} expandable={false}>
        {entry.title}
      </PlainText>{' '}
      <span className="mono dim">
        <PlainText limit={80} expandable={false}>
          {codesOf(entry)}
        </PlainText>
      </span>
    </>
  );
  return (
    <li className={['thread-event', call ?? '', isCurrent ? 'current' : ''].join(' ')}>
      <Moment at={at}>{momentOf(at, today)}</Moment>
      <div>
        {isCurrent ? (
          <span aria-current="true">{text}</span>
        ) : (
          <button type="button" className="thread-open" onClick={() => navigator.open(entry.id)}>
            {text}
          </button>
        )}
        {isCurrent ? <span className="dim thread-mark">This message</span> : null}
        {call === null ? null : <span className={`badge ${call}`}>{attentionWords[call]}</span>}
        {entry.ids.length > 1 ? (
          <span className="dim thread-mark">{plural(entry.ids.length, 'copy', 'copies')}</span>
        ) : null}
      </div>
    </li>
  );
}
