import { spawn } from 'node:child_process';
import { forgetGroup, watchOver } from './death-watch.mjs';

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env] the whole environment, not an addition to it
 * @param {number} [options.timeoutMs] after this the command and its children are killed
 * @param {'stderr' | 'capture'} [options.output] where the command's stdout goes: on to our stderr (so that our own
 *   stdout stays clean), or into the result together with stderr
 * @param {string} [options.input] fed to the command's stdin, which is otherwise empty
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} code 127 means: no such command;
 *   128 + n means: ended by signal n or by the time-out
 */
export function run(command, args, options = {}) {
  const { cwd, env = process.env, timeoutMs, output = 'stderr', input } = options;
  return new Promise((resolve) => {
    const stdio = output === 'capture' ? ['pipe', 'pipe', 'pipe'] : ['pipe', 2, 2];
    // A group of its own, so that a time-out also reaches what the command has started.
    const detached = timeoutMs !== undefined && process.platform !== 'win32';
    const child = spawn(command, args, { cwd, env, stdio, detached });
    let text = '';
    let timedOut = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            kill(child, detached);
          }, timeoutMs);
    if (detached && child.pid !== undefined) watchOver('group', child.pid);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => (text += chunk));
    }
    child.stdin.on('error', () => undefined); // the command may end without reading its input
    child.stdin.end(input ?? '');
    const finish = (code) => {
      clearTimeout(timer);
      if (detached && child.pid !== undefined) forgetGroup(child.pid);
      resolve({ code, output: text, timedOut });
    };
    child.once('error', (error) => finish(error.code === 'ENOENT' ? 127 : 126));
    child.once('close', (code) => finish(code ?? 128 + 9));
  });
}

function kill(child, group) {
  try {
    process.kill(group ? -child.pid : child.pid, 'SIGKILL');
  } catch {
    // already gone
  }
}
