import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One hash over the names and contents of files and folders, in a fixed order; tests do not count, and what is
 * missing counts as missing. Contents, not dates: a fresh checkout or a changed branch has dates of its own.
 *
 * @param {string} root
 * @param {readonly string[]} paths relative to root
 */
export function sourceHash(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesIn(root, path)) {
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesIn(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || (entry.isFile() && !/\.test\.\w+$/.test(entry.name)))
    .map((entry) => `${path}/${entry.name}`)
    .sort()
    .flatMap((child) => filesIn(root, child));
}
