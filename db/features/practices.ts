/** Good practices (hyvät käytännöt): what is written of them; they are read by practice-views.ts. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { inLanguage } from '../model/language.ts';
import {
  checkPracticeStage,
  stageOn,
  stagesInOrder,
  type PracticeStageChange,
  type PracticeTrainingValues,
  type PracticeValues,
} from '../model/practice.ts';
import { latestClassificationYear } from './classification.ts';
import { practiceFacts } from './practice-places.ts';
import { practiceRow } from './practice-views.ts';
import { putBackIndexed, removing, type Removal } from './removal.ts';
import { assertItemOf } from './volunteer-action-parts.ts';
import { assertLiving, assertOfBoard, nextCode, organisationsById, setLink, setLinks } from './work-links.ts';

const PARTNERS = { table: 'practice_organisation', owner: 'practice_id', other: 'organisation_id' };
const LINKS = {
  action: { table: 'practice_action', owner: 'practice_id', other: 'action_id' },
  decision: { table: 'practice_decision', owner: 'practice_id', other: 'item_id' },
} as const;
export const PRACTICE_LINKS = ['action', 'decision'] as const;

const columnsOf = (values: PracticeValues) => ({
  name: values.name,
  description: values.description,
  source: values.source,
  owner_organisation_id: values.ownerOrganisationId,
  owner_name: values.ownerName,
  contact_person_id: values.contactPersonId,
  theme_id: values.themeId,
});

/**
 * A new practice with its first stage.
 * @throws AppError ORGANISATION_DISSOLVED, OTHER_BOARD, and those of `checkPracticeStage`
 */
export async function createPractice(
  trx: Kysely<Database>,
  boardId: string,
  values: PracticeValues,
  first: PracticeStageChange,
  today: string | null,
): Promise<{ id: string; code: string }> {
  checkPracticeStage({ isMunicipal: false, rows: [], offeredOn: null }, first, today);
  const id = newId();
  const code = await nextCode(trx, 'practice', boardId, 'HK');
  await assertLiving(trx, {
    ownerOrganisationId: [values.ownerOrganisationId],
    organisationIds: values.organisationIds,
  });
  if (values.themeId !== null) await assertOfBoard(trx, 'theme', values.themeId, boardId);
  await trx
    .insertInto('practice')
    .values({ id, board_id: boardId, code, ...columnsOf(values) })
    .execute();
  await setLinks(trx, PARTNERS, id, values.organisationIds);
  await insertStage(trx, id, null, first);
  await indexPractice(trx, id);
  return { id, code };
}

/** @throws AppError NOT_FOUND, CONFLICT, ORGANISATION_DISSOLVED, OTHER_BOARD */
export async function updatePractice(
  trx: Kysely<Database>,
  change: { id: string; version: number; values: PracticeValues },
): Promise<{ version: number }> {
  const row = await practiceRow(trx, change.id);
  if (row.version !== change.version) throw new AppError('CONFLICT', { what: 'practice' });
  const { values } = change;
  const partners = await trx
    .selectFrom('practice_organisation')
    .select('organisation_id')
    .where('practice_id', '=', row.id)
    .execute();
  await assertLiving(
    trx,
    { ownerOrganisationId: [values.ownerOrganisationId], organisationIds: values.organisationIds },
    [row.owner_organisation_id ?? '', ...partners.map((one) => one.organisation_id)],
  );
  if (values.themeId !== null) await assertOfBoard(trx, 'theme', values.themeId, row.board_id);
  const version = row.version + 1;
  await trx
    .updateTable('practice')
    .set({ ...columnsOf(values), version })
    .where('id', '=', row.id)
    .execute();
  await setLinks(trx, PARTNERS, row.id, values.organisationIds);
  await indexPractice(trx, row.id);
  return { version };
}

/** Removes a practice with all that was noted of it; `restorePractice` undoes it. @throws AppError NOT_FOUND */
export async function removePractice(trx: Kysely<Database>, id: string): Promise<Removal> {
  await practiceRow(trx, id);
  await removeSearchEntry(trx, 'practice', id);
  return await removing(
    trx,
    async () => void (await trx.deleteFrom('practice').where('id', '=', id).execute()),
  );
}

/** @throws AppError REMOVAL_UNKNOWN */
export async function restorePractice(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  await putBackIndexed(trx, removal, procedure, 'practice', indexPractice);
}

async function insertStage(
  trx: Kysely<Database>,
  practiceId: string,
  code: string | null,
  change: PracticeStageChange,
): Promise<string> {
  const id = newId();
  await trx
    .insertInto('practice_stage')
    .values({
      id,
      practice_id: practiceId,
      municipality_year: code === null ? null : await latestClassificationYear(trx),
      municipality_code: code,
      stage: change.stage,
      changed_on: change.changedOn,
      ground: change.ground,
      decided_by: change.decidedBy,
      reason: change.reason,
      item_id: change.itemId,
    })
    .execute();
  return id;
}

/**
 * Notes a change of stage: of the practice itself, or in municipalities, all or none.
 * @param input municipalities: codes; none means the practice itself
 * @param today ISO date; null: days are not checked against it
 * @throws AppError NOT_FOUND, MUNICIPALITY_UNKNOWN, OTHER_BOARD, and those of `checkPracticeStage`
 */
export async function changePracticeStage(
  trx: Kysely<Database>,
  input: { practiceId: string; municipalities: readonly string[]; change: PracticeStageChange },
  today: string | null,
): Promise<{ ids: string[] }> {
  const { change } = input;
  const practice = await practiceRow(trx, input.practiceId);
  if (change.itemId !== null) await assertItemOf(trx, change.itemId, practice.board_id);
  const stages = await trx
    .selectFrom('practice_stage')
    .selectAll()
    .where('practice_id', '=', practice.id)
    .execute();
  const rowsOf = (code: string | null) =>
    stages.filter((stage) => stage.municipality_code === code).map(practiceFacts);
  const own = stageOn(rowsOf(null), change.changedOn);
  const ids: string[] = [];
  for (const code of input.municipalities.length === 0 ? [null] : new Set(input.municipalities)) {
    if (code !== null) await assertMunicipality(trx, code);
    const facts = {
      isMunicipal: code !== null,
      rows: rowsOf(code),
      offeredOn: own?.stage === 'offered' ? own.changedOn : null,
    };
    checkPracticeStage(facts, change, today);
    ids.push(await insertStage(trx, practice.id, code, change));
  }
  return { ids };
}

async function assertMunicipality(trx: Kysely<Database>, code: string): Promise<void> {
  const known = await trx
    .selectFrom('municipality')
    .select('code')
    .where('year', '=', (await latestClassificationYear(trx)) ?? -1)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!known) throw new AppError('INVALID_INPUT', {}, { municipalities: 'municipality_unknown' });
}

/**
 * Takes latest changes of stage back; the practice's first one stays.
 * @throws AppError NOT_FOUND, STAGE_NOT_LATEST
 */
export async function undoPracticeStages(trx: Kysely<Database>, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const row = await trx.selectFrom('practice_stage').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new AppError('NOT_FOUND', { what: 'practice_stage' });
    const rows = await trx
      .selectFrom('practice_stage')
      .select(['id', 'changed_on as changedOn'])
      .where('practice_id', '=', row.practice_id)
      .where('municipality_code', 'is', row.municipality_code)
      .execute();
    if ((row.municipality_code === null && rows.length < 2) || stagesInOrder(rows).at(-1)?.id !== id)
      throw new AppError('STAGE_NOT_LATEST');
    await trx.deleteFrom('practice_stage').where('id', '=', id).execute();
  }
}

/** Ties an action or a § to a practice, or unties it. @throws AppError NOT_FOUND, OTHER_BOARD */
export async function setPracticeLink(
  trx: Kysely<Database>,
  input: {
    practiceId: string;
    kind: (typeof PRACTICE_LINKS)[number];
    otherId: string;
    isLinked: boolean;
  },
): Promise<void> {
  const practice = await practiceRow(trx, input.practiceId);
  if (input.kind === 'action') await assertOfBoard(trx, 'volunteer_action', input.otherId, practice.board_id);
  else await assertItemOf(trx, input.otherId, practice.board_id);
  await setLink(trx, LINKS[input.kind], {
    ownerId: input.practiceId,
    otherId: input.otherId,
    isLinked: input.isLinked,
  });
}

/** Adds a training, or changes one. @throws AppError NOT_FOUND, INVALID_INPUT with the field */
export async function saveTraining(
  trx: Kysely<Database>,
  input: { id: string | null; practiceId: string; values: PracticeTrainingValues },
): Promise<{ id: string }> {
  await practiceRow(trx, input.practiceId);
  const { heldOn, title, municipality, participants, note } = input.values;
  if (municipality !== null) await assertMunicipality(trx, municipality);
  const columns = {
    held_on: heldOn,
    title,
    municipality_year: municipality === null ? null : await latestClassificationYear(trx),
    municipality_code: municipality,
    participants,
    note,
  };
  if (input.id === null) {
    const id = newId();
    await trx
      .insertInto('practice_training')
      .values({ id, practice_id: input.practiceId, ...columns })
      .execute();
    return { id };
  }
  const { numUpdatedRows } = await trx
    .updateTable('practice_training')
    .set(columns)
    .where('id', '=', input.id)
    .where('practice_id', '=', input.practiceId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('NOT_FOUND', { what: 'practice_training' });
  return { id: input.id };
}

/** @throws AppError NOT_FOUND */
export async function removeTraining(trx: Kysely<Database>, id: string): Promise<Removal> {
  return await removing(trx, async () => {
    const { numDeletedRows } = await trx
      .deleteFrom('practice_training')
      .where('id', '=', id)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new AppError('NOT_FOUND', { what: 'practice_training' });
  });
}

/** Brings a practice's search entry in step. */
export async function indexPractice(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await practiceRow(trx, id);
  const owner = row.owner_organisation_id;
  const names = owner === null ? [] : [...(await organisationsById(trx, [owner])).values()];
  await putSearchEntry(trx, {
    entity: 'practice',
    entityId: id,
    boardId: row.board_id,
    title: `${row.code} ${row.name}`,
    body: row.description,
    context: [row.source, row.owner_name, ...names.map((one) => inLanguage(one.name, 'fi'))]
      .filter((part) => part !== '')
      .join('\n'),
    sortDate: null,
  });
}
