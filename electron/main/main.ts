/** Life cycle of the desk: one instance, one window, one backend worker. */
import { app, BrowserWindow, dialog, Menu, nativeTheme, protocol, safeStorage, shell } from 'electron';
import path from 'node:path';
import type { ActorContext, Preferences, WindowEvent } from '../backend/protocol.ts';
import { createBackendHost } from './backend-host.ts';
import { commandLineArguments, runCommandLine } from './command-line.ts';
import { Grants } from './grants.ts';
import { harden } from './harden.ts';
import { answerWindow, shellName } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { mergePreferences, readPreferences, writePreferences } from './preferences.ts';
import { APP_SCHEME, serveAsset, START_PAGE } from './protocol.ts';
import { EXTRACTOR_ARGUMENTS, extractApart } from '../publish/extract.ts';
import { createPublishHost } from './publish-host.ts';
import { shellText } from './shell-text.ts';
import { createSecretStore } from './secret-store.ts';
import { runSmokeTest } from './smoke.ts';
import { spawnChild } from './spawn-child.ts';
import { openMainWindow } from './window.ts';

const out = path.resolve(import.meta.dirname, '..');
const devServerUrl = app.isPackaged ? undefined : process.env['VITE_DEV_SERVER_URL'];
const resourcesFolder = app.isPackaged
  ? path.join(process.resourcesPath, 'resources')
  : path.resolve(out, '../resources');
const smoke = process.argv.includes('--smoke');

// Plain ASCII and the same on every system, because the CLI looks for the folder too.
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', path.join(app.getPath('appData'), 'pykala'));
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

const commandLine = commandLineArguments(process.argv);
if (commandLine !== null) void runCommandLine(path.join(out, 'cli/pykala.js'), commandLine, resourcesFolder);
else if (!app.requestSingleInstanceLock()) app.quit();
else run();

/** How long a window that closes waits for its page to write what waits, in milliseconds. */
const LONGEST_SAVING = 2_000;

function run(): void {
  const dataFolder = app.getPath('userData');
  const grants = new Grants();
  const unsaved = new Set<number>();
  /** Pages that were asked to save before their window closes, and what their answer resolves. */
  const answered = new Map<number, () => void>();
  let preferences = readPreferences(dataFolder);
  let quitting = false;
  let finished = false;
  const text = () => shellText(preferences.language);

  const tellWindows = (event: WindowEvent) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('pykala:event', event);
  };
  const publisher = createPublishHost(path.join(out, 'publish/process.js'), resourcesFolder);
  const spawnExtractor = () =>
    spawnChild(path.join(out, 'publish/extract-process.js'), 'Pykälä reader', EXTRACTOR_ARGUMENTS);
  const backend = createBackendHost({
    workerFile: path.join(out, 'backend/worker.js'),
    setup: { dataFolder, resourcesFolder, actor: actorOf(preferences) },
    onEvent: tellWindows,
    publish: (job, signal) => publisher.render(job, signal),
    expectPublish: () => publisher.warm(),
    extract: (job) => extractApart(job, { spawn: spawnExtractor }),
    startChild: () =>
      spawnChild(path.join(out, 'archive/process.js'), 'Pykälä archive', ['--max-old-space-size=512']),
    openFile: (file) => void shell.openPath(file),
    secret: createSecretStore(dataFolder, safeStorage, process.platform),
    grants: () => grants.all(),
    message: (code) => {
      if (code === 'BACKEND_RESTARTED') return text().backendRestarted;
      return code === 'BACKEND_FAILED' ? text().backendFailed : text().backendClosed;
    },
  });

  // The database is being opened while the shell gets ready.
  void app.whenReady().then(open);

  function open(): void {
    protocol.handle(APP_SCHEME, (request) => serveAsset(path.join(out, 'renderer'), request));
    harden(devServerUrl);
    nativeTheme.themeSource = preferences.theme;
    setMenu();
    answerWindow({
      backend,
      grants,
      dataFolder,
      devServerUrl,
      text,
      preferences: () => preferences,
      changePreferences,
      setUnsaved: (window, isUnsaved) => {
        if (isUnsaved) unsaved.add(window);
        else unsaved.delete(window);
        answered.get(window)?.();
      },
    });

    app.on('second-instance', () => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) openWindow();
      else {
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
      }
    });
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) openWindow();
    });
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit();
    });
    app.on('before-quit', () => {
      quitting = true;
    });
    app.on('will-quit', (event) => {
      if (finished) return;
      event.preventDefault();
      void Promise.allSettled([backend.close(), publisher.close()]).then(() => {
        finished = true;
        app.quit();
      });
    });

    const first = openWindow();
    if (smoke) runSmokeTest(first, backend.ready);
  }

  function openWindow(): BrowserWindow {
    const window = openMainWindow({
      stateFolder: dataFolder,
      preload: path.join(out, 'preload/preload.cjs'),
      url: devServerUrl ?? START_PAGE,
      developerTools: !app.isPackaged,
      text,
      isUnsaved: () => unsaved.has(id),
      settle: async () => {
        const { promise, resolve } = Promise.withResolvers<void>();
        answered.set(id, resolve);
        const limit = setTimeout(resolve, LONGEST_SAVING);
        window.webContents.send('pykala:event', { kind: 'closing' } satisfies WindowEvent);
        await promise;
        clearTimeout(limit);
        answered.delete(id);
      },
      discard: () => {
        unsaved.delete(id);
        if (quitting) app.quit();
        else window.close();
      },
      kept: () => {
        quitting = false;
      },
    });
    const { id } = window.webContents;
    // A page that is loaded anew has forgotten its subscriptions and its unsaved forms.
    const forget = () => {
      unsaved.delete(id);
      backend.release(id);
    };
    window.webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) forget();
    });
    window.on('closed', forget);
    return window;
  }

  function changePreferences(change: unknown): Preferences {
    preferences = mergePreferences(preferences, change);
    writePreferences(dataFolder, preferences);
    nativeTheme.themeSource = preferences.theme;
    setMenu();
    backend.setActor(actorOf(preferences));
    tellWindows({ kind: 'preferences', preferences });
    return preferences;
  }

  function setMenu(): void {
    const template = menuTemplate({
      language: preferences.language,
      platform: process.platform,
      development: !app.isPackaged,
      command: (command) => tellWindows({ kind: 'command', command }),
      showDataFolder: () => void shell.openPath(dataFolder),
      showAbout: () =>
        void dialog.showMessageBox({
          type: 'info',
          message: text().aboutTitle,
          detail: text().aboutDetail(app.getVersion(), shellName()),
          buttons: [text().ok],
        }),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}

function actorOf({ userName, language, pdfUse }: Preferences): ActorContext {
  return { userName, language, pdfUse };
}
