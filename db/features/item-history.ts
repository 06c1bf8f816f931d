/** Versions of an item's texts, read from the log, and putting an older text back as a new change. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import {
  HISTORY_PARTS,
  writingSessions,
  type HistoryPart,
  type ItemRevision,
  type LoggedSave,
} from '../model/item-history.ts';
import { mentionKey, mentionsOf, withoutMentions, type RichText } from '../model/rich-text.ts';
import { changeItem } from './items.ts';
import { itemRow } from './meeting-guards.ts';
import { existingMentions } from './mentions.ts';
import { parseText } from './meeting-rows.ts';

/** A title is plain, the other parts are rich. */
export type HistoryText = string | RichText | null;

const textOf = (part: HistoryPart, stored: string | null): HistoryText =>
  part === 'title' ? stored : parseText(stored);

/**
 * The writing sessions of an item, the newest first.
 * @throws AppError NOT_FOUND
 */
export async function itemHistory(db: Kysely<Database>, itemId: string): Promise<ItemRevision[]> {
  await itemRow(db, itemId);
  const changed = (part: HistoryPart) =>
    sql<0 | 1>`json_type(after, ${`$.${part}`}) is not null and
      (action <> 'insert' or json_extract(after, ${`$.${part}`}) is not null)`;
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'at', 'actor', 'procedure', 'action'])
    .select(HISTORY_PARTS.map((part) => changed(part).as(part)))
    .where('entity', '=', 'agenda_item')
    .where('entity_id', '=', itemId)
    .where('action', 'in', ['insert', 'update'])
    .orderBy('id')
    .execute();
  return writingSessions(
    rows.map((row): LoggedSave => ({
      id: row.id,
      at: row.at,
      actor: row.actor,
      procedure: row.procedure,
      created: row.action === 'insert',
      parts: HISTORY_PARTS.filter((part) => (row as unknown as Record<HistoryPart, 0 | 1>)[part] === 1),
    })),
  ).reverse();
}

/** A part as it was once the log had reached `id` (exclusive: just before it). */
async function textAt(
  db: Kysely<Database>,
  itemId: string,
  part: HistoryPart,
  id: number,
  isExclusive: boolean,
): Promise<HistoryText> {
  const row = await db
    .selectFrom('audit')
    .select(sql<string | null>`json_extract(after, ${`$.${part}`})`.as('text'))
    .where('entity', '=', 'agenda_item')
    .where('entity_id', '=', itemId)
    .where('id', isExclusive ? '<' : '<=', id)
    .where(sql<boolean>`json_type(after, ${`$.${part}`}) is not null`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return textOf(part, row?.text ?? null);
}

/** A part of a version: as it was before the session, at its end, and as it is now. */
export interface RevisionPart {
  part: HistoryPart;
  before: HistoryText;
  after: HistoryText;
  now: HistoryText;
}

/**
 * The texts of one version of an item: those that the session changed or that differ from today's.
 * @throws AppError NOT_FOUND
 */
export async function revisionParts(
  db: Kysely<Database>,
  itemId: string,
  revisionId: number,
): Promise<RevisionPart[]> {
  const item = await itemRow(db, itemId);
  const revision = (await itemHistory(db, itemId)).find(({ id }) => id === revisionId);
  if (!revision) throw new AppError('NOT_FOUND', { what: 'revision' });
  const parts: RevisionPart[] = [];
  for (const part of HISTORY_PARTS)
    parts.push({
      part,
      before: await textAt(db, itemId, part, revision.firstId, true),
      after: await textAt(db, itemId, part, revision.id, false),
      now: textOf(part, item[part]),
    });
  const differs = (a: HistoryText, b: HistoryText): boolean => JSON.stringify(a) !== JSON.stringify(b);
  return parts.filter(
    ({ part, before, after, now }) =>
      revision.parts.includes(part) || differs(before, after) || differs(after, now),
  );
}

/**
 * Puts a part of an older version in the place of today's, as a new change. Nothing of the history goes away.
 * @throws AppError as `changeItem`: CONFLICT, and that of a meeting or a § whose text is examined
 */
export async function restoreRevision(
  trx: Kysely<Database>,
  input: { itemId: string; version: number; revisionId: number; part: HistoryPart },
): Promise<{ version: number; meetingId: string; text: HistoryText }> {
  const { itemId, part } = input;
  const known = (await itemHistory(trx, itemId)).some(({ id }) => id === input.revisionId);
  if (!known) throw new AppError('NOT_FOUND', { what: 'revision' });
  const old = await textAt(trx, itemId, part, input.revisionId, false);
  const text = typeof old === 'object' && old !== null ? await withLiveMentions(trx, old) : old;
  const result = await changeItem(trx, {
    itemId,
    version: input.version,
    change: { [part]: text },
  });
  return { ...result, text };
}

/** What was mentioned then may have been removed since: its words stay, its link goes. */
async function withLiveMentions(db: Kysely<Database>, text: RichText): Promise<RichText> {
  const known = await existingMentions(db, mentionsOf(text));
  return withoutMentions(text, (mention) => !known.has(mentionKey(mention)));
}
