import { useState, type ReactElement } from 'react';
import { reasonTexts } from '../../shared/reasons.ts';
import type { Thread } from '../../shared/thread.ts';
import { settle } from '../app/bridge.ts';
import { usePreferences } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { declarationText } from './declaration-text.ts';
import { paymentText } from './payment-text.ts';
import { storyNoun, storyTitle, type StoryNoun } from './story-noun.ts';
import { timeOf } from './thread-words.ts';
import { freshIds } from './fresh-ids.ts';

const TOAST_MS = 8000;

export interface DeclarationActionsProps {
  readonly thread: Thread;
  /** Where the list shows the thread as one row: what acknowledges that row, as its key does. */
  readonly onAcknowledge: (() => void) | null;
}

/** The page as text for an e-mail. */
const storyTexts = {
  declaration: declarationText,
  movement: declarationText,
  payment: paymentText,
} as const satisfies Record<StoryNoun, typeof declarationText>;

/** What can be done with a declaration, or a payment, as a whole. */
export function DeclarationActions({ thread, onAcknowledge }: DeclarationActionsProps): ReactElement {
  const { clock } = useServices();
  const noun = storyNoun(thread);
  return (
    <div className="detail-actions">
      <CopyButton
        text={() => storyTexts[noun](thread, { now: clock.now() })}
        what={noun}
        label="Copy as text"
        labelled
      />
      <SavePdf thread={thread} />
      <AcknowledgeAll thread={thread} onAcknowledge={onAcknowledge} />
    </div>
  );
}

/** The shell prints what the window shows, so the page has a print style of its own. */
function SavePdf({ thread }: { readonly thread: Thread }): ReactElement {
  const { bridge, triage, clock, announce } = useServices();
  const [saving, setSaving] = useState(false);
  function say(sentence: string, tone: 'plain' | 'failure') {
    triage.toast.set(() => ({ sentence, change: null, until: clock.now() + TOAST_MS, tone }));
    announce(sentence);
  }
  async function save() {
    setSaving(true);
    const answer = await settle(bridge.printDeclaration({ name: pdfName(thread) }));
    setSaving(false);
    if (!answer.ok) {
      const { title, nextStep } = reasonTexts[answer.failure.reason];
      say(`Not saved: ${title}. ${nextStep}`, 'failure');
    } else if (answer.value !== null) say(`Saved as ${answer.value.path}`, 'plain');
  }
  return (
    <button type="button" aria-disabled={saving} onClick={() => void (saving ? undefined : save())}>
      <Icon name="document" /> {saving ? 'Saving…' : 'Save as PDF'}
    </button>
  );
}

/** What the shell suggests as the name of the file, 100 characters at most. */
function pdfName(thread: Thread): string {
  const { mrn, lrn, entries } = thread;
  const newest = entries[0];
  const name = mrn ?? lrn ?? (newest === undefined ? '' : timeOf(newest).slice(0, 10));
  return `${storyTitle[storyNoun(thread)]} ${name}`.trim().slice(0, 100);
}

/** One act for all that is still new of it, undone as one. */
function AcknowledgeAll({ thread, onAcknowledge }: DeclarationActionsProps): ReactElement | null {
  const { triage } = useServices();
  const { holdBackSeconds } = usePreferences();
  const ids = freshIds(thread.entries);
  if (ids.length === 0) return null;
  const acknowledge = () =>
    triage.acknowledge({
      act: { selection: { ids: [...ids] } },
      // The list is asked again; none of its rows has to stay in sight for this.
      rows: [],
      list: '',
      holdBackSeconds,
      keepsMark: () => false,
    });
  return (
    <button type="button" className="main" onClick={onAcknowledge ?? (() => void acknowledge())}>
      {ids.length === 1 ? 'Acknowledge' : `Acknowledge all ${ids.length}`}
      {onAcknowledge === null ? null : <kbd aria-hidden="true">E</kbd>}
    </button>
  );
}
