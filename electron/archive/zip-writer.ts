/**
 * Writes a zip part by part (APPNOTE 6.3, Zip64 where it is needed): whoever calls waits for each part, so that nothing
 * is queued, and parts may be reused as soon as a call has returned. Compression runs in Node's pool of threads, several
 * parts at once, while the caller reads on.
 */
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

/** Takes a part; what it got is its own only until it answers. */
export type Sink = (part: Uint8Array) => Promise<void>;

/** Files of a Unix system; read by everybody, written by their owner. */
const MADE_BY = (3 << 8) | 63;
const FILE_MODE = 0o100644;
const FOLDER_MODE = 0o040755;
const FOLDER_OF_DOS = 0x10;
const UTF8 = 0x0800;
/** Sizes and check sum follow the content. */
const STREAMED = 0x0008;
const STORED = 0;
const DEFLATED = 8;
const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;
const MOST_32 = 0xffff_ffff;
const MOST_16 = 0xffff;
const FIRST_YEAR = 1980;
const LEVEL = 6;
/** What is compressed at once, and how many of these are under way. */
const CHUNK_BYTES = 256 * 1024;
const AT_ONCE = 3;

const deflate = promisify(deflateRaw) as (
  content: Uint8Array,
  options: { level: number; finishFlush: number },
) => Promise<Buffer>;

interface Entry {
  name: Buffer;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  offset: number;
  attributes: number;
}

/** A file of the zip that is being written. */
export interface ZipEntryWriter {
  write(part: Uint8Array): Promise<void>;
  /** Nothing else can be written to the zip before. */
  end(): Promise<void>;
}

export class ZipWriter {
  readonly #sink: Sink;
  readonly #time: { time: number; date: number };
  readonly #entries: Entry[] = [];
  #cursor = 0;

  /** @param time written as the time of every file, in the local time of this machine as zips have it */
  constructor(sink: Sink, time: Date) {
    this.#sink = sink;
    this.#time = dosTime(time);
  }

  /** Begins a file of unknown size. @param name with `/`; the caller sees to it that it is safe and not taken */
  async begin(name: string, compress: boolean): Promise<ZipEntryWriter> {
    const entry = this.#entry(name, STREAMED, compress);
    await this.#put(this.#localHeader(entry));
    const put: Sink = async (part) => {
      entry.packed += part.length;
      await this.#put(part);
    };
    const deflating = compress ? new Deflating(put) : null;
    return {
      write: async (part) => {
        entry.crc = crc32(part, entry.crc);
        entry.unpacked += part.length;
        await (deflating === null ? put(part) : deflating.write(part));
      },
      end: async () => {
        await deflating?.end();
        await this.#put(descriptor(entry));
      },
    };
  }

  /** A file that is known as a whole: its sizes stand before its content, so that any reader can take it in order. */
  async add(name: string, content: Uint8Array, compress: boolean): Promise<void> {
    const entry = this.#entry(name, 0, compress);
    const packed = compress
      ? await deflate(content, { level: LEVEL, finishFlush: constants.Z_FINISH })
      : content;
    entry.crc = crc32(content);
    entry.unpacked = content.length;
    entry.packed = packed.length;
    await this.#put(this.#localHeader(entry));
    await this.#put(packed);
  }

  async addFolder(name: string): Promise<void> {
    const entry = this.#entry(name, 0, false);
    entry.attributes = ((FOLDER_MODE << 16) | FOLDER_OF_DOS) >>> 0;
    await this.#put(this.#localHeader(entry));
  }

  /** The index at the end. @param commentBytes length of a comment that the caller writes after it */
  async end(commentBytes = 0): Promise<void> {
    const from = this.#cursor;
    for (const entry of this.#entries) await this.#put(this.#indexLine(entry));
    await this.#put(endOfIndex(this.#entries.length, from, this.#cursor - from, commentBytes));
  }

  #entry(name: string, flags: number, compress: boolean): Entry {
    const entry: Entry = {
      name: Buffer.from(name),
      flags: flags | UTF8,
      method: compress ? DEFLATED : STORED,
      crc: 0,
      packed: 0,
      unpacked: 0,
      offset: this.#cursor,
      attributes: (FILE_MODE << 16) >>> 0,
    };
    this.#entries.push(entry);
    return entry;
  }

  async #put(part: Uint8Array): Promise<void> {
    this.#cursor += part.length;
    if (part.length > 0) await this.#sink(part);
  }

  #localHeader(entry: Entry): Buffer {
    const header = Buffer.alloc(30);
    const streamed = (entry.flags & STREAMED) !== 0;
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(PLAIN_VERSION, 4);
    header.writeUInt16LE(entry.flags, 6);
    header.writeUInt16LE(entry.method, 8);
    header.writeUInt16LE(this.#time.time, 10);
    header.writeUInt16LE(this.#time.date, 12);
    header.writeUInt32LE(streamed ? 0 : entry.crc, 14);
    header.writeUInt32LE(streamed ? 0 : entry.packed, 18);
    header.writeUInt32LE(streamed ? 0 : entry.unpacked, 22);
    header.writeUInt16LE(entry.name.length, 26);
    return Buffer.concat([header, entry.name]);
  }

  #indexLine(entry: Entry): Buffer {
    const isLarge = [entry.packed, entry.unpacked, entry.offset].some((value) => value >= MOST_32);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50, 0);
    line.writeUInt16LE(MADE_BY, 4);
    line.writeUInt16LE(isLarge ? ZIP64_VERSION : PLAIN_VERSION, 6);
    line.writeUInt16LE(entry.flags, 8);
    line.writeUInt16LE(entry.method, 10);
    line.writeUInt16LE(this.#time.time, 12);
    line.writeUInt16LE(this.#time.date, 14);
    line.writeUInt32LE(entry.crc, 16);
    line.writeUInt32LE(isLarge ? MOST_32 : entry.packed, 20);
    line.writeUInt32LE(isLarge ? MOST_32 : entry.unpacked, 24);
    line.writeUInt16LE(entry.name.length, 28);
    line.writeUInt32LE(entry.attributes, 38);
    line.writeUInt32LE(isLarge ? MOST_32 : entry.offset, 42);
    if (!isLarge) return Buffer.concat([line, entry.name]);
    const large = Buffer.alloc(28);
    large.writeUInt16LE(0x0001, 0);
    large.writeUInt16LE(24, 2);
    large.writeBigUInt64LE(BigInt(entry.unpacked), 4);
    large.writeBigUInt64LE(BigInt(entry.packed), 12);
    large.writeBigUInt64LE(BigInt(entry.offset), 20);
    line.writeUInt16LE(large.length, 30);
    return Buffer.concat([line, entry.name, large]);
  }
}

/** Sizes and check sum after the content; of a large file in eight bytes each. */
function descriptor({ crc, packed, unpacked }: Entry): Buffer {
  const isLarge = packed >= MOST_32 || unpacked >= MOST_32;
  const bytes = Buffer.alloc(isLarge ? 24 : 16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  if (isLarge) {
    bytes.writeBigUInt64LE(BigInt(packed), 8);
    bytes.writeBigUInt64LE(BigInt(unpacked), 16);
  } else {
    bytes.writeUInt32LE(packed, 8);
    bytes.writeUInt32LE(unpacked, 12);
  }
  return bytes;
}

function endOfIndex(count: number, from: number, bytes: number, commentBytes: number): Buffer {
  const isLarge = count >= MOST_16 || from >= MOST_32 || bytes >= MOST_32;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isLarge ? MOST_16 : count, 8);
  end.writeUInt16LE(isLarge ? MOST_16 : count, 10);
  end.writeUInt32LE(isLarge ? MOST_32 : bytes, 12);
  end.writeUInt32LE(isLarge ? MOST_32 : from, 16);
  end.writeUInt16LE(commentBytes, 20);
  if (!isLarge) return end;
  const large = Buffer.alloc(56 + 20);
  large.writeUInt32LE(0x06064b50, 0);
  large.writeBigUInt64LE(44n, 4);
  large.writeUInt16LE(MADE_BY, 12);
  large.writeUInt16LE(ZIP64_VERSION, 14);
  large.writeBigUInt64LE(BigInt(count), 24);
  large.writeBigUInt64LE(BigInt(count), 32);
  large.writeBigUInt64LE(BigInt(bytes), 40);
  large.writeBigUInt64LE(BigInt(from), 48);
  large.writeUInt32LE(0x07064b50, 56);
  large.writeBigUInt64LE(BigInt(from + bytes), 64);
  large.writeUInt32LE(1, 72);
  return Buffer.concat([large, end]);
}

/** From 1980 to 2107, as a zip can say it. */
function dosTime(time: Date): { time: number; date: number } {
  const year = Math.min(Math.max(time.getFullYear(), FIRST_YEAR), FIRST_YEAR + 127);
  return {
    time: (time.getHours() << 11) | (time.getMinutes() << 5) | (time.getSeconds() >> 1),
    date: ((year - FIRST_YEAR) << 9) | ((time.getMonth() + 1) << 5) | time.getDate(),
  };
}

/** One deflate stream out of chunks that are compressed beside each other: each ends at a byte (a sync flush). */
class Deflating {
  readonly #sink: Sink;
  readonly #chunks = Array.from({ length: AT_ONCE }, () => Buffer.allocUnsafe(CHUNK_BYTES));
  readonly #jobs: Promise<Buffer>[] = [];
  #turn = 0;
  #filled = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  async write(part: Uint8Array): Promise<void> {
    for (let from = 0; from < part.length;) {
      const chunk = this.#chunks[this.#turn]!;
      const some = part.subarray(from, from + CHUNK_BYTES - this.#filled);
      chunk.set(some, this.#filled);
      this.#filled += some.length;
      from += some.length;
      if (this.#filled === CHUNK_BYTES) await this.#compress(false);
    }
  }

  async end(): Promise<void> {
    await this.#compress(true);
    while (this.#jobs.length > 0) await this.#emit();
  }

  async #compress(isLast: boolean): Promise<void> {
    const job = deflate(this.#chunks[this.#turn]!.subarray(0, this.#filled), {
      level: LEVEL,
      finishFlush: isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    });
    // Awaited in its turn; until then nobody listens.
    job.catch(() => {});
    this.#jobs.push(job);
    this.#turn = (this.#turn + 1) % AT_ONCE;
    this.#filled = 0;
    // The chunk whose turn it is has to be free again.
    if (this.#jobs.length === AT_ONCE) await this.#emit();
  }

  async #emit(): Promise<void> {
    await this.#sink(await this.#jobs.shift()!);
  }
}
