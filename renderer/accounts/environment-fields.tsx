import type { ReactElement } from 'react';
import { Field } from '../ui/field.tsx';
import type { AccountFieldsProps } from './account-fields.tsx';
import { TextInput } from './entry-field.tsx';
import type { SourceForm } from './forms/source-form.ts';

interface EnvironmentFieldsProps extends AccountFieldsProps {
  readonly form: SourceForm;
}

/** Where the source is asked: one of its own environments, or an address. */
export function EnvironmentFields(props: EnvironmentFieldsProps): ReactElement {
  const { form, values, onChange } = props;
  const environment = values.texts['environment'] ?? 'sandbox';
  return (
    <>
      <Field label="Environment">
        {(described) => (
          <select
            {...described}
            name="environment"
            value={environment}
            onChange={(event) => onChange({ texts: { environment: event.target.value } })}
          >
            <option value="sandbox">{form.environments.sandbox}</option>
            <option value="production">{form.environments.production}</option>
            <option value="custom">Another address</option>
          </select>
        )}
      </Field>
      {environment === 'custom' ? (
        <>
          <TextInput {...props} name="baseUrl" label="Address of the API" mono />
          {form.tokenAddress === null ? null : (
            <TextInput {...props} name="tokenUrl" label="Address for tokens" hint={form.tokenAddress} mono />
          )}
        </>
      ) : null}
    </>
  );
}
