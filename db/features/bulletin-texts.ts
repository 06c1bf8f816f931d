/** The texts of plain-language bulletins: writing, checks, and the versions that are kept. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  type BulletinChange,
  type BulletinContent,
  isWritten,
  NO_CONTENT,
  sameContent,
} from '../model/bulletin.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { bulletinRow, contentOf, type Contents, type TextRow, textRow, textViews } from './bulletin-views.ts';
import { indexBulletin } from './bulletins.ts';

/** Who writes, and when: for the versions that are kept. */
export interface Writer {
  name: string;
  /** ISO instant. */
  at: string;
}

/** The version that is kept of a text as it is now; the latest one when it reads the same. */
async function keep(
  trx: Kysely<Database>,
  row: Pick<TextRow, 'bulletin_id' | 'language'> & Contents,
  writer: Writer,
): Promise<string> {
  const content = contentOf(row);
  const latest = await trx
    .selectFrom('bulletin_revision')
    .selectAll()
    .where('bulletin_id', '=', row.bulletin_id)
    .where('language', '=', row.language)
    .orderBy('kept_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (latest && sameContent(contentOf(latest), content)) return latest.id;
  const id = newId();
  await trx
    .insertInto('bulletin_revision')
    .values({
      id,
      bulletin_id: row.bulletin_id,
      language: row.language,
      ...content,
      kept_at: writer.at,
      kept_by: writer.name,
    })
    .execute();
  return id;
}

/** The source text of a bulletin as a kept version; null for the source text itself. */
async function keepSource(trx: Kysely<Database>, text: TextRow, writer: Writer): Promise<string | null> {
  const { source_language } = await bulletinRow(trx, text.bulletin_id);
  if (text.language === source_language) return null;
  const source = await trx
    .selectFrom('bulletin_text')
    .selectAll()
    .where('bulletin_id', '=', text.bulletin_id)
    .where('language', '=', source_language)
    .executeTakeFirstOrThrow();
  return await keep(trx, source, writer);
}

/**
 * Writes a part of a text. A translation that begins is one of the source as it reads then.
 * @throws AppError NOT_FOUND, CONFLICT
 */
export async function changeText(
  trx: Kysely<Database>,
  input: { textId: string; version: number; change: BulletinChange },
  writer: Writer,
): Promise<{ version: number; bulletinId: string }> {
  const row = await textRow(trx, input.textId);
  if (row.version !== input.version) throw new AppError('CONFLICT', { what: 'bulletin' });
  const before = contentOf(row);
  const after: BulletinContent = {
    ...before,
    ...Object.fromEntries(Object.entries(input.change).filter(([, value]) => value !== undefined)),
  };
  const isBlank = (content: BulletinContent): boolean => sameContent(content, NO_CONTENT);
  const begins = row.basis_id === null || isBlank(before);
  await trx
    .updateTable('bulletin_text')
    .set({
      ...after,
      version: row.version + 1,
      ...(isBlank(after)
        ? { basis_id: null, checked_id: null, checked_by: '', checked_on: null }
        : begins
          ? { basis_id: await keepSource(trx, row, writer) }
          : {}),
    })
    .where('id', '=', row.id)
    .execute();
  await indexBulletin(trx, row.bulletin_id);
  return { version: row.version + 1, bulletinId: row.bulletin_id };
}

/** A translation agrees with the source as it reads now. @throws AppError NOT_FOUND, BULLETIN_TEXT_MISSING */
export async function confirmCurrent(
  trx: Kysely<Database>,
  textId: string,
  writer: Writer,
): Promise<{ bulletinId: string }> {
  const row = await textRow(trx, textId);
  refuseUnwritten(row);
  await trx
    .updateTable('bulletin_text')
    .set({ basis_id: await keepSource(trx, row, writer), version: row.version + 1 })
    .where('id', '=', textId)
    .execute();
  return { bulletinId: row.bulletin_id };
}

function refuseUnwritten(row: TextRow): void {
  if (!isWritten(contentOf(row))) throw new AppError('BULLETIN_TEXT_MISSING');
}

/**
 * Somebody has checked the text as it is now. A translation of an older source is brought up to date first.
 * @throws AppError NOT_FOUND, BULLETIN_TEXT_MISSING, BULLETIN_OUTDATED, BULLETIN_CHECKED_LATER
 */
export async function checkText(
  trx: Kysely<Database>,
  input: { textId: string; checkedBy: string; checkedOn: string },
  writer: Writer,
  today: string,
): Promise<{ bulletinId: string }> {
  const row = await textRow(trx, input.textId);
  refuseUnwritten(row);
  if (input.checkedOn > today)
    throw new AppError('BULLETIN_CHECKED_LATER', {}, { checkedOn: 'date_in_future' });
  const bulletin = await bulletinRow(trx, row.bulletin_id);
  const view = (await textViews(trx, [bulletin])).get(bulletin.id)?.find(({ id }) => id === row.id);
  if (view?.state === 'outdated') throw new AppError('BULLETIN_OUTDATED');
  await trx
    .updateTable('bulletin_text')
    .set({
      checked_id: await keep(trx, row, writer),
      checked_by: input.checkedBy,
      checked_on: input.checkedOn,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute();
  return { bulletinId: row.bulletin_id };
}

/** Takes a check back. @throws AppError NOT_FOUND */
export async function uncheckText(trx: Kysely<Database>, textId: string): Promise<{ bulletinId: string }> {
  const row = await textRow(trx, textId);
  await trx
    .updateTable('bulletin_text')
    .set({ checked_id: null, checked_by: '', checked_on: null, version: row.version + 1 })
    .where('id', '=', textId)
    .execute();
  return { bulletinId: row.bulletin_id };
}

export interface RevisionView {
  id: string;
  keptAt: string;
  keptBy: string;
  content: BulletinContent;
  /** Reads as the text does now. */
  isCurrent: boolean;
}

/** Keeps the text as it is as a version. @throws AppError NOT_FOUND, BULLETIN_TEXT_MISSING */
export async function keepVersion(
  trx: Kysely<Database>,
  textId: string,
  writer: Writer,
): Promise<{ bulletinId: string }> {
  const row = await textRow(trx, textId);
  refuseUnwritten(row);
  await keep(trx, row, writer);
  return { bulletinId: row.bulletin_id };
}

/** The kept versions of a text, the newest first. @throws AppError NOT_FOUND */
export async function textRevisions(db: Kysely<Database>, textId: string): Promise<RevisionView[]> {
  const row = await textRow(db, textId);
  const revisions = await db
    .selectFrom('bulletin_revision')
    .selectAll()
    .where('bulletin_id', '=', row.bulletin_id)
    .where('language', '=', row.language)
    .orderBy('kept_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return revisions.map((one) => ({
    id: one.id,
    keptAt: one.kept_at,
    keptBy: one.kept_by,
    content: contentOf(one),
    isCurrent: sameContent(contentOf(one), contentOf(row)),
  }));
}

/** Puts a version in the place of the text; what was there is kept first. @throws AppError NOT_FOUND */
export async function restoreRevision(
  trx: Kysely<Database>,
  input: { textId: string; revisionId: string },
  writer: Writer,
): Promise<{ bulletinId: string }> {
  const row = await textRow(trx, input.textId);
  const revision = await trx
    .selectFrom('bulletin_revision')
    .selectAll()
    .where('id', '=', input.revisionId)
    .where('bulletin_id', '=', row.bulletin_id)
    .where('language', '=', row.language)
    .executeTakeFirst();
  if (!revision) throw new AppError('NOT_FOUND', { what: 'revision' });
  if (isWritten(contentOf(row))) await keep(trx, row, writer);
  const { bulletinId } = await changeText(
    trx,
    { textId: row.id, version: row.version, change: contentOf(revision) },
    writer,
  );
  return { bulletinId };
}
