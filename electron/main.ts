import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { defaultDataDirectory } from './engine/data-directory.ts';
import { writeBytes } from './engine/export/write-bytes.ts';
import { policyFileOf } from './engine/network/read-policy.ts';
import { stateDirectory } from './engine/state-directory.ts';
import { systemClock } from './engine/time/clock.ts';
import { registerAppScheme } from './shell/app-protocol.ts';
import { faultInPublic } from './shell/fault-in-public.ts';
import { openShell } from './shell/open-shell.ts';
import { BROWSER_FOLDER, prepareStart } from './shell/start-up.ts';

const APP_ID = 'uk.quayside.app';
/** They hand the window to whoever asks on a local port. */
const DEBUG_SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk'];

main();

/** Wiring only: what is decided before the app is ready, then the shell. */
function main(): void {
  // Whatever is written from here on, by Chromium and the engine too, is the person's own.
  process.umask(0o077);
  process.on('uncaughtException', reportBug);
  process.on('unhandledRejection', reportBug);

  const usualArchive = defaultDataDirectory(process.platform, process.env, homedir());
  const start = prepareStart(process.argv.slice(1), usualArchive, process.env);
  if (!start.ok) return refuse(start.failure);
  if (app.isPackaged && DEBUG_SWITCHES.some((name) => app.commandLine.hasSwitch(name))) {
    return refuse(['Quayside does not open itself to a debugger.']);
  }

  const { archive, profile, fixedAccounts } = start.value;
  app.setPath('userData', profile);
  app.setPath('sessionData', join(profile, BROWSER_FOLDER));
  app.setAppUserModelId(APP_ID);
  if (!app.requestSingleInstanceLock()) {
    say(`Quayside is already open with ${archive}: its window was brought to the front.`);
    return app.exit(0);
  }
  fixedAccounts?.warnings.forEach((warning) => say(`Warning: ${warning}`));

  registerAppScheme();
  // Every window asks for its sandbox by itself; a start that says --no-sandbox (root in a container) must not be undone here.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  const files = {
    host: join(__dirname, 'host.cjs'),
    preload: join(__dirname, 'preload.cjs'),
    renderer: join(__dirname, '..', 'renderer'),
    licences: join(
      app.isPackaged ? process.resourcesPath : join(__dirname, '..'),
      'THIRD-PARTY-LICENCES.txt',
    ),
  };
  const options = {
    start: start.value,
    clock: systemClock,
    stateDirectory: stateDirectory(),
    policyFile: policyFile(),
    files,
    writeFile: writeBytes,
    say,
  };
  app
    .whenReady()
    .then(() => openShell(options))
    .catch((error: unknown) => {
      reportBug(error);
      refuse(['Quayside could not start.']);
    });
}

/** The one of this computer; in development another one, so that a test need not write to the system's folders. */
function policyFile(): string {
  const given = process.env['QUAYSIDE_POLICY_FILE'];
  return app.isPackaged || given === undefined ? policyFileOf(process.platform, process.env) : given;
}

function refuse(sentences: readonly string[]): void {
  sentences.forEach(say);
  app.exit(2);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function reportBug(error: unknown): void {
  say(`Something broke in Quayside: ${faultInPublic(error)}`);
}
