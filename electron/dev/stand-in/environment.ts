/** What the stand-in is told from outside: command line and environment. */
import fs from 'node:fs';
import path from 'node:path';

/** The version of Electron that is stood in for; main recognises the suffix. */
const ELECTRON_VERSION = '45.4.1-chromium';

/** Repository root. */
export const appRoot = path.resolve(import.meta.dirname, '../../..');

interface PackageJson {
  name: string;
  productName: string;
  version: string;
}
export const packageJson = JSON.parse(
  fs.readFileSync(path.join(appRoot, 'package.json'), 'utf8'),
) as PackageJson;

/** Shows a real window; else Chromium runs headless. */
export const headed = process.env['PYKALA_STAND_IN_HEADED'] === '1';
/** The Chromium to run. */
export const chromiumPath = process.env['PYKALA_CHROMIUM'] ?? '/usr/bin/chromium';
/** Port for a test to attach to; `0` or absent: none. */
export const debuggingPort = process.env['PYKALA_STAND_IN_CDP_PORT'];
/** Prints the page's console. */
export const logPage = process.env['PYKALA_STAND_IN_LOG'] === '1';
/** Vite's server in development. */
export const devServerUrl = process.env['VITE_DEV_SERVER_URL'];

/** Value of `--name=value` on the command line; `''` for a bare `--name`. */
export function commandLineSwitch(name: string): string | undefined {
  for (const value of process.argv) {
    if (value === `--${name}`) return '';
    if (value.startsWith(`--${name}=`)) return value.slice(name.length + 3);
  }
  return undefined;
}

/** Versions as the page's `process.versions` shows them. */
export const versions: Record<string, string> = {
  node: process.versions.node,
  chrome: '0',
  electron: ELECTRON_VERSION,
};

Object.defineProperty(process.versions, 'electron', {
  value: ELECTRON_VERSION,
  enumerable: true,
  configurable: true,
});
Object.defineProperty(process, 'type', { value: 'browser', configurable: true });
Object.defineProperty(process, 'resourcesPath', { value: path.join(appRoot, 'out'), configurable: true });

/** An event of Electron's that a listener can prevent. */
export interface PreventableEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** Makes an event with extra facts on it. */
export function preventable<Facts extends object>(facts: Facts = {} as Facts): Facts & PreventableEvent {
  return Object.assign(facts, {
    defaultPrevented: false,
    preventDefault(this: PreventableEvent) {
      this.defaultPrevented = true;
    },
  });
}
