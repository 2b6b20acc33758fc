import { ensureDebianPackages } from './debian-packages.mjs';
import { openHeadlessDesktop } from './headless.mjs';
import { SetupFailure } from './setup-failure.mjs';
import { say } from './say.mjs';

/** Whether a window can be shown to a person here. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/**
 * The desktop on which windows are to open: the person's own where there is one, else a headless one, for which
 * Debian packages are installed if they are missing. Call `close` when done.
 *
 * @returns {Promise<Desktop>}
 * @throws {SetupFailure} when there is no display and no headless desktop can be had
 */
export async function findDesktop() {
  return hasDisplay() ? theirs() : ours();
}

/**
 * The desktop for tests: on Linux a headless one of their own if at all possible, even where there is a display, so
 * that a person's keyring, notifications and keyboard focus are left alone.
 *
 * @returns {Promise<Desktop>}
 * @throws {SetupFailure} as `findDesktop`
 */
export async function findTestDesktop() {
  if (process.platform !== 'linux') return theirs();
  if (!hasDisplay()) return ours();
  try {
    return { own: true, ...(await openHeadlessDesktop()) };
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    say(`${error.message} The tests use your own desktop.`);
    return theirs();
  }
}

/** @typedef {{ own: boolean, env: NodeJS.ProcessEnv, close: () => Promise<void> }} Desktop own: opened by us */

function theirs() {
  return { own: false, env: { ...process.env }, close: () => Promise.resolve() };
}

async function ours() {
  await ensureDebianPackages();
  return { own: true, ...(await openHeadlessDesktop()) };
}
