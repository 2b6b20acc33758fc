import type { ReactElement } from 'react';
import type { SourceName } from '../../shared/accounts/source-name.ts';
import type { AccountView } from '../../shared/bridge.ts';
import { Field } from '../ui/field.tsx';
import { sourceWords } from '../ui/words.ts';
import type { AccountFormValues, FormErrors } from './account-form-values.ts';

interface AccountFieldsProps {
  readonly values: AccountFormValues;
  readonly errors: FormErrors;
  readonly existing: AccountView | null;
  readonly secretsAreHeld: boolean;
  readonly onChange: (part: Partial<AccountFormValues>) => void;
}

export function AccountFields(props: AccountFieldsProps): ReactElement {
  const { values, existing, onChange } = props;
  return (
    <>
      <Field label="Source" hint={existing === null ? undefined : 'An account keeps its source.'}>
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
      <TextField {...props} field="name" label="Name" />
      <TextField
        {...props}
        field="id"
        label="Short name"
        hint={
          existing === null
            ? 'Names the account in the output of the quayside command. It cannot be changed later.'
            : 'Names the account in the output of the quayside command.'
        }
        mono
        readOnly={existing !== null}
      />
      <EnvironmentFields {...props} />
      <TextField {...props} field="clientId" label="Client id" mono />
      <SecretField {...props} />
      {values.source === 'hmrc-ppns' ? <BoxFields {...props} /> : null}
    </>
  );
}

interface TextFieldProps extends AccountFieldsProps {
  readonly field: 'name' | 'id' | 'clientId' | 'boxId' | 'baseUrl' | 'tokenUrl';
  readonly label: string;
  readonly hint?: string;
  readonly mono?: boolean;
  readonly readOnly?: boolean;
}

function TextField(props: TextFieldProps): ReactElement {
  const { field, label, hint, mono = false, readOnly = false, values, errors, onChange } = props;
  return (
    <Field label={label} hint={hint} error={errors[field] ?? null}>
      {(described) => (
        <input
          {...described}
          name={field}
          className={mono ? 'mono' : ''}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          readOnly={readOnly}
          value={values[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
}

/** Typed, sent, and never shown again. */
function SecretField({
  values,
  errors,
  existing,
  secretsAreHeld,
  onChange,
}: AccountFieldsProps): ReactElement {
  const isHeld = existing?.secret === 'held' || existing?.secret === 'session-only';
  return (
    <Field
      label="Client secret"
      hint={isHeld ? 'A secret is held. Leave this empty to keep it.' : undefined}
      error={errors.clientSecret ?? null}
    >
      {(described) => (
        <input
          {...described}
          name="clientSecret"
          type="password"
          autoComplete="new-password"
          maxLength={4000}
          disabled={!secretsAreHeld}
          value={values.clientSecret}
          onChange={(event) => onChange({ clientSecret: event.target.value })}
        />
      )}
    </Field>
  );
}

const environments = { sandbox: 'Sandbox', production: 'Production', custom: 'Another address' } as const;

function EnvironmentFields(props: AccountFieldsProps): ReactElement {
  const { values, onChange } = props;
  return (
    <>
      <Field label="Environment">
        {(described) => (
          <select
            {...described}
            name="environment"
            value={values.environment}
            onChange={(event) =>
              onChange({ environment: event.target.value as AccountFormValues['environment'] })
            }
          >
            {Object.entries(environments).map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      {values.environment === 'custom' ? (
        <>
          <TextField {...props} field="baseUrl" label="Address of the API" mono />
          <TextField
            {...props}
            field="tokenUrl"
            label="Address for tokens"
            hint="Leave empty where it is the same."
            mono
          />
        </>
      ) : null}
    </>
  );
}

const limits = {
  client: 'Shared by all boxes of this client id',
  box: 'For each box by itself',
} as const;

function BoxFields(props: AccountFieldsProps): ReactElement {
  const { values, onChange } = props;
  return (
    <>
      <TextField {...props} field="boxId" label="Box id" mono />
      <Field
        label="10 seconds between polls"
        hint="HMRC asks for 10 seconds between calls to the endpoint. Sharing them is the careful reading."
      >
        {(described) => (
          <select
            {...described}
            name="listLimitPer"
            value={values.listLimitPer}
            onChange={(event) =>
              onChange({ listLimitPer: event.target.value as AccountFormValues['listLimitPer'] })
            }
          >
            {Object.entries(limits).map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
