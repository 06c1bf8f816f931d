/** `utilityProcess.fork` by `child_process.fork`; the child gets a `process.parentPort`. */
import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';

const parentPort = new URL('./parent-port.mjs', import.meta.url).href;

interface ForkOptions {
  stdio?: 'inherit' | 'ignore' | undefined;
  env?: NodeJS.ProcessEnv;
}

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(file: string, values: string[], options: ForkOptions) {
    const stdio = options.stdio ?? 'inherit';
    super();
    this.#child = fork(file, values, {
      serialization: 'advanced',
      execArgv: ['--import', parentPort],
      stdio: ['ignore', stdio, stdio, 'ipc'],
      env: options.env ?? process.env,
    });
    this.#child.once('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('error', (error) => console.error('A child process did not start:', error));
    this.#child.once('exit', (code) => this.emit('exit', code ?? 1));
  }
  get pid(): number | undefined {
    return this.#child.pid;
  }
  postMessage(message: unknown): void {
    // A failed send means that the child is going; its exit tells.
    if (this.#child.connected) this.#child.send(message as object, () => {});
  }
  kill(): boolean {
    return this.#child.kill('SIGKILL');
  }
}

export const utilityProcess = {
  fork: (file: string, values: string[] = [], options: ForkOptions = {}) =>
    new UtilityProcess(file, values, options),
};
