import { defineConfig } from '@playwright/test';

const LONG = ['**/recovery.spec.ts', '**/secretary.spec.ts', '**/year.spec.ts'];

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/prepared-data.ts',
  outputDir: 'test-results',
  // Every test finds its desk as if it had just been started, whatever ran before it.
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A busy machine may starve a browser once; the report names whatever needed a second try.
  retries: 1,
  reporter: [['list']],
  use: { trace: 'off' },
  // The longest first, so that no worker is left alone with one of them at the end.
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'desk', testMatch: '**/*.spec.ts', testIgnore: LONG },
  ],
});
