import { build } from './setup/build.mjs';
import { BUILD_TARGETS } from './setup/build-targets.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { endWith } from './setup/end-with.mjs';
import { say } from './setup/say.mjs';
import { SetupFailure } from './setup/setup-failure.mjs';

/** `npm run build -- [--force] [target…]`: builds everything, or the targets named. */
await endWith(async () => {
  const args = process.argv.slice(2);
  const wanted = args.filter((arg) => arg !== '--force');
  const unknown = wanted.filter((name) => !Object.hasOwn(BUILD_TARGETS, name));
  if (unknown.length > 0) {
    const known = Object.keys(BUILD_TARGETS).join(', ');
    throw new SetupFailure(`there is no build target ${unknown.join(', ')}. There are: ${known}.`, 2);
  }
  await installDependencies();
  const names = wanted.length > 0 ? wanted : Object.keys(BUILD_TARGETS);
  const { built, skipped } = await build(names, { force: args.includes('--force') });
  say(`built: ${built.join(', ') || 'nothing'}; up to date: ${skipped.join(', ') || 'nothing'}.`);
  return 0;
});
