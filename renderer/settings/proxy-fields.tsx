import type { ReactElement } from 'react';
import { Field } from '../ui/field.tsx';
import type { NetworkErrors, NetworkValues } from './network-form.ts';

interface ProxyFieldsProps {
  readonly values: NetworkValues;
  readonly errors: NetworkErrors;
  /** Whether a password is held, which an empty field keeps. */
  readonly isHeld: boolean;
  readonly disabled: boolean;
  readonly onChange: (part: Partial<NetworkValues>) => void;
}

/** The one proxy that a person names. */
export function ProxyFields(props: ProxyFieldsProps): ReactElement {
  const { values, disabled, isHeld, onChange } = props;
  return (
    <>
      <ProxyInput
        {...props}
        name="host"
        label="Address"
        hint="Its name or address alone: proxy.office"
        mono
      />
      <ProxyInput {...props} name="port" label="Port" short />
      <label className="choice">
        <input
          type="checkbox"
          checked={values.secure}
          disabled={disabled}
          onChange={() => onChange({ secure: !values.secure })}
        />
        <span>The proxy itself is spoken to over TLS (rare)</span>
      </label>
      <ProxyInput {...props} name="name" label="Name" hint="Empty where the proxy asks for none." />
      <ProxyInput
        {...props}
        name="password"
        label="Password"
        hint={isHeld ? 'One is kept; leave this empty to keep it.' : 'Kept like the secret of an account.'}
        secret
      />
      <ProxyInput
        {...props}
        name="except"
        label="Called straight"
        hint="With commas between them: office.example, *.office.example, 10.0.0.0/8. This computer always is."
        mono
      />
    </>
  );
}

interface ProxyInputProps extends ProxyFieldsProps {
  readonly name: 'host' | 'port' | 'name' | 'password' | 'except';
  readonly label: string;
  readonly hint?: string;
  readonly mono?: boolean;
  readonly short?: boolean;
  readonly secret?: boolean;
}

function ProxyInput(props: ProxyInputProps): ReactElement {
  const { name, label, hint, values, errors, disabled, onChange, mono = false, short = false } = props;
  return (
    <Field label={label} hint={hint} error={name === 'except' ? null : (errors[name] ?? null)}>
      {(described) => (
        <input
          {...described}
          name={`proxy-${name}`}
          className={[mono ? 'mono' : '', short ? 'short' : ''].join(' ').trim()}
          type={props.secret === true ? 'password' : 'text'}
          inputMode={name === 'port' ? 'numeric' : 'text'}
          autoComplete="off"
          spellCheck={false}
          maxLength={4000}
          disabled={disabled}
          value={values[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
}
