import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const EXECUTABLES = {
  darwin: 'Quayside.app/Contents/MacOS/Quayside',
  linux: 'quayside',
  win32: 'Quayside.exe',
};

/**
 * The executable of the directory build that electron-builder left for this platform (in `linux-unpacked`,
 * `mac-arm64` and the like), or null.
 *
 * @param {string} release the output folder
 */
export function findPackedApp(release, platform = process.platform) {
  if (!existsSync(release)) return null;
  const found = readdirSync(release)
    .map((folder) => join(release, folder, EXECUTABLES[platform] ?? EXECUTABLES.linux))
    .find((executable) => existsSync(executable));
  return found ?? null;
}
