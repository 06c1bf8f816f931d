/**
 * Made once for all end-to-end tests: the files of a desk that was started once and has looked at the sample board.
 * Making them anew for each test takes longer than many a test.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createResources } from '../../electron/backend/resources.ts';
import { Workspace } from '../../electron/backend/workspace.ts';

const VARIABLE = 'PYKALA_TEST_PREPARED_DATA';

/** Playwright's global set-up; what it returns removes the files. */
export default async function prepareData(): Promise<() => void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-e2e-prepared-'));
  const resources = createResources(path.resolve(import.meta.dirname, '../../resources'));
  const workspace = new Workspace(folder, resources, () => '');
  await workspace.switchTo('own');
  await workspace.switchTo('sample');
  workspace.close();
  process.env[VARIABLE] = folder;
  return () => fs.rmSync(folder, { recursive: true, force: true });
}

/** Puts copies of the files, or of those that are meant, into a folder for the user's data. */
export function copyPreparedData(userData: string, isMeant = (_name: string): boolean => true): void {
  const folder = process.env[VARIABLE];
  if (folder === undefined) throw new Error('The global set-up of the end-to-end tests has not been run.');
  for (const name of fs.readdirSync(folder).filter(isMeant))
    fs.copyFileSync(path.join(folder, name), path.join(userData, name));
}
