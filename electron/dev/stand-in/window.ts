/** `BrowserWindow` and `WebContents`: a page of Chromium with the compiled preload before everything else. */
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { app } from './app.ts';
import { browserContext, contentsOf, takePage } from './browser.ts';
import { encode } from './codec.js';
import { devServerUrl, headed, logPage, preventable, versions } from './environment.ts';
import { Menu } from './menu.ts';
import { receive } from './messages.ts';
import { fromPage, session, toPage } from './scheme.ts';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface BrowserWindowOptions extends Partial<Bounds> {
  show?: boolean;
  title?: string;
  webPreferences?: { preload?: string };
}
export type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

const all = new Set<BrowserWindow>();
let lastId = 0;

export class WebContents extends EventEmitter {
  readonly session = session.defaultSession;
  readonly window: BrowserWindow;
  readonly id: number;
  openHandler: OpenHandler | undefined;
  readonly #ownLoads = new Set<string>();

  constructor(window: BrowserWindow, id: number) {
    super();
    this.window = window;
    this.id = id;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  getURL(): string {
    return fromPage(this.window.page?.url() ?? '');
  }
  isDestroyed(): boolean {
    return this.window.isDestroyed();
  }
  /** Whether main itself asked for this address; only other navigations can be prevented. */
  isOwnLoad(pageUrl: string): boolean {
    return this.#ownLoads.delete(pageUrl);
  }
  expectLoad(pageUrl: string): void {
    this.#ownLoads.add(pageUrl);
  }
  send(channel: string, ...values: unknown[]): void {
    const json = JSON.stringify([channel, encode(values)]);
    const expression = `globalThis[Symbol.for('pykala.stand-in.emit')]?.(${JSON.stringify(json)})`;
    // A page that is closing hears nothing more.
    this.window.opened.then((page) => page.evaluate(expression)).catch(() => {});
  }
  reload(): void {
    this.window.opened
      .then(async (page) => {
        this.expectLoad(page.url());
        await page.reload();
      })
      .catch(() => {});
  }
  openDevTools(): void {}
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return [...all];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return all.values().next().value ?? null;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return contents.window;
  }

  readonly id: number;
  readonly webContents: WebContents;
  /** The page, once it exists. */
  readonly opened: Promise<Page>;
  page: Page | undefined;
  /** How often the window was brought to the front; tests of the second instance read it. */
  focused = 0;
  #painted = false;
  #destroyed = false;
  #visible: boolean;
  #maximized = false;
  #bounds: Bounds;

  constructor(options: BrowserWindowOptions = {}) {
    super();
    this.id = ++lastId;
    this.#visible = options.show !== false;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.webContents = new WebContents(this, this.id);
    all.add(this);
    this.opened = this.#open(options);
    this.opened.catch((error: unknown) => console.error('The window did not open:', error));
    app.emit('browser-window-created', {}, this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async #open(options: BrowserWindowOptions): Promise<Page> {
    const page = await takePage(this.#bounds.width, this.#bounds.height);
    this.page = page;
    contentsOf.set(page, this.webContents);
    const session = await (await browserContext()).newCDPSession(page);
    session.on('Runtime.bindingCalled', (call) => void this.#answer(session, call));
    await session.send('Runtime.enable');
    // Playwright's exposeBinding would serialise every value twice more.
    await session.send('Runtime.addBinding', { name: '__pykalaStandIn' });
    await page.addInitScript({ content: pageScript(options.webPreferences?.preload) });
    if (!headed) await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height });
    page.on('close', () => this.gone());
    page.on('domcontentloaded', () => this.webContents.emit('dom-ready', {}));
    page.on('load', () => this.webContents.emit('did-finish-load'));
    page.on('crash', () => {
      this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    page.on('pageerror', (error) => console.error('[page error]', error));
    page.on('console', (message) => {
      if (logPage || message.type() === 'error') console.error(`[page ${message.type()}] ${message.text()}`);
    });
    return page;
  }

  /** One message of the page: `<number or ->\n<json>`; a number wants an answer. */
  async #answer(
    session: CDPSession,
    call: { name: string; payload: string; executionContextId: number },
  ): Promise<void> {
    if (call.name !== '__pykalaStandIn') return;
    const cut = call.payload.indexOf('\n');
    const id = call.payload.slice(0, cut);
    const reply = await receive(this, call.payload.slice(cut + 1));
    if (id === '-') return;
    await session
      .send('Runtime.callFunctionOn', {
        executionContextId: call.executionContextId,
        functionDeclaration: `function(i,r){globalThis[Symbol.for('pykala.stand-in.reply')](i,r)}`,
        arguments: [{ value: id }, { value: reply }],
        silent: true,
      })
      // The page was closed or loaded anew meanwhile.
      .catch(() => {});
  }

  /** Chromium has painted the page for the first time. */
  painted(): void {
    if (this.#painted) return;
    this.#painted = true;
    this.emit('ready-to-show');
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.opened;
    const address = toPage(url);
    this.webContents.expectLoad(address);
    await page.goto(address, { waitUntil: 'load' });
  }
  reload(): void {
    this.webContents.reload();
  }

  close(): void {
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    const page = this.page;
    this.gone();
    page?.close().catch(() => {});
  }
  /** The page is no more. */
  gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    all.delete(this);
    if (this.page !== undefined) contentsOf.delete(this.page);
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (all.size === 0) app.allWindowsClosed();
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  show(): void {
    this.#visible = true;
    if (headed) this.opened.then((page) => page.bringToFront()).catch(() => {});
    this.emit('show');
  }
  focus(): void {
    this.focused += 1;
    this.show();
  }
  hide(): void {
    this.#visible = false;
  }
  isVisible(): boolean {
    return this.#visible;
  }
  isFocused(): boolean {
    return true;
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {}
  maximize(): void {
    this.#maximized = true;
  }
  isMaximized(): boolean {
    return this.#maximized;
  }
  getBounds(): Bounds {
    return { ...this.#bounds };
  }
  getNormalBounds(): Bounds {
    return this.getBounds();
  }
  setBounds(bounds: Partial<Bounds>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    const { width, height } = this.#bounds;
    if (!headed) this.opened.then((page) => page.setViewportSize({ width, height })).catch(() => {});
    this.emit('resize');
  }
}

/** The script that runs in a page before its own: codec, shim and, inside, the compiled preload. */
function pageScript(preload: string | undefined): string {
  const read = (name: string) => fs.readFileSync(path.join(import.meta.dirname, name), 'utf8');
  const values = {
    developmentOrigin: devServerUrl === undefined ? null : new URL(devServerUrl).origin,
    platform: process.platform,
    versions,
    accelerators: acceleratorsOf(Menu.getApplicationMenu()),
  };
  const codec = read('codec.js').replace(/^export .*$/m, '');
  return read('page-shim.js')
    .replace('/*__CODEC__*/', () => codec)
    .replace('/*__VALUES__*/ {}', () => JSON.stringify(values))
    .replace('/*__PRELOAD__*/ () => {}', () => {
      const text = preload === undefined ? '' : fs.readFileSync(preload, 'utf8');
      return `function (require, module, exports, process) {\n${text}\n}`;
    });
}

function acceleratorsOf(menu: Menu | null): string[] {
  return (menu?.items ?? []).flatMap((item) => [
    ...(item.accelerator === undefined ? [] : [item.accelerator]),
    ...acceleratorsOf(item.submenu ?? null),
  ]);
}
