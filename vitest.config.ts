import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Only what hangs is to fail by time, also on a machine that has other work.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    globalSetup: 'tests/fixtures/template-folder.ts',
    // Left to itself, Vitest keeps one processor idle.
    maxWorkers: '100%',
    // Files share the modules of their worker: loading the program anew for each takes as long as its tests.
    isolate: false,
  },
});
