import { memo, type CSSProperties, type ReactElement } from 'react';
import type { ListRow } from '../../shared/engine-api.ts';
import { dayTime, fullTime, shortTime } from '../ui/format.ts';
import { Icon, outcomeIcons } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { attentionWords, shortSourceWords } from '../ui/words.ts';
import { OutcomeNote, speaksOfOutcome, type OutcomeNoteProps } from './outcome-note.tsx';
import { ROW_TEXT_LIMIT, rowName } from './row-words.ts';

/** What a line of the list is drawn from, whichever kind it is. */
export interface RowProps extends OutcomeNoteProps {
  /** From 0 at the newest. */
  readonly place: number;
  readonly top: number;
  readonly isCursor: boolean;
  readonly isPicked: boolean;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  /** Midnight decides between a time and a date. */
  readonly today: number;
}

/** One line of the list. Its controls say what they do in `data-do`; the grid listens. */
export const NotificationRow = memo(function NotificationRow(props: RowProps): ReactElement {
  const { row, mark, keepsMark, place, top, isCursor, isPicked, isSelected, isTabStop, today } = props;
  const style: CSSProperties = { transform: `translateY(${top}px)` };
  return (
    <div
      role="row"
      className={classOf(row, isCursor)}
      style={style}
      tabIndex={isTabStop ? 0 : -1}
      data-id={row.id}
      aria-rowindex={place + 1}
      aria-selected={isSelected}
      aria-label={rowName(row, today)}
    >
      <div role="gridcell" className="row-pick">
        <input type="checkbox" tabIndex={-1} checked={isPicked} readOnly data-do="pick" aria-label="Select" />
      </div>
      <div className="row-line">
        <div role="gridcell" className="row-title">
          <Icon name={row.kind === 'unrecognised' ? 'question' : outcomeIcons[row.outcome]} />
          <span className="clip">
            <PlainText limit={ROW_TEXT_LIMIT} expandable={false}>
              {row.title}
            </PlainText>
          </span>
        </div>
        <div role="gridcell" className="row-time">
          <time dateTime={row.receivedAt} title={fullTime(row.receivedAt)}>
            <span className="short">{shortTime(row.receivedAt, today)}</span>
            <span className="full">{dayTime(row.receivedAt, today)}</span>
          </time>
        </div>
      </div>
      <div className="row-line">
        <div role="gridcell" className="row-refs">
          <References row={row} />
        </div>
        <div role="gridcell" className="row-end">
          <RowEnd row={row} mark={mark} keepsMark={keepsMark} />
        </div>
      </div>
    </div>
  );
});

/** Outcomes that let goods or money move on. */
const GOOD: ReadonlySet<ListRow['outcome']> = new Set([
  'cleared',
  'released',
  'exited',
  'request-granted',
  'approved',
  'settled',
]);

function classOf({ attention, state, outcome }: ListRow, isCursor: boolean): string {
  const good = attention === 'info' && GOOD.has(outcome);
  return ['row', attention, state, good ? 'good' : '', isCursor ? 'cursor' : ''].join(' ').trim();
}

function References({ row }: { readonly row: ListRow }): ReactElement {
  if (row.mrn === null && row.lrn === null) {
    return <span className="clip">{shortSourceWords[row.source]}</span>;
  }
  return (
    <span className="clip mono">
      {row.mrn === null ? null : (
        <PlainText limit={ROW_TEXT_LIMIT} expandable={false}>
          {row.mrn}
        </PlainText>
      )}
      {row.lrn === null ? null : (
        <span className="lrn">
          <PlainText limit={ROW_TEXT_LIMIT} expandable={false}>
            {row.lrn}
          </PlainText>
        </span>
      )}
    </span>
  );
}

/** The type and how urgent it is; in their place, while it matters, how far the acknowledgement has come. */
function RowEnd(props: OutcomeNoteProps): ReactElement {
  if (speaksOfOutcome(props)) return <OutcomeNote {...props} />;
  const { row } = props;
  return (
    <>
      {row.attention === 'info' ? null : <span className="word">{attentionWords[row.attention]}</span>}
      <span className="mono clip type">
        <PlainText limit={40} expandable={false}>
          {row.type}
        </PlainText>
      </span>
    </>
  );
}
