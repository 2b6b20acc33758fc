import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until what was written to a file is on disk. */
export function syncFile(path: string): void {
  sync(path, 'r+');
}

/** Waits until the names in a folder are on disk: a file that was just made could vanish at a power cut otherwise. */
export function syncFolder(path: string): void {
  // Windows cannot open a folder and keeps its names in order by itself.
  if (process.platform !== 'win32') sync(path, 'r');
}

function sync(path: string, flags: string): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
