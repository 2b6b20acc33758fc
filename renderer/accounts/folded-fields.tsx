import { useState, type ReactElement } from 'react';
import type { AccountFieldsProps } from './account-fields.tsx';
import { textIn } from './account-form-values.ts';
import { EntryField } from './entry-field.tsx';
import type { FoldedEntries, FormEntry } from './forms/source-form.ts';

interface FoldedFieldsProps extends AccountFieldsProps {
  readonly group: FoldedEntries;
}

/** Fields that few need. Open from the start where one was filled, and wherever one is wrong. */
export function FoldedFields(props: FoldedFieldsProps): ReactElement {
  const { group, values, errors } = props;
  const [isOpen, setOpen] = useState(() => group.entries.some((entry) => isFilled(entry, values.texts)));
  const isWrong = group.entries.some(({ name }) => errors[name] !== undefined);
  return (
    <details
      className="folded"
      open={isOpen || isWrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{group.title}</summary>
      <div className="folded-fields">
        {group.entries.map((entry) => (
          <EntryField key={entry.name} {...props} entry={entry} />
        ))}
      </div>
    </details>
  );
}

/** Whether it holds something other than what it begins with. */
const isFilled = (entry: FormEntry, texts: AccountFieldsProps['values']['texts']): boolean =>
  textIn(texts, entry) !== textIn({}, entry);
