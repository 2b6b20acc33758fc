import { join } from 'node:path';
import { build } from './setup/build.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { endWith } from './setup/end-with.mjs';
import { invocationFolder } from './setup/invocation-folder.mjs';
import { ROOT } from './setup/root-folder.mjs';
import { runAttended } from './setup/run-attended.mjs';

/** `npm run bench -- […]`: the figures, as JSON on stdout. Garbage collection is exposed so that memory can be told. */
await endWith(async () => {
  await installDependencies();
  await build(['bench', 'cli']);
  const program = join(ROOT, 'dist/electron/bench.cjs');
  return runAttended(process.execPath, ['--expose-gc', program, ...process.argv.slice(2)], {
    cwd: invocationFolder('bench'),
  });
});
