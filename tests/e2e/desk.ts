/**
 * The real main, started in a process of its own on a temporary user-data folder: on the stand-in (the test attaches
 * to its Chromium over CDP) or on real Electron. Both are driven through one interface.
 */
import type { Page } from '@playwright/test';
import { findChromium } from '../../electron/dev/set-up/chromium.mjs';
import { electronBinary } from '../../electron/dev/set-up/electron-binary.mjs';

export { electronBinary };

export type Runtime = 'chromium' | 'electron';

/** Answer to a native dialog, in Electron's terms. */
export type DialogAnswer =
  | { canceled: true }
  | { canceled: false; filePaths: string[] }
  | { canceled: false; filePath: string }
  | { response: number };

export interface MenuEntry {
  id?: string;
  label?: string;
  accelerator?: string;
  submenu?: MenuEntry[];
}

/** A running desk. */
export interface Desk {
  readonly runtime: Runtime;
  /** The page of the window; another one after `restart`. */
  readonly page: Page;
  readonly userData: string;
  /** What the processes have printed so far. */
  output(): string;
  /** Queues the answer to the next native dialog; dialogs without an answer are cancelled. */
  answerDialog(answer: DialogAnswer): Promise<void>;
  /** Dialogs shown so far, and what was handed to the system (addresses, files). */
  desktop(): Promise<{ shown: { kind: string; options: Record<string, unknown> }[]; opened: string[] }>;
  menu(): Promise<MenuEntry[]>;
  /** Chooses a menu item by its id, e.g. `new-meeting`. */
  clickMenu(item: string): Promise<void>;
  /** What main answers when a page asks for a permission. */
  permission(permission: string): Promise<{ request: boolean; check: boolean }>;
  /** Ends the backend worker the hard way; main starts another. */
  killWorker(): Promise<void>;
  window(): Promise<{ bounds: Bounds; visible: boolean; focused: number } | null>;
  setBounds(bounds: Bounds): Promise<void>;
  /** Closes the window as the user does, with the question about unsaved work. */
  closeWindow(): Promise<void>;
  /** Quits as the menu does and resolves with the exit code when the process is gone. */
  quit(): Promise<number | null>;
  /** Resolves with the exit code when the process ends by itself. */
  exited(): Promise<number | null>;
  /** Ends the whole desk without warning, as a power cut would. */
  kill(): Promise<void>;
  /** Quits (or finds it ended) and starts again on the same user data. */
  restart(): Promise<void>;
  /** A second start on the same user data; resolves with its exit code. */
  startSecond(): Promise<number | null>;
}

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Why a runtime cannot be used here, or `null`. */
export function obstacle(runtime: Runtime): string | null {
  if (runtime === 'chromium') {
    return process.env['PYKALA_CHROMIUM'] === undefined && findChromium() === null
      ? 'no Chromium is installed'
      : null;
  }
  const { path: binary, reason } = electronBinary();
  return binary === null ? reason : null;
}

/** How a desk is started. */
export interface DeskOptions {
  userData: string;
  /** More arguments for main. */
  values?: string[];
}
