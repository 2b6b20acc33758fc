import type { ReactElement } from 'react';
import type { SourceName } from '../../shared/accounts/source-name.ts';
import type { AccountView } from '../../shared/bridge.ts';
import { Field } from '../ui/field.tsx';
import { sourceWords } from '../ui/words.ts';
import { holdsSecret, type AccountFormValues, type FormErrors } from './account-form-values.ts';
import { EntryField, TextInput } from './entry-field.tsx';
import { EnvironmentFields } from './environment-fields.tsx';
import { FoldedFields } from './folded-fields.tsx';
import { sourceForms } from './forms/source-forms.ts';
import { KeyFields } from './key-fields.tsx';

/** A change of the form: some texts, another source, or how far the key has come. */
export interface FormChange {
  readonly texts?: AccountFormValues['texts'];
  readonly source?: SourceName;
  readonly key?: AccountFormValues['key'];
}

export interface AccountFieldsProps {
  readonly values: AccountFormValues;
  readonly errors: FormErrors;
  readonly existing: AccountView | null;
  readonly secretsAreHeld: boolean;
  readonly onChange: (change: FormChange) => void;
}

/** Every field of an account: those of all, then those that its source names. */
export function AccountFields(props: AccountFieldsProps): ReactElement {
  const { values, existing, onChange } = props;
  const form = sourceForms[values.source];
  return (
    <>
      <Field label="Source" hint={existing === null ? form.needs : 'An account keeps its source.'}>
        {(described) => (
          <select
            {...described}
            name="source"
            value={values.source}
            disabled={existing !== null}
            onChange={(event) => onChange({ source: event.target.value as SourceName })}
          >
            {Object.entries(sourceWords).map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextInput {...props} name="name" label="Name" />
      <TextInput
        {...props}
        name="id"
        label="Short name"
        hint={
          existing === null
            ? 'Names the account in the output of the quayside command. It cannot be changed later.'
            : 'Names the account in the output of the quayside command.'
        }
        mono
        readOnly={existing !== null}
      />
      <EnvironmentFields {...props} form={form} />
      {form.beforeSecret.map((entry) => (
        <EntryField key={entry.name} {...props} entry={entry} />
      ))}
      {form.secret.kind === 'key' ? (
        <KeyFields key={values.source} {...props} secret={form.secret} />
      ) : (
        <SecretField {...props} label={form.secret.label} />
      )}
      {form.afterSecret.map((entry) => (
        <EntryField key={entry.name} {...props} entry={entry} />
      ))}
      {form.folded.map((group) => (
        <FoldedFields key={group.title} {...props} group={group} />
      ))}
    </>
  );
}

/** Typed, sent, and never shown again. */
function SecretField(props: AccountFieldsProps & { readonly label: string }): ReactElement {
  const { label, values, errors, existing, secretsAreHeld, onChange } = props;
  return (
    <Field
      label={label}
      hint={holdsSecret(existing) ? 'A secret is held. Leave this empty to keep it.' : undefined}
      error={errors['secret'] ?? null}
    >
      {(described) => (
        <input
          {...described}
          name="secret"
          type="password"
          autoComplete="new-password"
          maxLength={4000}
          disabled={!secretsAreHeld}
          value={values.texts['secret'] ?? ''}
          onChange={(event) => onChange({ texts: { secret: event.target.value } })}
        />
      )}
    </Field>
  );
}
