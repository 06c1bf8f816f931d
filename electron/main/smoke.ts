import { app, type BrowserWindow } from 'electron';

/** How long the window may take before the smoke test fails. */
const LIMIT = 60_000;

/** `--smoke`: waits until the window is painted and the backend answers, prints one line and quits. */
export function runSmokeTest(window: BrowserWindow, backendReady: Promise<void>): void {
  const began = performance.timeOrigin;
  const painted = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => resolve());
  });
  const timer = setTimeout(() => {
    console.error(`Smoke test failed: no painted window and ready backend within ${LIMIT / 1000} s.`);
    app.exit(1);
  }, LIMIT);
  void Promise.all([painted, backendReady]).then(
    () => {
      clearTimeout(timer);
      console.log(
        `Smoke test passed: window painted and backend ready in ${Math.round(Date.now() - began)} ms.`,
      );
      app.quit();
    },
    (error: unknown) => {
      console.error('Smoke test failed:', error instanceof Error ? error.message : error);
      app.exit(1);
    },
  );
}
