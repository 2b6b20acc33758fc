import { startTransition, useOptimistic, useState, type ReactElement } from 'react';
import type { ShellState } from '../../shared/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Preferences } from '../../shared/settings.ts';
import { usePreferenceChange } from '../app/preference-change.ts';
import { usePreferences } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { Field } from '../ui/field.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Page } from '../ui/page.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { NetworkSection } from './network-section.tsx';
import { QuietLimits } from './quiet-limits.tsx';
import { RetentionFields } from './retention-fields.tsx';

const themes = { system: 'As the system', light: 'Light', dark: 'Dark' } as const;
const densities = { comfortable: 'Comfortable', compact: 'Compact' } as const;

/** Each change is kept at once. */
export function SettingsScreen({ shell }: { readonly shell: ShellState }): ReactElement {
  const { navigator } = useServices();
  const keep = usePreferenceChange();
  const kept = usePreferences();
  // The queries tell of a change a moment later: a check box would jump back for that long.
  const [preferences, show] = useOptimistic(kept, (now, part: Partial<Preferences>) => ({ ...now, ...part }));
  const [failure, setFailure] = useState<Failure | null>(null);

  function change(part: Partial<Preferences>) {
    startTransition(async () => {
      show(part);
      setFailure(await keep(part));
    });
  }

  return (
    <Page title="Settings" onBack={() => navigator.showScreen('inbox')}>
      {failure === null ? null : <FailureNote failure={failure} />}
      <form className="form" onSubmit={(event) => event.preventDefault()}>
        <fieldset>
          <legend>Look</legend>
          <Choices
            name="Theme"
            words={themes}
            value={preferences.theme}
            onChoose={(theme) => change({ theme })}
          />
          <Choices
            name="Density"
            words={densities}
            value={preferences.density}
            onChoose={(density) => change({ density })}
          />
        </fieldset>
        <fieldset>
          <legend>Acknowledging</legend>
          <HoldBack
            value={preferences.holdBackSeconds}
            onChange={(holdBackSeconds) => change({ holdBackSeconds })}
          />
        </fieldset>
        <fieldset>
          <legend>Alerts and window</legend>
          <Switch
            label="Alert me when a notification needs action"
            on={preferences.alerts}
            onTurn={(alerts) => change({ alerts })}
          />
          <Switch
            label="Keep watching in the tray when the window is closed"
            on={preferences.closeToTray}
            onTurn={(closeToTray) => change({ closeToTray })}
          />
        </fieldset>
        <NetworkSection shell={shell} />
        <QuietLimits
          limits={preferences.quietMinutes}
          onChange={(quietMinutes) => change({ quietMinutes })}
        />
        <RetentionFields
          retention={preferences.retentionDays}
          onChange={(retentionDays) => change({ retentionDays })}
        />
        <fieldset>
          <legend>CSV export</legend>
          <Switch
            label="Begin with a byte order mark, which Excel needs to read £ and accents right"
            on={preferences.csvBom}
            onTurn={(csvBom) => change({ csvBom })}
          />
          <Switch
            label="Guard against formulas: text that begins like one gets an apostrophe in front"
            on={preferences.csvFormulaGuard}
            onTurn={(csvFormulaGuard) => change({ csvFormulaGuard })}
          />
        </fieldset>
      </form>
      <p className="dim">
        Quayside {shell.version}. Data in <PlainText>{shell.dataDirectory}</PlainText>
      </p>
    </Page>
  );
}

function Choices<V extends string>(props: {
  readonly name: string;
  readonly words: Readonly<Record<V, string>>;
  readonly value: V;
  readonly onChoose: (value: V) => void;
}): ReactElement {
  const { name, words, value, onChoose } = props;
  return (
    <div role="radiogroup" aria-label={name} className="choices">
      <span className="label" aria-hidden="true">
        {name}
      </span>
      {(Object.keys(words) as V[]).map((option) => (
        <label key={option} className="choice">
          <input type="radio" name={name} checked={option === value} onChange={() => onChoose(option)} />
          {words[option]}
        </label>
      ))}
    </div>
  );
}

function Switch(props: {
  readonly label: string;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
}): ReactElement {
  return (
    <label className="choice">
      <input type="checkbox" checked={props.on} onChange={() => props.onTurn(!props.on)} />
      <span>{props.label}</span>
    </label>
  );
}

const LONGEST_HOLD_BACK = 300;

function HoldBack(props: {
  readonly value: number;
  readonly onChange: (value: number) => void;
}): ReactElement {
  const [typed, setTyped] = useState({ text: String(props.value), seen: props.value });
  const { text } = typed;
  const seconds = /^\d{1,3}$/.test(text.trim()) ? Number(text) : NaN;
  const error = seconds <= LONGEST_HOLD_BACK ? null : `Give whole seconds from 0 to ${LONGEST_HOLD_BACK}.`;
  // What was typed stands until another value is kept.
  if (typed.seen !== props.value) {
    setTyped({ text: seconds === props.value ? text : String(props.value), seen: props.value });
  }
  function keep() {
    if (error === null && seconds !== props.value) props.onChange(seconds);
  }
  return (
    <Field
      label="Seconds in which an acknowledgement can be undone before it leaves"
      hint="0 sends it at once."
      error={error}
    >
      {(described) => (
        <input
          {...described}
          className="short"
          type="text"
          inputMode="numeric"
          value={text}
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
