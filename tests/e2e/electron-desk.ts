import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { hasDisplay } from '../../electron/dev/set-up/runtime.mjs';
import {
  electronBinary,
  type Bounds,
  type Desk,
  type DeskOptions,
  type DialogAnswer,
  type MenuEntry,
} from './desk.ts';
import { startDisplay, type Display } from './display.ts';

const root = path.resolve(import.meta.dirname, '../..');
const trackWorkers = path.join(root, 'electron/dev/stand-in/track-workers.cjs');
const START_LIMIT = 30_000;

/** A desk on Electron, through Playwright's own driver. */
export class ElectronDesk implements Desk {
  readonly runtime = 'electron';
  readonly userData: string;
  readonly #values: string[];
  #app: ElectronApplication | undefined;
  #page: Page | undefined;
  #display: Display | undefined;
  #exit: Promise<number | null> = Promise.resolve(null);
  #output = '';

  constructor(options: DeskOptions) {
    this.userData = options.userData;
    this.#values = options.values ?? [];
  }
  get page(): Page {
    if (this.#page === undefined) throw new Error('The desk is not running.');
    return this.#page;
  }
  output(): string {
    return this.#output;
  }

  #arguments(): string[] {
    const unsafe = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return [...unsafe, '-r', trackWorkers, root, `--user-data-dir=${this.userData}`, ...this.#values];
  }
  #environment(): Record<string, string> {
    const env = Object.fromEntries(Object.entries(process.env).filter((entry) => entry[1] !== undefined));
    return { ...(env as Record<string, string>), ...this.#display?.env };
  }

  async start(): Promise<void> {
    if (!hasDisplay() && this.#display === undefined) this.#display = await startDisplay();
    const app = await _electron.launch({
      executablePath: electronBinary().path ?? '',
      args: this.#arguments(),
      cwd: root,
      env: this.#environment(),
      timeout: START_LIMIT,
    });
    this.#app = app;
    const child = app.process();
    this.#exit = once(child, 'exit').then(([code]) => code as number | null);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    await app.evaluate(({ dialog, shell }) => {
      const state = { answers: [] as object[], shown: [] as object[], opened: [] as string[] };
      Object.assign(globalThis, { pykalaTest: state });
      const ask = (kind: string, none: object) =>
        (async (...values: unknown[]) => {
          const options = values.at(-1) as { cancelId?: number };
          state.shown.push({ kind, options: JSON.parse(JSON.stringify(options)) as unknown });
          const cancelled =
            kind === 'message' ? { response: options.cancelId ?? 0, checkboxChecked: false } : none;
          return state.answers.shift() ?? cancelled;
        }) as never;
      dialog.showOpenDialog = ask('open', { canceled: true, filePaths: [] });
      dialog.showSaveDialog = ask('save', { canceled: true, filePath: '' });
      dialog.showMessageBox = ask('message', {});
      const open = async (what: string) => {
        state.opened.push(what);
        return '';
      };
      shell.openExternal = open as never;
      shell.openPath = open;
      shell.showItemInFolder = open as never;
    });
    this.#page = await app.firstWindow();
    await this.#page.waitForLoadState();
  }

  get #running(): ElectronApplication {
    if (this.#app === undefined) throw new Error('The desk is not running.');
    return this.#app;
  }
  async answerDialog(answer: DialogAnswer): Promise<void> {
    await this.#running.evaluate((_electron, value) => {
      (globalThis as unknown as { pykalaTest: { answers: object[] } }).pykalaTest.answers.push(value);
    }, answer);
  }
  async desktop(): ReturnType<Desk['desktop']> {
    return await this.#running.evaluate(
      () =>
        (globalThis as unknown as { pykalaTest: unknown }).pykalaTest as Awaited<ReturnType<Desk['desktop']>>,
    );
  }
  async menu(): Promise<MenuEntry[]> {
    return await this.#running.evaluate(({ Menu }) => {
      const read = (menu: Electron.Menu | null | undefined): MenuEntry[] =>
        (menu?.items ?? [])
          .filter((item) => item.type !== 'separator')
          .map((item) => ({
            id: item.id,
            label: item.label,
            ...(item.accelerator ? { accelerator: String(item.accelerator) } : {}),
            ...(item.submenu ? { submenu: read(item.submenu) } : {}),
          }));
      return read(Menu.getApplicationMenu());
    });
  }
  async clickMenu(item: string): Promise<void> {
    await this.#running.evaluate(({ Menu }, id) => {
      Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
    }, item);
  }
  async permission(permission: string): ReturnType<Desk['permission']> {
    // Electron itself is asked: the page's own view of the permission.
    const state = await this.page.evaluate(
      (name) => navigator.permissions.query({ name: name as PermissionName }).then((status) => status.state),
      permission,
    );
    return { request: state === 'granted', check: state === 'granted' };
  }
  async killWorker(): Promise<void> {
    await this.#running.evaluate(async () => {
      const workers = (globalThis as unknown as Record<symbol, Set<{ terminate(): Promise<number> }>>)[
        Symbol.for('pykala.workers')
      ];
      await Promise.all([...(workers ?? [])].map((worker) => worker.terminate()));
    });
  }
  async window(): ReturnType<Desk['window']> {
    return await this.#running.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) return null;
      return { bounds: window.getBounds(), visible: window.isVisible(), focused: window.isFocused() ? 1 : 0 };
    });
  }
  async setBounds(bounds: Bounds): Promise<void> {
    await this.#running.evaluate(
      ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
      bounds,
    );
  }
  async closeWindow(): Promise<void> {
    await this.#running
      .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      .catch(() => {});
  }
  exited(): Promise<number | null> {
    return this.#exit;
  }
  async quit(): Promise<number | null> {
    await this.#app?.evaluate(({ app }) => app.quit()).catch(() => {});
    return await this.#ended();
  }
  async kill(): Promise<void> {
    this.#app?.process().kill('SIGKILL');
    await this.#ended();
  }
  async #ended(): Promise<number | null> {
    const code = await this.#exit;
    this.#app = undefined;
    this.#page = undefined;
    this.#display?.stop();
    this.#display = undefined;
    return code;
  }
  async restart(): Promise<void> {
    if (this.#app !== undefined) await this.quit();
    await this.start();
  }
  async startSecond(): Promise<number | null> {
    const child = spawn(electronBinary().path ?? '', this.#arguments(), {
      cwd: root,
      stdio: 'ignore',
      env: this.#environment(),
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  }
}
