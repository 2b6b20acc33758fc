import { memo, useDeferredValue, useId, type ReactElement } from 'react';
import type { ThreadEntry, ThreadStatus } from '../../shared/thread.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { plural } from '../ui/format.ts';
import { callOf } from './call-of.ts';
import { TimelineEntry } from './timeline-entry.tsx';

interface TimelineProps {
  readonly entries: readonly ThreadEntry[];
  readonly status: ThreadStatus | null;
  /** The notification from which the page was opened. */
  readonly from: string;
}

const AT_ONCE = 30;

/** Everything that happened, newest first. The rows out of sight cost nothing until they are scrolled to. */
export const Timeline = memo(function Timeline({ entries, status, from }: TimelineProps): ReactElement {
  const heading = useId();
  const { triage } = useServices();
  const { marks } = useStore(triage.triage);
  // What a screen shows comes at once; the rest of a long life follows when nothing else wants to be done.
  const shown = useDeferredValue(entries, entries.slice(0, AT_ONCE));
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h3 id={heading}>Timeline</h3>
        <span className="dim">{plural(entries.length, 'message')}, newest first</span>
      </div>
      <ol className="timeline" aria-labelledby={heading}>
        {shown.map((entry) => (
          <TimelineEntry
            key={entry.id}
            entry={entry}
            // Asked for in this window and not yet answered.
            state={entry.ids.every((id) => marks.get(id)?.phase === 'asked') ? 'acknowledged' : entry.state}
            call={callOf({ status }, entry)}
            isFrom={entry.ids.includes(from)}
          />
        ))}
      </ol>
    </section>
  );
});
