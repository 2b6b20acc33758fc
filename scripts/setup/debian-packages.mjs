import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { say } from './say.mjs';
import { SetupFailure } from './setup-failure.mjs';

/** Each requirement by its names on the releases we know, the oldest first: any one of them will do. */
const NEEDED = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libnotify4'],
  ['libsecret-1-0'],
  ['xvfb'],
  ['dbus'],
  ['dunst'],
  ['gnome-keyring'],
  ['fonts-liberation'],
];

/**
 * Makes sure that Electron on a headless desktop has what it needs of a Debian or Ubuntu system.
 * Installs only what is missing, and only as root; on a system without dpkg nothing is checked.
 *
 * @returns {Promise<'present' | 'installed' | 'not Debian'>}
 * @throws {SetupFailure} with the exact command to type, when not root or when installing fails
 */
export async function ensureDebianPackages() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return 'not Debian';
  const missing = missingPackages(NEEDED, await askStatus(NEEDED));
  if (missing.length === 0) return 'present';

  if (process.getuid() !== 0) throw new SetupFailure(whatToType(await pickNames(missing)), 2);
  await apt(['update']);
  const names = await pickNames(missing);
  say(`installing ${names.join(', ')}…`);
  await apt(['install', '--yes', '--no-install-recommends', ...names], names);
  return 'installed';
}

/**
 * The requirements of which no alternative is installed.
 *
 * @param {readonly (readonly string[])[]} wanted
 * @param {string} status what dpkg-query answered: a line `name[:arch] status` a package, such as `dunst:amd64 ii`
 */
export function missingPackages(wanted, status) {
  const installed = new Set(
    status
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, state]) => state === 'ii' || state === 'hi')
      .map(([name]) => name.replace(/:.*$/, '')),
  );
  return wanted.filter((names) => !names.some((name) => installed.has(name)));
}

async function askStatus(wanted) {
  const format = '-f=${binary:Package} ${db:Status-Abbrev}\\n';
  // It also complains, in words, about names it has never heard of; such lines carry no status.
  return (await run('dpkg-query', ['-W', format, ...wanted.flat()], { output: 'capture' })).output;
}

/** For each requirement the first name that this release offers, or the first of all when none is known. */
async function pickNames(missing) {
  return Promise.all(missing.map(async (names) => (await firstOffered(names)) ?? names[0]));
}

async function firstOffered(names) {
  for (const name of names) {
    const { output } = await run('apt-cache', ['policy', name], { output: 'capture' });
    if (/Candidate: (?!\(none\))/.test(output)) return name;
  }
  return undefined;
}

async function apt(args, names = []) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = await run('apt-get', ['--quiet', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env,
    output: 'capture',
  });
  if (result.code === 0) return;
  const lines = result.output.trim().split('\n').slice(-15).join('\n');
  throw new SetupFailure(`apt-get ${args[0]} failed:\n${lines}\n${whatToType(names)}`, 2);
}

function whatToType(names) {
  if (names.length === 0) return 'Are the package sources of this system reachable?';
  return (
    'some packages that Electron needs on a computer without a display are missing. Install them, then try again:\n' +
    `  sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${names.join(' ')}`
  );
}
