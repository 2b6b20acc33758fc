import { createHash } from 'node:crypto';
import { mkdirSync, renameSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

let bundles = 0;

/**
 * Bundles a TypeScript entry so that plain Node can run it as a process of its own, and returns the path of the
 * bundle. It lies under `node_modules`, from where the SQLite addon, which stays outside, can be found. An entry has
 * one bundle, which is replaced whole, so that tests side by side may share it and nobody has to remove it.
 *
 * @param {string} entry path of the entry, relative to the repository
 * @returns {Promise<string>} path of a `.cjs` file
 */
export async function bundleTypeScript(entry) {
  const path = resolve(REPOSITORY, entry);
  const name = `${basename(entry).replace(/\W/g, '-')}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
  const unfinished = `${name}-${process.pid}-${(bundles += 1)}`;
  const outDir = join(REPOSITORY, 'node_modules', '.cache', 'quayside-children');
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    root: REPOSITORY,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      ssr: path,
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'node18',
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: `${unfinished}.cjs`, codeSplitting: false },
      },
    },
  });
  const bundle = join(outDir, `${name}.cjs`);
  renameSync(join(outDir, `${unfinished}.cjs`), bundle);
  return bundle;
}
