/** Writes a package: a sealed zip of a BagIt 1.0 bag, in one pass, never more than some parts of a file in memory. */
import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import {
  DECLARATION_FILE,
  DECLARATION_TEXT,
  formatBagInfo,
  formatManifest,
  INFO_FILE,
  PAYLOAD_FOLDER,
  pathFault,
  payloadOxum,
  type BagInfo,
  type ManifestLine,
} from '../../db/model/bagit.ts';
import { AppError } from '../../db/model/errors.ts';
import { COMMENT_BYTES, SEAL_LABEL, SEAL_VALUE } from './seal.ts';
import { SealedOutput } from './sealed-output.ts';
import { ZipWriter, type Sink } from './zip-writer.ts';

/** Content that no compression makes smaller. */
const COMPACT = /\.(pdf|docx|xlsx|pptx|odt|zip|siard|jpe?g|png|gif|webp|mp[34]|m4a)$/i;

/**
 * What a file holds: a whole, its parts one after another, or a work that writes them itself. A part may be reused as
 * soon as the next one is asked for.
 */
export type Content =
  | Uint8Array
  | string
  | Iterable<Uint8Array>
  | AsyncIterable<Uint8Array>
  | ((write: Sink) => Promise<void>);

export interface WrittenBag {
  /** Of the whole zip; hexadecimal. */
  sha512: string;
  bytes: number;
  payload: { files: number; bytes: number };
}

export class BagWriter {
  readonly payload = { files: 0, bytes: 0 };
  readonly #options: { folder: string; time: Date; signal?: AbortSignal };
  readonly #output: SealedOutput;
  readonly #zip: ZipWriter;
  readonly #payloadLines: ManifestLine[] = [];
  readonly #tagLines: ManifestLine[] = [];
  readonly #taken = new Set<string>();

  /**
   * @param output the zip goes there; it gets parts of a memory that is reused when its `write` calls back, and it is
   * not closed when the zip cannot be written to the end
   * @param options.folder name of the bag's folder, the only one at the top of the zip
   * @param options.time written as the time of every file, so that the same content gives the same bytes
   */
  constructor(output: Writable, options: { folder: string; time: Date; signal?: AbortSignal }) {
    this.#options = options;
    this.#output = new SealedOutput(output);
    this.#zip = new ZipWriter(async (part) => {
      options.signal?.throwIfAborted();
      await this.#output.write(part);
    }, options.time);
  }

  /** Why nothing more can be written to the output; null while it can. */
  get failure(): Error | null {
    return this.#output.failure;
  }

  /**
   * A file of the payload; `path` is relative to `data/`.
   * @param compress whether compression makes it smaller; by the ending of its name when nothing is said
   * @throws AppError ARCHIVE_NAME for a path that is unsafe or already taken, what writing throws, and what reading the
   * content throws: then the package has what could be read of it and goes on
   */
  async add(
    path: string,
    content: Content,
    compress = !COMPACT.test(path),
  ): Promise<ManifestLine & { bytes: number }> {
    const { failure, ...line } = await this.#write(PAYLOAD_FOLDER + path, content, compress);
    this.payload.files += 1;
    this.payload.bytes += line.bytes;
    this.#payloadLines.push(line);
    if (failure !== null) throw failure;
    return { ...line, path };
  }

  /** Manifests and `bag-info.txt`; resolves when the last byte has been handed to the output. */
  async finish(info: BagInfo): Promise<WrittenBag> {
    const complete: BagInfo = [
      ...info,
      ['Payload-Oxum', payloadOxum(this.payload)],
      [SEAL_LABEL, SEAL_VALUE],
    ];
    try {
      for (const [path, text] of [
        [DECLARATION_FILE, DECLARATION_TEXT],
        [INFO_FILE, formatBagInfo(complete)],
        ['manifest-sha512.txt', formatManifest(this.#payloadLines)],
      ] as const) {
        const { path: name, digest } = await this.#write(path, text, true);
        this.#tagLines.push({ path: name, digest });
      }
      await this.#write('tagmanifest-sha512.txt', formatManifest(this.#tagLines), true);
      await this.#zip.end(COMMENT_BYTES);
      return { ...(await this.#output.seal()), payload: { ...this.payload } };
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  /** Stops in the middle; the output gets no more. */
  abandon(): void {
    this.#output.abandon();
  }

  /** @returns `failure`: why the content could not be read to its end */
  async #write(
    path: string,
    content: Content,
    compress: boolean,
  ): Promise<ManifestLine & { bytes: number; failure: Error | null }> {
    this.#options.signal?.throwIfAborted();
    // Two names that differ in case or in composition alone would be one file on other systems.
    const key = path.normalize('NFC').toLowerCase();
    if (pathFault(path) !== null || this.#taken.has(key)) throw new AppError('ARCHIVE_NAME', { path });
    this.#taken.add(key);
    const name = `${this.#options.folder}/${path}`;
    const hash = createHash('sha512');
    if (typeof content === 'string' || content instanceof Uint8Array) {
      const whole = typeof content === 'string' ? Buffer.from(content) : content;
      await this.#zip.add(name, whole, compress);
      return { path, digest: hash.update(whole).digest('hex'), bytes: whole.length, failure: null };
    }
    const entry = await this.#zip.begin(name, compress);
    let bytes = 0;
    const write: Sink = async (part) => {
      hash.update(part);
      bytes += part.length;
      await entry.write(part);
    };
    let failure: Error | null = null;
    try {
      if (typeof content === 'function') await content(write);
      else for await (const part of content) await write(part);
    } catch (error) {
      this.#options.signal?.throwIfAborted();
      if (this.#output.failure !== null) throw this.#output.failure;
      failure = error as Error;
    }
    // An entry that was begun has to be ended, or nothing could follow it.
    await entry.end();
    return { path, digest: hash.digest('hex'), bytes, failure };
  }
}
