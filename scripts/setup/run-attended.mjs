import { startAttached, stopAttached } from './attached-process.mjs';
import { listenForStop } from './stop-signals.mjs';

/**
 * Runs a program with our own stdout and stderr until it ends, or until a signal stops us; the signal is
 * handed on.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<number>} its exit code, or 128 + n when signal n told us to stop
 */
export async function runAttended(command, args, { env = process.env, cwd } = {}) {
  const stop = listenForStop();
  const child = startAttached(command, args, { env, cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  const end = await Promise.race([child.ended.then((exitCode) => ({ exitCode })), stop.stopped]);
  await stopAttached(child, { signal: end.name });
  stop.release();
  return end.exitCode;
}
