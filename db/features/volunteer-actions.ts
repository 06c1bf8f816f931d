/** Volunteer actions (vapaaehtoistoiminnot): the list and what one is made of. Its parts are in volunteer-action-parts.ts. */
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { LocalisedText } from '../model/language.ts';
import type { OrganisationState } from '../model/organisation.ts';
import type { ParticipationType } from '../model/participation.ts';
import type { LifeCourse } from '../model/register-card.ts';
import {
  actionFlags,
  checkStageChange,
  currentStage,
  eventTotals,
  inOrder,
  type ActionFlag,
  type ActionStage,
  type ActionValues,
  type StageChange,
  type VolunteerBand,
} from '../model/volunteer-action.ts';
import { latestClassificationYear } from './classification.ts';
import { participationOf, setParticipation } from './participation.ts';
import { assertLiving, nextCode } from './work-links.ts';

export interface ActionOrganisation {
  id: string;
  name: LocalisedText;
  state: OrganisationState;
  endedOn: string | null;
}

/** One action as the list shows it. */
export interface ActionRow {
  id: string;
  code: string;
  name: string;
  theme: { id: string; name: string } | null;
  stage: ActionStage;
  /** Since when it is in this stage; null: an idea that nobody has dated. */
  stageSince: string | null;
  lead: ActionOrganisation | null;
  partners: ActionOrganisation[];
  fields: { id: string; name: LocalisedText }[];
  municipalities: { code: string; name: LocalisedText }[];
  lifeCourses: LifeCourse[];
  participation: ParticipationType[];
  volunteerBand: VolunteerBand | null;
  volunteerCount: number | null;
  startsOn: string | null;
  endsOn: string | null;
  totals: ReturnType<typeof eventTotals>;
  flags: ActionFlag[];
}

type Row = Selectable<Database['volunteer_action']>;

const codes = new Intl.Collator('fi', { numeric: true });
/** VT-2 before VT-10. */
export const byCode = (a: { code: string }, b: { code: string }): number => codes.compare(a.code, b.code);

/**
 * Actions of a board by their code.
 * @param today ISO date, for the flags
 */
export async function listActions(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<ActionRow[]> {
  const rows = await db.selectFrom('volunteer_action').selectAll().where('board_id', '=', boardId).execute();
  return (await actionRows(db, rows, today)).sort(byCode);
}

/** Rows with all that belongs to them, in a few queries however many there are. */
export async function actionRows(
  db: Kysely<Database>,
  rows: readonly Row[],
  today: string,
): Promise<ActionRow[]> {
  if (rows.length === 0) return [];
  const ids = sql<string>`(select value from json_each(${JSON.stringify(rows.map((row) => row.id))}))`;
  const partners = grouped(
    await db
      .selectFrom('volunteer_action_partner')
      .select(['action_id', 'organisation_id'])
      .where('action_id', 'in', ids)
      .execute(),
  );
  const organisationIds = new Set([
    ...rows.flatMap((row) => row.lead_organisation_id ?? []),
    ...[...partners.values()].flat().map((one) => one.organisation_id),
  ]);
  // In the order of their names, which is that of the partners of each action.
  const organisations = new Map(
    (
      await db
        .selectFrom('organisation')
        .select(['id', 'name_fi', 'name_sv', 'name_en', 'state', 'ended_on'])
        .where(
          'id',
          'in',
          sql<string>`(select value from json_each(${JSON.stringify([...organisationIds])}))`,
        )
        .orderBy('sort_key')
        .execute()
    ).map((row): [string, ActionOrganisation] => [
      row.id,
      {
        id: row.id,
        name: { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
        state: row.state,
        endedOn: row.ended_on,
      },
    ]),
  );
  const places = new Map([...organisations.keys()].map((id, place) => [id, place]));
  // One object for each field and municipality: a thousand rows that name the same ones are sent as such.
  const fieldsById = new Map(
    (
      await db
        .selectFrom('field')
        .select(['id', 'name_fi', 'name_sv', 'name_en'])
        .orderBy('position')
        .execute()
    ).map((one, place) => [
      one.id,
      { place, view: { id: one.id, name: { fi: one.name_fi, sv: one.name_sv, en: one.name_en } } },
    ]),
  );
  const fields = grouped(
    await db
      .selectFrom('volunteer_action_field')
      .select(['action_id', 'field_id'])
      .where('action_id', 'in', ids)
      .execute(),
  );
  const municipalitiesByKey = new Map(
    (
      await db
        .selectFrom('municipality')
        .select(['year', 'code', 'name_fi', 'name_sv'])
        .orderBy('name_fi')
        .execute()
    ).map((one, place) => [
      `${one.year} ${one.code}`,
      { place, view: { code: one.code, name: { fi: one.name_fi, sv: one.name_sv } } },
    ]),
  );
  const municipalities = grouped(
    await db
      .selectFrom('volunteer_action_municipality')
      .select(['action_id', 'year', 'code'])
      .where('action_id', 'in', ids)
      .execute(),
  );
  const stages = grouped(
    await db.selectFrom('volunteer_action_stage').selectAll().where('action_id', 'in', ids).execute(),
  );
  const events = grouped(
    await db
      .selectFrom('volunteer_action_event')
      .select(['action_id', 'held_on', 'participants', 'volunteers', 'hours'])
      .where('action_id', 'in', ids)
      .execute(),
  );
  const targets = grouped(
    await db
      .selectFrom('volunteer_action_target')
      .select(['action_id', 'kind'])
      .where('action_id', 'in', ids)
      .where('kind', '=', 'direct')
      .execute(),
  );
  const participation = await participationOf(db, 'action_id');
  const themes = new Map(
    (await db.selectFrom('theme').select(['id', 'name']).execute()).map((row) => [row.id, row]),
  );
  return rows.map((row) => {
    const changes = (stages.get(row.id) ?? []).map((one) => ({
      id: one.id,
      stage: one.stage,
      changedOn: one.changed_on,
    }));
    const lead = organisations.get(row.lead_organisation_id ?? '') ?? null;
    const own = (partners.get(row.id) ?? [])
      .toSorted((a, b) => (places.get(a.organisation_id) ?? 0) - (places.get(b.organisation_id) ?? 0))
      .flatMap((one) => organisations.get(one.organisation_id) ?? []);
    const stage = currentStage(changes);
    const plain = ({ name, state, endedOn }: ActionOrganisation) => ({ name: name.fi, state, endedOn });
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      theme: themes.get(row.theme_id ?? '') ?? null,
      stage,
      stageSince: inOrder(changes).at(-1)?.changedOn ?? null,
      lead,
      partners: own,
      fields: inPlace((fields.get(row.id) ?? []).flatMap((one) => fieldsById.get(one.field_id) ?? [])),
      municipalities: inPlace(
        (municipalities.get(row.id) ?? []).flatMap(
          (one) => municipalitiesByKey.get(`${one.year} ${one.code}`) ?? [],
        ),
      ),
      lifeCourses: JSON.parse(row.life_courses) as LifeCourse[],
      participation: participation.get(row.id) ?? [],
      volunteerBand: row.volunteer_band,
      volunteerCount: row.volunteer_count,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      totals: eventTotals(
        (events.get(row.id) ?? []).map((one) => ({
          heldOn: one.held_on,
          participants: one.participants,
          volunteers: one.volunteers,
          hours: one.hours,
        })),
      ),
      flags: actionFlags(
        {
          stage,
          fieldCount: fields.get(row.id)?.length ?? 0,
          lead: lead && plain(lead),
          partners: own.map(plain),
          endsOn: row.ends_on,
          directTargets: targets.get(row.id)?.length ?? 0,
        },
        today,
      ),
    };
  });
}

/** What is looked up, in the order of the list that it comes from. */
function inPlace<View>(found: readonly { place: number; view: View }[]): View[] {
  return found.toSorted((a, b) => a.place - b.place).map(({ view }) => view);
}

function grouped<One extends { action_id: string }>(rows: readonly One[]): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const row of rows) {
    const group = groups.get(row.action_id);
    if (group) group.push(row);
    else groups.set(row.action_id, [row]);
  }
  return groups;
}

/**
 * Notes a new action; its code is `VT-<n>`, the next of the board.
 * @param today ISO date
 * @throws AppError ORGANISATION_DISSOLVED, STAGE_IN_FUTURE
 */
export async function createAction(
  trx: Kysely<Database>,
  boardId: string,
  values: ActionValues,
  first: StageChange,
  today: string,
): Promise<{ id: string; code: string }> {
  checkStageChange([], first, today);
  const id = newId();
  const code = await nextCode(trx, 'volunteer_action', boardId, 'VT');
  await assertLiving(trx, { leadOrganisationId: [values.leadOrganisationId], partnerIds: values.partnerIds });
  await trx
    .insertInto('volunteer_action')
    .values({ id, board_id: boardId, code, ...columnsOf(values) })
    .execute();
  await putParts(trx, id, values);
  await trx
    .insertInto('volunteer_action_stage')
    .values({
      id: newId(),
      action_id: id,
      stage: first.stage,
      changed_on: first.changedOn,
      ground: first.ground,
      item_id: first.itemId,
    })
    .execute();
  await indexAction(trx, id);
  return { id, code };
}

/** @throws AppError NOT_FOUND, CONFLICT, ORGANISATION_DISSOLVED */
export async function updateAction(
  trx: Kysely<Database>,
  change: { id: string; version: number; values: ActionValues },
): Promise<{ version: number }> {
  const row = await actionRow(trx, change.id);
  if (row.version !== change.version) throw new AppError('CONFLICT', { what: 'volunteer_action' });
  const partners = await trx
    .selectFrom('volunteer_action_partner')
    .select('organisation_id')
    .where('action_id', '=', row.id)
    .execute();
  await assertLiving(
    trx,
    { leadOrganisationId: [change.values.leadOrganisationId], partnerIds: change.values.partnerIds },
    [row.lead_organisation_id ?? '', ...partners.map((one) => one.organisation_id)],
  );
  const version = row.version + 1;
  await trx
    .updateTable('volunteer_action')
    .set({ ...columnsOf(change.values), version })
    .where('id', '=', row.id)
    .execute();
  await putParts(trx, row.id, change.values);
  await indexAction(trx, row.id);
  return { version };
}

/** Removes an action with all that was noted of it. @throws AppError NOT_FOUND */
export async function removeAction(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await actionRow(trx, id);
  await trx.deleteFrom('volunteer_action').where('id', '=', id).execute();
  if (row.budget_id !== null) await trx.deleteFrom('budget').where('id', '=', row.budget_id).execute();
  await removeSearchEntry(trx, 'volunteer_action', id);
}

/** @throws AppError NOT_FOUND */
export async function actionRow(db: Kysely<Database>, id: string): Promise<Row> {
  const row = await db.selectFrom('volunteer_action').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'volunteer_action' });
  return row;
}

const columnsOf = (values: ActionValues) => ({
  name: values.name,
  description: values.description,
  theme_id: values.themeId,
  lead_organisation_id: values.leadOrganisationId,
  life_courses: JSON.stringify([...new Set(values.lifeCourses)]),
  volunteer_band: values.volunteerBand,
  volunteer_count: values.volunteerCount,
  hours: values.hours,
  starts_on: values.startsOn,
  ends_on: values.endsOn,
});

/** Fields, partners, municipalities and target groups as they are now; what was the same stays the same row. */
async function putParts(trx: Kysely<Database>, id: string, values: ActionValues): Promise<void> {
  const partners = [...new Set(values.partnerIds)].filter((one) => one !== values.leadOrganisationId);
  const list = (all: readonly string[]) => sql<string>`(select value from json_each(${JSON.stringify(all)}))`;
  await trx
    .deleteFrom('volunteer_action_partner')
    .where('action_id', '=', id)
    .where('organisation_id', 'not in', list(partners))
    .execute();
  for (const organisation_id of partners)
    await trx
      .insertInto('volunteer_action_partner')
      .values({ action_id: id, organisation_id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await trx
    .deleteFrom('volunteer_action_field')
    .where('action_id', '=', id)
    .where('field_id', 'not in', list(values.fieldIds))
    .execute();
  for (const field_id of new Set(values.fieldIds))
    await trx
      .insertInto('volunteer_action_field')
      .values({ action_id: id, field_id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const year = (await latestClassificationYear(trx)) ?? 0;
  await trx
    .deleteFrom('volunteer_action_municipality')
    .where('action_id', '=', id)
    .where('code', 'not in', list(values.municipalities))
    .execute();
  const known = await trx
    .selectFrom('volunteer_action_municipality')
    .select('code')
    .where('action_id', '=', id)
    .execute();
  for (const code of new Set(values.municipalities))
    if (!known.some((one) => one.code === code))
      await trx.insertInto('volunteer_action_municipality').values({ action_id: id, year, code }).execute();
  await setParticipation(trx, 'action_id', id, values.participation);
  await trx.deleteFrom('volunteer_action_target').where('action_id', '=', id).execute();
  for (const [position, target] of values.targets.entries())
    await trx
      .insertInto('volunteer_action_target')
      .values({ id: newId(), action_id: id, position, ...target })
      .execute();
}

/** Brings an action's search entry in step. */
export async function indexAction(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await actionRow(trx, id);
  const organisations = await trx
    .selectFrom('organisation')
    .select('name_fi')
    .where((eb) =>
      eb.or([
        eb('id', '=', row.lead_organisation_id ?? ''),
        eb(
          'id',
          'in',
          eb.selectFrom('volunteer_action_partner').select('organisation_id').where('action_id', '=', id),
        ),
      ]),
    )
    .execute();
  const places = await trx
    .selectFrom('volunteer_action_municipality as place')
    .innerJoin('municipality', (join) =>
      join.onRef('municipality.year', '=', 'place.year').onRef('municipality.code', '=', 'place.code'),
    )
    .select('name_fi')
    .where('action_id', '=', id)
    .execute();
  await putSearchEntry(trx, {
    entity: 'volunteer_action',
    entityId: id,
    boardId: row.board_id,
    title: `${row.code} ${row.name}`,
    body: row.description,
    context: [...organisations, ...places].map((one) => one.name_fi).join('\n'),
    sortDate: row.starts_on,
  });
}
