/** What the library leaves to chance and to the clock in a DOCX file is replaced by what follows from the document. */
import { unzipped, zipped } from './fixed-zip.ts';

/** Ids of relations as the library draws them. */
const RANDOM_ID = /rId[0-9a-z_-]{21}/g;
const CORE = 'docProps/core.xml';

/** @param time of the properties and of the parts of the zip */
export async function fixedDocx(bytes: Buffer, time: Date): Promise<Uint8Array> {
  const parts = await unzipped(bytes);
  const names = new Map<string, string>();
  const stamp = `${time.toISOString().slice(0, 19)}Z`;
  for (const [path, content] of parts) {
    if (!/\.(?:xml|rels)$/.test(path)) continue;
    const text = content.toString('utf8').replaceAll(RANDOM_ID, (id) => {
      const known = names.get(id) ?? `rIdLink${names.size + 1}`;
      names.set(id, known);
      return known;
    });
    const dated =
      path === CORE
        ? text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)/g, `$1${stamp}`)
        : text;
    parts.set(path, Buffer.from(dated));
  }
  return await zipped(parts, time);
}
