import { useState, type ReactElement } from 'react';
import type { QuietMinutes, QuietRule } from '../../shared/quiet.ts';
import { DEFAULT_PREFERENCES } from '../app/default-preferences.ts';
import { Field } from '../ui/field.tsx';
import { limitMinutes, limitParts, MINUTES_IN, type LimitUnit } from './quiet-limit.ts';

interface RuleWords {
  readonly label: string;
  /** What the time counts from, before and after the field is read. */
  readonly hint: string;
}

/** In the order in which a declaration meets them. */
const ruleWords = {
  registration: {
    label: 'No answer after registration',
    hint: 'A DMSRCV, and neither accepted nor rejected since. Usual while pre-lodged goods have not arrived.',
  },
  arrival: {
    label: 'No answer after arrival',
    hint: 'A second DMSRCV, the receipt of the arrival, and neither accepted nor rejected since.',
  },
  clearance: {
    label: 'Not cleared after acceptance',
    hint: 'A DMSACC, and since then no clearance, control, request or other decision.',
  },
  'final-tax': {
    label: 'No final tax calculation',
    hint: 'A DMSTAX that is not final, and no final one since.',
  },
  exit: {
    label: 'Export not reported as having left',
    hint: 'An export is cleared, and no exit has been reported since.',
  },
  documents: {
    label: 'Documents due soon',
    hint: 'This long before the limit that customs has set, if they are still wanted.',
  },
} as const satisfies Record<QuietRule, RuleWords>;

const RULES = Object.keys(ruleWords) as readonly QuietRule[];

interface QuietLimitsProps {
  readonly limits: QuietMinutes;
  readonly onChange: (limits: QuietMinutes) => void;
}

/** How long each silence is borne before it is noticed. */
export function QuietLimits({ limits, onChange }: QuietLimitsProps): ReactElement {
  return (
    <fieldset className="quiet-limits">
      <legend>Gone quiet</legend>
      <p className="hint">
        You are told when something expected of a declaration has not come in this time. One that is finished
        is left in peace.
      </p>
      {RULES.map((rule) => (
        <QuietLimit
          key={rule}
          words={ruleWords[rule]}
          minutes={limits[rule]}
          usual={DEFAULT_PREFERENCES.quietMinutes[rule]}
          onChange={(minutes) => onChange({ ...limits, [rule]: minutes })}
        />
      ))}
    </fieldset>
  );
}

interface QuietLimitProps {
  readonly words: RuleWords;
  /** 0 is off. */
  readonly minutes: number;
  /** What it is turned on with. */
  readonly usual: number;
  readonly onChange: (minutes: number) => void;
}

function QuietLimit({ words, minutes, usual, onChange }: QuietLimitProps): ReactElement {
  const isOn = minutes > 0;
  const [typed, setTyped] = useState(() => typedAs(minutes, usual));
  const { text, unit } = typed;
  const given = limitMinutes(text, unit);
  // What was typed stands until another value is kept: turned on or off, refused, or set elsewhere.
  if (typed.seen !== minutes) {
    setTyped(given.minutes === minutes ? { ...typed, seen: minutes } : typedAs(minutes, usual));
  }
  function keep(next: LimitUnit) {
    const asked = limitMinutes(text, next);
    setTyped({ ...typed, unit: next });
    if (asked.error === null && asked.minutes !== minutes) onChange(asked.minutes);
  }
  return (
    <div className="quiet-limit">
      <label className="choice">
        <input type="checkbox" checked={isOn} onChange={() => onChange(isOn ? 0 : usual)} />
        <span>{words.label}</span>
      </label>
      <Field label={`${words.label}: limit`} hint={words.hint} error={isOn ? given.error : null}>
        {(described) => (
          <span className="limit-parts">
            <input
              {...described}
              type="text"
              inputMode="numeric"
              disabled={!isOn}
              value={text}
              onChange={(event) => setTyped({ ...typed, text: event.target.value })}
              onBlur={() => keep(unit)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') keep(unit);
              }}
            />
            <select
              aria-label={`${words.label}: unit`}
              disabled={!isOn}
              value={unit}
              onChange={(event) => keep(UNITS.find((one) => one === event.target.value) ?? unit)}
            >
              {UNITS.map((one) => (
                <option key={one} value={one}>
                  {text.trim() === '1' ? one.slice(0, -1) : one}
                </option>
              ))}
            </select>
          </span>
        )}
      </Field>
    </div>
  );
}

/** What the field holds, and the minutes that were kept when it was last looked at. */
function typedAs(minutes: number, usual: number) {
  const { amount, unit } = limitParts(minutes > 0 ? minutes : usual);
  return { text: String(amount), unit, seen: minutes };
}

const UNITS = Object.keys(MINUTES_IN) as readonly LimitUnit[];
