import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Real SQLite, real sockets and property tests share two cores on the smallest machine we promise.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{shared,electron,renderer,scripts}/**/*.test.{ts,tsx,mjs}'] },
      },
      {
        extends: true,
        test: { name: 'simulators', include: ['test/simulators/**/*.test.ts', 'test/support/**/*.test.ts'] },
      },
      { extends: true, test: { name: 'integration', include: ['test/integration/**/*.test.ts'] } },
      { extends: true, test: { name: 'contract', include: ['test/contract/**/*.test.ts'] } },
    ],
  },
});
