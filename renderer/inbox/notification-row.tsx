import { memo, type ReactElement } from 'react';
import type { ListRow } from '../../shared/engine-api.ts';
import { outcomeIcons } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { attentionWords, shortSourceWords } from '../ui/words.ts';
import { OutcomeNote, speaksOfOutcome, type OutcomeNoteProps } from './outcome-note.tsx';
import { RowFrame, RowText, type RowProps } from './row-frame.tsx';
import { factWords, rowName, SETTLED, SETTLED_HINT } from './row-words.ts';

/** One notification as a line of the list. */
export const NotificationRow = memo(function NotificationRow(props: RowProps): ReactElement {
  const { row, mark, keepsMark, today } = props;
  return (
    <RowFrame
      {...props}
      name={rowName(row, today)}
      looks={[row.settled ? 'settled' : row.attention, ...(isGood(row) ? ['good'] : [])]}
      icon={row.kind === 'unrecognised' ? 'question' : outcomeIcons[row.outcome]}
      title={row.title}
      fact={factWords(row, today)}
      references={<References row={row} />}
      end={<RowEnd row={row} mark={mark} keepsMark={keepsMark} />}
    />
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

const isGood = ({ attention, outcome }: ListRow): boolean => attention === 'info' && GOOD.has(outcome);

function References({ row }: { readonly row: ListRow }): ReactElement {
  if (row.mrn === null && row.lrn === null) {
    return row.subject === null ? (
      <span className="clip">{shortSourceWords[row.source]}</span>
    ) : (
      <span className={row.kind === 'payment' ? 'clip' : 'clip mono'}>
        <RowText>{row.subject}</RowText>
      </span>
    );
  }
  return (
    <span className="clip mono">
      {row.mrn === null ? null : <RowText>{row.mrn}</RowText>}
      {row.lrn === null ? null : (
        <span className="lrn">
          <RowText>{row.lrn}</RowText>
        </span>
      )}
    </span>
  );
}

/** How urgent it is; quietly where another message has left nothing to do. */
function Urgency({ row }: { readonly row: ListRow }): ReactElement | null {
  if (row.settled) {
    return (
      <span className="word" title={SETTLED_HINT}>
        {SETTLED}
      </span>
    );
  }
  return row.attention === 'info' ? null : <span className="word">{attentionWords[row.attention]}</span>;
}

/** The type and how urgent it is; in their place, while it matters, how far the acknowledgement has come. */
function RowEnd(props: OutcomeNoteProps): ReactElement {
  if (speaksOfOutcome(props)) return <OutcomeNote {...props} />;
  const { row } = props;
  return (
    <>
      <Urgency row={row} />
      <span className="mono clip type">
        <PlainText limit={40} expandable={false}>
          {row.type}
        </PlainText>
      </span>
    </>
  );
}
