/** Community forums (yhteisöfoorumit): what is written of them; they are read by forum-views.ts. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import {
  checkForumStage,
  type ForumEventValues,
  type ForumStageChange,
  type ForumValues,
} from '../model/community-forum.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { inLanguage } from '../model/language.ts';
import { stagesInOrder } from '../model/practice.ts';
import { latestClassificationYear } from './classification.ts';
import { forumOverview, forumRow } from './forum-views.ts';
import { indicatorRow, saveMeasurement } from './indicators.ts';
import { putBackIndexed, removing, type Removal } from './removal.ts';
import { assertItemOf } from './volunteer-action-parts.ts';
import { assertLiving, assertOfBoard, nextCode, organisationsById, setLink, setLinks } from './work-links.ts';

const MEMBERS = { table: 'forum_organisation', owner: 'forum_id', other: 'organisation_id' };
const THEMES = { table: 'forum_theme', owner: 'forum_id', other: 'theme_id' };
const LINKS = {
  action: { table: 'forum_action', owner: 'forum_id', other: 'action_id' },
  practice: { table: 'forum_practice', owner: 'forum_id', other: 'practice_id' },
  decision: { table: 'forum_decision', owner: 'forum_id', other: 'item_id' },
} as const;
export const FORUM_LINKS = ['action', 'practice', 'decision'] as const;

/** @throws AppError INVALID_INPUT with the field when the municipality is not known */
async function columnsOf(trx: Kysely<Database>, values: ForumValues) {
  const year = (await latestClassificationYear(trx)) ?? -1;
  const known = await trx
    .selectFrom('municipality')
    .select('code')
    .where('year', '=', year)
    .where('code', '=', values.municipality)
    .executeTakeFirst();
  if (!known) throw new AppError('INVALID_INPUT', {}, { municipality: 'municipality_unknown' });
  return {
    name: values.name,
    municipality_year: year,
    municipality_code: values.municipality,
    hyte_group: values.hyteGroup,
    description: values.description,
    chair_organisation_id: values.chairOrganisationId,
    chair_person_id: values.chairPersonId,
    chair_role: values.chairRole,
    contact_person_id: values.contactPersonId,
  };
}

async function setParts(
  trx: Kysely<Database>,
  id: string,
  boardId: string,
  values: ForumValues,
): Promise<void> {
  for (const themeId of values.themeIds) await assertOfBoard(trx, 'theme', themeId, boardId);
  await setLinks(trx, MEMBERS, id, values.organisationIds);
  await setLinks(trx, THEMES, id, values.themeIds);
  await indexForum(trx, id);
}

/**
 * A new forum with its first stage.
 * @param today ISO date; null: days are not checked against it
 * @throws AppError ORGANISATION_DISSOLVED, OTHER_BOARD, INVALID_INPUT, and those of `checkForumStage`
 */
export async function createForum(
  trx: Kysely<Database>,
  boardId: string,
  values: ForumValues,
  first: ForumStageChange,
  today: string | null,
): Promise<{ id: string; code: string }> {
  checkForumStage([], first, today);
  const columns = await columnsOf(trx, values);
  await assertLiving(trx, {
    chairOrganisationId: [values.chairOrganisationId],
    organisationIds: values.organisationIds,
  });
  const id = newId();
  const code = await nextCode(trx, 'community_forum', boardId, 'YF');
  await trx
    .insertInto('community_forum')
    .values({ id, board_id: boardId, code, ...columns })
    .execute();
  await setParts(trx, id, boardId, values);
  await insertStage(trx, id, boardId, first);
  return { id, code };
}

/** @throws AppError NOT_FOUND, CONFLICT, ORGANISATION_DISSOLVED, OTHER_BOARD, INVALID_INPUT */
export async function updateForum(
  trx: Kysely<Database>,
  change: { id: string; version: number; values: ForumValues },
): Promise<{ version: number }> {
  const row = await forumRow(trx, change.id);
  if (row.version !== change.version) throw new AppError('CONFLICT', { what: 'community_forum' });
  const { values } = change;
  const before = await trx
    .selectFrom('forum_organisation')
    .select('organisation_id')
    .where('forum_id', '=', row.id)
    .execute();
  await assertLiving(
    trx,
    { chairOrganisationId: [values.chairOrganisationId], organisationIds: values.organisationIds },
    [row.chair_organisation_id ?? '', ...before.map((one) => one.organisation_id)],
  );
  const version = row.version + 1;
  await trx
    .updateTable('community_forum')
    .set({ ...(await columnsOf(trx, values)), version })
    .where('id', '=', row.id)
    .execute();
  await setParts(trx, row.id, row.board_id, values);
  return { version };
}

/** Removes a forum with all that was noted of it; `restoreForum` undoes it. @throws AppError NOT_FOUND */
export async function removeForum(trx: Kysely<Database>, id: string): Promise<Removal> {
  await forumRow(trx, id);
  await removeSearchEntry(trx, 'community_forum', id);
  return await removing(
    trx,
    async () => void (await trx.deleteFrom('community_forum').where('id', '=', id).execute()),
  );
}

/** @throws AppError REMOVAL_UNKNOWN */
export async function restoreForum(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  await putBackIndexed(trx, removal, procedure, 'community_forum', indexForum);
}

async function insertStage(
  trx: Kysely<Database>,
  forumId: string,
  boardId: string,
  change: ForumStageChange,
): Promise<string> {
  if (change.itemId !== null) await assertItemOf(trx, change.itemId, boardId);
  const id = newId();
  await trx
    .insertInto('forum_stage')
    .values({
      id,
      forum_id: forumId,
      stage: change.stage,
      changed_on: change.changedOn,
      ground: change.ground,
      decided_by: change.decidedBy,
      item_id: change.itemId,
    })
    .execute();
  return id;
}

const stagesOf = async (trx: Kysely<Database>, forumId: string) =>
  await trx
    .selectFrom('forum_stage')
    .select(['id', 'stage', 'changed_on as changedOn'])
    .where('forum_id', '=', forumId)
    .execute();

/**
 * Notes a change of stage: made permanent, ended, begun anew.
 * @param today ISO date; null: days are not checked against it
 * @throws AppError NOT_FOUND, OTHER_BOARD, and those of `checkForumStage`
 */
export async function changeForumStage(
  trx: Kysely<Database>,
  input: { forumId: string; change: ForumStageChange },
  today: string | null,
): Promise<{ id: string }> {
  const forum = await forumRow(trx, input.forumId);
  checkForumStage(await stagesOf(trx, forum.id), input.change, today);
  return { id: await insertStage(trx, forum.id, forum.board_id, input.change) };
}

/** Takes the latest change of stage back; the first one stays. @throws AppError NOT_FOUND, STAGE_NOT_LATEST */
export async function undoForumStage(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await trx.selectFrom('forum_stage').select('forum_id').where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'forum_stage' });
  const rows = await stagesOf(trx, row.forum_id);
  if (rows.length < 2 || stagesInOrder(rows).at(-1)?.id !== id) throw new AppError('STAGE_NOT_LATEST');
  await trx.deleteFrom('forum_stage').where('id', '=', id).execute();
}

/** Adds a meeting or an event, or changes one. @throws AppError NOT_FOUND */
export async function saveForumEvent(
  trx: Kysely<Database>,
  input: { id: string | null; forumId: string; values: ForumEventValues },
): Promise<{ id: string }> {
  await forumRow(trx, input.forumId);
  const { heldOn, ...rest } = input.values;
  const columns = { held_on: heldOn, ...rest };
  if (input.id === null) {
    const id = newId();
    await trx
      .insertInto('forum_event')
      .values({ id, forum_id: input.forumId, ...columns })
      .execute();
    return { id };
  }
  const { numUpdatedRows } = await trx
    .updateTable('forum_event')
    .set(columns)
    .where('id', '=', input.id)
    .where('forum_id', '=', input.forumId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('NOT_FOUND', { what: 'forum_event' });
  return { id: input.id };
}

/** @throws AppError NOT_FOUND */
export async function removeForumEvent(trx: Kysely<Database>, id: string): Promise<Removal> {
  return await removing(trx, async () => {
    const { numDeletedRows } = await trx.deleteFrom('forum_event').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows === 0n) throw new AppError('NOT_FOUND', { what: 'forum_event' });
  });
}

/** Ties an action, a practice or a § to a forum, or unties it. @throws AppError NOT_FOUND, OTHER_BOARD */
export async function setForumLink(
  trx: Kysely<Database>,
  input: { forumId: string; kind: (typeof FORUM_LINKS)[number]; otherId: string; isLinked: boolean },
): Promise<void> {
  const { board_id: boardId } = await forumRow(trx, input.forumId);
  if (input.kind === 'decision') await assertItemOf(trx, input.otherId, boardId);
  else
    await assertOfBoard(
      trx,
      input.kind === 'action' ? 'volunteer_action' : 'practice',
      input.otherId,
      boardId,
    );
  await setLink(trx, LINKS[input.kind], {
    ownerId: input.forumId,
    otherId: input.otherId,
    isLinked: input.isLinked,
  });
}

/** Chooses the indicator that the forums of a board feed; null: none. @throws AppError NOT_FOUND, OTHER_BOARD */
export async function setForumIndicator(
  trx: Kysely<Database>,
  input: { boardId: string; indicatorId: string | null },
): Promise<void> {
  await trx.deleteFrom('forum_indicator').where('board_id', '=', input.boardId).execute();
  if (input.indicatorId === null) return;
  const indicator = await indicatorRow(trx, input.indicatorId);
  if (indicator.board_id !== input.boardId) throw new AppError('OTHER_BOARD');
  await trx
    .insertInto('forum_indicator')
    .values({ board_id: input.boardId, indicator_id: indicator.id })
    .execute();
}

/**
 * Notes in how many municipalities a forum is at work today as a measurement of the chosen indicator; its source names the
 * forums.
 * @param today ISO date
 * @throws AppError NOT_FOUND when none is chosen, MEASURED_ALREADY
 */
export async function measureForums(
  trx: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<{ id: string; value: number }> {
  const { indicator, working } = await forumOverview(trx, boardId, today);
  if (indicator === null) throw new AppError('NOT_FOUND', { what: 'indicator' });
  const { id } = await saveMeasurement(trx, {
    id: null,
    indicatorId: indicator.id,
    values: { measuredOn: today, value: working.count, source: working.codes.join(', '), note: '' },
  });
  return { id, value: working.count };
}

/** Brings a forum's search entry in step. */
export async function indexForum(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await forumRow(trx, id);
  const place = await trx
    .selectFrom('municipality')
    .select(['name_fi', 'name_sv'])
    .where('year', '=', row.municipality_year)
    .where('code', '=', row.municipality_code)
    .executeTakeFirst();
  const members = await trx
    .selectFrom('forum_organisation')
    .select('organisation_id')
    .where('forum_id', '=', id)
    .execute();
  const names = await organisationsById(trx, [
    row.chair_organisation_id ?? '',
    ...members.map((one) => one.organisation_id),
  ]);
  await putSearchEntry(trx, {
    entity: 'community_forum',
    entityId: id,
    boardId: row.board_id,
    title: `${row.code} ${row.name}`,
    body: row.description,
    context: [
      place?.name_fi ?? '',
      place?.name_sv ?? '',
      row.hyte_group,
      row.chair_role,
      ...[...names.values()].map((one) => inLanguage(one.name, 'fi')),
    ]
      .filter((part) => part !== '')
      .join('\n'),
    sortDate: null,
  });
}
