import { ROOT } from './root-folder.mjs';

/**
 * Electron's command line for this checkout's app.
 *
 * @param {readonly string[]} args the app's own arguments
 * @param {{ virtualScreen: boolean, isRoot?: boolean }} place
 */
export function appArguments(args, place) {
  return [...chromiumSwitches(place), ROOT, ...args];
}

/** What Chromium must be told about the place it runs in. */
export function chromiumSwitches({ virtualScreen, isRoot = process.getuid?.() === 0 }) {
  return [
    // It refuses to start as root with its sandbox on (on Linux; elsewhere nobody runs this as root).
    ...(isRoot && process.platform === 'linux' ? ['--no-sandbox'] : []),
    // There is no GPU behind a virtual screen: do not let it try one and complain.
    ...(virtualScreen ? ['--disable-gpu'] : []),
  ];
}
