import { builtinModules } from 'node:module';
import { defineConfig, type EnvironmentOptions } from 'vite';

/** Never bundled: the runtime's own module, Node's, and the one driver that brings a native addon. */
const EXTERNAL = ['electron', '@photostructure/sqlite', /^node:/, ...builtinModules];

/** One program as one CommonJS file, so that it starts alike on every Electron from 25 on. */
function program(
  name: string,
  entry: string,
  external: (string | RegExp)[],
  target: string,
): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true },
    build: {
      outDir: 'dist/electron',
      emptyOutDir: false,
      copyPublicDir: false,
      ssr: true,
      target,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { [name]: entry },
        external,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          codeSplitting: false,
          // Electron 25 cannot import() an ES module: ask for the CommonJS face of what stays outside.
          dynamicImportInCjs: false,
        },
      },
    },
  };
}

export default defineConfig({
  environments: {
    main: program('main', 'electron/main.ts', EXTERNAL, 'node18'),
    host: program('host', 'electron/engine/host.ts', EXTERNAL, 'node18'),
    cli: program('cli', 'electron/engine/cli.ts', EXTERNAL, 'node18'),
    // A sandboxed preload can require nothing but electron.
    preload: program('preload', 'electron/preload.ts', ['electron'], 'chrome114'),
    demo: program('demo', 'test/simulators/demo/main.ts', EXTERNAL, 'node20'),
    bench: program('bench', 'test/bench/main.ts', EXTERNAL, 'node20'),
  },
});
