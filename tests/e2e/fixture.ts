/**
 * `test` with a running desk. `desk` starts on a fresh user-data folder and is ended after the test; `page` is its
 * window. `test.use({ runtime: 'electron' })` runs the same on real Electron, and skips where it is not installed.
 */
import { test as base, type Page } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { obstacle, type Desk, type DeskOptions, type Runtime } from './desk.ts';
import { ElectronDesk } from './electron-desk.ts';
import { copyPreparedData } from './prepared-data.ts';
import { StandInDesk } from './stand-in-desk.ts';

export { expect } from '@playwright/test';
export { electronBinary, type Desk, type DialogAnswer, type MenuEntry } from './desk.ts';

interface Fixtures {
  /** What the desk runs on. */
  runtime: Runtime;
  /** More arguments for main, e.g. for a specimen database. */
  deskArguments: string[];
  /** Whether the desk is one that has never been started. Otherwise its files are copies, which is faster. */
  neverStarted: boolean;
  /** Folder of the test's own, deleted afterwards. A test may put files into it before it asks for `desk`. */
  userData: string;
  desk: Desk;
  page: Page;
}

export const test = base.extend<Fixtures>({
  runtime: ['chromium', { option: true }],
  deskArguments: [[], { option: true }],
  neverStarted: [false, { option: true }],
  userData: async ({ neverStarted }, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-e2e-'));
    if (!neverStarted) copyPreparedData(folder);
    await use(folder);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
  desk: async ({ runtime, deskArguments, userData }, use, info) => {
    const reason = obstacle(runtime);
    info.skip(reason !== null, reason ?? '');
    const desk = await startDesk(runtime, { userData, values: deskArguments });
    await use(desk);
    if (info.status !== info.expectedStatus)
      await info.attach('output of the desk', { body: desk.output(), contentType: 'text/plain' });
    await desk.kill();
  },
  page: async ({ desk }, use) => {
    await use(desk.page);
  },
});

/** Starts a desk outside of the fixtures. The build must be there; the caller ends the desk. */
export async function startDesk(runtime: Runtime, options: DeskOptions): Promise<Desk> {
  if (!fs.existsSync(path.resolve(import.meta.dirname, '../../out/main/main.js')))
    throw new Error('There is no build: run `npm run build` first.');
  const desk = runtime === 'electron' ? new ElectronDesk(options) : new StandInDesk(options);
  await desk.start();
  return desk;
}
