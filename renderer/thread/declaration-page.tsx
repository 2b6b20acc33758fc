import type { ReactElement } from 'react';
import type { Thread } from '../../shared/thread.ts';
import { DayTime } from '../ui/day-time.tsx';
import { AmendmentTable } from './amendment-table.tsx';
import { latestCalculation } from './calculation.ts';
import { entryWithAmendments } from './changes.ts';
import { DeadlineSection } from './deadline-section.tsx';
import type { DeclarationActionsProps } from './declaration-actions.tsx';
import { DeclarationCall } from './declaration-call.tsx';
import { DeclarationHead } from './declaration-head.tsx';
import { ErrorTable } from './error-table.tsx';
import { MoneySection } from './money-section.tsx';
import { Notes } from './notes.tsx';
import { PrintedFooter } from './printed-footer.tsx';
import { QuietNotes } from './quiet-notes.tsx';
import { entryWithErrors } from './standing-errors.ts';
import { errorsCount, timeOf } from './thread-words.ts';
import { Timeline } from './timeline.tsx';

interface DeclarationPageProps extends DeclarationActionsProps {
  /** The notification from which the page was opened. */
  readonly from: string;
}

/** The whole life of a declaration: where it stands, what to do, what is wrong, what it costs, and what happened. */
export function DeclarationPage({ thread, from, onAcknowledge }: DeclarationPageProps): ReactElement {
  const { entries, status } = thread;
  const wrong = entryWithErrors(thread);
  const changed = entryWithAmendments(entries);
  const calculation = latestCalculation(entries);
  return (
    <article className="declaration">
      <DeclarationHead thread={thread} onAcknowledge={onAcknowledge} />
      <DeclarationCall thread={thread} />
      {status === null || status.notes.length === 0 ? null : <Notes notes={status.notes} />}
      <QuietNotes quiet={thread.quiet} />
      {wrong === null ? null : <ErrorTable errors={wrong.errors} of={<OfMessage entry={wrong} />} />}
      {calculation === null ? null : (
        <MoneySection calculation={calculation} isCalled={calculation.entry.id === status?.actionId} />
      )}
      {changed === null ? null : (
        <AmendmentTable amendments={changed.amendments} of={<OfMessage entry={changed} />} />
      )}
      <DeadlineSection thread={thread} />
      <Timeline entries={entries} status={status} from={from} />
      <PrintedFooter />
    </article>
  );
}

/** Which message the lines below are from. */
function OfMessage({ entry }: { readonly entry: Thread['entries'][number] }): ReactElement {
  return (
    <span className="dim">
      {entry.errors.length > 0 ? `${errorsCount(entry.errors)}, ` : null}
      <DayTime at={timeOf(entry)} />
    </span>
  );
}
