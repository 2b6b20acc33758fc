import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { appArguments } from './setup/app-arguments.mjs';
import { startAttached, stopAttached } from './setup/attached-process.mjs';
import { build } from './setup/build.mjs';
import { SHIPPED_TARGETS } from './setup/build-targets.mjs';
import { watchOver } from './setup/death-watch.mjs';
import { readDemoOptions } from './setup/demo-options.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { findDesktop } from './setup/display.mjs';
import { findElectron } from './setup/electron-runtime.mjs';
import { endWith } from './setup/end-with.mjs';
import { invocationFolder } from './setup/invocation-folder.mjs';
import { isPicture, pictureWithin } from './setup/picture.mjs';
import { say } from './setup/say.mjs';
import { startSimulators } from './setup/simulators.mjs';
import { listenForStop } from './setup/stop-signals.mjs';

/** A slow computer may still be starting when the picture is due. */
const PICTURE_GRACE_MS = 20_000;

/** `npm run demo -- [--seconds N] [--screenshot FILE]`: the app on four simulated accounts. */
await endWith(async () => {
  const options = readDemoOptions(process.argv.slice(2), invocationFolder('demo'));
  await installDependencies();
  await build([...SHIPPED_TARGETS, 'demo']);
  const electron = await findElectron();
  const toClose = [];
  const stop = listenForStop();
  try {
    const desktop = await findDesktop();
    toClose.push(desktop.close);
    const data = mkdtempSync(join(tmpdir(), 'quayside-demo-'));
    watchOver('folder', data);
    toClose.push(() => rmSync(data, { recursive: true, force: true, maxRetries: 3 }));
    const simulators = await startSimulators();
    toClose.push(simulators.close);
    const app = startApp({ electron, desktop, data, simulators, options });
    toClose.push(() => stopAttached(app));
    tellWhatToLookAt({ desktop, data, simulators, options });
    return await follow({ app, simulators, options, stop });
  } finally {
    for (const close of toClose.reverse()) await close();
    stop.release();
  }
});

function startApp({ electron, desktop, data, simulators, options }) {
  const args = ['--accounts', simulators.accountsFile, '--data', data, '--demo'];
  if (options.screenshot !== null) {
    mkdirSync(dirname(options.screenshot), { recursive: true });
    rmSync(options.screenshot, { force: true }); // an older picture must not pass for this one
    args.push('--screenshot', options.screenshot, '--screenshot-after', String(options.screenshotAfter));
  }
  return startAttached(electron.executable, appArguments(args, { virtualScreen: desktop.own }), {
    env: desktop.env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function tellWhatToLookAt({ desktop, data, simulators, options }) {
  say(`the demo runs: accounts ${simulators.accountsFile}, data ${data} (removed at the end).`);
  say(
    'watch notifications arrive; try j/k, Enter, e to acknowledge, z to undo, / to search, ? for all keys.',
  );
  say('d shows the whole declaration of the one you are at, t lists declarations instead of notifications.');
  if (desktop.own) {
    const { DISPLAY, DBUS_SESSION_BUS_ADDRESS, XAUTHORITY } = desktop.env;
    say(`there is no display here, so its window is on a virtual one. To see its alerts from another shell:`);
    say(
      `  DISPLAY=${DISPLAY} XAUTHORITY=${XAUTHORITY} DBUS_SESSION_BUS_ADDRESS=${DBUS_SESSION_BUS_ADDRESS} dunstctl history`,
    );
  }
  say(options.seconds === null ? 'Ctrl-C ends it.' : `it ends by itself after ${options.seconds} s.`);
}

/** @returns {Promise<number>} the exit code */
async function follow({ app, simulators, options, stop }) {
  const ends = [
    app.ended.then((code) => ({ by: 'app', code })),
    simulators.ended.then((code) => ({ by: 'simulators', code })),
    stop.stopped.then(({ exitCode }) => ({ by: 'signal', code: exitCode })),
  ];
  if (options.seconds !== null) {
    ends.push(
      wait(options.seconds * 1000, { by: 'time' }, { signal: stop.signal, ref: true }).catch(() => never()),
    );
  }
  const end = await Promise.race(ends);
  if (end.by === 'signal') return end.code;
  if (end.by === 'simulators') return complain(`the simulated sources ended by themselves with ${end.code}.`);
  if (end.by === 'app' && end.code !== 0) return complain(`the app ended with ${end.code}.`);
  if (options.screenshot === null) return 0;
  const taken =
    end.by === 'time'
      ? await pictureWithin(options.screenshot, PICTURE_GRACE_MS)
      : isPicture(options.screenshot);
  if (!taken) return complain(`no picture was written to ${options.screenshot}.`);
  say(`the picture is ${options.screenshot}`);
  return 0;
}

function complain(text) {
  say(text);
  return 1;
}

const never = () => new Promise(() => undefined);
