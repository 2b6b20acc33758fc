import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { BUILD_TARGETS, COMMON_SOURCES } from './build-targets.mjs';
import { noteLicences } from './licences.mjs';
import { ROOT } from './root-folder.mjs';
import { say } from './say.mjs';
import { SetupFailure } from './setup-failure.mjs';
import { sourceHash } from './source-hash.mjs';
import { withLock } from './with-lock.mjs';

/**
 * Builds those of the named targets whose sources have changed since they were last built.
 *
 * @param {readonly string[]} names keys of BUILD_TARGETS
 * @param {{ root?: string, force?: boolean }} [options]
 * @returns {Promise<{ built: string[], skipped: string[] }>}
 * @throws {SetupFailure} naming every entry that is missing and every target that does not build
 */
export async function build(names, { root = ROOT, force = false } = {}) {
  if (!force && staleTargets(root, names, readStamps(root)).length === 0)
    return { built: [], skipped: [...names] };
  return withLock(`${root}/dist`, async () => {
    const stale = force ? [...names] : staleTargets(root, names, readStamps(root));
    const missing = stale.filter((name) => !existsSync(join(root, BUILD_TARGETS[name].entry)));
    const ready = stale.filter((name) => !missing.includes(name));
    const failures = missing.map((name) => `${name}: its entry ${BUILD_TARGETS[name].entry} is missing`);
    if (ready.length > 0) say(`building ${ready.join(', ')}…`);
    for (const name of ready) {
      const failure = await buildOne(root, name);
      if (failure !== null) failures.push(`${name}: ${failure}`);
    }
    if (failures.length > 0) throw new SetupFailure(`the build failed.\n  ${failures.join('\n  ')}`);
    return { built: ready, skipped: names.filter((name) => !stale.includes(name)) };
  });
}

/** The targets that must be built: never built, their output gone, or made from other sources. */
export function staleTargets(root, names, stamps) {
  return names.filter((name) => {
    const { output } = BUILD_TARGETS[name];
    return !existsSync(join(root, output)) || stamps[name] !== hashOf(root, name);
  });
}

function hashOf(root, name) {
  return sourceHash(root, [...COMMON_SOURCES, ...BUILD_TARGETS[name].sources]);
}

/** @returns {Promise<string | null>} null when built, else why not */
async function buildOne(root, name) {
  const hash = hashOf(root, name); // before the build: a change during it makes the next run build again
  writeStamp(root, name, undefined);
  let chunks;
  try {
    chunks = await bundle(root, name);
  } catch (error) {
    return stripVTControlCharacters(error.message).trim();
  }
  const { asksFor } = BUILD_TARGETS[name];
  const strange = chunks
    .flatMap((chunk) => [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])])
    .filter((id) => !chunks.some((chunk) => chunk.fileName === id))
    .filter((id) => !asksFor.includes(id) && !(asksFor.includes('node') && isBuiltin(id)));
  if (strange.length > 0) return `it asks for ${strange.join(', ')} when it runs, which it may not`;
  const unlicensed = noteLicences(root, name, chunks);
  if (unlicensed.length > 0) return `there is no licence text of ${unlicensed.join(', ')}`;
  writeStamp(root, name, hash);
  return null;
}

async function bundle(root, name) {
  const before = process.env.NODE_ENV;
  try {
    return await bundleForProduction(root, name);
  } finally {
    // Vite leaves `production` behind, and what we start next (tests, say) would inherit it.
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

async function bundleForProduction(root, name) {
  const vite = await import('vite');
  const common = { logLevel: 'warn', root };
  if (name === 'renderer') {
    const result = await vite.build({
      ...common,
      configFile: join(root, 'vite.renderer.config.ts'),
      root: join(root, 'renderer'),
    });
    return [result].flat().flatMap((part) => part.output);
  }
  const builder = await vite.createBuilder({ ...common, configFile: join(root, 'vite.electron.config.ts') });
  const result = await builder.build(builder.environments[name]);
  return [result].flat().flatMap((part) => part.output);
}

const stampFile = (root) => join(root, 'dist/build-stamps.json');

function readStamps(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8'));
  } catch {
    return {}; // no build yet, or a torn file: build
  }
}

function writeStamp(root, name, hash) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile(root), `${JSON.stringify({ ...readStamps(root), [name]: hash }, null, 2)}\n`);
}
