import { defineConfig } from '@playwright/test';

const RECOVERY = '**/recovery.spec.ts';
const LONG = ['**/secretary.spec.ts', '**/year.spec.ts'];

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/prepared-data.ts',
  outputDir: 'test-results',
  // Every test finds its desk as if it had just been started, whatever ran before it.
  fullyParallel: true,
  // More than there are processors: a test waits much, for frames, for timers and for what it has asked.
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A busy machine may starve a browser once; the report names whatever needed a second try.
  retries: 1,
  reporter: [['list']],
  use: { trace: 'off' },
  projects: [
    // What is shown has to be saved within a second, so no third desk may take the processors from these two.
    { name: 'recovery', testMatch: RECOVERY, workers: 2 },
    // The longest first, so that no worker is left alone with one of them at the end.
    { name: 'long', testMatch: LONG },
    { name: 'desk', testMatch: '**/*.spec.ts', testIgnore: [RECOVERY, ...LONG] },
  ],
});
