/**
 * A stand-in for the module `electron` on an installed Chromium, driven by playwright-core. For machines where
 * Electron's binary cannot be had; never packaged. Context isolation, the process sandbox, native menus and
 * dialogs are not imitated: what depends on them is kept thin in main and tested as pure functions.
 */
import { app } from './app.ts';
import { browserContext, closeBrowser } from './browser.ts';
import { listenToTests } from './control.ts';
import { dialog, nativeTheme, safeStorage, screen, shell } from './desktop.ts';
import { ipcMain } from './ipc.ts';
import { Menu } from './menu.ts';
import { protocol, session } from './scheme.ts';
import { utilityProcess } from './utility-process.ts';
import { BrowserWindow } from './window.ts';

app.begin({
  launch: async () => {
    await browserContext();
  },
  closeBrowser,
  windows: () => BrowserWindow.getAllWindows(),
});
listenToTests();

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
};
