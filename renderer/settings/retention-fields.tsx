import { useState, type ReactElement } from 'react';
import { SOURCE_NAMES } from '../../shared/accounts/source-name.ts';
import type { RetentionDays } from '../../shared/retention.ts';
import { DEFAULT_PREFERENCES } from '../app/default-preferences.ts';
import { Field } from '../ui/field.tsx';
import { plural } from '../ui/format.ts';
import { sourceWords } from '../ui/words.ts';
import { daysText, daysTyped } from './retention-days.ts';

interface RetentionFieldsProps {
  readonly retention: RetentionDays;
  readonly onChange: (retention: RetentionDays) => void;
}

/** How long each source keeps a message: who was away longer is told that something may be missing. */
export function RetentionFields({ retention, onChange }: RetentionFieldsProps): ReactElement {
  return (
    <fieldset className="retention">
      <legend>How long each source keeps messages</legend>
      <p className="hint">
        In days. When Quayside was not running for longer, it tells you from when to when something may be
        missing. Change a figure only if your contract says otherwise; leave it empty where nobody knows.
      </p>
      {SOURCE_NAMES.map((source) => (
        <DaysField
          key={source}
          label={sourceWords[source]}
          documented={DEFAULT_PREFERENCES.retentionDays[source]}
          days={retention[source]}
          onChange={(days) => onChange({ ...retention, [source]: days })}
        />
      ))}
    </fieldset>
  );
}

interface DaysFieldProps {
  readonly label: string;
  /** By the source's own documentation. */
  readonly documented: number | null;
  readonly days: number | null;
  readonly onChange: (days: number | null) => void;
}

function DaysField({ label, documented, days, onChange }: DaysFieldProps): ReactElement {
  const [typed, setTyped] = useState({ text: daysText(days), seen: days });
  const given = daysTyped(typed.text);
  // What was typed stands until another value is kept.
  if (typed.seen !== days) setTyped({ text: given.days === days ? typed.text : daysText(days), seen: days });
  function keep() {
    if (given.error === null && given.days !== days) onChange(given.days);
  }
  return (
    <Field
      label={label}
      hint={documented === null ? 'Not published' : `${plural(documented, 'day')} by its documentation`}
      error={given.error}
    >
      {(described) => (
        <input
          {...described}
          className="short"
          type="text"
          inputMode="numeric"
          placeholder="Not known"
          value={typed.text}
          onChange={(event) => setTyped({ ...typed, text: event.target.value })}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
          }}
        />
      )}
    </Field>
  );
}
