import type { ReactElement } from 'react';
import { settle } from '../app/bridge.ts';
import { useServices } from '../app/services.ts';
import { Field } from '../ui/field.tsx';

interface CertificateFieldProps {
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (path: string) => void;
}

/** Where the office's own certificates lie: a path, since the file is read anew when it changes. */
export function CertificateField({ value, disabled, onChange }: CertificateFieldProps): ReactElement {
  const { bridge } = useServices();

  async function choose() {
    const answer = await settle(bridge.chooseCertificates(null));
    if (answer.ok && answer.value !== null) onChange(answer.value);
  }

  return (
    <Field
      label="Certificate file"
      hint="The root certificate of a proxy that inspects traffic (PEM or DER). It is trusted beside those of this computer; your IT support has it."
    >
      {(described) => (
        <div className="path-field">
          <input
            {...described}
            name="ca-file"
            className="mono"
            type="text"
            autoComplete="off"
            spellCheck={false}
            maxLength={4000}
            disabled={disabled}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <button type="button" disabled={disabled} onClick={() => void choose()}>
            Choose…
          </button>
        </div>
      )}
    </Field>
  );
}
