/** `pykala export bulletin`: a plain-language bulletin in one language as a file, or in all of them in a folder. */
import path from 'node:path';
import { getBulletin, listBulletins } from '../../db/features/bulletin-views.ts';
import type { BulletinLanguage } from '../../db/model/bulletin.ts';
import { AppError } from '../../db/model/errors.ts';
import { overflowOf, type BulletinFormat } from '../../db/model/print-bulletin.ts';
import { bulletinFile, bulletinSheet, writtenLanguages } from '../backend/bulletin-files.ts';
import { makeFolder, writeFileSafely } from '../backend/write-file.ts';
import { withDatabase, withPublisher, type Tools } from './commands.ts';

/**
 * @param options.title of the bulletin, its beginning, or its id
 * @param options.language null writes all that are written into the folder `out`, each under its own name
 * @returns 1 when a page is too full, though its file is written
 * @throws AppError BULLETIN_UNKNOWN when no bulletin or more than one is meant
 */
export async function exportBulletin(
  tools: Tools,
  options: {
    db: string;
    board: string | null;
    title: string;
    language: BulletinLanguage | null;
    format: BulletinFormat;
    out: string;
  },
): Promise<number> {
  const phrases = tools.resources.phrases();
  const sheets = await withDatabase(options.db, false, async ({ kysely }) => {
    let query = kysely.selectFrom('board').select('id').orderBy('position').orderBy('id');
    if (options.board !== null) query = query.where('short_name', '=', options.board);
    const board = await query.executeTakeFirst();
    if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
    const rows = await listBulletins(kysely, board.id, phrases);
    const sought = options.title.toLocaleLowerCase();
    const exact = rows.filter(
      ({ id, title }) => id === options.title || title.toLocaleLowerCase() === sought,
    );
    const found =
      exact.length > 0 ? exact : rows.filter(({ title }) => title.toLocaleLowerCase().startsWith(sought));
    const [one, ...others] = found;
    if (one === undefined || others.length > 0)
      throw new AppError('BULLETIN_UNKNOWN', {
        title: options.title,
        known: rows.map(({ title }) => `”${title}”`).join(', ') || '–',
      });
    const bulletin = await getBulletin(kysely, one.id, phrases);
    const languages = options.language === null ? writtenLanguages(bulletin) : [options.language];
    return await Promise.all(languages.map((language) => bulletinSheet(kysely, bulletin, language)));
  });
  const files = await withPublisher(tools, async (pool) => {
    const made = [];
    for (const sheet of sheets)
      made.push(await bulletinFile(sheet, options.format, (job) => pool.render(job)));
    return made;
  });
  if (options.language === null) await makeFolder(options.out);
  const written = [];
  for (const file of files) {
    const target = options.language === null ? path.join(options.out, file.name) : options.out;
    await writeFileSafely(target, file.bytes);
    const over = file.fit === null ? 0 : overflowOf(file.fit).millimetres;
    written.push({ file: target, language: file.language, bytes: file.bytes.length, overMillimetres: over });
  }
  if (tools.json) tools.out(`${JSON.stringify(written, null, 2)}\n`);
  else
    for (const { file, overMillimetres } of written)
      tools.out(`${file}${overMillimetres > 0 ? `  + ${overMillimetres} mm > 1 × A4` : ''}\n`);
  return written.some(({ overMillimetres }) => overMillimetres > 0) ? 1 : 0;
}
