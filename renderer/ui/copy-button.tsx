import { useState, type ReactElement } from 'react';
import { settle } from '../app/bridge.ts';
import { useServices } from '../app/services.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import { Icon } from './icon.tsx';

interface CopyButtonProps {
  /** A function where the text is made when it is wanted. */
  readonly text: string | (() => string);
  /** What is copied: `MRN`, `payload`. */
  readonly what: string;
  readonly labelled?: boolean;
  /** In place of `Copy` and what. */
  readonly label?: string;
}

const SHOWN_MS = 1500;

/** Copies through the shell: the window has no clipboard of its own. */
export function CopyButton(props: CopyButtonProps): ReactElement {
  const { text, what, labelled = false, label = `Copy ${what}` } = props;
  const { bridge, clock, announce } = useServices();
  const [copied, setCopied] = useState(false);
  async function copy() {
    const answer = await settle(bridge.copyText({ text: typeof text === 'string' ? text : text() }));
    if (!answer.ok) {
      announce(`Not copied: ${reasonTexts[answer.failure.reason].title}`);
      return;
    }
    announce(`${what} copied`);
    setCopied(true);
    clock.after(SHOWN_MS, () => setCopied(false));
  }
  return (
    <button
      type="button"
      className={labelled ? '' : 'quiet icon-only'}
      aria-label={label}
      title={label}
      onClick={() => void copy()}
    >
      <Icon name={copied ? 'check' : 'copy'} />
      {labelled ? (copied ? 'Copied' : label) : null}
    </button>
  );
}
