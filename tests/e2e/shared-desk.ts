/**
 * One desk for the tests of a worker. Between two tests the prepared files are put back, the window is loaded anew and
 * the shell forgets what it was told, which takes a fraction of a start. A desk that cannot be put back, that a test has
 * ended or in which a test has failed is thrown away, and the next test starts another.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DEFAULT_PREFERENCES } from '../../electron/main/preferences.ts';
import { call } from './backend-call.ts';
import { copyPreparedData } from './prepared-data.ts';
import { StandInDesk } from './stand-in-desk.ts';

const SIZE = { width: 1280, height: 800 };

export class SharedDesk {
  #desk: StandInDesk | undefined;

  /** The desk as if it had just been started on the prepared files. */
  async fresh(): Promise<StandInDesk> {
    if (this.#desk !== undefined) {
      try {
        await putBack(this.#desk);
        return this.#desk;
      } catch (error) {
        console.error('The shared desk could not be put back and is started anew:', error);
        await this.drop();
      }
    }
    const userData = temporaryFolder();
    copyPreparedData(userData);
    this.#desk = new StandInDesk({ userData });
    await this.#desk.start();
    return this.#desk;
  }

  async drop(): Promise<void> {
    const desk = this.#desk;
    this.#desk = undefined;
    if (desk === undefined) return;
    await desk.kill();
    removeFolder(desk.userData);
  }
}

/** A folder for the user's data. */
export function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-e2e-'));
}

export function removeFolder(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** @throws when anything of the test before it is still there */
async function putBack(desk: StandInDesk): Promise<void> {
  await desk.forget();
  const { page, userData } = desk;
  const start = page.url().replace(/[?#].*$/, '');
  // A page of the product without its scripts: nothing reads or writes from here on, and the bridge is there.
  await page.goto(new URL('/layers.css', start).href);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.evaluate((preferences) => window.pykala.native.setPreferences(preferences), DEFAULT_PREFERENCES);
  // Each database is exchanged while the other is open.
  await open(desk, 'openSample');
  clear(userData, (name) => !name.startsWith('malli-jane'));
  copyPreparedData(userData, (name) => !name.startsWith('malli-jane'));
  await open(desk, 'openOwn');
  clear(userData, (name) => name.startsWith('malli-jane'));
  copyPreparedData(userData, (name) => name.startsWith('malli-jane'));
  await page.goto(start);
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  if (size.width !== SIZE.width || size.height !== SIZE.height)
    throw new Error(`The window is ${size.width} × ${size.height}.`);
}

async function open(desk: StandInDesk, procedure: 'openSample' | 'openOwn'): Promise<void> {
  const status = await call<{ error: unknown }>(desk.page, 'mutation', `workspace.${procedure}`);
  if (status.error !== null) throw new Error(`${procedure}: ${JSON.stringify(status.error)}`);
}

/** Deletes what lies in the folder, but for what the stand-in itself keeps there while it runs. */
function clear(folder: string, isMeant: (name: string) => boolean): void {
  for (const name of fs.readdirSync(folder))
    if (!name.startsWith('stand-in') && isMeant(name)) removeFolder(path.join(folder, name));
}
