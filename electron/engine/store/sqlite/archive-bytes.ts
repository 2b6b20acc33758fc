import { statSync } from 'node:fs';

/** What the archive takes on disk, its log included. */
export const archiveBytes = (file: string): number =>
  [file, `${file}-wal`].reduce(
    (sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
