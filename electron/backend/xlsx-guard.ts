/** Looks an XLSX file through as a zip before anything reads it: caps against zip bombs, no document types in its XML. */
import yauzl from 'yauzl';
import { AppError } from '../../db/model/errors.ts';

const MOST_ENTRIES = 10_000;
/** Bytes of all entries together when they are unpacked. */
const MOST_UNPACKED = 2 * 1024 ** 3;
/** Unpacked to packed. Small entries may be repetitive without being a danger. */
const MOST_RATIO = 100;
const RATIO_FROM = 1024 ** 2;

/** The place where a document type or an entity is declared, in UTF-8 and in both UTF-16. */
const DECLARATIONS = ['<!DOCTYPE', '<!ENTITY'].flatMap((text) => {
  const little = Buffer.from(text, 'utf16le');
  return [Buffer.from(text, 'latin1'), little, Buffer.from(little).swap16()];
});
const LONGEST = Math.max(...DECLARATIONS.map((one) => one.length));

/**
 * Unpacks every entry once, counting, and keeps nothing.
 * @throws AppError TABLE_DAMAGED (no zip, cut, wrong sizes), TABLE_BOMB, TABLE_XML_ENTITY, TABLE_PROTECTED
 */
export async function guardXlsx(bytes: Buffer): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const damaged = (error: Error): void => reject(new AppError('TABLE_DAMAGED', { reason: error.message }));
  yauzl.fromBuffer(
    bytes,
    { lazyEntries: true, validateEntrySizes: true, strictFileNames: false },
    (opening, zip) => {
      if (opening) return damaged(opening);
      if (zip.entryCount > MOST_ENTRIES) return reject(new AppError('TABLE_BOMB'));
      let total = 0;
      let entries = 0;
      zip.on('error', damaged);
      zip.on('end', () => (entries === 0 ? damaged(new Error('empty archive')) : resolve()));
      zip.on('entry', (entry: yauzl.Entry) => {
        entries += 1;
        if (entry.isEncrypted()) return reject(new AppError('TABLE_PROTECTED'));
        if (entries > MOST_ENTRIES || entry.uncompressedSize > MOST_UNPACKED)
          return reject(new AppError('TABLE_BOMB'));
        if (entry.fileName.endsWith('/')) return zip.readEntry();
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return damaged(failure);
          let size = 0;
          let tail: Buffer = Buffer.alloc(0);
          stream.on('error', damaged);
          stream.on('data', (part: Buffer) => {
            size += part.length;
            total += part.length;
            if (total > MOST_UNPACKED || (size > RATIO_FROM && size > entry.compressedSize * MOST_RATIO)) {
              stream.destroy();
              return reject(new AppError('TABLE_BOMB'));
            }
            const joined: Buffer = Buffer.concat([tail, part]);
            if (/\.(xml|rels)$/i.test(entry.fileName) && DECLARATIONS.some((one) => joined.includes(one))) {
              stream.destroy();
              return reject(new AppError('TABLE_XML_ENTITY'));
            }
            tail = joined.subarray(-LONGEST);
          });
          stream.on('end', () => zip.readEntry());
        });
      });
      zip.readEntry();
    },
  );
  await promise;
}
