import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/**
 * Makes the folder where it is missing and leaves it readable by its owner alone. A folder that others share on
 * purpose (sticky, such as /tmp) or that belongs to somebody else keeps its mode. Throws where it cannot be made.
 */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { mode, uid } = statSync(path);
  const isOurs = process.getuid === undefined || uid === process.getuid();
  const isShared = (mode & STICKY) !== 0;
  if (isOurs && !isShared && (mode & 0o077) !== 0) chmodSync(path, 0o700);
}

const STICKY = 0o1000;

/**
 * Puts `text` in the file's place, whole or not at all, durable when it returns, readable by its owner alone.
 * Throws where the disk does not take it; the old file is then untouched.
 */
export function writePrivateFile(path: string, text: string): void {
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  syncFolder(dirname(path));
}

/** Windows cannot open a folder, and makes a rename durable by itself. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/**
 * Renames a file that cannot be used so that it is kept beside its successor, and returns its new path:
 * `settings.invalid-20261122-094011.json`. `now` is epoch milliseconds. Never replaces an earlier one.
 */
export function setAside(path: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  const extension = extname(path);
  const stem = join(dirname(path), `${basename(path, extension)}.invalid-${stamp}`);
  const free = firstFree((count) => `${stem}${count === 0 ? '' : `-${count}`}${extension}`);
  renameSync(path, free);
  return free;
}

function firstFree(name: (count: number) => string): string {
  let count = 0;
  while (existsSync(name(count))) count += 1;
  return name(count);
}
