import type { ReactElement } from 'react';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { useServices } from './services.ts';
import { useStore } from './store.ts';

/** The sentence about the last act, and the seconds in which it can be undone before it leaves. Spoken by the live region, not from here. */
export function ToastLine(): ReactElement | null {
  const { triage, seconds } = useServices();
  const toast = useStore(triage.toast);
  const now = useStore(seconds);
  if (toast === null || toast.until <= now) return null;
  const { change, sentence, tone } = toast;
  const left = change === null ? 0 : Math.ceil((change.leavesAt - now) / 1000);
  return (
    <div className={tone === 'failure' ? 'toast failed' : 'toast'} role="region" aria-label="Last action">
      <Icon name={tone === 'failure' ? 'alert' : 'check'} />
      <span className="sentence">
        <PlainText limit={300}>{sentence}</PlainText>
      </span>
      {change === null ? null : (
        <button type="button" onClick={() => void triage.undo(change.id)}>
          Undo <kbd aria-hidden="true">Z</kbd>
        </button>
      )}
      {left > 0 ? (
        <span className="dim left" aria-hidden="true">
          {left} s
        </span>
      ) : null}
      <button type="button" className="quiet icon-only" aria-label="Dismiss" onClick={triage.dismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
