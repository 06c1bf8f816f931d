/** The list of ideas (asialista) of a board. */
import type { Kysely, Selectable } from 'kysely';
import type * as v from 'valibot';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { ideaState, type ideaInputSchema, type IdeaView } from '../model/idea.ts';
import { newId } from '../model/identity.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { itemReferences } from './item-references.ts';

type IdeaValues = v.InferOutput<typeof ideaInputSchema>;
type IdeaRow = Selectable<Database['idea']>;

/** Every idea of a board, the newest first, with what came of it. */
export async function listIdeas(db: Kysely<Database>, boardId: string): Promise<IdeaView[]> {
  const rows = await db
    .selectFrom('idea')
    .leftJoin('person', 'person.id', 'idea.proposer_person_id')
    .leftJoin('organisation', 'organisation.id', 'idea.proposer_organisation_id')
    .leftJoin('meeting', 'meeting.id', 'idea.wanted_meeting_id')
    .leftJoin('item_origin', 'item_origin.idea_id', 'idea.id')
    .leftJoin('agenda_item', 'agenda_item.id', 'item_origin.item_id')
    .selectAll('idea')
    .select([
      'person.name as personName',
      'organisation.name_fi as organisationName',
      'meeting.number',
      'meeting.year',
      'agenda_item.id as itemId',
      'agenda_item.meeting_id as itemMeetingId',
    ])
    .where('idea.board_id', '=', boardId)
    .orderBy('idea.id', 'desc')
    .execute();
  const references = await itemReferences(
    db,
    rows.flatMap((row) => row.itemId ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    text: row.text,
    proposer: [row.personName, row.organisationName].filter((name) => name !== null).join(', ') || null,
    proposerPerson:
      row.proposer_person_id === null ? null : { id: row.proposer_person_id, name: row.personName ?? '' },
    proposerOrganisation:
      row.proposer_organisation_id === null
        ? null
        : { id: row.proposer_organisation_id, name: row.organisationName ?? '' },
    wantedMeetingId: row.wanted_meeting_id,
    wantedMeeting:
      row.number === null || row.year === null
        ? null
        : meetingNumberText({ number: row.number, year: row.year }),
    wantedOn: row.wanted_on,
    createdOn: row.created_on,
    state: ideaState({ itemId: row.itemId, rejectedOn: row.rejected_on }),
    rejectionReason: row.rejection_reason,
    takenIn:
      row.itemId === null || row.itemMeetingId === null
        ? null
        : {
            itemId: row.itemId,
            meetingId: row.itemMeetingId,
            reference: references.get(row.itemId) ?? '',
          },
    version: row.version,
  }));
}

/** @param today ISO date */
export async function createIdea(
  trx: Kysely<Database>,
  boardId: string,
  values: IdeaValues,
  today: string,
): Promise<{ id: string }> {
  const id = newId();
  await trx
    .insertInto('idea')
    .values({ id, board_id: boardId, ...(await columnsOf(trx, boardId, values)), created_on: today })
    .execute();
  await indexIdea(trx, id);
  return { id };
}

/** @throws AppError NOT_FOUND, CONFLICT */
export async function updateIdea(
  trx: Kysely<Database>,
  change: { id: string; version: number; values: IdeaValues },
): Promise<{ version: number }> {
  const row = await ideaRow(trx, change.id, change.version);
  const version = row.version + 1;
  await trx
    .updateTable('idea')
    .set({ ...(await columnsOf(trx, row.board_id, change.values)), version })
    .where('id', '=', row.id)
    .execute();
  await indexIdea(trx, row.id);
  return { version };
}

/**
 * Rejects an idea (hylätään), with the reason.
 * @param today ISO date
 * @throws AppError NOT_FOUND, CONFLICT, IDEA_TAKEN
 */
export async function rejectIdea(
  trx: Kysely<Database>,
  input: { id: string; version: number; reason: string },
  today: string,
): Promise<{ version: number }> {
  const row = await ideaRow(trx, input.id, input.version);
  await assertNotTaken(trx, row.id);
  const version = row.version + 1;
  await trx
    .updateTable('idea')
    .set({ rejected_on: today, rejection_reason: input.reason, version })
    .where('id', '=', row.id)
    .execute();
  return { version };
}

/** Opens a rejected idea again. @throws AppError NOT_FOUND, CONFLICT */
export async function reopenIdea(
  trx: Kysely<Database>,
  input: { id: string; version: number },
): Promise<{ version: number }> {
  const row = await ideaRow(trx, input.id, input.version);
  const version = row.version + 1;
  await trx
    .updateTable('idea')
    .set({ rejected_on: null, rejection_reason: '', version })
    .where('id', '=', row.id)
    .execute();
  return { version };
}

/** Removes an idea of which no item came. @throws AppError NOT_FOUND, IDEA_TAKEN */
export async function removeIdea(
  trx: Kysely<Database>,
  id: string,
): Promise<{ boardId: string; values: IdeaValues }> {
  const row = await ideaRow(trx, id, null);
  await assertNotTaken(trx, id);
  await trx.deleteFrom('idea').where('id', '=', id).execute();
  await removeSearchEntry(trx, 'idea', id);
  return {
    boardId: row.board_id,
    values: {
      title: row.title,
      text: row.text,
      proposerPersonId: row.proposer_person_id,
      proposerOrganisationId: row.proposer_organisation_id,
      wantedMeetingId: row.wanted_meeting_id,
      wantedOn: row.wanted_on,
    },
  };
}

async function assertNotTaken(trx: Kysely<Database>, ideaId: string): Promise<void> {
  const taken = await trx
    .selectFrom('item_origin')
    .select('item_id')
    .where('idea_id', '=', ideaId)
    .executeTakeFirst();
  if (taken) throw new AppError('IDEA_TAKEN');
}

async function ideaRow(trx: Kysely<Database>, id: string, version: number | null): Promise<IdeaRow> {
  const row = await trx.selectFrom('idea').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'idea' });
  if (version !== null && row.version !== version) throw new AppError('CONFLICT', { what: 'idea' });
  return row;
}

/** @throws AppError OTHER_BOARD when the wanted meeting is another board's */
async function columnsOf(trx: Kysely<Database>, boardId: string, values: IdeaValues) {
  if (values.wantedMeetingId !== null) {
    const meeting = await trx
      .selectFrom('meeting')
      .select('board_id')
      .where('id', '=', values.wantedMeetingId)
      .executeTakeFirst();
    if (meeting && meeting.board_id !== boardId) throw new AppError('OTHER_BOARD');
  }
  return {
    title: values.title,
    text: values.text,
    proposer_person_id: values.proposerPersonId,
    proposer_organisation_id: values.proposerOrganisationId,
    wanted_meeting_id: values.wantedMeetingId,
    wanted_on: values.wantedOn,
  };
}

/** What the search finds an idea by. Without a day: what is on an agenda comes before it. */
export async function indexIdea(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await ideaRow(trx, id, null);
  await putSearchEntry(trx, {
    entity: 'idea',
    entityId: id,
    boardId: row.board_id,
    title: row.title,
    body: row.text,
    sortDate: null,
  });
}
