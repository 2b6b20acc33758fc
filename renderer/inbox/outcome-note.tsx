import type { ReactElement } from 'react';
import type { ListRow } from '../../shared/engine-api.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import type { Mark } from './marks.ts';
import { rowOutcome } from './row-outcome.ts';
import { outcomeWords } from './row-words.ts';

export interface OutcomeNoteProps {
  readonly row: ListRow;
  readonly mark: Mark | undefined;
  readonly keepsMark: boolean;
}

/** Whether the acknowledgement of a row is news: just done, on its way, or failed. */
export function speaksOfOutcome({ row, mark }: Pick<OutcomeNoteProps, 'row' | 'mark'>): boolean {
  if (mark?.phase === 'refused') return true;
  const open = mark !== undefined || row.acknowledgeFailure !== null || row.leavesAt !== null;
  return row.state === 'acknowledged' && open;
}

/** How far the acknowledgement has come, with the way back or on. */
export function OutcomeNote({ row, mark, keepsMark }: OutcomeNoteProps): ReactElement {
  const { seconds } = useServices();
  const now = useStore(seconds);
  const outcome = rowOutcome(row, mark, keepsMark, now);
  const failed = outcome.kind === 'refused' || outcome.kind === 'not-sent';
  const change = mark?.phase === 'refused' ? null : (mark?.change ?? null);
  const words = outcomeWords(outcome);
  return (
    <span className={failed ? 'outcome failed' : 'outcome'}>
      <span className="clip" title={failed ? words : undefined}>
        {words}
      </span>
      {failed ? (
        <button type="button" className="link" tabIndex={-1} data-do="retry">
          Retry
        </button>
      ) : null}
      {change !== null ? (
        <button type="button" className="link" tabIndex={-1} data-do="undo" data-change={change}>
          Undo
        </button>
      ) : null}
    </span>
  );
}
