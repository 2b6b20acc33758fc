import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from './setup/build.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { endWith } from './setup/end-with.mjs';
import { invocationFolder } from './setup/invocation-folder.mjs';
import { ROOT } from './setup/root-folder.mjs';

const PROGRAM = join(ROOT, 'dist/electron/cli.cjs');

/**
 * `npm run -s quayside -- <command>`: the command as built from this checkout. After the set-up the program takes
 * this very process over, so that its pipes, its signals and its exit code are the caller's own.
 */
await endWith(async () => {
  await installDependencies();
  await build(['cli']);
  return 0;
});
if (process.exitCode === 0) {
  process.exitCode = undefined;
  process.chdir(invocationFolder('quayside'));
  process.argv[1] = PROGRAM;
  createRequire(import.meta.url)(PROGRAM);
}
