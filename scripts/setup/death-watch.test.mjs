import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, vi } from 'vitest';

const PARENT = `
  const { startAttached } = await import(${JSON.stringify(new URL('attached-process.mjs', import.meta.url).href)});
  const { watchOver } = await import(${JSON.stringify(new URL('death-watch.mjs', import.meta.url).href)});
  watchOver('folder', process.argv[1]);
  const child = startAttached('sh', ['-c', 'sleep 600 & echo $!; wait'], { stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.pipe(process.stdout);
`;

it.skipIf(process.platform === 'win32')('leaves nothing behind when it is killed outright', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-watch-test-'));
  const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT, folder]);
  const grandchild = Number(
    await new Promise((resolve) => createInterface({ input: parent.stdout }).once('line', resolve)),
  );
  expect(isAlive(grandchild)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitUntil(() => !isAlive(grandchild) && !existsSync(folder), { timeout: 10_000, interval: 50 });
});

/** A process that has ended but that nobody has asked about yet still answers to kill; Linux tells them apart. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    const status = `/proc/${pid}/stat`;
    return !existsSync(status) || !readFileSync(status, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
