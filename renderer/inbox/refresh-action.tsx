import { useState, type ReactElement } from 'react';
import type { Failure } from '../../shared/failure.ts';
import type { NotificationDetail } from '../../shared/notification.ts';
import { settle } from '../app/bridge.ts';
import { queryKeys, useStatus } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { shortSourceWords } from '../ui/words.ts';

type Asked =
  | { readonly kind: 'no' | 'busy' }
  | { readonly kind: 'told'; readonly sentence: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Asks the source for this one message again, where it can be asked. */
export function RefreshAction({ detail }: { readonly detail: NotificationDetail }): ReactElement | null {
  const { bridge, queries } = useServices();
  const account = useStatus().data?.accounts.find(({ id }) => id === detail.account);
  const [asked, setAsked] = useState<Asked>({ kind: 'no' });
  if (account?.refreshes !== true) return null;

  async function ask() {
    setAsked({ kind: 'busy' });
    const answer = await settle(bridge.refresh({ id: detail.id }));
    setAsked(
      answer.ok
        ? { kind: 'told', sentence: answer.value.sentence }
        : { kind: 'failed', failure: answer.failure },
    );
    await queries.invalidateQueries({ queryKey: queryKeys.stored });
  }
  const isBusy = asked.kind === 'busy';
  return (
    <div className="refresh">
      <button type="button" aria-disabled={isBusy} onClick={() => void (isBusy ? undefined : ask())}>
        <Icon name="again" /> Ask {shortSourceWords[detail.source]} again
      </button>
      <span role="status">
        {isBusy ? <span className="dim">Asking…</span> : null}
        {asked.kind === 'told' ? <PlainText limit={300}>{asked.sentence}</PlainText> : null}
      </span>
      {asked.kind === 'failed' ? <FailureNote failure={asked.failure} /> : null}
    </div>
  );
}
