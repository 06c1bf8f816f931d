/** Plain-language bulletins (selkotiedotteet) as they are shown: their texts by language, and how each stands. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  BULLETIN_FIELDS,
  BULLETIN_LANGUAGES,
  type BulletinContent,
  type BulletinLanguage,
  NO_CONTENT,
  sameContent,
  textState,
  type TextState,
} from '../model/bulletin.ts';
import { AppError } from '../model/errors.ts';
import type { Phrases } from '../model/phrases.ts';
import {
  decisionOrigin,
  eventOrigin,
  inclusionOrigin,
  type BulletinOrigin,
  type OriginKind,
} from './bulletin-origins.ts';

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
  origin: { kind: OriginKind; reference: string } | null;
  sourceLanguage: BulletinLanguage;
  states: { language: BulletinLanguage; state: TextState }[];
}

export type TextRow = Selectable<Database['bulletin_text']>;

export type Contents = Pick<TextRow, keyof BulletinContent>;

export const contentOf = (row: Contents): BulletinContent =>
  Object.fromEntries(BULLETIN_FIELDS.map((field) => [field, row[field]])) as BulletinContent;

/** The words of an origin as one text, to tell whether they have changed. */
export function originText(origin: BulletinOrigin | null): string {
  if (origin === null) return '';
  return [origin.title, origin.heldOn, ...origin.parts.map(({ text }) => text)].join('\n');
}

export async function originOf(
  db: Kysely<Database>,
  row: { item_id: string | null; event_id: string | null; entry_id: string | null },
  phrases: Phrases,
): Promise<BulletinOrigin | null> {
  if (row.item_id !== null) return await decisionOrigin(db, row.item_id, phrases);
  if (row.event_id !== null) return await eventOrigin(db, row.event_id);
  return row.entry_id === null ? null : await inclusionOrigin(db, row.entry_id);
}

export async function bulletinRow(
  db: Kysely<Database>,
  id: string,
): Promise<Selectable<Database['bulletin']>> {
  const row = await db.selectFrom('bulletin').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'bulletin' });
  return row;
}

export async function textRow(db: Kysely<Database>, id: string): Promise<TextRow> {
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
export function titleOf(texts: readonly BulletinTextView[], origin: string): string {
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
