/** A desk on the stand-in: Node runs main, Chromium shows the window, the test attaches over CDP. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findChromium } from '../../electron/dev/set-up/chromium.mjs';
import type { ControlCommand } from '../../electron/dev/stand-in/control.ts';
import type { Bounds, Desk, DeskOptions, DialogAnswer, MenuEntry } from './desk.ts';

const root = path.resolve(import.meta.dirname, '../..');
const START_LIMIT = 30_000;

export class StandInDesk implements Desk {
  readonly runtime = 'chromium';
  readonly userData: string;
  readonly #values: string[];
  #child: ChildProcess | undefined;
  #exit: Promise<number | null> = Promise.resolve(null);
  #browser: Browser | undefined;
  #page: Page | undefined;
  #output = '';
  #address = '';
  #lastCommand = 0;
  #wasInterrupted = false;

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
  /** Whether a test has ended the desk, its window or its worker since the start. */
  get wasInterrupted(): boolean {
    return this.#wasInterrupted;
  }

  #spawn(extra: Record<string, string>): ChildProcess {
    const child = spawn(
      process.execPath,
      [
        '--import',
        './electron/dev/stand-in/register.mjs',
        'out/main/main.js',
        `--user-data-dir=${this.userData}`,
        ...this.#values,
      ],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          ...process.env,
          PYKALA_CHROMIUM: process.env['PYKALA_CHROMIUM'] ?? findChromium() ?? '',
          // Desks are started often, and with the same code.
          NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'pykala-test-compile-cache'),
          ...extra,
        },
      },
    );
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    return child;
  }

  async start(): Promise<void> {
    const portFile = path.join(this.userData, 'stand-in-chromium', 'DevToolsActivePort');
    fs.rmSync(portFile, { force: true });
    const child = this.#spawn({ PYKALA_STAND_IN_CDP_PORT: '0' });
    this.#child = child;
    let ended = false;
    this.#exit = once(child, 'exit').then(([code]) => {
      ended = true;
      return code as number | null;
    });
    const limit = Date.now() + START_LIMIT;
    let port: string | undefined;
    while (port === undefined) {
      if (ended || Date.now() > limit) throw new Error(`The desk did not start:\n${this.#output}`);
      await sleep(30);
      port = readFile(portFile)?.split('\n')[0];
    }
    await this.#attach(`http://127.0.0.1:${port}`);
  }

  async #attach(address: string): Promise<void> {
    this.#browser = await chromium.connectOverCDP(address);
    const [context] = this.#browser.contexts();
    if (context === undefined) throw new Error('Chromium has no context.');
    this.#page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await this.#page.waitForURL(/^https:\/\/pykala\.app\.stand-in\.invalid\//, { timeout: START_LIMIT });
    this.#address = address;
  }

  /**
   * Forgets what a test has done to the shell: other windows, answers to dialogs, and whatever Playwright was told
   * about the page (routes, scripts, emulation), which goes with the old connection.
   */
  async forget(): Promise<void> {
    await this.#control({ kind: 'forget' });
    await this.#browser?.close();
    this.#output = '';
    await this.#attach(this.#address);
  }

  async #control(command: ControlCommand): Promise<unknown> {
    const child = this.#child;
    if (child === undefined || !child.connected) throw new Error('The desk is not running.');
    const id = ++this.#lastCommand;
    return await new Promise((resolve, reject) => {
      const answered = (message: { id: number; value?: unknown; error?: string }) => {
        if (message.id !== id) return;
        child.off('message', answered);
        child.off('exit', gone);
        if (message.error === undefined) resolve(message.value);
        else reject(new Error(message.error));
      };
      const gone = () => reject(new Error(`The desk ended during ${command.kind}.`));
      child.on('message', answered);
      child.once('exit', gone);
      child.send({ id, command });
    });
  }

  async answerDialog(answer: DialogAnswer): Promise<void> {
    await this.#control({ kind: 'answer', answer });
  }
  async desktop(): ReturnType<Desk['desktop']> {
    return (await this.#control({ kind: 'desktop' })) as Awaited<ReturnType<Desk['desktop']>>;
  }
  async menu(): Promise<MenuEntry[]> {
    return (await this.#control({ kind: 'menu' })) as MenuEntry[];
  }
  async clickMenu(item: string): Promise<void> {
    await this.#control({ kind: 'click', item });
  }
  async permission(permission: string): ReturnType<Desk['permission']> {
    return (await this.#control({ kind: 'permission', permission })) as { request: boolean; check: boolean };
  }
  async killWorker(): Promise<void> {
    this.#wasInterrupted = true;
    await this.#control({ kind: 'kill-worker' });
  }
  async window(): ReturnType<Desk['window']> {
    return (await this.#control({ kind: 'window' })) as Awaited<ReturnType<Desk['window']>>;
  }
  async setBounds(bounds: Bounds): Promise<void> {
    await this.#control({ kind: 'set-bounds', bounds });
  }
  async closeWindow(): Promise<void> {
    this.#wasInterrupted = true;
    // Closing the last window ends the process, perhaps before it has answered.
    await this.#control({ kind: 'close-window' }).catch(() => {});
  }
  exited(): Promise<number | null> {
    return this.#exit;
  }
  async quit(): Promise<number | null> {
    this.#wasInterrupted = true;
    if (this.#child?.connected === true) await this.#control({ kind: 'quit' }).catch(() => {});
    return await this.#ended();
  }
  async kill(): Promise<void> {
    this.#wasInterrupted = true;
    const browser = lockHolder(path.join(this.userData, 'stand-in-chromium', 'SingletonLock'));
    this.#child?.kill('SIGKILL');
    // Chromium would notice only after seconds that its pipe is gone, and write into the folder until then.
    if (browser !== null) killIfThere(browser);
    await this.#ended();
    if (browser !== null) await waitUntilGone(browser);
  }
  async #ended(): Promise<number | null> {
    const code = await this.#exit;
    await this.#browser?.close().catch(() => {});
    this.#browser = undefined;
    this.#page = undefined;
    this.#child = undefined;
    return code;
  }
  async restart(): Promise<void> {
    if (this.#child !== undefined) await this.quit();
    await this.start();
  }
  async startSecond(): Promise<number | null> {
    const [code] = (await once(this.#spawn({}), 'exit')) as [number | null];
    return code;
  }
}

function readFile(file: string): string | undefined {
  try {
    const text = fs.readFileSync(file, 'utf8');
    return text.includes('\n') ? text : undefined;
  } catch {
    return undefined;
  }
}

/** The process that a lock of Chromium (a dangling symbolic link `host-pid`) names. */
function lockHolder(lock: string): number | null {
  try {
    return Number(fs.readlinkSync(lock).split('-').at(-1));
  } catch {
    return null;
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

async function waitUntilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(25);
  }
}
