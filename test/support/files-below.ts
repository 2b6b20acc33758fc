import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder whose name ends so, in order of its path. */
export async function filesBelow(
  folder: string,
  ending: string,
): Promise<readonly { readonly path: string; readonly bytes: Uint8Array }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
}
