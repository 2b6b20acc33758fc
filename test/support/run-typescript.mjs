import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Bundles a TypeScript entry so that plain Node can run it as a process of its own, and returns the path of the
 * bundle. It lies under `node_modules`, from where the SQLite addon, which stays outside, can be found.
 *
 * @param {string} entry path of the entry, relative to the repository
 * @returns {Promise<string>} path of a `.cjs` file
 */
export async function bundleTypeScript(entry) {
  const path = resolve(REPOSITORY, entry);
  const name = createHash('sha256').update(`${path} ${process.pid}`).digest('hex').slice(0, 16);
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
      rolldownOptions: { output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false } },
    },
  });
  return join(outDir, `${name}.cjs`);
}
