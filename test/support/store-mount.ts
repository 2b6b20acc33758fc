import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file system of a test's own, as small as it wishes. */
export interface Mounted {
  readonly folder: string;
  /** Changes its options, such as `ro`. */
  readonly remount: (options: string) => void;
  readonly unmount: () => void;
}

/** Null where this machine does not let us mount, which a test says and skips. */
export function mountMemory(under: string, size: string): Mounted | null {
  return mount(under, ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs']);
}

/** An ext4 file system in a file, so that what had reached the "disk" at a moment can be copied. */
export function mountImage(under: string, image: string, megabytes: number): Mounted | null {
  writeFileSync(image, '');
  const made =
    run('truncate', ['-s', `${megabytes}M`, image]) &&
    run('mkfs.ext4', ['-q', '-F', '-E', 'lazy_itable_init=1', image]);
  return made ? mountExisting(under, image) : null;
}

export const mountExisting = (under: string, image: string): Mounted | null =>
  mount(under, ['-o', 'loop', image]);

function mount(under: string, what: readonly string[]): Mounted | null {
  const folder = join(under, 'mounted');
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() !== 0 || !run('mount', [...what, folder])) return null;
  return {
    folder,
    remount: (options) => {
      if (!run('mount', ['-o', `remount,${options}`, folder])) throw new Error(`cannot remount ${folder}`);
    },
    unmount: () => {
      if (!run('umount', [folder]) && !run('umount', ['-l', folder]))
        throw new Error(`cannot unmount ${folder}`);
    },
  };
}

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;
