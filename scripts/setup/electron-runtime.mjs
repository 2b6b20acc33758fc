import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installFallback, fallbackFits, FALLBACK_VERSION } from './electron-fallback.mjs';
import { findOfficial } from './electron-official.mjs';
import { executableIn } from './electron-executable.mjs';
import { SetupFailure } from './setup-failure.mjs';
import { say } from './say.mjs';

/**
 * Finds an Electron to run with: the one given in ELECTRON_OVERRIDE_DIST_PATH, else the official build (downloaded
 * if that is possible), else an older one that comes as an npm package.
 *
 * @returns {Promise<{ kind: 'given' | 'official' | 'fallback', folder: string, executable: string, version: string | null }>}
 * @throws {SetupFailure} when there is none and none can be had
 */
export async function findElectron(env = process.env) {
  const given = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given !== undefined && given !== '') return describe('given', checkGiven(given));

  const official = await findOfficial(env, { mayWaitADay: fallbackFits() });
  if (official !== null) return describe('official', official);

  if (!fallbackFits()) {
    throw new SetupFailure(
      `no Electron for ${process.platform} ${process.arch}: its download failed and there is no substitute for this platform.\n` +
        'Allow the download (HTTPS_PROXY and ELECTRON_MIRROR are obeyed), or unpack an official Electron zip and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
      2,
    );
  }
  const fallback = await installFallback(env);
  say(
    `WARNING: running on Electron ${FALLBACK_VERSION}, which is old and no longer gets security fixes: for development only.`,
  );
  return describe('fallback', fallback);
}

function describe(kind, folder) {
  const versionFile = join(folder, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : null;
  return { kind, folder, executable: executableIn(folder), version };
}

function checkGiven(folder) {
  if (existsSync(executableIn(folder))) return folder;
  throw new SetupFailure(
    `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no ${executableIn(folder)}. Name a folder that holds an unpacked Electron, or unset it.`,
    2,
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { endWith } = await import('./end-with.mjs');
  await endWith(async () => {
    const { installDependencies } = await import('./dependencies.mjs');
    await installDependencies();
    process.stdout.write(`${(await findElectron()).executable}\n`);
    return 0;
  });
}
