import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
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

interface PayloadViewProps {
  readonly id: string;
  readonly contentType: string;
  /** Whether it may tell of persons: then it is neither shown nor fetched before somebody asks for it. */
  readonly isPersonal: boolean;
}

/** What the source sent, as a section of its own. */
export function PayloadView({ id, contentType, isPersonal }: PayloadViewProps): ReactElement {
  const heading = useId();
  const [isAsked, setAsked] = useState(false);
  const section = useRef<HTMLElement>(null);
  // The button is gone: the keyboard goes on in what it brought.
  useEffect(() => {
    if (isAsked) section.current?.focus();
  }, [isAsked]);
  if (isPersonal && !isAsked) {
    return (
      <section aria-labelledby={heading}>
        <div className="payload-head">
          <h3 id={heading}>Payload</h3>
          <span className="dim">It may hold names, addresses and account details.</span>
          <button type="button" className="reveal" onClick={() => setAsked(true)}>
            Show the payload
          </button>
        </div>
      </section>
    );
  }
  return (
    <section ref={section} aria-labelledby={heading} tabIndex={-1}>
      <RawMessage id={id} about={<bdi>{contentType}</bdi>}>
        <h3 id={heading}>Payload</h3>
      </RawMessage>
    </section>
  );
}

interface RawMessageProps {
  readonly id: string;
  /** Said after the size. */
  readonly about?: ReactNode;
  /** The heading, where there is one. */
  readonly children?: ReactNode;
}

/** What the source sent, as text and never as anything else. */
export function RawMessage({ id, about, children }: RawMessageProps): ReactElement {
  const [form, setForm] = useState<keyof typeof forms>('pretty');
  const query = usePayload(id, form);
  const text = query.data?.text ?? '';
  const cut = text.length > MOST_SHOWN;
  return (
    <>
      <div className="payload-head">
        {children}
        <span className="dim">
          {query.data === undefined ? null : byteSize(query.data.bytes)}
          {about === undefined ? null : <>, {about}</>}
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
    </>
  );
}
