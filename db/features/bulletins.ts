/** Plain-language bulletins (selkotiedotteet): their texts by language, versions, checks, and what became of the source. */
import { type Kysely, type Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import {
  BULLETIN_FIELDS,
  BULLETIN_LANGUAGES,
  isWritten,
  NO_CONTENT,
  sameContent,
  textState,
  type BulletinChange,
  type BulletinContent,
  type BulletinLanguage,
  type NewBulletin,
  type TextState,
} from '../model/bulletin.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { Phrases } from '../model/phrases.ts';
import { decisionOrigin, eventOrigin, type BulletinOrigin } from './bulletin-origins.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';

/** Who writes, and when: for the versions that are kept. */
export interface Writer {
  name: string;
  /** ISO instant. */
  at: string;
}

export interface BulletinTextView {
  id: string;
  language: BulletinLanguage;
  version: number;
  content: BulletinContent;
  state: TextState;
  isSource: boolean;
  checkedBy: string;
  checkedOn: string | null;
  /** The source text that this one was made from, when it reads otherwise now. */
  basis: BulletinContent | null;
  /** The version before the text of now: what its figures are compared with. */
  before: BulletinContent | null;
}

export interface BulletinView {
  id: string;
  boardId: string;
  version: number;
  createdOn: string;
  sourceLanguage: BulletinLanguage;
  /** Null when it was made from nothing, or what it was made from is gone. */
  origin: BulletinOrigin | null;
  /** The words of the origin when the source text was written, if they are others now. */
  originBefore: string | null;
  /** In the order of the languages. */
  texts: BulletinTextView[];
}

export interface BulletinRow {
  id: string;
  title: string;
  createdOn: string;
  origin: { kind: 'decision' | 'event'; reference: string } | null;
  sourceLanguage: BulletinLanguage;
  states: { language: BulletinLanguage; state: TextState }[];
}

type TextRow = Selectable<Database['bulletin_text']>;
type Contents = Pick<TextRow, keyof BulletinContent>;

const contentOf = (row: Contents): BulletinContent =>
  Object.fromEntries(BULLETIN_FIELDS.map((field) => [field, row[field]])) as BulletinContent;

/** The words of an origin as one text, to tell whether they have changed. */
function originText(origin: BulletinOrigin | null): string {
  if (origin === null) return '';
  return [origin.title, origin.heldOn, ...origin.parts.map(({ text }) => text)].join('\n');
}

async function originOf(
  db: Kysely<Database>,
  row: { item_id: string | null; event_id: string | null },
  phrases: Phrases,
): Promise<BulletinOrigin | null> {
  if (row.item_id !== null) return await decisionOrigin(db, row.item_id, phrases);
  return row.event_id === null ? null : await eventOrigin(db, row.event_id);
}

async function bulletinRow(db: Kysely<Database>, id: string): Promise<Selectable<Database['bulletin']>> {
  const row = await db.selectFrom('bulletin').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'bulletin' });
  return row;
}

async function textRow(db: Kysely<Database>, id: string): Promise<TextRow> {
  const row = await db.selectFrom('bulletin_text').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'bulletinText' });
  return row;
}

/** Texts of bulletins with their states. */
export async function textViews(
  db: Kysely<Database>,
  bulletins: readonly { id: string; source_language: BulletinLanguage }[],
): Promise<Map<string, BulletinTextView[]>> {
  const ids = bulletins.map(({ id }) => id);
  const rows =
    ids.length === 0
      ? []
      : await db.selectFrom('bulletin_text').selectAll().where('bulletin_id', 'in', ids).execute();
  const revisions =
    ids.length === 0
      ? []
      : await db
          .selectFrom('bulletin_revision')
          .selectAll()
          .where('bulletin_id', 'in', ids)
          .orderBy('kept_at', 'desc')
          .orderBy('id', 'desc')
          .execute();
  const byId = new Map(revisions.map((one) => [one.id, contentOf(one)]));
  const known = (id: string | null): BulletinContent | null => (id === null ? null : (byId.get(id) ?? null));
  const texts = Map.groupBy(rows, (row) => row.bulletin_id);
  return new Map(
    bulletins.map(({ id, source_language }) => {
      const own = texts.get(id) ?? [];
      const sourceRow = own.find((row) => row.language === source_language);
      const source = sourceRow === undefined ? NO_CONTENT : contentOf(sourceRow);
      const views = own
        .toSorted((a, b) => BULLETIN_LANGUAGES.indexOf(a.language) - BULLETIN_LANGUAGES.indexOf(b.language))
        .map((row): BulletinTextView => {
          const content = contentOf(row);
          const isSource = row.language === source_language;
          const basis = known(row.basis_id);
          const before = revisions.find(
            (one) =>
              one.bulletin_id === id &&
              one.language === row.language &&
              !sameContent(contentOf(one), content),
          );
          return {
            id: row.id,
            language: row.language,
            version: row.version,
            content,
            state: textState({
              content,
              source: isSource ? null : source,
              basis,
              checked: known(row.checked_id),
            }),
            isSource,
            checkedBy: row.checked_by,
            checkedOn: row.checked_on,
            basis: isSource || basis === null || sameContent(basis, source) ? null : basis,
            before: before === undefined ? null : contentOf(before),
          };
        });
      return [id, views];
    }),
  );
}

/** What a bulletin is called in lists: its title in the source language, in Finnish, or in any. */
function titleOf(texts: readonly BulletinTextView[], origin: string): string {
  const titled = texts.filter(({ content }) => content.title.trim() !== '');
  const first =
    titled.find(({ isSource }) => isSource) ??
    titled.find(({ language }) => language === 'fi-selko' || language === 'fi') ??
    titled[0];
  return first?.content.title.trim() ?? origin;
}

/** The board's bulletins, the newest first. */
export async function listBulletins(
  db: Kysely<Database>,
  boardId: string,
  phrases: Phrases,
): Promise<BulletinRow[]> {
  const rows = await db
    .selectFrom('bulletin')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('created_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const texts = await textViews(db, rows);
  const found: BulletinRow[] = [];
  for (const row of rows) {
    const own = texts.get(row.id) ?? [];
    const origin = await originOf(db, row, phrases);
    found.push({
      id: row.id,
      title: titleOf(own, origin?.title ?? ''),
      createdOn: row.created_on,
      origin: origin === null ? null : { kind: origin.kind, reference: origin.reference || origin.title },
      sourceLanguage: row.source_language,
      states: own.map(({ language, state }) => ({ language, state })),
    });
  }
  return found;
}

/** @throws AppError NOT_FOUND */
export async function getBulletin(db: Kysely<Database>, id: string, phrases: Phrases): Promise<BulletinView> {
  const row = await bulletinRow(db, id);
  const origin = await originOf(db, row, phrases);
  return {
    id,
    boardId: row.board_id,
    version: row.version,
    createdOn: row.created_on,
    sourceLanguage: row.source_language,
    origin,
    originBefore:
      origin === null || origin.obstacle !== null || row.origin_seen === originText(origin)
        ? null
        : row.origin_seen,
    texts: (await textViews(db, [row])).get(id) ?? [],
  };
}

/**
 * @param today ISO date of the bulletin
 * @throws AppError NOT_FOUND, OTHER_BOARD, BULLETIN_SECRET, BULLETIN_UNEXAMINED
 */
export async function createBulletin(
  trx: Kysely<Database>,
  input: NewBulletin,
  today: string,
  phrases: Phrases,
): Promise<{ id: string }> {
  const { itemId, eventId } = input;
  const origin = await originOf(trx, { item_id: itemId, event_id: eventId }, phrases);
  if (origin !== null) refuseObstacle(origin);
  const owner =
    itemId !== null
      ? await trx
          .selectFrom('agenda_item')
          .innerJoin('meeting', 'meeting.id', 'meeting_id')
          .select('meeting.board_id')
          .where('agenda_item.id', '=', itemId)
          .executeTakeFirst()
      : eventId !== null
        ? await trx
            .selectFrom('volunteer_action_event')
            .innerJoin('volunteer_action', 'volunteer_action.id', 'action_id')
            .select('volunteer_action.board_id')
            .where('volunteer_action_event.id', '=', eventId)
            .executeTakeFirst()
        : await trx
            .selectFrom('board')
            .select('id as board_id')
            .where('id', '=', input.boardId)
            .executeTakeFirst();
  if (!owner) throw new AppError('NOT_FOUND', { what: 'board' });
  if (owner.board_id !== input.boardId) throw new AppError('OTHER_BOARD');
  const id = newId();
  await trx
    .insertInto('bulletin')
    .values({
      id,
      board_id: input.boardId,
      item_id: itemId,
      event_id: eventId,
      source_language: input.sourceLanguage,
      created_on: today,
      origin_seen: originText(origin),
    })
    .execute();
  for (const language of new Set([input.sourceLanguage, ...input.wanted]))
    await trx.insertInto('bulletin_text').values({ id: newId(), bulletin_id: id, language }).execute();
  await indexBulletin(trx, id);
  return { id };
}

/** @throws AppError BULLETIN_SECRET, BULLETIN_UNEXAMINED */
export function refuseObstacle({ obstacle, reference }: BulletinOrigin): void {
  if (obstacle === 'secret') throw new AppError('BULLETIN_SECRET', { reference });
  if (obstacle === 'unexamined') throw new AppError('BULLETIN_UNEXAMINED', { reference });
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

/** The source text has been brought in step with what it tells about. @throws AppError NOT_FOUND */
export async function noteOrigin(trx: Kysely<Database>, id: string, phrases: Phrases): Promise<void> {
  const row = await bulletinRow(trx, id);
  await trx
    .updateTable('bulletin')
    .set({ origin_seen: originText(await originOf(trx, row, phrases)), version: row.version + 1 })
    .where('id', '=', id)
    .execute();
}

/** Wants a language more. One that is wanted already stays as it is. @throws AppError NOT_FOUND */
export async function addLanguage(
  trx: Kysely<Database>,
  id: string,
  language: BulletinLanguage,
): Promise<void> {
  await bulletinRow(trx, id);
  await trx
    .insertInto('bulletin_text')
    .values({ id: newId(), bulletin_id: id, language })
    .onConflict((conflict) => conflict.columns(['bulletin_id', 'language']).doNothing())
    .execute();
}

/** @throws AppError NOT_FOUND, BULLETIN_SOURCE_LANGUAGE for the one that the others are made from */
export async function removeLanguage(
  trx: Kysely<Database>,
  textId: string,
): Promise<Removal & { bulletinId: string }> {
  const row = await textRow(trx, textId);
  const { source_language } = await bulletinRow(trx, row.bulletin_id);
  if (row.language === source_language) throw new AppError('BULLETIN_SOURCE_LANGUAGE');
  const removal = await removing(trx, async () => {
    await trx.deleteFrom('bulletin_text').where('id', '=', textId).execute();
  });
  await indexBulletin(trx, row.bulletin_id);
  return { ...removal, bulletinId: row.bulletin_id };
}

/** @throws AppError NOT_FOUND */
export async function removeBulletin(trx: Kysely<Database>, id: string): Promise<Removal> {
  await bulletinRow(trx, id);
  const removal = await removing(trx, async () => {
    await trx.deleteFrom('bulletin').where('id', '=', id).execute();
  });
  await removeSearchEntry(trx, 'bulletin', id);
  return removal;
}

/**
 * Puts a bulletin or a language of it back.
 * @param procedure that removed it
 * @throws AppError REMOVAL_UNKNOWN
 */
export async function restoreBulletin(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  const rows = await removedRows(trx, removal, procedure);
  await putBack(trx, rows);
  const ids = rows.map(({ entity, entityId, before }) => {
    const owner = entity === 'bulletin' ? entityId : before['bulletin_id'];
    return typeof owner === 'string' ? owner : '';
  });
  for (const id of new Set(ids)) if (id !== '') await indexBulletin(trx, id);
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

/** Brings a bulletin's search entry in step: all its languages are found. */
export async function indexBulletin(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await bulletinRow(trx, id);
  const texts = (await textViews(trx, [row])).get(id) ?? [];
  await putSearchEntry(trx, {
    entity: 'bulletin',
    entityId: id,
    boardId: row.board_id,
    title: titleOf(texts, ''),
    body: texts
      .flatMap(({ content }) => BULLETIN_FIELDS.map((field) => content[field]))
      .filter((text) => text !== '')
      .join('\n'),
    context: '',
    sortDate: row.created_on,
  });
}
