import type { ReactElement } from 'react';
import type { ThreadStatus, Trade } from '../../shared/thread.ts';
import { Countdown } from '../ui/countdown.tsx';
import { DayTime } from '../ui/day-time.tsx';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { statusIcons, statusTone } from './status-look.ts';

interface ThreadStatusLineProps {
  readonly status: ThreadStatus;
  readonly trade: Trade | null;
}

/** What has become of the declaration in words, since when, until when, and what else is so. */
export function ThreadStatusLine({ status, trade }: ThreadStatusLineProps): ReactElement {
  return (
    <div className={`thread-status ${statusTone(status)}`}>
      <p>
        <Icon name={statusIcons[status.code]} />
        <strong>
          <PlainText limit={200}>{status.title}</PlainText>
        </strong>
        {status.deadline === null ? null : (
          <span>
            by <Countdown at={status.deadline} />
          </span>
        )}
        <span className="dim">
          since <DayTime at={status.since} />
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
