/** Writes a package: a sealed zip of a BagIt 1.0 bag, in one pass, never more than a part of a file in memory. */
import { createHash } from 'node:crypto';
import { Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
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
import { onePart } from './one-part.ts';
import { SEAL_LABEL, SEAL_VALUE, Seal } from './seal.ts';

/** Content that no compression makes smaller. */
const COMPACT = /\.(pdf|docx|xlsx|pptx|odt|zip|siard|jpe?g|png|gif|webp|mp[34]|m4a)$/i;
const FILE_MODE = 0o100644;

interface WrittenEntry extends ManifestLine {
  bytes: number;
  /** Why the content could not be read to its end. */
  failure: Error | null;
}

export interface WrittenBag {
  /** Of the whole zip; hexadecimal. */
  sha512: string;
  bytes: number;
  payload: { files: number; bytes: number };
}

export class BagWriter {
  readonly payload = { files: 0, bytes: 0 };
  readonly #options: { folder: string; time: Date; signal?: AbortSignal };
  readonly #zip = new ZipFile();
  readonly #seal = new Seal();
  readonly #payloadLines: ManifestLine[] = [];
  readonly #tagLines: ManifestLine[] = [];
  readonly #written: Promise<void>;
  readonly #failed: Promise<never>;
  readonly #taken = new Set<string>();

  /**
   * @param output the zip goes there; it is not closed when it cannot be written to the end
   * @param options.folder name of the bag's folder, the only one at the top of the zip
   * @param options.time written as the time of every file, so that the same content gives the same bytes
   */
  constructor(output: Writable, options: { folder: string; time: Date; signal?: AbortSignal }) {
    this.#options = options;
    const { promise, reject } = Promise.withResolvers<never>();
    this.#failed = promise;
    this.#failed.catch(() => {});
    this.#zip.on('error', reject);
    this.#written = pipeline(this.#zip.outputStream as Readable, this.#seal, output, {
      signal: options.signal,
    });
    this.#written.catch(reject);
  }

  /**
   * A file of the payload; `path` is relative to `data/`.
   * @throws AppError ARCHIVE_NAME for a path that is unsafe or already taken, what writing throws, and what reading the
   * content throws: then the package has what could be read of it and goes on
   */
  async add(
    path: string,
    content: Uint8Array | string | Readable,
  ): Promise<ManifestLine & { bytes: number }> {
    const { failure, ...line } = await this.#write(PAYLOAD_FOLDER + path, content);
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
    for (const [path, text] of [
      [DECLARATION_FILE, DECLARATION_TEXT],
      [INFO_FILE, formatBagInfo(complete)],
      ['manifest-sha512.txt', formatManifest(this.#payloadLines)],
    ] as const) {
      const { path: name, digest } = await this.#write(path, text);
      this.#tagLines.push({ path: name, digest });
    }
    await this.#write('tagmanifest-sha512.txt', formatManifest(this.#tagLines));
    this.#zip.end({ forceZip64Format: false, comment: '' });
    await this.#written;
    return { sha512: this.#seal.sha512, bytes: this.#seal.bytes, payload: { ...this.payload } };
  }

  /** Stops in the middle; the output gets no more. */
  abandon(): void {
    (this.#zip.outputStream as Readable).destroy();
    this.#written.catch(() => {});
  }

  async #write(path: string, content: Uint8Array | string | Readable): Promise<WrittenEntry> {
    this.#options.signal?.throwIfAborted();
    // Two names that differ in case or in composition alone would be one file on other systems.
    const key = path.normalize('NFC').toLowerCase();
    if (pathFault(path) !== null || this.#taken.has(key)) throw new AppError('ARCHIVE_NAME', { path });
    this.#taken.add(key);
    const options = { mtime: this.#options.time, mode: FILE_MODE, compress: !COMPACT.test(path) };
    const name = `${this.#options.folder}/${path}`;
    if (content instanceof Readable) return this.#writeStream(path, name, content, options);
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
    const { promise, resolve } = Promise.withResolvers<void>();
    const once = onePart(bytes);
    once.once('end', resolve);
    // As a stream too: a buffer would be queued whole, and a fast caller could queue everything.
    this.#zip.addReadStream(once, name, { ...options, size: bytes.length });
    await Promise.race([promise, this.#failed]);
    return {
      path,
      digest: createHash('sha512').update(bytes).digest('hex'),
      bytes: bytes.length,
      failure: null,
    };
  }

  async #writeStream(
    path: string,
    name: string,
    content: Readable,
    options: { mtime: Date; mode: number; compress: boolean },
  ): Promise<WrittenEntry> {
    const hash = createHash('sha512');
    let bytes = 0;
    let failure: Error | null = null;
    const counted = new Transform({
      transform(part: Buffer, _encoding, done) {
        hash.update(part);
        bytes += part.length;
        done(null, part);
      },
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    counted.once('end', resolve);
    // An entry that was begun has to be ended, or nothing could follow it.
    content.once('error', (error: Error) => {
      failure = error;
      counted.end();
    });
    content.pipe(counted);
    this.#zip.addReadStream(counted, name, options);
    try {
      await Promise.race([promise, this.#failed]);
    } catch (error) {
      content.destroy();
      throw error;
    }
    return { path, digest: hash.digest('hex'), bytes, failure };
  }
}
