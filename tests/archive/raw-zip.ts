/** Zips as an attacker or a broken program writes them: any name, any flag, any attribute. Stored, never compressed. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  name: string | Buffer;
  content: Buffer | string;
  /** UTF-8 flag; default true. */
  utf8?: boolean;
  encrypted?: boolean;
  method?: number;
  /** Unix mode. Default a plain file. */
  mode?: number;
  /** Name in the file's own header, when it is to differ. */
  localName?: string;
  deflate?: boolean;
  /** Said in both headers instead of the truth. */
  saidSize?: number;
  /** Points the index at the header of this earlier entry. */
  sameAs?: number;
}

/** The bytes of the zip. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const index: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content as string);
    const packed = entry.deflate === true ? deflateRawSync(content) : content;
    const name = Buffer.from(entry.name as string);
    const localName = Buffer.from(entry.localName ?? (entry.name as string));
    const flags = (entry.utf8 === false ? 0 : 0x800) | (entry.encrypted === true ? 1 : 0);
    const method = entry.method ?? (entry.deflate === true ? 8 : 0);
    const size = entry.saidSize ?? content.length;
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(flags, 0);
    fields.writeUInt16LE(method, 2);
    fields.writeUInt32LE(0x5af2_0000, 4);
    fields.writeUInt32LE(crc32(content), 8);
    fields.writeUInt32LE(entry.deflate === true ? packed.length : size, 12);
    fields.writeUInt32LE(size, 16);
    fields.writeUInt16LE(localName.length, 20);
    const local = Buffer.concat([
      Buffer.from('504b03041400', 'hex'),
      fields,
      Buffer.alloc(2),
      localName,
      packed,
    ]);
    offsets.push(offset);
    const head = Buffer.alloc(46);
    head.write('504b010214031400', 0, 'hex');
    fields.copy(head, 8);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    head.writeUInt32LE(entry.sameAs === undefined ? offset : offsets[entry.sameAs]!, 42);
    index.push(head, name);
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}
