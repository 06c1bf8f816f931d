/** SHA-512 in a thread of its own (`hash-thread.ts`), so that hashing a package takes no time from reading and writing it. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SealReading } from './seal.ts';

export type ToHashThread =
  /** A stretch of the shared memory. */
  { kind: 'update'; from: number; length: number } | { kind: 'digest' } | { kind: 'seal'; file: string };
export type FromHashThread =
  | { kind: 'read'; bytes: number }
  | { kind: 'done'; result: string | SealReading | null }
  | { kind: 'failed'; reason: string };

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
  onBytes?(bytes: number): void;
}

export class HashBeside {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #gone: Error | null = null;

  /** @param shared memory of which stretches are hashed; null when only whole files are */
  constructor(shared: SharedArrayBuffer | null = null) {
    // From the folder beside, because the build may have put this module into a chunk.
    const entry = path.join(
      import.meta.dirname,
      '..',
      'archive',
      `hash-thread${path.extname(import.meta.filename)}`,
    );
    this.#worker = new Worker(entry, { workerData: shared, resourceLimits: { maxOldGenerationSizeMb: 32 } });
    this.#worker.on('message', (message: FromHashThread) => this.#hear(message));
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('the hashing thread has ended')));
    // Only while it is asked something does it keep the process.
    this.#worker.unref();
  }

  /** Hashes a stretch of the shared memory; it must not change before this resolves. */
  async update(from: number, length: number): Promise<void> {
    await this.#ask({ kind: 'update', from, length });
  }

  /** Of everything so far; hexadecimal. */
  async digest(): Promise<string> {
    return (await this.#ask({ kind: 'digest' })) as string;
  }

  /** Reads a file to its end and compares it with its seal. */
  async seal(file: string, onBytes: (bytes: number) => void): Promise<SealReading> {
    return (await this.#ask({ kind: 'seal', file }, onBytes)) as SealReading;
  }

  close(): void {
    this.#end(new Error('the hashing thread has been closed'));
    void this.#worker.terminate();
  }

  #ask(message: ToHashThread, onBytes?: (bytes: number) => void): Promise<unknown> {
    if (this.#gone !== null) return Promise.reject(this.#gone);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.push({ resolve, reject, ...(onBytes && { onBytes }) });
    this.#worker.ref();
    this.#worker.postMessage(message);
    return promise;
  }

  #hear(message: FromHashThread): void {
    if (message.kind === 'read') {
      this.#waiting[0]?.onBytes?.(message.bytes);
      return;
    }
    const waiting = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#worker.unref();
    if (message.kind === 'done') waiting?.resolve(message.result);
    else waiting?.reject(new Error(message.reason));
  }

  #end(reason: Error): void {
    this.#gone ??= reason;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#gone);
  }
}
