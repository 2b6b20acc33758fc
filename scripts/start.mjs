import { appArguments } from './setup/app-arguments.mjs';
import { build } from './setup/build.mjs';
import { SHIPPED_TARGETS } from './setup/build-targets.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { findDesktop } from './setup/display.mjs';
import { findElectron } from './setup/electron-runtime.mjs';
import { endWith } from './setup/end-with.mjs';
import { invocationFolder } from './setup/invocation-folder.mjs';
import { runAttended } from './setup/run-attended.mjs';

/** `npm start -- [--accounts FILE] [--data DIR]`: the app as built from this checkout. */
await endWith(async () => {
  await installDependencies();
  await build(SHIPPED_TARGETS);
  const electron = await findElectron();
  const desktop = await findDesktop();
  try {
    return await runAttended(
      electron.executable,
      appArguments(process.argv.slice(2), { virtualScreen: desktop.own }),
      {
        env: desktop.env,
        cwd: invocationFolder('start'),
      },
    );
  } finally {
    await desktop.close();
  }
});
