import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** Puts `text` in the place of the file as a whole, on disk: who reads it sees what was there before, or all of this. */
export function replaceFile(file: string, text: string, mode: number): void {
  const next = `${file}.${process.pid}`;
  const descriptor = openSync(next, 'w', mode);
  try {
    // The process's umask may have taken from the mode.
    fchmodSync(descriptor, mode);
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(next, file);
}
