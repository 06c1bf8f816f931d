/** Starts the built product, or any main, on the stand-in, and looks into its page from outside by DevTools' protocol. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findChromium } from '../../electron/dev/set-up/chromium.mjs';

export const root = path.resolve(import.meta.dirname, '../..');
const LIMIT = 60_000;

export function chromiumPath(): string {
  const found = process.env['PYKALA_CHROMIUM'] ?? findChromium();
  if (found === null) throw new Error('The benches need an installed Chromium.');
  return found;
}

export interface Started {
  child: ChildProcess;
  /** When the process was started, as `Date.now()` counts but finer. */
  startedAt: number;
  /** Resolves with the milliseconds since the start when the expression is true in the page. */
  until(expression: string): Promise<number>;
  /** Quits as the menu does. */
  quit(): Promise<void>;
}

const now = (): number => performance.timeOrigin + performance.now();

/** @param main the script that is run as Electron's main */
export function startShell(main: string, userData: string): Started {
  const portFile = path.join(userData, 'stand-in-chromium', 'DevToolsActivePort');
  fs.rmSync(portFile, { force: true });
  const startedAt = now();
  const child = spawn(
    process.execPath,
    ['--import', './electron/dev/stand-in/register.mjs', main, `--user-data-dir=${userData}`],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, PYKALA_CHROMIUM: chromiumPath(), PYKALA_STAND_IN_CDP_PORT: '0' },
    },
  );
  const exited = once(child, 'exit');
  let page: Promise<PageSocket> | undefined;
  return {
    child,
    startedAt,
    async until(expression) {
      page ??= connect(portFile);
      const socket = await page;
      for (;;) {
        if (await socket.evaluate(`!!(${expression})`)) return now() - startedAt;
        if (now() - startedAt > LIMIT) throw new Error(`Never true in the page: ${expression}`);
        await sleep(5);
      }
    },
    async quit() {
      (await page)?.close();
      child.send({ id: 1, command: { kind: 'quit' } });
      await exited;
    },
  };
}

interface PageSocket {
  evaluate(expression: string): Promise<unknown>;
  close(): void;
}

async function connect(portFile: string): Promise<PageSocket> {
  const limit = Date.now() + LIMIT;
  for (;;) {
    if (Date.now() > limit) throw new Error('The window did not open.');
    const [port] = fs.existsSync(portFile) ? fs.readFileSync(portFile, 'utf8').split('\n') : [];
    const list = port ? await targets(port) : [];
    const found = list.find(({ type, url }) => type === 'page' && url.includes('stand-in.invalid'));
    if (found) return await openSocket(found.webSocketDebuggerUrl);
    await sleep(5);
  }
}

interface Target {
  type: string;
  url: string;
  webSocketDebuggerUrl: string;
}

async function targets(port: string): Promise<Target[]> {
  try {
    return (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as Target[];
  } catch {
    return [];
  }
}

async function openSocket(address: string): Promise<PageSocket> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (value: unknown) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as { id?: number; result?: { result?: { value?: unknown } } };
    if (message.id === undefined) return;
    waiting.get(message.id)?.(message.result?.result?.value);
    waiting.delete(message.id);
  });
  await once(socket, 'open');
  return {
    evaluate: (expression) =>
      new Promise((resolve) => {
        const id = ++last;
        waiting.set(id, resolve);
        socket.send(
          JSON.stringify({ id, method: 'Runtime.evaluate', params: { expression, returnByValue: true } }),
        );
      }),
    close: () => socket.close(),
  };
}
