import { join } from 'node:path';
import type { DamagedFile } from '../../shared/damaged-file.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { fieldErrors, fieldErrorText } from '../../shared/field-errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { settingsSchema, type Settings } from '../../shared/settings.ts';
import { openKeptFile } from './kept-file.ts';
import type { ShellClock } from './shell-clock.ts';

/** Replaces the file, whole or not at all. Throws where the disk does not take it. */
export type SettingsWriter = (settings: Settings) => void;

export interface SettingsDesk {
  readonly current: () => Settings;
  /** Reads the file anew, applies `change`, checks the outcome and writes it. */
  readonly update: (change: (settings: Settings) => Settings) => Result<Settings, Failure>;
}

export interface SettingsOptions {
  readonly folder: string;
  readonly clock: ShellClock;
  /** The shell's own writer of private files where absent. */
  readonly openWriter?: () => SettingsWriter;
  /** Told when the file could not be used. */
  readonly onDamage: (damage: DamagedFile) => void;
}

/** The name of the settings file in the app's own folder, without its extension. */
export const SETTINGS_NAME = 'settings';

/** Opens the settings: as they were saved, else the last good ones, else those of a first start. */
export function openSettings({ folder, clock, openWriter, onDamage }: SettingsOptions): SettingsDesk {
  const path = join(folder, `${SETTINGS_NAME}.json`);
  // Opened at the first write: a file that cannot be opened must not keep the app from starting.
  let writer: SettingsWriter | null = null;
  const file = openKeptFile({
    what: 'settings',
    path,
    schema: settingsSchema,
    now: () => clock.now(),
    onDamage,
    ...(openWriter === undefined
      ? {}
      : { replace: (settings: Settings) => (writer ??= openWriter())(settings) }),
  });
  let current = file.open() ?? settingsSchema.parse({});

  return {
    current: () => current,
    update: (change) => {
      try {
        // Somebody may have edited the file by hand since.
        const wanted = change(file.reread() ?? current);
        const next = settingsSchema.safeParse(wanted);
        if (!next.success) {
          const wrong = fieldErrors(next.error, wanted).map(fieldErrorText);
          return failed(failure('invalid-input', { detail: wrong.join('; ') }));
        }
        file.write(next.data);
        current = next.data;
        return ok(current);
      } catch (error) {
        return failed(failure('file-unwritable', { detail: `${path}${codeOf(error)}` }));
      }
    },
  };
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? `: ${String(error.code)}` : '';
