import { defineConfig } from '@playwright/test';

/** One window at a time: each test starts an app, a simulator and a profile of its own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
});
