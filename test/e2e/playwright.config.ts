import { defineConfig } from '@playwright/test';

/** One window at a time: each test starts an app, a simulator and a profile of its own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 120_000,
  // About one start of Electron in a thousand never answers on a busy machine; the last line of `npm test` counts them.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
});
