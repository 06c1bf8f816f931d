/** A zip whose bytes follow from its content alone: names in a given order, one date, nothing of the machine. */
import { fromBuffer, type Entry, type ZipFile as OpenZip } from 'yauzl';
import { ZipFile } from 'yazl';

/** Files by their paths, in the order in which they are written. */
export type ZipParts = Map<string, Buffer>;

/** The parts of a small zip that this program has made itself. @throws Error when it is none */
export async function unzipped(bytes: Buffer): Promise<ZipParts> {
  const zip = await new Promise<OpenZip>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  const parts: ZipParts = new Map();
  const ended = new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const read: Buffer[] = [];
        stream.on('error', reject);
        stream.on('data', (part: Buffer) => read.push(part));
        stream.on('end', () => {
          parts.set(entry.fileName, Buffer.concat(read));
          zip.readEntry();
        });
      });
    });
  });
  zip.readEntry();
  await ended;
  return parts;
}

/** @param time of every part; zips know local time in steps of two seconds, so it is written as that of UTC */
export async function zipped(parts: ZipParts, time: Date): Promise<Buffer> {
  const zip = new ZipFile();
  const local = new Date(time.getTime() + time.getTimezoneOffset() * 60_000);
  for (const [name, content] of parts)
    zip.addBuffer(content, name, { mtime: local, mode: 0o100644, compress: true, forceDosTimestamp: true });
  zip.end();
  const read: Buffer[] = [];
  for await (const part of zip.outputStream) read.push(part as Buffer);
  return Buffer.concat(read);
}
