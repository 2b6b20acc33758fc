import { useState, type ReactElement } from 'react';
import type { ExportProgress, ExportRequest } from '../../shared/engine-api.ts';
import { settle } from '../app/bridge.ts';
import { isExporting } from '../app/exports.ts';
import { usePreferences } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { cappedCount, plural } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { useTotalAsOf, type Total } from './use-arrivals.ts';
import type { InboxList } from './use-list.ts';

/** What is on screen, into a file. An export goes on when the dialog is closed; the status bar follows it. */
export function ExportDialog({ list }: { readonly list: InboxList }): ReactElement {
  const { navigator, exports } = useServices();
  const state = useStore(exports.state);
  const close = () => {
    navigator.showDialog('none');
    if (!isExporting(state)) exports.clear();
  };
  return (
    <Dialog title="Export what the list shows" onClose={close}>
      {state.kind === 'refused' ? <FailureNote failure={state.failure} /> : null}
      {state.kind === 'idle' || state.kind === 'refused' ? (
        <Choices list={list} onClose={close} />
      ) : (
        <Progress progress={state.kind === 'followed' ? state.progress : null} onClose={close} />
      )}
    </Dialog>
  );
}

function Choices({
  list,
  onClose,
}: {
  readonly list: InboxList;
  readonly onClose: () => void;
}): ReactElement {
  const { exports } = useServices();
  const preferences = usePreferences();
  const [format, setFormat] = useState<ExportRequest['format']>('csv');
  const [bom, setBom] = useState(preferences.csvBom);
  const [formulaGuard, setGuard] = useState(preferences.csvFormulaGuard);
  const isCsv = format === 'csv';
  const rows = useTotalAsOf('notification', list.base, list.heldAt);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void exports.start({
          filter: list.filter,
          format,
          bom: isCsv && bom,
          formulaGuard: isCsv && formulaGuard,
        });
      }}
    >
      <p>{rows === undefined ? '…' : exportSentence(rows)}</p>
      {list.by === 'thread' ? (
        <p className="dim">
          An export holds single notifications, one a row. It takes those that meet the filter by themselves:
          of a thread in the list that may be some of its messages and not the others.
        </p>
      ) : null}
      <fieldset>
        <legend>Format</legend>
        <label className="choice">
          <input type="radio" name="format" checked={isCsv} onChange={() => setFormat('csv')} />
          CSV, for spreadsheets
        </label>
        <label className="choice">
          <input type="radio" name="format" checked={!isCsv} onChange={() => setFormat('ndjson')} />
          NDJSON, one JSON object a line, for programs
        </label>
      </fieldset>
      <fieldset disabled={!isCsv}>
        <legend>CSV</legend>
        <label className="choice">
          <input type="checkbox" checked={bom} onChange={() => setBom(!bom)} />
          <span>
            Begin with a byte order mark
            <small>Excel needs it to read £ and accents right.</small>
          </span>
        </label>
        <label className="choice">
          <input type="checkbox" checked={formulaGuard} onChange={() => setGuard(!formulaGuard)} />
          <span>
            Guard against formulas
            <small>
              Text that begins with =, +, - or @ could run as a formula in a spreadsheet. The guard puts an
              apostrophe before it, so those fields differ from what was received.
            </small>
          </span>
        </label>
      </fieldset>
      <div className="dialog-foot">
        <button type="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="main">
          Save as…
        </button>
      </div>
    </form>
  );
}

const exportSentence = ({ total, totalIsCapped }: Total): string =>
  `${cappedCount(total, totalIsCapped)} ${total === 1 ? 'notification' : 'notifications'}, as the list is filtered now.`;

function Progress(props: {
  readonly progress: ExportProgress | null;
  readonly onClose: () => void;
}): ReactElement {
  const { progress, onClose } = props;
  const { exports } = useServices();
  if (progress === null || progress.state === 'running') {
    const { rows, total } = progress ?? { rows: 0, total: 0 };
    return (
      <>
        <p role="status">
          {progress === null ? 'Choose where to save it.' : `${plural(rows, 'row')} written`}
        </p>
        <progress aria-label="Export" max={Math.max(1, total)} value={rows} />
        <div className="dialog-foot">
          <button type="button" onClick={onClose}>
            Go on in the background
          </button>
          <button type="button" disabled={progress === null} onClick={() => void exports.cancel()}>
            Cancel export
          </button>
        </div>
      </>
    );
  }
  return <Ended progress={progress} onClose={onClose} />;
}

function Ended(props: { readonly progress: ExportProgress; readonly onClose: () => void }): ReactElement {
  const { progress, onClose } = props;
  const { bridge, exports } = useServices();
  return (
    <>
      <div role="status">
        {progress.state === 'done' ? <Done progress={progress} /> : null}
        {progress.state === 'cancelled' ? <p>Cancelled. No file was written.</p> : null}
      </div>
      {progress.state === 'failed' && progress.failure !== null ? (
        <FailureNote failure={progress.failure} />
      ) : null}
      <div className="dialog-foot">
        {progress.state === 'done' ? (
          <button type="button" onClick={() => void settle(bridge.showFile({ job: progress.job }))}>
            Show in folder
          </button>
        ) : (
          <button type="button" onClick={exports.clear}>
            Start again
          </button>
        )}
        <button type="button" className="main" onClick={onClose}>
          Close
        </button>
      </div>
    </>
  );
}

function Done({ progress }: { readonly progress: ExportProgress }): ReactElement {
  return (
    <div className="note good">
      <Icon name="check" />
      <div>
        <strong>{plural(progress.rows, 'row')} written</strong>
        <p className="mono">
          <PlainText limit={300}>{progress.path}</PlainText>
        </p>
        <p>
          {progress.guarded === 0
            ? 'No field had to be guarded.'
            : `${plural(progress.guarded, 'field')} began like a formula and got an apostrophe in front.`}
        </p>
      </div>
    </div>
  );
}
