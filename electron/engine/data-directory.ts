import { posix, win32 } from 'node:path';

/**
 * Where the app keeps its archive when nothing else is said: Electron's `userData` folder for the product name
 * Quayside, as Electron's documentation of `app.getPath('appData')` gives it for each platform.
 */
export function defaultDataDirectory(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), ...FOLDERS);
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', ...FOLDERS);
  const configured = env['XDG_CONFIG_HOME'] ?? '';
  return posix.join(configured === '' ? posix.join(home, '.config') : configured, ...FOLDERS);
}

const FOLDERS = ['Quayside', 'archive'] as const;
