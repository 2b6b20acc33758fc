import { useId, type ReactElement, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** What a control needs to be tied to its label, hint and error. */
export interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly children: (described: Described) => ReactNode;
}

/** A label, its control, and what is wrong with it, said where it is. */
export function Field({ label, hint, error = null, children }: FieldProps): ReactElement {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const parts = [hint === undefined ? null : hintId, error === null ? null : errorId];
  const describedBy = parts.filter((part) => part !== null).join(' ');
  return (
    <div className={error === null ? 'form-field' : 'form-field invalid'}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === null ? undefined : true,
      })}
      {hint === undefined ? null : (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
      {error === null ? null : (
        <p id={errorId} className="error">
          <Icon name="alert" /> {error}
        </p>
      )}
    </div>
  );
}
