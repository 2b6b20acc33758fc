import { installDependencies } from './setup/dependencies.mjs';
import { endWith } from './setup/end-with.mjs';
import { invocationFolder } from './setup/invocation-folder.mjs';
import { runAttended } from './setup/run-attended.mjs';

/** `node scripts/fuzz.mjs [--seconds 60] [--seed N] [--corpus DIR]`: damaged messages through the decoder. */
await endWith(async () => {
  await installDependencies();
  const { bundleTypeScript } = await import('../test/support/run-typescript.mjs');
  const program = await bundleTypeScript('test/fuzz/main.ts');
  return runAttended(process.execPath, [program, ...process.argv.slice(2)], {
    cwd: invocationFolder('fuzz'),
  });
});
