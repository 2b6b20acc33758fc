import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What runs a program and gives what it printed, or the code of why it could not. */
export type Run = (
  program: string,
  args: readonly string[],
) => Promise<{ output: string; code: string | null }>;

/**
 * Whether a tray icon would be seen. Electron makes one without complaint where no desktop shows it, and a window
 * that hides into nowhere looks lost, so on Linux the session bus is asked for a StatusNotifier host. Where nobody
 * can be asked although there is a bus, the answer is yes: starting the app again shows the window.
 */
export async function hasTrayHost(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  run: Run = runProgram,
): Promise<boolean> {
  if (platform !== 'linux') return true;
  if (!hasSessionBus(env)) return false;
  const { output, code } = await run('dbus-send', ASK_FOR_HOST);
  if (code === 'ENOENT') return true;
  return /boolean true/.test(output);
}

const WATCHER = 'org.kde.StatusNotifierWatcher';
const ASK_FOR_HOST = [
  '--session',
  '--print-reply',
  '--reply-timeout=1000',
  `--dest=${WATCHER}`,
  '/StatusNotifierWatcher',
  'org.freedesktop.DBus.Properties.Get',
  `string:${WATCHER}`,
  'string:IsStatusNotifierHostRegistered',
] as const;

/** Asking without a bus would start one. */
function hasSessionBus(env: Readonly<Record<string, string | undefined>>): boolean {
  const runtime = env['XDG_RUNTIME_DIR'];
  return (
    Boolean(env['DBUS_SESSION_BUS_ADDRESS']) || (runtime !== undefined && existsSync(join(runtime, 'bus')))
  );
}

const runProgram: Run = (program, args) =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: 2_000, encoding: 'utf8' }, (error, output) =>
      resolve({ output, code: error === null ? null : String(error.code) }),
    );
  });
