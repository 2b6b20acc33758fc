import { useRef, useState, type ReactElement } from 'react';
import type { AccountDraft, AccountView, ShellState } from '../../shared/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import { settle } from '../app/bridge.ts';
import { useServices } from '../app/services.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { AccountFields } from './account-fields.tsx';
import {
  draftOf,
  idFromName,
  NEW_ACCOUNT,
  valuesOf,
  type AccountFormValues,
  type FormErrors,
} from './account-form-values.ts';
import { SecretBackendChoice } from './secret-backend-choice.tsx';

interface AccountFormProps {
  readonly shell: ShellState;
  /** Null adds one. */
  readonly existing: AccountView | null;
  readonly accounts: readonly AccountView[];
  readonly onDone: () => void;
}

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy'; readonly words: string }
  | { readonly kind: 'tested'; readonly sentence: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export function AccountForm({ shell, existing, accounts, onDone }: AccountFormProps): ReactElement {
  const { bridge, queries, announce } = useServices();
  const [values, setValues] = useState(() => (existing === null ? NEW_ACCOUNT : valuesOf(existing.account)));
  const [ownId, setOwnId] = useState(existing !== null);
  const [errors, setErrors] = useState<FormErrors>({});
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const form = useRef<HTMLFormElement>(null);
  const taken = accounts.map(({ account }) => account.id).filter((id) => id !== existing?.account.id);
  const secretsAreHeld = shell.secrets.protection !== 'none';

  function change(part: Partial<AccountFormValues>) {
    if (part.id !== undefined) setOwnId(true);
    const id = part.name !== undefined && !ownId ? idFromName(part.name, taken) : values.id;
    setValues({ ...values, id, ...part });
    // What is being corrected is not scolded meanwhile.
    setErrors(Object.fromEntries(Object.entries(errors).filter(([field]) => !(field in part))));
  }

  /** The draft, or null after the errors are shown and the first of them has the focus. */
  function checked(): AccountDraft | null {
    const result = draftOf(values, existing, taken);
    setErrors(result.ok ? {} : result.errors);
    if (result.ok) return result.draft;
    const first = Object.keys(values).find((field) => field in result.errors);
    form.current?.querySelector<HTMLElement>(`[name="${first ?? ''}"]`)?.focus();
    return null;
  }

  async function test() {
    const draft = checked();
    if (draft === null) return;
    setOutcome({ kind: 'busy', words: 'Asking the source…' });
    const answer = await settle(bridge.testAccount(draft));
    setOutcome(
      answer.ok
        ? { kind: 'tested', sentence: answer.value.sentence }
        : { kind: 'failed', failure: answer.failure },
    );
  }

  async function save() {
    const draft = checked();
    if (draft === null) return;
    setOutcome({ kind: 'busy', words: 'Saving…' });
    const answer = await settle(bridge.saveAccount(draft));
    if (!answer.ok) {
      setOutcome({ kind: 'failed', failure: answer.failure });
      return;
    }
    await queries.invalidateQueries();
    announce(`${draft.account.name} saved`);
    onDone();
  }

  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SecretBackendChoice secrets={shell.secrets} />
      <AccountFields
        values={values}
        errors={errors}
        existing={existing}
        secretsAreHeld={secretsAreHeld}
        onChange={change}
      />
      <div role="status">
        {outcome.kind === 'busy' ? <p className="dim">{outcome.words}</p> : null}
        {outcome.kind === 'tested' ? (
          <p className="note good">
            <Icon name="check" />
            <PlainText>{outcome.sentence}</PlainText>
          </p>
        ) : null}
      </div>
      {outcome.kind === 'failed' ? <FailureNote failure={outcome.failure} /> : null}
      <div className="row-of-buttons">
        <button type="submit" className="main" disabled={!secretsAreHeld || outcome.kind === 'busy'}>
          Save
        </button>
        <button
          type="button"
          disabled={!secretsAreHeld || outcome.kind === 'busy'}
          onClick={() => void test()}
        >
          Test
        </button>
        <button type="button" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}
