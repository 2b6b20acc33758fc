import { memo, useState, type ReactElement } from 'react';
import type { TriageState } from '../../shared/notification.ts';
import type { ThreadEntry } from '../../shared/thread.ts';
import { useServices } from '../app/services.ts';
import { plural, stamp } from '../ui/format.ts';
import { Icon, outcomeIcons } from '../ui/icon.tsx';
import { Moment } from '../ui/moment.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { attentionWords, stateWords } from '../ui/words.ts';
import { RawMessage } from './payload-view.tsx';
import { codesOf, LIMITS, timeOf } from './thread-words.ts';

interface TimelineEntryProps {
  readonly entry: ThreadEntry;
  readonly state: TriageState;
  /** How urgently this message, of all, asks for somebody. */
  readonly call: 'act' | 'watch' | null;
  readonly isFrom: boolean;
}

/** One message: when, what, what it means; the title opens it, and what was sent is one click away. */
export const TimelineEntry = memo(function TimelineEntry(props: TimelineEntryProps): ReactElement {
  const { entry, state, call, isFrom } = props;
  const { navigator } = useServices();
  const [raw, setRaw] = useState(false);
  const at = timeOf(entry);
  return (
    <li className={['timeline-entry', call ?? '', state === 'acknowledged' ? 'done' : ''].join(' ')}>
      <span className="dot">
        <Icon name={entry.kind === 'unrecognised' ? 'question' : outcomeIcons[entry.outcome]} />
      </span>
      <Moment at={at}>{stamp(at)}</Moment>
      <div className="what">
        <p className="timeline-title">
          <button
            type="button"
            className="thread-open"
            aria-current={isFrom ? 'true' : undefined}
            onClick={() => navigator.open(entry.id)}
          >
            <PlainText limit={LIMITS.title} expandable={false}>
              {entry.title}
            </PlainText>
          </button>
          <span className="mono dim">
            <PlainText limit={80} expandable={false}>
              {codesOf(entry)}
            </PlainText>
          </span>
          {call === null ? null : <span className={`badge ${call}`}>{attentionWords[call]}</span>}
          <State state={state} />
          {entry.ids.length > 1 ? (
            <span className="dim">{plural(entry.ids.length, 'copy', 'copies')}</span>
          ) : null}
        </p>
        <p className="timeline-meaning">
          <PlainText limit={LIMITS.meaning} expandable={false}>
            {entry.meaning}
          </PlainText>
          {entry.problems.length === 0 ? null : (
            <span className="warn"> {plural(entry.problems.length, 'part')} of it could not be read.</span>
          )}
        </p>
      </div>
      <button
        type="button"
        className="quiet raw-toggle"
        aria-expanded={raw}
        aria-label={`Raw message of ${stamp(at)}`}
        onClick={() => setRaw(!raw)}
      >
        Raw <Icon name={raw ? 'up' : 'down'} />
      </button>
      {raw ? (
        <div className="timeline-raw">
          <RawMessage id={entry.id} />
        </div>
      ) : null}
    </li>
  );
});

function State({ state }: { readonly state: TriageState }): ReactElement {
  return state === 'acknowledged' ? (
    <span className="dim state">
      <Icon name="check" /> {stateWords[state]}
    </span>
  ) : (
    <span className="state new">{stateWords[state]}</span>
  );
}
