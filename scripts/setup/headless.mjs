import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startAttached, stopAttached } from './attached-process.mjs';
import { watchOver } from './death-watch.mjs';
import { busConfiguration, dunstConfiguration, xAuthority } from './headless-files.mjs';
import { run } from './run.mjs';
import { SetupFailure } from './setup-failure.mjs';

const START_LIMIT_MS = 15_000;

/**
 * Opens a desktop of its own, on Linux: a virtual screen (Xvfb), a message bus, a notification daemon (dunst) that
 * receives the alerts, and an unlocked keyring unless `keyring` is false. Nothing of the person's own desktop,
 * bus, keyring or notification history is touched.
 *
 * @param {{ keyring?: boolean, screen?: string }} [options] screen as WIDTHxHEIGHTxDEPTH
 * @returns {Promise<{ env: NodeJS.ProcessEnv, close: () => Promise<void> }>} `env` is process.env with DISPLAY,
 *   DBUS_SESSION_BUS_ADDRESS and the rest that a program needs to find the desktop
 * @throws {SetupFailure} naming the part that did not start
 */
export async function openHeadlessDesktop({ keyring = true, screen = '1440x900x24' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-desktop-'));
  watchOver('folder', folder);
  const started = [];
  const close = async () => {
    for (const child of [...started].reverse()) await stopAttached(child, { graceMs: 2_000 });
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const start = (command, args, env, stdio) => {
    const child = startAttached(command, args, { env, stdio, cwd: folder });
    started.push(child);
    return child;
  };
  try {
    const env = baseEnvironment(folder);
    const [display, bus] = await Promise.all([startScreen(start, env, screen), startBus(start, env, folder)]);
    Object.assign(env, {
      DISPLAY: `:${display}`,
      DBUS_SESSION_BUS_ADDRESS: bus,
      // A container often has no system bus, and Chromium complains; an empty one serves it as well.
      DBUS_SYSTEM_BUS_ADDRESS: bus,
    });
    await Promise.all([
      startDunst(start, env, folder),
      keyring ? startKeyring(start, env, folder) : undefined,
    ]);
    return { env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function baseEnvironment(folder) {
  const runtime = join(folder, 'runtime');
  mkdirSync(runtime, { mode: 0o700 });
  const env = { ...process.env };
  delete env.WAYLAND_DISPLAY;
  delete env.GNOME_KEYRING_CONTROL;
  return Object.assign(env, {
    XDG_RUNTIME_DIR: runtime,
    XDG_SESSION_TYPE: 'x11',
    XDG_CURRENT_DESKTOP: 'GNOME', // by this Electron chooses the keyring
    XAUTHORITY: join(folder, 'xauthority'),
  });
}

async function startScreen(start, env, screen) {
  writeFileSync(env.XAUTHORITY, xAuthority(randomBytes(16)), { mode: 0o600 });
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', env.XAUTHORITY];
  return firstLine('Xvfb', start('Xvfb', args, env, ['ignore', 'ignore', 'ignore', 'pipe']));
}

async function startBus(start, env, folder) {
  const file = join(folder, 'bus.conf');
  writeFileSync(file, busConfiguration(folder));
  const args = [`--config-file=${file}`, '--nofork', '--nosyslog', '--print-address=3'];
  return firstLine('dbus-daemon', start('dbus-daemon', args, env, ['ignore', 'ignore', 'ignore', 'pipe']));
}

async function startDunst(start, env, folder) {
  const file = join(folder, 'dunstrc');
  writeFileSync(file, dunstConfiguration());
  const child = start('dunst', ['-conf', file], env, 'ignore');
  await ownerOf('org.freedesktop.Notifications', 'dunst', child, env);
}

/** An empty password unlocks; the keyring's files live and die with the desktop's folder. */
async function startKeyring(start, env, folder) {
  const data = join(folder, 'keyring');
  mkdirSync(data);
  chmodSync(data, 0o700);
  const args = ['--unlock', '--foreground', '--components=secrets'];
  const child = start('gnome-keyring-daemon', args, { ...env, XDG_DATA_HOME: data }, [
    'pipe',
    'ignore',
    'ignore',
  ]);
  child.stdin.on('error', () => undefined);
  child.stdin.end('\n');
  await ownerOf('org.freedesktop.secrets', 'gnome-keyring-daemon', child, env);
}

/** What the program writes on descriptor 3 once it is ready. */
async function firstLine(name, child) {
  const line = new Promise((resolve) => {
    let text = '';
    child.stdio[3].setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  return inTime(name, child, line);
}

async function ownerOf(busName, program, child, env) {
  const ask = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.NameHasOwner',
  ];
  const owned = async () => {
    const { output } = await run('dbus-send', [...ask, `string:${busName}`], { env, output: 'capture' });
    return output.includes('boolean true');
  };
  let waiting = true;
  const poll = async () => {
    while (waiting && !(await owned())) await wait(50);
  };
  await inTime(program, child, poll()).finally(() => (waiting = false));
}

async function inTime(name, child, ready) {
  const fails = (why) =>
    Promise.reject(new SetupFailure(`the headless desktop did not start: ${name} ${why}.`, 2));
  const gone = child.ended.then((code) => fails(code === 127 ? 'is not installed' : `ended with ${code}`));
  const stop = new AbortController();
  const late = wait(START_LIMIT_MS, undefined, { signal: stop.signal }).then(() => fails('does not answer'));
  late.catch(() => undefined); // aborted below
  gone.catch(() => undefined); // ends later, when the desktop closes
  return Promise.race([ready, gone, late]).finally(() => stop.abort());
}
