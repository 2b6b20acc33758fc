import type { CSSProperties, ReactElement, ReactNode } from 'react';
import type { ListRow } from '../../shared/engine-api.ts';
import { dayTime, fullTime, shortTime } from '../ui/format.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import type { OutcomeNoteProps } from './outcome-note.tsx';
import { ROW_TEXT_LIMIT } from './row-words.ts';

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

interface RowFrameProps extends RowProps {
  /** What a screen reader says of the row. */
  readonly name: string;
  /** How it stands, beside what every row has: kind, attention, `good`. */
  readonly looks: readonly string[];
  readonly icon: IconName;
  readonly title: string;
  /** What decides beside the title; null where nothing does. */
  readonly fact: string | null;
  readonly references: ReactNode;
  readonly end: ReactNode;
  /** A third line. */
  readonly children?: ReactNode;
}

/** A row of the grid: pick box, icon, title and time, references and end. Its controls say what they do in `data-do`. */
export function RowFrame(props: RowFrameProps): ReactElement {
  const { row, place, top, isCursor, isPicked, isSelected, isTabStop, today } = props;
  const style: CSSProperties = { transform: `translateY(${top}px)` };
  return (
    <div
      role="row"
      className={['row', ...props.looks, row.state, ...(isCursor ? ['cursor'] : [])].join(' ')}
      style={style}
      tabIndex={isTabStop ? 0 : -1}
      data-id={row.id}
      aria-rowindex={place + 1}
      aria-selected={isSelected}
      aria-label={props.name}
    >
      <div role="gridcell" className="row-pick">
        <input type="checkbox" tabIndex={-1} checked={isPicked} readOnly data-do="pick" aria-label="Select" />
      </div>
      <div className="row-line">
        <div role="gridcell" className="row-title">
          <Icon name={props.icon} />
          <span className="clip">
            <RowText>{props.title}</RowText>
          </span>
          {props.fact === null ? null : (
            <span className="clip fact" title={props.fact}>
              <RowText>{props.fact}</RowText>
            </span>
          )}
        </div>
        <div role="gridcell" className="row-time">
          <RowTime row={row} today={today} />
        </div>
      </div>
      <div className="row-line">
        <div role="gridcell" className="row-refs">
          {props.references}
        </div>
        <div role="gridcell" className="row-end">
          {props.end}
        </div>
      </div>
      {props.children}
    </div>
  );
}

/** Text from a message, cut where a row has no more room. */
export const RowText = ({ children }: { readonly children: string }): ReactElement => (
  <PlainText limit={ROW_TEXT_LIMIT} expandable={false}>
    {children}
  </PlainText>
);

const RowTime = ({ row, today }: { readonly row: ListRow; readonly today: number }): ReactElement => (
  <time dateTime={row.receivedAt} title={fullTime(row.receivedAt)}>
    <span className="short">{shortTime(row.receivedAt, today)}</span>
    <span className="full">{dayTime(row.receivedAt, today)}</span>
  </time>
);
