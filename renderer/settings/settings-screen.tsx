import { useState, type ReactElement } from 'react';
import type { ShellState } from '../../shared/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Preferences } from '../../shared/settings.ts';
import { settle } from '../app/bridge.ts';
import { queryKeys, usePreferences } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { Field } from '../ui/field.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Page } from '../ui/page.tsx';
import { PlainText } from '../ui/plain-text.tsx';

const themes = { system: 'As the system', light: 'Light', dark: 'Dark' } as const;
const densities = { comfortable: 'Comfortable', compact: 'Compact' } as const;

/** Each change is kept at once. */
export function SettingsScreen({ shell }: { readonly shell: ShellState }): ReactElement {
  const { bridge, navigator, queries } = useServices();
  const preferences = usePreferences();
  const [failure, setFailure] = useState<Failure | null>(null);

  async function change(part: Partial<Preferences>) {
    const next = { ...preferences, ...part };
    queries.setQueryData(queryKeys.preferences, next);
    const answer = await settle(bridge.setPreferences(next));
    setFailure(answer.ok ? null : answer.failure);
    queries.setQueryData(queryKeys.preferences, answer.ok ? answer.value : preferences);
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
            onChoose={(theme) => void change({ theme })}
          />
          <Choices
            name="Density"
            words={densities}
            value={preferences.density}
            onChoose={(density) => void change({ density })}
          />
        </fieldset>
        <fieldset>
          <legend>Acknowledging</legend>
          <HoldBack
            key={preferences.holdBackSeconds}
            value={preferences.holdBackSeconds}
            onChange={(holdBackSeconds) => void change({ holdBackSeconds })}
          />
        </fieldset>
        <fieldset>
          <legend>Alerts and window</legend>
          <Switch
            label="Alert me when a notification needs action"
            on={preferences.alerts}
            onTurn={(alerts) => void change({ alerts })}
          />
          <Switch
            label="Keep watching in the tray when the window is closed"
            on={preferences.closeToTray}
            onTurn={(closeToTray) => void change({ closeToTray })}
          />
        </fieldset>
        <fieldset>
          <legend>CSV export</legend>
          <Switch
            label="Begin with a byte order mark, which Excel needs to read £ and accents right"
            on={preferences.csvBom}
            onTurn={(csvBom) => void change({ csvBom })}
          />
          <Switch
            label="Guard against formulas: text that begins like one gets an apostrophe in front"
            on={preferences.csvFormulaGuard}
            onTurn={(csvFormulaGuard) => void change({ csvFormulaGuard })}
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
  const [text, setText] = useState(String(props.value));
  const seconds = /^\d{1,3}$/.test(text.trim()) ? Number(text) : NaN;
  const error = seconds <= LONGEST_HOLD_BACK ? null : `Give whole seconds from 0 to ${LONGEST_HOLD_BACK}.`;
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
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
          }}
        />
      )}
    </Field>
  );
}
