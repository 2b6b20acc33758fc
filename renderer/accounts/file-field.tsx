import { useId, useState, type DragEvent, type ReactElement } from 'react';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { readKeyFile, type ChosenFile } from './key-file.ts';

interface FileFieldProps {
  readonly label: string;
  readonly name: string;
  readonly hint: string | undefined;
  readonly error: string | null;
  readonly accept: string;
  readonly disabled: boolean;
  readonly chosen: ChosenFile | null;
  readonly onChosen: (file: ChosenFile | null) => void;
}

/** A small file, chosen or dropped on the field, and read at once; nothing but its name is shown again. */
export function FileField(props: FileFieldProps): ReactElement {
  const { label, name, hint, error, accept, disabled, chosen, onChosen } = props;
  const [fault, setFault] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const nameId = useId();

  async function take(file: File | undefined) {
    if (file === undefined || disabled) return;
    const read = await readKeyFile(file);
    setFault(read.ok ? null : read.failure);
    onChosen(read.ok ? read.value : null);
  }
  function onDrag(event: DragEvent) {
    event.preventDefault();
    setOver(event.type === 'dragover' && !disabled);
    if (event.type === 'drop') void take(event.dataTransfer.files[0]);
  }
  return (
    <Field label={label} hint={hint} error={fault ?? error}>
      {(described) => (
        <div
          className={isOver ? 'file-field over' : 'file-field'}
          onDragOver={onDrag}
          onDragLeave={onDrag}
          onDrop={onDrag}
        >
          <input
            {...described}
            aria-describedby={`${nameId} ${described['aria-describedby'] ?? ''}`.trim()}
            type="file"
            name={name}
            accept={accept}
            disabled={disabled}
            onChange={(event) => {
              const input = event.target;
              void take(input.files?.[0]);
              // The same file may be chosen again after it was mended.
              input.value = '';
            }}
          />
          {chosen === null ? (
            <span id={nameId} className="dim">
              or drop it here
            </span>
          ) : (
            <span className="file-name">
              <Icon name="document" />
              <span id={nameId}>
                <PlainText limit={80}>{chosen.name}</PlainText>
              </span>
              <button
                type="button"
                className="quiet icon-only"
                aria-label={`Take ${chosen.name} out again`}
                onClick={() => onChosen(null)}
              >
                <Icon name="close" />
              </button>
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
