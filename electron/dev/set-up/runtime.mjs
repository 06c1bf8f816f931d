/** What shows the window: Electron, or an installed Chromium through the stand-in. */
import path from 'node:path';
import { root, toolEnvironment } from './dependencies.mjs';
import { ensureChromium } from './chromium.mjs';
import { electronBinary, ensureElectron } from './electron-binary.mjs';
import { step } from './say.mjs';

/** Whether a window could be seen here. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Finds or fetches a runtime, and says which. `{ kind, path }`; PYKALA_RUNTIME=chromium asks for the stand-in.
 */
export async function ensureRuntime() {
  if (process.env.PYKALA_RUNTIME !== 'chromium') {
    const electron = await ensureElectron();
    if (electron.path !== null) return { kind: 'electron', path: electron.path };
    step(`No Electron: ${electron.reason}. Using an installed Chromium in its place.`);
  }
  return { kind: 'chromium', path: ensureChromium() };
}

/** Command, arguments and environment that start the built product on a runtime. */
export function launchCommand(runtime, { headed, values = [], extra = {} }) {
  if (runtime.kind === 'electron') {
    // Electron refuses its sandbox when root starts it.
    const unsafe = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return { command: runtime.path, values: [...unsafe, root, ...values], env: toolEnvironment(extra) };
  }
  return {
    command: process.execPath,
    values: [
      '--import',
      new URL('../stand-in/register.mjs', import.meta.url).href,
      path.join(root, 'out', 'main', 'main.js'),
      ...values,
    ],
    env: toolEnvironment({
      PYKALA_CHROMIUM: runtime.path,
      ...(headed ? { PYKALA_STAND_IN_HEADED: '1' } : {}),
      ...extra,
    }),
  };
}

export { electronBinary };
