/** Bulletins as files: one language in one format, or all of them in one archive. */
import { ZipFile } from 'yazl';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/core/schema.ts';
import type { BulletinView } from '../../db/features/bulletin-views.ts';
import { refuseObstacle } from '../../db/features/bulletins.ts';
import { mayGoOut, type BulletinLanguage } from '../../db/model/bulletin.ts';
import { AppError } from '../../db/model/errors.ts';
import {
  bulletinFileName,
  bulletinHtml,
  bulletinText,
  printBulletin,
  type BulletinFormat,
  type BulletinSheet,
  type PageFit,
} from '../../db/model/print-bulletin.ts';
import type { PublishJob, PublishResult } from './protocol.ts';
import { publishError } from './write-file.ts';

export interface BulletinFile {
  name: string;
  bytes: Uint8Array;
  language: BulletinLanguage;
  /** How its page was filled; of a PDF alone. */
  fit: PageFit | null;
}

type Publish = (job: PublishJob) => Promise<PublishResult>;

/**
 * What is printed of one language.
 * @throws AppError NOT_FOUND for a language that is not wanted, BULLETIN_TEXT_MISSING, BULLETIN_SECRET,
 * BULLETIN_UNEXAMINED
 */
export async function bulletinSheet(
  db: Kysely<Database>,
  bulletin: BulletinView,
  language: BulletinLanguage,
): Promise<BulletinSheet> {
  const text = bulletin.texts.find((one) => one.language === language);
  if (!text) throw new AppError('BULLETIN_NOT_WANTED', { language });
  if (bulletin.origin !== null) refuseObstacle(bulletin.origin);
  if (!mayGoOut(text.state)) throw new AppError('BULLETIN_TEXT_MISSING', { language });
  const board = await db
    .selectFrom('board')
    .select(['name_fi', 'name_sv', 'name_en', 'short_name'])
    .where('id', '=', bulletin.boardId)
    .executeTakeFirstOrThrow();
  const { origin } = bulletin;
  return {
    language,
    content: text.content,
    board: { fi: board.name_fi, sv: board.name_sv || board.name_fi, en: board.name_en || board.name_fi },
    boardShortName: board.short_name,
    createdOn: bulletin.createdOn,
    decision:
      origin?.kind === 'decision'
        ? { reference: origin.reference, heldOn: origin.heldOn, meetingNumber: origin.meetingNumber }
        : null,
  };
}

/** @throws AppError when the document process cannot */
export async function bulletinFile(
  sheet: BulletinSheet,
  format: BulletinFormat,
  publish: Publish,
): Promise<BulletinFile> {
  const name = bulletinFileName(sheet, format);
  const { language } = sheet;
  if (format !== 'pdf') {
    const text = format === 'html' ? bulletinHtml(sheet) : bulletinText(sheet);
    return { name, language, bytes: Buffer.from(text, 'utf8'), fit: null };
  }
  const result = await publish({
    format: 'pdf',
    document: printBulletin(sheet),
    createdAt: Math.floor(Date.now() / 1000),
  });
  if (!result.ok) throw publishError(result.error, name);
  return { name, language, bytes: result.bytes, fit: result.fit ?? null };
}

/** The languages that can go out, in the order of the bulletin. @throws AppError BULLETIN_TEXT_MISSING when there is none */
export function writtenLanguages(bulletin: BulletinView): BulletinLanguage[] {
  const found = bulletin.texts.filter(({ state }) => mayGoOut(state)).map(({ language }) => language);
  if (found.length === 0) throw new AppError('BULLETIN_TEXT_MISSING');
  return found;
}

/** Files in one archive (zip). */
export async function zipped(files: readonly BulletinFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes } of files) zip.addBuffer(Buffer.from(bytes), name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
