import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Account } from '../../shared/accounts/account.ts';
import type { Failure } from '../../shared/failure.ts';
import { settle } from '../app/bridge.ts';
import { useFacets } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { plural } from '../ui/format.ts';

/** Asks whether the history goes too. Cancel is what Enter and Escape do. */
export function RemoveDialog(props: {
  readonly account: Account;
  readonly onClose: () => void;
}): ReactElement {
  const { account, onClose } = props;
  const { bridge, queries, announce } = useServices();
  const held = useFacets().data?.accounts.find(({ value }) => value === account.id)?.count ?? 0;
  const history = plural(held, 'notification');
  const [keepHistory, setKeep] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    cancel.current?.focus();
  }, []);

  async function remove() {
    const answer = await settle(bridge.removeAccount({ id: account.id, keepHistory }));
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    await queries.invalidateQueries();
    announce(`${account.name} removed`);
    onClose();
  }

  return (
    <Dialog title={`Remove ${account.name}?`} role="alertdialog" onClose={onClose}>
      <p>Quayside stops polling this account and forgets its secret.</p>
      {failure === null ? null : <FailureNote failure={failure} />}
      <fieldset>
        <legend>Its history here: {history}</legend>
        <label className="choice">
          <input type="radio" name="history" checked={keepHistory} onChange={() => setKeep(true)} />
          Keep it to read and export
        </label>
        <label className="choice">
          <input type="radio" name="history" checked={!keepHistory} onChange={() => setKeep(false)} />
          Delete it. This cannot be undone
        </label>
      </fieldset>
      <div className="dialog-foot">
        <button ref={cancel} type="button" onClick={onClose}>
          Cancel
        </button>
        <button type="button" className="danger" onClick={() => void remove()}>
          {keepHistory ? 'Remove account' : `Remove account and delete ${history}`}
        </button>
      </div>
    </Dialog>
  );
}
