import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumSwitches } from './setup/app-arguments.mjs';
import { build } from './setup/build.mjs';
import { SHIPPED_TARGETS } from './setup/build-targets.mjs';
import { watchOver } from './setup/death-watch.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { findTestDesktop } from './setup/display.mjs';
import { findElectron } from './setup/electron-runtime.mjs';
import { endWith } from './setup/end-with.mjs';
import { findPackedApp } from './setup/packed-app.mjs';
import { ROOT } from './setup/root-folder.mjs';
import { runAttended } from './setup/run-attended.mjs';
import { say } from './setup/say.mjs';
import { SetupFailure } from './setup/setup-failure.mjs';

const BUILDER = join(ROOT, 'node_modules/electron-builder/cli.js');
const RELEASE = join(ROOT, 'release');

/** `npm run pack`: a directory build in release/, started once to see that it works. */
await endWith(async () => {
  await installDependencies();
  await build(SHIPPED_TARGETS);
  const electron = await findElectron();
  rmSync(RELEASE, { recursive: true, force: true });
  const packed = await runAttended(process.execPath, [BUILDER, '--dir', ...settings(electron)], {
    cwd: ROOT,
  });
  if (packed !== 0) return packed;

  const executable = findPackedApp(RELEASE);
  if (executable === null) throw new SetupFailure(`electron-builder left no app in ${RELEASE}.`);
  say('starting the packed app once…');
  const started = await smoke(executable);
  if (started !== 0) throw new SetupFailure(`the packed app ended with ${started}: ${executable}`);
  say(`the packed app works: ${executable}`);
  return 0;
});

/** The runtime that is here already, so that nothing is downloaded. */
function settings({ folder, version }) {
  const given = { electronDist: folder, ...(version === null ? {} : { electronVersion: version }) };
  return Object.entries(given).map(([key, value]) => `-c.${key}=${value}`);
}

async function smoke(executable) {
  const data = mkdtempSync(join(tmpdir(), 'quayside-smoke-'));
  watchOver('folder', data);
  const desktop = await findTestDesktop();
  try {
    const switches = chromiumSwitches({ virtualScreen: desktop.own });
    return await runAttended(executable, [...switches, '--smoke', '--data', data], { env: desktop.env });
  } finally {
    await desktop.close();
    rmSync(data, { recursive: true, force: true });
  }
}
