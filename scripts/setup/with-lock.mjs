import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheFolder } from './cache-folder.mjs';
import { say } from './say.mjs';

const WAIT_MS = 200;

/**
 * Runs `body` while no other process of this computer runs one for the same folder, so that a demo and a test
 * started side by side do not install or build over each other. A lock whose owner is gone does not count.
 */
export async function withLock(folder, body) {
  const locks = join(cacheFolder(), 'locks');
  mkdirSync(locks, { recursive: true });
  const lock = join(locks, createHash('sha256').update(folder).digest('hex').slice(0, 16));
  const release = () => rmSync(lock, { force: true });
  for (let waits = 0; !take(lock); waits += 1) {
    if (waits === 5) say('waiting for another set-up of this folder to finish…');
    await wait(WAIT_MS);
  }
  process.once('exit', release);
  try {
    return await body();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (ownerIsGone(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function ownerIsGone(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
