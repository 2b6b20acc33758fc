import type { ReactElement } from 'react';
import { failureOf } from '../app/bridge.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import type { DeclarationActionsProps } from './declaration-actions.tsx';
import { DeclarationPage } from './declaration-page.tsx';
import { PaymentPage } from './payment-page.tsx';
import { storyNoun } from './story-noun.ts';
import { useThread } from './thread-query.ts';

interface DeclarationViewProps extends Pick<DeclarationActionsProps, 'onAcknowledge'> {
  readonly id: string;
}

/** The page of the declaration, or of the payment, that a notification belongs to, as soon as it is there. */
export function DeclarationView({ id, onAcknowledge }: DeclarationViewProps): ReactElement {
  const { data: thread, isError, error } = useThread(id);
  const StoryPage = thread !== undefined && storyNoun(thread) === 'payment' ? PaymentPage : DeclarationPage;
  return (
    <>
      {thread === undefined && isError ? <FailureNote failure={failureOf(error)} /> : null}
      {thread === undefined && !isError ? <p className="dim">Gathering its messages…</p> : null}
      {thread === undefined ? null : (
        <StoryPage key={keyOf(thread.entries)} thread={thread} from={id} onAcknowledge={onAcknowledge} />
      )}
    </>
  );
}

/** The same for the same story, so that what a person has opened in it stays open when a message arrives. */
const keyOf = (entries: readonly { readonly id: string }[]): string => entries.at(-1)?.id ?? '';
