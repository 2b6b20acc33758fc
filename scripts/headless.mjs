import { endWith } from './setup/end-with.mjs';
import { ensureDebianPackages } from './setup/debian-packages.mjs';
import { openHeadlessDesktop } from './setup/headless.mjs';
import { runAttended } from './setup/run-attended.mjs';
import { SetupFailure } from './setup/setup-failure.mjs';

/** `node scripts/headless.mjs COMMAND [ARGUMENT…]`: runs a command on a headless desktop of its own (Linux). */
await endWith(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new SetupFailure('name the command to run on a headless desktop.', 2);
  await ensureDebianPackages();
  const desktop = await openHeadlessDesktop();
  try {
    return await runAttended(command, args, { env: desktop.env });
  } finally {
    await desktop.close();
  }
});
