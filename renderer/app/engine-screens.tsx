import type { ReactElement } from 'react';
import type { ShellState } from '../../shared/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { momentOf } from '../ui/format.ts';
import { PlainText } from '../ui/plain-text.tsx';
import { useServices } from './services.ts';
import { useStore } from './store.ts';

export function StartingScreen(): ReactElement {
  return (
    <main className="full-screen" aria-busy="true">
      <h1>Quayside</h1>
      <p role="status">Opening the archive…</p>
    </main>
  );
}

/** The engine is coming back: what is on screen stays readable meanwhile. */
export function RestartingBanner(): ReactElement {
  return (
    <div className="banner" role="status">
      <Icon name="clock" />
      <span>
        <strong>{reasonTexts['engine-stopped'].title}.</strong> {reasonTexts['engine-stopped'].explanation}{' '}
        {reasonTexts['engine-stopped'].nextStep}
      </span>
    </div>
  );
}

/** The engine is there and does not answer: what is on screen is as of then, and nothing happens until it is replaced. */
export function SilentBanner({ since }: { readonly since: string | null }): ReactElement {
  const { seconds } = useServices();
  const today = useStore(seconds, (now) => new Date(now).setHours(0, 0, 0, 0));
  return (
    <div className="banner" role="status">
      <Icon name="clock" />
      <span>
        <strong>No answer{since === null ? '' : ` since ${momentOf(since, today)}`}.</strong> Quayside’s
        engine, which polls and reads, does not answer. What is on screen is as of then. It is ended and
        started again by itself; nothing that was received is lost.
      </span>
    </div>
  );
}

/** Nothing was opened and nothing was changed: why, and the way back. */
export function RefusedScreen({
  failure,
  shell,
}: {
  readonly failure: Failure;
  readonly shell: ShellState | null;
}): ReactElement {
  const text = reasonTexts[failure.reason];
  return (
    <main className="full-screen" role="main">
      <Icon name="alert" />
      <h1>{text.title}</h1>
      <p>{text.explanation}</p>
      <p>
        <strong>What to do:</strong> {text.nextStep}
      </p>
      <dl className="refs">
        {shell === null ? null : (
          <div>
            <dt>Data directory</dt>
            <dd className="mono">
              <PlainText>{shell.dataDirectory}</PlainText>
            </dd>
          </div>
        )}
        {failure.detail === null ? null : (
          <div>
            <dt>Detail</dt>
            <dd className="mono">
              <PlainText>{failure.detail}</PlainText>
            </dd>
          </div>
        )}
      </dl>
      <CopyButton text={detailsOf(failure, shell)} what="details" labelled />
    </main>
  );
}

function detailsOf(failure: Failure, shell: ShellState | null): string {
  const { title } = reasonTexts[failure.reason];
  const lines = [
    `Quayside ${shell?.version ?? ''} on ${shell?.platform ?? ''}`,
    `${failure.reason}: ${title}`,
    `Detail: ${failure.detail ?? 'none'}`,
    `Data directory: ${shell?.dataDirectory ?? 'unknown'}`,
  ];
  return lines.join('\n');
}
