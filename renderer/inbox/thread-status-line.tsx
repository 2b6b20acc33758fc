import type { ReactElement } from 'react';
import type { ThreadStatus, Trade } from '../../shared/thread.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { dayTime, span } from '../ui/format.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Moment } from '../ui/moment.tsx';
import { PlainText } from '../ui/plain-text.tsx';

interface ThreadStatusLineProps {
  readonly status: ThreadStatus;
  readonly trade: Trade | null;
}

/** What has become of the declaration in words, since when, until when, and what else is so. */
export function ThreadStatusLine({ status, trade }: ThreadStatusLineProps): ReactElement {
  const { seconds } = useServices();
  const today = useStore(seconds, (now) => new Date(now).setHours(0, 0, 0, 0));
  return (
    <div className={`thread-status ${isGood(status) ? 'good' : status.attention}`}>
      <p>
        <Icon name={iconOf(status)} />
        <strong>
          <PlainText limit={200}>{status.title}</PlainText>
        </strong>
        {status.deadline === null ? null : <Limit at={status.deadline} />}
        <span className="dim">
          since <Moment at={status.since}>{dayTime(status.since, today)}</Moment>
          {trade === null ? null : ` · ${trade}`}
        </span>
      </p>
      {status.notes.length === 0 ? null : (
        <ul className="thread-notes" aria-label="Also">
          {status.notes.map((note) => (
            <li key={note}>
              <PlainText limit={200}>{note}</PlainText>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Limit({ at }: { readonly at: string }): ReactElement {
  const { seconds } = useServices();
  const now = useStore(seconds);
  const left = Date.parse(at) - now;
  return (
    <span className={left < 0 ? 'deadline past' : 'deadline'}>
      by <Moment at={at}>{dayTime(at, now)}</Moment>,{' '}
      {left < 0 ? `passed ${span(-left)} ago` : `in ${span(left)}`}
    </span>
  );
}

/** The goods are free, and nobody is wanted. */
const isGood = ({ code, attention }: ThreadStatus): boolean => attention === 'info' && FREE.has(code);

const FREE: ReadonlySet<ThreadStatus['code']> = new Set(['released', 'cleared', 'cleared-amended', 'exited']);

function iconOf({ code, attention }: ThreadStatus): IconName {
  if (code === 'cleared' || code === 'cleared-amended' || code === 'released') return 'check';
  if (code === 'exited') return 'exited';
  if (code === 'rejected') return 'rejected';
  if (code === 'unknown') return 'question';
  return attention === 'info' ? 'info' : 'alert';
}
