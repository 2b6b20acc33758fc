import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { startAttached, stopAttached } from './attached-process.mjs';
import { ROOT } from './root-folder.mjs';
import { SetupFailure } from './setup-failure.mjs';

const READY_LIMIT_MS = 30_000;

/**
 * Starts the demo's simulated sources in a process of their own and waits until they can be called.
 *
 * @returns {Promise<{ accountsFile: string, ended: Promise<number>, close: () => Promise<number> }>} `ended` settles
 *   with the exit code, whoever ended them
 * @throws {SetupFailure}
 */
export async function startSimulators() {
  const child = startAttached(process.execPath, [join(ROOT, 'dist/electron/demo.cjs')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = new AbortController();
  const first = await Promise.race([
    readyLine(child),
    child.ended.then((code) => ({ failure: `they ended with ${code}` })),
    wait(READY_LIMIT_MS, { failure: 'they were not ready within 30 s' }, { signal: stop.signal }).catch(
      () => null,
    ),
  ]);
  stop.abort();
  if (first.failure !== undefined) {
    await stopAttached(child);
    throw new SetupFailure(`the simulated sources did not start: ${first.failure}.`);
  }
  return { accountsFile: first.accountsFile, ended: child.ended, close: () => stopAttached(child) };
}

/** They answer one JSON line, `{"ready":true,"accountsFile":"…"}`; whatever else they print is passed over. */
function readyLine(child) {
  return new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = parse(line);
      if (said?.ready !== true) return;
      const named = typeof said.accountsFile === 'string';
      resolve(named ? said : { failure: 'they named no accounts file' });
    });
  });
}

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
