import { useState, type ReactElement } from 'react';
import { settle } from '../app/bridge.ts';
import { useServices } from '../app/services.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import { Icon } from './icon.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied: `MRN`, `payload`. */
  readonly what: string;
  readonly labelled?: boolean;
}

const SHOWN_MS = 1500;

/** Copies through the shell: the window has no clipboard of its own. */
export function CopyButton({ text, what, labelled = false }: CopyButtonProps): ReactElement {
  const { bridge, clock, announce } = useServices();
  const [copied, setCopied] = useState(false);
  async function copy() {
    const answer = await settle(bridge.copyText({ text }));
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
      aria-label={`Copy ${what}`}
      title={`Copy ${what}`}
      onClick={() => void copy()}
    >
      <Icon name={copied ? 'check' : 'copy'} />
      {labelled ? (copied ? 'Copied' : `Copy ${what}`) : null}
    </button>
  );
}
