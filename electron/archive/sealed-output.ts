/**
 * Where the bytes of a package go: collected into blocks of one shared memory, each written to the output and hashed
 * beside that at the same time, and then reused. At the end the seal is written (see `seal.ts`).
 */
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { HashBeside } from './hash-beside.ts';
import { sealComment } from './seal.ts';

const BLOCK_BYTES = 512 * 1024;
const BLOCKS = 4;

interface Block {
  content: Buffer;
  from: number;
  /** Resolves when the block may be filled again. */
  busy: Promise<unknown>;
}

export class SealedOutput {
  readonly #output: Writable;
  readonly #hash: HashBeside;
  readonly #blocks: Block[];
  #turn = 0;
  #filled = 0;
  #bytes = 0;
  /** Why nothing more can be written, once that is so. */
  failure: Error | null = null;

  /** @param output gets parts of a memory that is reused when its `write` calls back */
  constructor(output: Writable) {
    this.#output = output;
    const shared = new SharedArrayBuffer(BLOCK_BYTES * BLOCKS);
    this.#hash = new HashBeside(shared);
    this.#blocks = Array.from({ length: BLOCKS }, (_, index) => ({
      content: Buffer.from(shared, index * BLOCK_BYTES, BLOCK_BYTES),
      from: index * BLOCK_BYTES,
      busy: Promise.resolve(),
    }));
    output.on('error', (error) => this.#fail(error));
  }

  /** @throws what writing to the output threw, now or before */
  async write(part: Uint8Array): Promise<void> {
    for (let from = 0; from < part.length;) {
      const block = this.#blocks[this.#turn]!;
      if (this.#filled === 0) await block.busy;
      if (this.failure !== null) throw this.failure;
      const some = part.subarray(from, from + BLOCK_BYTES - this.#filled);
      block.content.set(some, this.#filled);
      this.#filled += some.length;
      from += some.length;
      if (this.#filled === BLOCK_BYTES) this.#send();
    }
  }

  /** Writes the seal after everything else and ends the output. */
  async seal(): Promise<{ sha512: string; bytes: number }> {
    await this.#empty();
    const comment = sealComment(await this.#hash.digest());
    await this.write(comment);
    await this.#empty();
    const sha512 = await this.#hash.digest();
    this.#output.end();
    await finished(this.#output, { readable: false });
    this.#hash.close();
    return { sha512, bytes: this.#bytes };
  }

  /** Stops in the middle; the output gets no more. */
  abandon(): void {
    this.#hash.close();
    this.#output.destroy();
  }

  #send(): void {
    const block = this.#blocks[this.#turn]!;
    const length = this.#filled;
    this.#bytes += length;
    this.#filled = 0;
    this.#turn = (this.#turn + 1) % BLOCKS;
    block.busy = Promise.all([
      this.#hash.update(block.from, length),
      new Promise<void>((resolve, reject) => {
        this.#output.write(block.content.subarray(0, length), (error) => (error ? reject(error) : resolve()));
      }),
    ]).catch((error: unknown) => this.#fail(error as Error));
  }

  async #empty(): Promise<void> {
    if (this.#filled > 0) this.#send();
    await Promise.all(this.#blocks.map(({ busy }) => busy));
    if (this.failure !== null) throw this.failure;
  }

  #fail(error: Error): void {
    this.failure ??= error;
  }
}
