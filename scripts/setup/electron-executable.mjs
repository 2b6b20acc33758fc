import { join } from 'node:path';

const NAMES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** The executable inside an unpacked Electron, by platform. */
export function executableIn(folder, platform = process.platform) {
  return join(folder, NAMES[platform] ?? 'electron');
}
