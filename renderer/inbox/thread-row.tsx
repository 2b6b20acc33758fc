import { memo, type ReactElement } from 'react';
import type { ListRow } from '../../shared/engine-api.ts';
import type { Instant } from '../../shared/notification.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { statusIcons, statusTone } from '../thread/status-look.ts';
import { fullTime } from '../ui/format.ts';
import { Icon, outcomeIcons, type IconName } from '../ui/icon.tsx';
import { attentionWords, shortSourceWords } from '../ui/words.ts';
import { attentionOf } from './list-row.ts';
import { OutcomeNote, speaksOfOutcome, type OutcomeNoteProps } from './outcome-note.tsx';
import { RowFrame, RowText, type RowProps } from './row-frame.tsx';
import {
  limitWords,
  messageWords,
  newestWords,
  quietLabel,
  threadFact,
  threadReference,
  threadRowName,
  threadTitle,
} from './thread-row-words.ts';

/** One declaration, or payment: what has become of it, which it is, and what came last. */
export const ThreadRow = memo(function ThreadRow(props: RowProps): ReactElement {
  const { row, mark, keepsMark, today } = props;
  return (
    <RowFrame
      {...props}
      name={threadRowName(row, today)}
      looks={['thread', attentionOf(row), ...(isGood(row) ? ['good'] : [])]}
      icon={iconOf(row)}
      title={threadTitle(row)}
      fact={threadFact(row)}
      references={<Which row={row} />}
      end={<Urgency row={row} mark={mark} keepsMark={keepsMark} />}
    >
      <div className="row-line">
        <div role="gridcell" className="row-news">
          <News row={row} />
        </div>
        <div role="gridcell" className="row-end">
          {messageWords(row)}
        </div>
      </div>
    </RowFrame>
  );
});

function isGood({ thread }: ListRow): boolean {
  const status = thread?.status ?? null;
  return status !== null && statusTone(status) === 'good';
}

function iconOf(row: ListRow): IconName {
  const status = row.thread?.status ?? null;
  if (status !== null) return statusIcons[status.code];
  return row.kind === 'unrecognised' ? 'question' : outcomeIcons[row.outcome];
}

/** What it is about, and which way the goods go; where it names nothing, where it is from. */
function Which({ row }: { readonly row: ListRow }): ReactElement {
  const reference = threadReference(row);
  const trade = row.thread?.trade ?? null;
  return (
    <span className="clip">
      {reference === null ? (
        shortSourceWords[row.source]
      ) : (
        <span className={row.kind === 'payment' ? undefined : 'mono'}>
          <RowText>{reference}</RowText>
        </span>
      )}
      {trade === null ? null : <span className="trade">{trade}</span>}
    </span>
  );
}

/** How urgent it is and until when; in its place, while it matters, how far the acknowledgement has come. */
function Urgency(props: OutcomeNoteProps): ReactElement {
  if (speaksOfOutcome(props)) return <OutcomeNote {...props} />;
  const attention = attentionOf(props.row);
  const deadline = props.row.thread?.status?.deadline ?? null;
  return (
    <>
      {deadline === null ? null : <Limit at={deadline} />}
      {attention === 'info' ? null : <span className="word">{attentionWords[attention]}</span>}
    </>
  );
}

function Limit({ at }: { readonly at: Instant }): ReactElement {
  const { seconds } = useServices();
  // As words, so that a line is drawn anew when they change and not each second.
  const words = useStore(seconds, (now) => limitWords(at, now));
  return (
    <span className="limit" title={`Limit ${fullTime(at)}`}>
      {words}
    </span>
  );
}

/** What did not come in time, before what came last. */
function News({ row }: { readonly row: ListRow }): ReactElement {
  const quiet = row.thread === null ? null : quietLabel(row.thread);
  return (
    <>
      {quiet === null ? null : (
        <span className="silence">
          <Icon name="clock" />
          <span className="clip">{quiet}</span>
        </span>
      )}
      <span className="clip">
        <RowText>{newestWords(row)}</RowText>
      </span>
    </>
  );
}
