import ElectronStore from 'electron-store';
import type { Settings } from '../../shared/settings.ts';
import { keptText } from './kept-file.ts';
import { SETTINGS_NAME, type SettingsWriter } from './settings.ts';

/** The settings file through electron-store, whole or not at all, readable by its owner alone. Open it after the file was checked. */
export function openSettingsWriter(folder: string): SettingsWriter {
  const store = new ElectronStore<Settings>({
    cwd: folder,
    name: SETTINGS_NAME,
    // Not to be cleared: a file that does not fit is set aside, so that nothing a person wrote is lost.
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    serialize: keptText,
    // What is there is read by us, and a damaged file must not keep the app from starting.
    deserialize: () => ({}) as Settings,
  });
  return (settings) => {
    store.store = settings;
  };
}
