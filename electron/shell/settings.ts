import { join } from 'node:path';
import { failure, type Failure } from '../../shared/failure.ts';
import { fieldErrors, fieldErrorText } from '../../shared/field-errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { settingsSchema, type Settings } from '../../shared/settings.ts';
import { readKeptFile, type SetAside } from './kept-file.ts';
import type { ShellClock } from './shell-clock.ts';

/** What writes the file: whole or not at all. Throws where the disk does not take it. */
export interface SettingsWriter {
  write(settings: Settings): void;
}

export interface SettingsDesk {
  readonly current: () => Settings;
  /** Reads the file anew, applies `change`, checks the outcome and writes it. */
  readonly update: (change: (settings: Settings) => Settings) => Result<Settings, Failure>;
}

export interface SettingsOptions {
  readonly folder: string;
  readonly clock: ShellClock;
  readonly openWriter: () => SettingsWriter;
  /** Told when the file could not be used and was kept under another name. */
  readonly onSetAside: (what: SetAside) => void;
}

/** The name of the settings file in the app's own folder, without its extension. */
export const SETTINGS_NAME = 'settings';

/** Opens the settings. Throws where the file is there and cannot be read at all. */
export function openSettings(options: SettingsOptions): SettingsDesk {
  const path = join(options.folder, `${SETTINGS_NAME}.json`);
  let current = read() ?? settingsSchema.parse({});
  const writer = options.openWriter();

  return {
    current: () => current,
    update: (change) => {
      try {
        // Somebody may have edited the file by hand since; what does not fit is kept beside it.
        const wanted = change(read() ?? current);
        const next = settingsSchema.safeParse(wanted);
        if (!next.success) {
          const wrong = fieldErrors(next.error, wanted).map(fieldErrorText);
          return failed(failure('invalid-input', { detail: wrong.join('; ') }));
        }
        writer.write(next.data);
        current = next.data;
        return ok(current);
      } catch (error) {
        return failed(failure('file-unwritable', { detail: `${path}${codeOf(error)}` }));
      }
    },
  };

  function read(): Settings | null {
    const found = readKeptFile(path, settingsSchema, options.clock.now());
    if (found.setAside !== null) options.onSetAside(found.setAside);
    return found.value;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? `: ${String(error.code)}` : '';
