/** Keeps the search index in step with what it is about. */
import type { Kysely } from 'kysely';
import { putSearchEntry } from '../core/search.ts';
import type { Database } from '../core/schema.ts';
import { plainText, type Mention } from '../model/rich-text.ts';
import { itemReferenceText } from '../model/numbering.ts';
import { indexIdea } from './ideas.ts';
import { parseText } from './meeting-rows.ts';
import { mentionedNames, mentionPlaces, syncMentions } from './mentions.ts';
import { indexOldMinutes } from './old-minutes.ts';
import { reindexRegister } from './board-search.ts';
import { rulesOn } from './rules-in-force.ts';
import { indexReport } from './annual-reports.ts';
import { reindexWork } from './work-search.ts';

/** A meeting and all its items. */
export async function indexMeeting(trx: Kysely<Database>, meetingId: string): Promise<void> {
  const meeting = await trx
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', meetingId)
    .executeTakeFirstOrThrow();
  const board = await trx
    .selectFrom('board')
    .selectAll()
    .where('id', '=', meeting.board_id)
    .executeTakeFirstOrThrow();
  await putSearchEntry(trx, {
    entity: 'meeting',
    entityId: meeting.id,
    boardId: meeting.board_id,
    title: `${board.short_name} ${meeting.number}/${meeting.year}`,
    body: [meeting.place, meeting.diary_number ?? ''].join(' '),
    context: board.name_fi,
    sortDate: meeting.held_on,
  });
  const items = await trx
    .selectFrom('agenda_item')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .execute();
  for (const item of items) await indexItem(trx, item.id);
}

/** One item with all its texts; what they mention is brought in step, too. */
export async function indexItem(trx: Kysely<Database>, itemId: string): Promise<void> {
  const item = await trx
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .selectAll('agenda_item')
    .select(['meeting.board_id', 'meeting.held_on', 'meeting.number', 'meeting.year'])
    .where('agenda_item.id', '=', itemId)
    .executeTakeFirstOrThrow();
  await syncMentions(trx, item);
  const mentioned = await mentionedNames(trx, itemId);
  const proposals = await trx.selectFrom('proposal').select('text').where('item_id', '=', itemId).execute();
  const dissents = await trx.selectFrom('dissent').select('reasons').where('item_id', '=', itemId).execute();
  await putSearchEntry(trx, {
    entity: 'item',
    entityId: item.id,
    boardId: item.board_id,
    title: item.title,
    body: [
      item.diary_number ?? '',
      ...[item.account, item.proposal, item.proceedings, item.decision].map((text) =>
        plainText(parseText(text)),
      ),
      ...proposals.map((row) => row.text),
      ...dissents.map((row) => row.reasons),
      ...(JSON.parse(item.reference_codes) as string[]),
    ]
      .filter((text) => text !== '')
      .join('\n'),
    context: [
      itemReferenceText(item, item.section, (await rulesOn(trx, item.board_id, item.held_on)).profile),
      ...mentioned,
    ].join('\n'),
    sortDate: item.held_on,
  });
}

/** The items that mention it, after it was renamed: they are found by the new name, and still say the old one. */
export async function indexMentioning(trx: Kysely<Database>, mention: Mention): Promise<void> {
  for (const { itemId } of await mentionPlaces(trx, mention)) await indexItem(trx, itemId);
}

/** One follow-up task. */
export async function indexTask(trx: Kysely<Database>, taskId: string): Promise<void> {
  const task = await trx.selectFrom('task').selectAll().where('id', '=', taskId).executeTakeFirstOrThrow();
  await putSearchEntry(trx, {
    entity: 'task',
    entityId: task.id,
    boardId: task.board_id,
    title: `${task.code} ${task.title}`,
    body: task.result,
    context: task.decided_reference,
    sortDate: task.due_on,
  });
}

/** Everything, after an import. */
export async function reindexAll(trx: Kysely<Database>): Promise<void> {
  await reindexRegister(trx);
  for (const { id } of await trx.selectFrom('meeting').select('id').execute()) await indexMeeting(trx, id);
  for (const { id } of await trx.selectFrom('task').select('id').execute()) await indexTask(trx, id);
  for (const { id } of await trx.selectFrom('idea').select('id').execute()) await indexIdea(trx, id);
  for (const { id } of await trx.selectFrom('old_minutes').select('id').execute())
    await indexOldMinutes(trx, id);
  await reindexWork(trx);
  for (const { id } of await trx.selectFrom('annual_report').select('id').execute())
    await indexReport(trx, id);
}
