/** The one place where the window touches `window.pykala`. */
import type { Bridge } from '../../electron/preload/bridge.ts';

declare global {
  interface Window {
    pykala: Bridge;
  }
}

/** The verbs that the preload exposes. Read at call time, so that tests can put a stand-in in place. */
export function bridge(): Bridge {
  return window.pykala;
}

export type { Bridge, ChosenFile, FileKind } from '../../electron/preload/bridge.ts';
export type { Preferences, WindowEvent, WireError } from '../../electron/backend/protocol.ts';
