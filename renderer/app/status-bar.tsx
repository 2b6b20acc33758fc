import { useEffect, type ReactElement } from 'react';
import type { Rereading } from '../../shared/status.ts';
import { byteSize, count, plural } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { isExporting } from './exports.ts';
import { freshness, pollSentence } from './health-words.ts';
import { useEngine, useStatus } from './queries.ts';
import { useServices } from './services.ts';
import { useStore } from './store.ts';

export function StatusBar(): ReactElement {
  const { navigator, seconds } = useServices();
  const status = useStatus().data;
  const engine = useEngine();
  const now = useStore(seconds);
  const isStale =
    status !== undefined &&
    ['stale', 'silent', 'restarting'].includes(freshness(status.accounts, now, engine).kind);
  return (
    <footer className="status-bar">
      {status === undefined ? null : (
        <>
          <span className={isStale ? 'polled stale' : 'polled'}>
            {isStale ? <Icon name="alert" /> : null}
            <span className="clip" title={pollSentence(status.accounts, now, engine)}>
              {pollSentence(status.accounts, now, engine)}
            </span>
          </span>
          {status.rereading === null ? null : <RereadingPart {...status.rereading} />}
          <span className="archive">
            Archive {plural(status.counts.all, 'notification')}, {byteSize(status.archiveBytes)}
          </span>
        </>
      )}
      <span className="spacer" />
      <ExportPart />
      <UndoPart />
      <button type="button" className="quiet" onClick={() => navigator.showDialog('keys')}>
        <kbd aria-hidden="true">?</kbd> Keys
      </button>
    </footer>
  );
}

/** A newer decoder at work on what is stored. Spoken once, when it begins: the figures would never be silent. */
function RereadingPart({ done, total }: Rereading): ReactElement {
  const { announce } = useServices();
  useEffect(() => {
    announce('Reading earlier messages again');
  }, [announce]);
  const words = `Reading ${count(done)} of ${count(total)} earlier messages again`;
  return (
    <span className="rereading" title={`${words}. What you did with them stays as it is.`}>
      <span className="clip">{words}</span>
    </span>
  );
}

function ExportPart(): ReactElement | null {
  const { exports, navigator } = useServices();
  const state = useStore(exports.state);
  if (state.kind !== 'followed') return null;
  const { rows, total } = state.progress;
  const words = isExporting(state)
    ? `Exporting ${Math.floor((100 * rows) / Math.max(1, total))}%`
    : 'Export finished';
  return (
    <button
      type="button"
      className="quiet"
      onClick={() => {
        navigator.showScreen('inbox');
        navigator.showDialog('export');
      }}
    >
      {words}
    </button>
  );
}

/** The last act, for as long as it can be undone and the toast no longer offers it. */
function UndoPart(): ReactElement | null {
  const { triage, seconds } = useServices();
  const change = useStore(triage.triage, ({ changes }) => changes[0]);
  const toast = useStore(triage.toast);
  const now = useStore(seconds);
  if (change === undefined || (toast?.change?.id === change.id && toast.until > now)) return null;
  return (
    <button
      type="button"
      className="quiet undo"
      aria-label="Undo"
      title={change.sentence}
      onClick={() => void triage.undo()}
    >
      <span className="clip">Undo: {change.sentence}</span> <kbd aria-hidden="true">Z</kbd>
    </button>
  );
}
