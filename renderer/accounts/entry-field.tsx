import type { ReactElement } from 'react';
import { Field } from '../ui/field.tsx';
import type { AccountFieldsProps } from './account-fields.tsx';
import { counts, textIn } from './account-form-values.ts';
import type { FormEntry } from './forms/source-form.ts';

interface EntryFieldProps extends AccountFieldsProps {
  readonly entry: FormEntry;
}

/** A field as its source describes it; nothing while it does not count. */
export function EntryField(props: EntryFieldProps): ReactElement | null {
  const { entry, values, errors, onChange } = props;
  const { name, label, hint } = entry;
  if (!counts(entry, values.texts)) return null;
  if (entry.kind === 'text') return <TextInput {...props} name={name} label={label} hint={hint} mono />;
  return (
    <Field label={label} hint={hint} error={errors[name] ?? null}>
      {(described) => (
        <select
          {...described}
          name={name}
          value={textIn(values.texts, entry)}
          onChange={(event) => onChange({ texts: { [name]: event.target.value } })}
        >
          {Object.entries(entry.options).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface TextInputProps extends AccountFieldsProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly mono?: boolean;
  readonly readOnly?: boolean;
}

export function TextInput(props: TextInputProps): ReactElement {
  const { name, label, hint, mono = false, readOnly = false, values, errors, onChange } = props;
  return (
    <Field label={label} hint={hint} error={errors[name] ?? null}>
      {(described) => (
        <input
          {...described}
          name={name}
          className={mono ? 'mono' : ''}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          readOnly={readOnly}
          value={values.texts[name] ?? ''}
          onChange={(event) => onChange({ texts: { [name]: event.target.value } })}
        />
      )}
    </Field>
  );
}
