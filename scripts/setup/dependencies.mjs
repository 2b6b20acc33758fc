import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm-command.mjs';
import { ROOT } from './root-folder.mjs';
import { say } from './say.mjs';
import { SetupFailure } from './setup-failure.mjs';
import { withLock } from './with-lock.mjs';

/**
 * Installs the dependencies as the lockfile has them, unless they are there already.
 *
 * @returns {Promise<'installed' | 'up to date'>}
 * @throws {SetupFailure}
 */
export async function installDependencies(root = ROOT) {
  if (!dependenciesAreStale(readLocks(root))) return 'up to date';
  return withLock(`${root}/node_modules`, async () => {
    if (!dependenciesAreStale(readLocks(root))) return 'up to date';
    say('installing dependencies…');
    const result = await install(root);
    if (result.code !== 0) {
      throw new SetupFailure(
        `${result.output.trim()}\nnpm could not install the dependencies (see above).`,
        2,
      );
    }
    return 'installed';
  });
}

/**
 * Whether node_modules differs from the lockfile.
 * npm keeps its own record of what it installed in node_modules/.package-lock.json: every package that the
 * lockfile names must be there as it says, unless it is optional (other platforms' binaries are left out).
 *
 * @param {{ wanted: Lock, installed: Lock | null }} locks each as npm's lockfile version 3
 */
export function dependenciesAreStale({ wanted, installed }) {
  if (installed === null) return true;
  return Object.entries(wanted.packages).some(([path, entry]) => {
    if (path === '') return false;
    const there = installed.packages[path];
    if (there === undefined) return !(entry.optional || entry.devOptional || entry.peer);
    return there.version !== entry.version || there.integrity !== entry.integrity;
  });
}

/**
 * Whether `npm ci` refused for nothing but optional packages that a registry does not have (yet), such as another
 * platform's binary: it names each of them without a version. A lockfile that does not fit package.json is named
 * with versions, and stays an error.
 *
 * @param {string} output what npm ci printed
 */
export function lacksOnlyOptional(output) {
  const complaints = output.split('\n').filter((line) => / (Missing|Invalid): /.test(line));
  return complaints.length > 0 && complaints.every((line) => / Missing: \S+@ from lock file/.test(line));
}

async function install(root) {
  const options = { cwd: root, output: 'capture' };
  const exact = await npm(['ci', '--ignore-scripts'], options);
  if (exact.code === 0 || !lacksOnlyOptional(exact.output)) return exact;
  // Installs the lockfile's versions just the same, and leaves the lockfile as it is.
  return npm(['install', '--no-save', '--ignore-scripts'], options);
}

function readLocks(root) {
  const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
  const record = join(root, 'node_modules/.package-lock.json');
  return {
    wanted: read(join(root, 'package-lock.json')),
    installed: existsSync(record) ? read(record) : null,
  };
}

/** @typedef {{ packages: Record<string, LockedPackage> }} Lock */
/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage */
