import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/prepared-data.ts',
  outputDir: 'test-results',
  // Every test has a desk and a folder of its own.
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A busy machine may starve a browser once; the report names whatever needed a second try.
  retries: 1,
  reporter: [['list']],
  use: { trace: 'off' },
});
