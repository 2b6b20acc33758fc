import { useRef, useState, type ReactElement } from 'react';
import type { AccountDraft, AccountView, ShellState } from '../../shared/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import { settle } from '../app/bridge.ts';
import { useServices } from '../app/services.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { AccountFields, type FormChange } from './account-fields.tsx';
import { draftOf, NEW_ACCOUNT, NO_KEY, valuesOf, type FormErrors } from './account-form-values.ts';
import { idFromName } from './id-from-name.ts';
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

  function change({ source, texts = {}, key }: FormChange) {
    const { id, name } = texts;
    if (id !== undefined) setOwnId(true);
    const named = name !== undefined && !ownId ? { id: idFromName(name, taken) } : {};
    setValues((current) => ({
      source: source ?? current.source,
      texts: { ...current.texts, ...named, ...texts },
      // A key is that of one source.
      key: key ?? (source === undefined ? current.key : NO_KEY),
    }));
    // What is being corrected is not scolded meanwhile; another source has other fields.
    setErrors((current) => (source === undefined ? without(current, texts, key !== undefined) : {}));
    if (outcome.kind === 'tested' || outcome.kind === 'failed') setOutcome({ kind: 'none' });
  }

  /** The draft, or null after the errors are shown and the first of them has the focus. */
  function checked(): AccountDraft | null {
    const result = draftOf(values, existing, taken);
    setErrors(result.ok ? {} : result.errors);
    if (result.ok) return result.draft;
    focusFirst(form.current, result.errors);
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
          Test connection
        </button>
        <button type="button" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}

function without(errors: FormErrors, texts: FormErrors, keyChanged: boolean): FormErrors {
  const kept = Object.entries(errors).filter(([field]) => !(field in texts));
  return Object.fromEntries(
    keyChanged ? kept.filter(([field]) => field !== 'key' && field !== 'certificate') : kept,
  );
}

/** The first field that is wrong, in the order on screen; what was folded away has to be unfolded before. */
function focusFirst(form: HTMLFormElement | null, errors: FormErrors): void {
  const fields = [...(form?.querySelectorAll<HTMLElement>('[name]') ?? [])];
  const wrong = fields.find((field) => (field.getAttribute('name') ?? '') in errors);
  const folded = wrong?.closest('details');
  if (folded !== null && folded !== undefined) folded.open = true;
  wrong?.focus();
}
