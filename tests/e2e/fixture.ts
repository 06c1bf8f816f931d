/**
 * `test` with a running desk, whose window is `page`. Every test finds the desk as if it had just been started on the
 * prepared files (an empty board of the user's own, and the sample board), whatever ran before it.
 *
 * Tests share a desk (shared-desk.ts), because starting one takes longer than many a test. Nothing is to be done for
 * that: a test may change, delete, quit and restart whatever it likes; a desk that was ended or in which a test failed
 * is not used again. A test that needs a process of its own says so with one of
 *
 * - `test.use({ ownDesk: true })`: a process that no other test has touched, e.g. to look at its whole output or to
 *   put files into `userData` before the start, in `beforeEach(({ userData }) => …)`;
 * - `test.use({ neverStarted: true })`: the same without prepared files, so that the welcome screen of a new user comes;
 * - `test.use({ runtime: 'electron' })`: on real Electron; skipped where it is not installed.
 */
import { test as base, type Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { obstacle, type Desk, type DeskOptions, type Runtime } from './desk.ts';
import { ElectronDesk } from './electron-desk.ts';
import { copyPreparedData } from './prepared-data.ts';
import { removeFolder, SharedDesk, temporaryFolder } from './shared-desk.ts';
import { StandInDesk } from './stand-in-desk.ts';

export { expect } from '@playwright/test';
export { electronBinary, type Desk, type DialogAnswer, type MenuEntry } from './desk.ts';

interface Fixtures {
  /** What the desk runs on. */
  runtime: Runtime;
  /** Whether the test has a process of its own. */
  ownDesk: boolean;
  /** Whether the desk is one that has never been started; it is the test's own. */
  neverStarted: boolean;
  /** The shared desk, put back; none for a test that has one of its own. */
  lent: StandInDesk | undefined;
  /** The folder with the files of the desk; a test may put files of its own into it. */
  userData: string;
  desk: Desk;
  page: Page;
}

interface WorkerFixtures {
  sharedDesk: SharedDesk;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  runtime: ['chromium', { option: true }],
  ownDesk: [false, { option: true }],
  neverStarted: [false, { option: true }],
  sharedDesk: [
    async ({}, use) => {
      const shared = new SharedDesk();
      await use(shared);
      await shared.drop();
    },
    { scope: 'worker' },
  ],
  lent: async ({ runtime, ownDesk, neverStarted, sharedDesk }, use, info) => {
    const reason = obstacle(runtime);
    info.skip(reason !== null, reason ?? '');
    if (ownDesk || neverStarted || runtime !== 'chromium') return await use(undefined);
    const desk = await sharedDesk.fresh();
    await use(desk);
    if (desk.wasInterrupted || info.status !== info.expectedStatus) await sharedDesk.drop();
  },
  userData: async ({ lent, neverStarted }, use) => {
    if (lent !== undefined) return await use(lent.userData);
    const folder = temporaryFolder();
    if (!neverStarted) copyPreparedData(folder);
    await use(folder);
    removeFolder(folder);
  },
  desk: async ({ runtime, lent, userData }, use, info) => {
    const desk = lent ?? (await startDesk(runtime, { userData }));
    await use(desk);
    if (info.status !== info.expectedStatus)
      await info.attach('output of the desk', { body: desk.output(), contentType: 'text/plain' });
    if (lent === undefined) await desk.kill();
  },
  page: async ({ desk }, use) => {
    await desk.page.emulateMedia({ reducedMotion: 'reduce' });
    await use(desk.page);
  },
});

async function startDesk(runtime: Runtime, options: DeskOptions): Promise<Desk> {
  if (!fs.existsSync(path.resolve(import.meta.dirname, '../../out/main/main.js')))
    throw new Error('There is no build: run `npm run build` first.');
  const desk = runtime === 'electron' ? new ElectronDesk(options) : new StandInDesk(options);
  await desk.start();
  return desk;
}
