import { spawn } from 'node:child_process';
import { forgetGroup, watchOver } from './death-watch.mjs';

/**
 * Starts a process that does not outlive us, however we end. It leads a group of its own, so that Ctrl-C in the
 * terminal reaches only us and we end things in order, and so that its own children can be ended with it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startAttached(command, args, options) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  if (child.pid !== undefined) watchOver('group', child.pid);
  const killAtExit = () => signalGroup(child, 'SIGKILL');
  process.once('exit', killAtExit);
  child.ended = new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) => resolve(code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 0)));
  }).finally(() => process.removeListener('exit', killAtExit));
  return child;
}

/**
 * Ends the process and its group: asks it, so that it can end its own children in order; then insists, with all.
 *
 * @returns {Promise<number>} its exit code, 128 + n for signal n
 */
export async function stopAttached(child, { signal = 'SIGTERM', graceMs = 8_000 } = {}) {
  child.kill(signal);
  const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
  const code = await child.ended;
  clearTimeout(insist);
  signalGroup(child, 'SIGKILL'); // whoever of the group is left
  if (child.pid !== undefined) forgetGroup(child.pid);
  return code;
}

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };

function signalGroup(child, signal) {
  try {
    if (child.pid === undefined) return;
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // gone already
  }
}
