import { useState, type ReactElement } from 'react';
import type { NotificationDetail } from '../../shared/notification.ts';
import { failureOf } from '../app/bridge.ts';
import { usePayload } from '../app/queries.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { byteSize, count } from '../ui/format.ts';

/** As much text as a screen takes without a pause. */
const MOST_SHOWN = 200_000;
/** What the shell takes on the clipboard at once. */
const MOST_COPIED = 1_000_000;

const forms = { pretty: 'Pretty', raw: 'Raw' } as const;

/** What the source sent, as text and never as anything else. */
export function PayloadView({ detail }: { readonly detail: NotificationDetail }): ReactElement {
  const [form, setForm] = useState<keyof typeof forms>('pretty');
  const query = usePayload(detail.id, form);
  const text = query.data?.text ?? '';
  const cut = text.length > MOST_SHOWN;
  return (
    <section aria-labelledby="payload">
      <div className="payload-head">
        <h3 id="payload">Payload</h3>
        <span className="dim">
          {byteSize(detail.payloadBytes)}, <bdi>{detail.contentType}</bdi>
        </span>
        <div className="segments" role="group" aria-label="Form of the payload">
          {Object.entries(forms).map(([name, label]) => (
            <button
              key={name}
              type="button"
              aria-pressed={form === name}
              onClick={() => setForm(name as keyof typeof forms)}
            >
              {label}
            </button>
          ))}
        </div>
        <CopyButton text={text.slice(0, MOST_COPIED)} what="payload" labelled />
      </div>
      {query.isError && query.data === undefined ? <FailureNote failure={failureOf(query.error)} /> : null}
      {query.data?.truncated === true || cut ? (
        <p className="note" role="note">
          Only the first {count(Math.min(text.length, MOST_SHOWN))} characters are shown; the whole payload is
          kept.
        </p>
      ) : null}
      <pre className="payload" tabIndex={0} aria-label="Payload text">
        {cut ? text.slice(0, MOST_SHOWN) : text}
      </pre>
    </section>
  );
}
