/** `app`: life cycle, paths and the single-instance lock. */
import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { appRoot, commandLineSwitch, packageJson, preventable } from './environment.ts';

/** What `app` needs of the rest of the stand-in; set by electron.ts, so that no module imports in a circle. */
export interface AppParts {
  launch(): Promise<void>;
  closeBrowser(): Promise<void>;
  windows(): { close(): void; isDestroyed(): boolean }[];
}

class App extends EventEmitter {
  readonly isPackaged = false;
  name = packageJson.productName;
  readonly dock = undefined;
  readonly commandLine = {
    appendSwitch(): void {},
    appendArgument(): void {},
    hasSwitch: (name: string) => commandLineSwitch(name) !== undefined,
    getSwitchValue: (name: string) => commandLineSwitch(name) ?? '',
  };
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #quitting = false;
  #lock: { file: string; server: net.Server } | undefined;
  #parts: AppParts | undefined;

  /** Starts the browser and reports `ready`, after the modules of main have been run. */
  begin(parts: AppParts): void {
    this.#parts = parts;
    setImmediate(() => {
      // A second instance quits before it is ready and must not start a browser on a profile in use.
      if (this.#quitting) return;
      parts.launch().then(
        () => {
          this.#isReady = true;
          this.emit('ready', {}, {});
          this.#ready.resolve();
        },
        (error: unknown) => {
          console.error('Chromium did not start:', error instanceof Error ? error.message : error);
          process.exit(70);
        },
      );
    });
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  isReady(): boolean {
    return this.#isReady;
  }
  enableSandbox(): void {}
  setAppUserModelId(): void {}
  getVersion(): string {
    return packageJson.version;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getLocale(): string {
    return 'fi';
  }
  getSystemLocale(): string {
    return 'fi-FI';
  }
  getPreferredSystemLanguages(): string[] {
    return ['fi-FI'];
  }
  getAppPath(): string {
    return appRoot;
  }
  setPath(name: string, value: string): void {
    this.#paths.set(name, value);
  }
  getPath(name: string): string {
    const value = this.#paths.get(name) ?? this.#defaultPath(name);
    if (name === 'userData' || name === 'logs') fs.mkdirSync(value, { recursive: true });
    return value;
  }
  #defaultPath(name: string): string {
    const home = os.homedir();
    switch (name) {
      case 'userData':
      case 'sessionData':
        return commandLineSwitch('user-data-dir') || path.join(this.getPath('appData'), this.name);
      case 'appData':
        if (process.platform === 'win32')
          return process.env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming');
        if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support');
        return process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
      case 'temp':
        return os.tmpdir();
      case 'home':
        return home;
      case 'exe':
        return process.execPath;
      case 'logs':
        return path.join(this.getPath('userData'), 'logs');
      default: {
        const folder = path.join(home, name.charAt(0).toUpperCase() + name.slice(1));
        return fs.existsSync(folder) ? folder : home;
      }
    }
  }

  /** A file with the process number; the first instance listens on a socket for the second. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    const file = path.join(folder, 'stand-in-lock');
    const address = socketAddress(folder);
    if (isHeldByAnother(file)) {
      net.connect(address).on('error', () => {});
      return false;
    }
    fs.writeFileSync(file, String(process.pid));
    if (process.platform !== 'win32') fs.rmSync(address, { force: true });
    const server = net.createServer((socket) => {
      socket.on('error', () => {});
      socket.destroy();
      this.emit('second-instance', {}, [], process.cwd(), {});
    });
    server.on('error', () => {});
    server.listen(address);
    server.unref();
    this.#lock = { file, server };
    return true;
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock !== undefined;
  }
  releaseSingleInstanceLock(): void {
    if (this.#lock === undefined) return;
    fs.rmSync(this.#lock.file, { force: true });
    this.#lock.server.close();
    this.#lock = undefined;
  }

  quit(): void {
    if (this.#quitting) return;
    if (!this.#isReady) {
      this.#quitting = true;
      this.#finish(0);
      return;
    }
    const before = preventable();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#quitting = true;
    for (const window of this.#parts?.windows() ?? []) {
      window.close();
      if (!window.isDestroyed()) {
        this.#quitting = false;
        return;
      }
    }
    const will = preventable();
    this.emit('will-quit', will);
    if (will.defaultPrevented) this.#quitting = false;
    else this.#finish(0);
  }
  exit(code = 0): void {
    this.#quitting = true;
    this.#finish(code);
  }
  #finish(code: number): void {
    this.emit('quit', {}, code);
    this.releaseSingleInstanceLock();
    // The socket to the first instance needs a turn of the loop; a browser that hangs must not keep us.
    setTimeout(() => process.exit(code), 5000).unref();
    void (this.#parts?.closeBrowser() ?? Promise.resolve())
      .catch(() => {})
      .finally(() => setTimeout(() => process.exit(code), 20));
  }

  /** The last window is gone. */
  allWindowsClosed(): void {
    if (this.#quitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }
}

/** Where the first instance listens; a socket's path may have about 100 characters. */
function socketAddress(folder: string): string {
  const name = `pykala-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inside = path.join(folder, 'stand-in.sock');
  return Buffer.byteLength(inside) < 100 ? inside : path.join(os.tmpdir(), `${name}.sock`);
}

function isHeldByAnother(file: string): boolean {
  try {
    const holder = Number(fs.readFileSync(file, 'utf8'));
    if (!Number.isSafeInteger(holder) || holder <= 0 || holder === process.pid) return false;
    process.kill(holder, 0);
    return true;
  } catch {
    // No lock, or one left behind by a process that is gone.
    return false;
  }
}

export const app = new App();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
