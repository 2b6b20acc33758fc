import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { executableIn } from './electron-executable.mjs';
import { ROOT } from './root-folder.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const DOWNLOAD_LIMIT_MS = 5 * 60_000;
const REACH_LIMIT_MS = 2_500;
const DAY_MS = 24 * 3_600_000;
const RELEASES = 'https://github.com';
const MIRROR_NAMES = ['ELECTRON_MIRROR', 'npm_config_electron_mirror'];
const PROXY_NAMES = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'npm_config_https_proxy'];

/**
 * The folder of the official Electron build in node_modules, downloading it when it is not there yet.
 * A download is tried only where the release pages answer, for at most five minutes.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {{ mayWaitADay: boolean }} options whether a failed try is left alone for a day (there is a substitute)
 * @returns {Promise<string | null>}
 */
export async function findOfficial(env, { mayWaitADay }) {
  const home = join(ROOT, 'node_modules/electron');
  const version = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
  const folder = join(home, 'dist');
  if (isComplete(home, folder, version)) return folder;

  const note = join(cacheFolder(env), `electron-${version}-download-failed`);
  const lastFailure = existsSync(note) ? readFileSync(note, 'utf8') : '';
  if (mayWaitADay && isOfTheLastDay(lastFailure, Date.now())) return null;

  const failure = await download(env, home);
  if (failure === null && isComplete(home, folder, version)) {
    rmSync(note, { force: true });
    return folder;
  }
  say(`the official Electron ${version} could not be downloaded: ${failure ?? 'it is incomplete'}.`);
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, `${new Date().toISOString()}\n`);
  return null;
}

/** Electron's own installer writes `path.txt` last, so a half-unpacked build does not pass. */
function isComplete(home, folder, version) {
  const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '');
  return (
    read(join(folder, 'version')).replace(/^v/, '') === version &&
    read(join(home, 'path.txt')) !== '' &&
    existsSync(executableIn(folder))
  );
}

/** Whether the note, an instant, is of the last 24 hours; one from the future or unreadable does not count. */
export function isOfTheLastDay(note, now) {
  const age = now - Date.parse(note.trim());
  return age >= 0 && age < DAY_MS;
}

/** @returns {Promise<string | null>} null when it went well, else why not */
async function download(env, home) {
  const unreachable = await whyUnreachable(env);
  if (unreachable !== null) return unreachable;
  say('downloading the official Electron (about 120 MB, once)…');
  const result = await run(process.execPath, [join(home, 'install.js')], {
    cwd: home,
    // Its downloader looks at the proxy's variables only when told so.
    env: { ELECTRON_GET_USE_PROXY: 'true', ...env, ELECTRON_OVERRIDE_DIST_PATH: undefined },
    timeoutMs: DOWNLOAD_LIMIT_MS,
  });
  if (result.timedOut) return 'it took longer than five minutes';
  return result.code === 0 ? null : `its installer ended with ${result.code}`;
}

/** A closed network often swallows packets: ask for one connection first instead of waiting for a whole download. */
async function whyUnreachable(env) {
  if (PROXY_NAMES.some((name) => Boolean(env[name]))) return null; // only the proxy can know
  const mirror = MIRROR_NAMES.map((name) => env[name]).find(Boolean);
  const url = new URL(mirror ?? RELEASES);
  const port = Number(url.port || (url.protocol === 'http:' ? 80 : 443));
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname, port, timeout: REACH_LIMIT_MS });
    const settle = (reason) => {
      socket.destroy();
      resolve(reason);
    };
    socket.once('connect', () => settle(null));
    socket.once('timeout', () => settle('the release pages do not answer'));
    socket.once('error', () => settle('the release pages cannot be reached'));
  });
}
