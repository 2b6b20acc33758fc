/**
 * What is built: each target's entry, what it leaves behind, the folders whose files it is made from, and the
 * modules it may still ask for when it runs (`node` stands for every Node built-in).
 */
const program = (entry, output, sources, asksFor) => ({
  entry,
  output: `dist/electron/${output}.cjs`,
  sources,
  asksFor,
});

const APP = ['electron', 'shared'];
const SQLITE = '@photostructure/sqlite';

export const BUILD_TARGETS = {
  main: program('electron/main.ts', 'main', APP, ['electron', 'node', SQLITE]),
  host: program('electron/engine/host.ts', 'host', APP, ['electron', 'node', SQLITE]),
  cli: program('electron/engine/cli.ts', 'cli', APP, ['node', SQLITE]),
  preload: program('electron/preload.ts', 'preload', APP, ['electron']),
  renderer: {
    entry: 'renderer/index.html',
    output: 'dist/renderer/index.html',
    sources: ['renderer', 'shared'],
    asksFor: [],
  },
  demo: program(
    'test/simulators/demo/main.ts',
    'demo',
    [...APP, 'test/simulators', 'test/support'],
    ['node', SQLITE],
  ),
  bench: program('test/bench/main.ts', 'bench', [...APP, 'test'], ['node', SQLITE]),
};

/** What a person's computer runs; the others serve development. */
export const SHIPPED_TARGETS = ['main', 'host', 'cli', 'preload', 'renderer'];

/** Files that every target is made from. */
export const COMMON_SOURCES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.electron.config.ts',
  'vite.renderer.config.ts',
];
