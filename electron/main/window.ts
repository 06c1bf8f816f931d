import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { ShellText } from './shell-text.ts';
import { readWindowState, writeWindowState } from './preferences.ts';
import { BACKGROUND, MINIMUM_SIZE, windowBounds } from './window-bounds.ts';

export interface MainWindowOptions {
  /** Folder of window-state.json. */
  stateFolder: string;
  /** The compiled preload, absolute. */
  preload: string;
  /** First page. */
  url: string;
  developerTools: boolean;
  text(): ShellText;
  isUnsaved(): boolean;
  /** Has the page write what it can write by itself; resolves when it has answered, or after a moment. */
  settle(): Promise<void>;
  /** The user wants the window gone although something is unsaved. */
  discard(): void;
  /** The user kept the window: a quit that was under way is off. */
  kept(): void;
}

/** Opens the window of the desk, where it stood last time, and shows it when it is painted. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const remembered = readWindowState(options.stateFolder);
  const window = new BrowserWindow({
    ...windowBounds(
      remembered,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: 'Pykälä',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium would fetch dictionaries from the network, and has none for Finnish.
      spellcheck: false,
      devTools: options.developerTools,
    },
  });
  if (remembered?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());

  const remember = () => {
    if (window.isDestroyed() || window.isMinimized()) return;
    try {
      writeWindowState(options.stateFolder, {
        ...window.getNormalBounds(),
        maximized: window.isMaximized(),
      });
    } catch (error) {
      console.error('The place of the window was not saved:', error);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const rememberSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(remember, 500);
  };
  window.on('resize', rememberSoon);
  window.on('move', rememberSoon);
  window.on('closed', () => clearTimeout(timer));

  let asking = false;
  window.on('close', (event) => {
    if (!options.isUnsaved()) {
      remember();
      return;
    }
    event.preventDefault();
    if (asking) return;
    asking = true;
    void options
      .settle()
      .then(async () => !options.isUnsaved() || (await mayDiscard(window, options.text())))
      .then((discard) => {
        asking = false;
        if (discard) options.discard();
        else options.kept();
      });
  });

  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') void offerReload(window, options.text());
  });
  // The window stays blank when the page does not load; the log says why.
  window.loadURL(options.url).catch((error: unknown) => console.error('The window did not load:', error));
  return window;
}

async function mayDiscard(window: BrowserWindow, text: ShellText): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: text.unsavedTitle,
    detail: text.unsavedDetail,
    buttons: [text.closeAnyway, text.keepOpen],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

async function offerReload(window: BrowserWindow, text: ShellText): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: text.windowLost,
    detail: text.windowLostDetail,
    buttons: [text.reload, text.cancel],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0 && !window.isDestroyed()) window.reload();
}
