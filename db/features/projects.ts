/** Projects (hankkeet): the card, phases with their region, pilots, organisations, actions, decisions and the budget. */
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import type { BudgetValues } from '../model/budget.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import {
  projectFlags,
  type ProjectFlag,
  type ProjectPhaseValues,
  type ProjectPilotValues,
  type ProjectState,
  type ProjectValues,
} from '../model/project.ts';
import { getBudget, removeBudget, saveBudget } from './budgets.ts';
import { putBackIndexed, removing, type Removal } from './removal.ts';
import { assertItemOf, decisionLinks, type DecisionLink } from './volunteer-action-parts.ts';
import { byCode } from './volunteer-actions.ts';
import {
  assertLiving,
  assertOfBoard,
  listOf,
  nextCode,
  organisationsById,
  setLink,
  setLinks,
  type WorkOrganisation,
} from './work-links.ts';

type Row = Selectable<Database['project']>;

const PARTNERS = { table: 'project_organisation', owner: 'project_id', other: 'organisation_id' };
const LINKS = {
  action: { table: 'project_action', owner: 'project_id', other: 'action_id' },
  decision: { table: 'project_decision', owner: 'project_id', other: 'item_id' },
} as const;
export const PROJECT_LINKS = ['action', 'decision'] as const;
export const PROJECT_PARTS = ['project_phase', 'project_pilot'] as const;

export type ProjectPilot = ProjectPilotValues & { id: string };

export interface ProjectRow {
  id: string;
  code: string;
  name: string;
  state: ProjectState;
  startsOn: string | null;
  endsOn: string | null;
  area: string;
  funding: string;
  lead: WorkOrganisation | null;
  organisations: WorkOrganisation[];
  phases: (ProjectPhaseValues & { id: string })[];
  pilots: ProjectPilot[];
  flags: ProjectFlag[];
}

export interface ProjectCard extends ProjectRow {
  boardId: string;
  summary: string;
  role: string;
  unit: string;
  focus: string;
  goals: string[];
  sdg: ProjectValues['sdg'];
  manager: { id: string; name: string } | null;
  expert: { id: string; name: string } | null;
  theme: { id: string; name: string } | null;
  version: number;
  actions: { id: string; code: string; name: string }[];
  decisions: DecisionLink[];
  budget: (BudgetValues & { version: number }) | null;
}

/** Projects of a board by their code. @param today ISO date, for the flags */
export async function listProjects(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<ProjectRow[]> {
  const rows = await db.selectFrom('project').selectAll().where('board_id', '=', boardId).execute();
  return (await projectRows(db, rows, today)).sort(byCode);
}

async function projectRows(db: Kysely<Database>, rows: readonly Row[], today: string): Promise<ProjectRow[]> {
  const ids = listOf(rows.map((row) => row.id));
  const partners = await db
    .selectFrom('project_organisation')
    .selectAll()
    .where('project_id', 'in', ids)
    .execute();
  const phases = await db
    .selectFrom('project_phase')
    .selectAll()
    .where('project_id', 'in', ids)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  const pilots = await db
    .selectFrom('project_pilot')
    .selectAll()
    .where('project_id', 'in', ids)
    .orderBy('area')
    .orderBy('name')
    .execute();
  const organisations = await organisationsById(db, [
    ...rows.flatMap((row) => row.lead_organisation_id ?? []),
    ...partners.map((one) => one.organisation_id),
  ]);
  return rows.map((row) => {
    const lead = organisations.get(row.lead_organisation_id ?? '') ?? null;
    const named = new Set(
      partners.filter((one) => one.project_id === row.id).map((one) => one.organisation_id),
    );
    const own = [...organisations.values()].filter(({ id }) => named.has(id));
    const ownPhases = phases
      .filter((one) => one.project_id === row.id)
      .map((one) => ({
        id: one.id,
        startsOn: one.starts_on,
        endsOn: one.ends_on,
        area: one.area,
        goal: one.goal,
      }));
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      state: row.state,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      area: row.area,
      funding: row.funding,
      lead,
      organisations: own,
      phases: ownPhases,
      pilots: pilots
        .filter((one) => one.project_id === row.id)
        .map((one) => ({
          id: one.id,
          name: one.name,
          area: one.area,
          theme: one.theme,
          state: one.state,
          startsOn: one.starts_on,
          endsOn: one.ends_on,
          note: one.note,
        })),
      flags: projectFlags(
        {
          state: row.state,
          startsOn: row.starts_on,
          endsOn: row.ends_on,
          organisations: [lead ?? [], own]
            .flat()
            .map((one) => ({ name: one.name.fi, state: one.state, endedOn: one.endedOn })),
          phases: ownPhases,
        },
        today,
      ),
    };
  });
}

/** @param today ISO date. @throws AppError NOT_FOUND */
export async function projectCard(db: Kysely<Database>, id: string, today: string): Promise<ProjectCard> {
  const row = await projectRow(db, id);
  const [list] = await projectRows(db, [row], today);
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [row.manager_person_id ?? '', row.expert_person_id ?? ''])
    .execute();
  const theme = await db
    .selectFrom('theme')
    .select(['id', 'name'])
    .where('id', '=', row.theme_id ?? '')
    .executeTakeFirst();
  const items = await db
    .selectFrom('project_decision')
    .select('item_id')
    .where('project_id', '=', id)
    .execute();
  return {
    ...list!,
    boardId: row.board_id,
    summary: row.summary,
    role: row.role,
    unit: row.unit,
    focus: row.focus,
    goals: JSON.parse(row.goals) as string[],
    sdg: JSON.parse(row.sdg) as ProjectValues['sdg'],
    manager: people.find((one) => one.id === row.manager_person_id) ?? null,
    expert: people.find((one) => one.id === row.expert_person_id) ?? null,
    theme: theme ?? null,
    version: row.version,
    actions: (
      await db
        .selectFrom('project_action')
        .innerJoin('volunteer_action', 'volunteer_action.id', 'action_id')
        .select(['volunteer_action.id', 'code', 'name'])
        .where('project_id', '=', id)
        .execute()
    ).sort(byCode),
    decisions: [
      ...(
        await decisionLinks(
          db,
          items.map((one) => one.item_id),
        )
      ).values(),
    ],
    budget: row.budget_id === null ? null : await getBudget(db, row.budget_id),
  };
}

async function projectRow(db: Kysely<Database>, id: string): Promise<Row> {
  const row = await db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'project' });
  return row;
}

/** A new project, or a changed one. @throws AppError NOT_FOUND, CONFLICT, ORGANISATION_DISSOLVED, OTHER_BOARD */
export async function saveProject(
  trx: Kysely<Database>,
  input: { id: string | null; boardId: string; version: number; values: ProjectValues },
): Promise<{ id: string; code: string }> {
  const { values } = input;
  const row = input.id === null ? null : await projectRow(trx, input.id);
  if (row !== null && row.version !== input.version) throw new AppError('CONFLICT', { what: 'project' });
  const boardId = row?.board_id ?? input.boardId;
  const id = row?.id ?? newId();
  const code = row?.code ?? (await nextCode(trx, 'project', boardId, 'HA'));
  const before = await trx
    .selectFrom('project_organisation')
    .select('organisation_id')
    .where('project_id', '=', id)
    .execute();
  await assertLiving(
    trx,
    { leadOrganisationId: [values.leadOrganisationId], organisationIds: values.organisationIds },
    [row?.lead_organisation_id ?? '', ...before.map((one) => one.organisation_id)],
  );
  if (values.themeId !== null) await assertOfBoard(trx, 'theme', values.themeId, boardId);
  const columns = {
    name: values.name,
    summary: values.summary,
    state: values.state,
    starts_on: values.startsOn,
    ends_on: values.endsOn,
    area: values.area,
    funding: values.funding,
    role: values.role,
    unit: values.unit,
    focus: values.focus,
    goals: JSON.stringify(values.goals),
    sdg: JSON.stringify([...new Set(values.sdg)].sort((a, b) => a - b)),
    lead_organisation_id: values.leadOrganisationId,
    manager_person_id: values.managerPersonId,
    expert_person_id: values.expertPersonId,
    theme_id: values.themeId,
  };
  if (row === null)
    await trx
      .insertInto('project')
      .values({ id, board_id: boardId, code, ...columns })
      .execute();
  else
    await trx
      .updateTable('project')
      .set({ ...columns, version: row.version + 1 })
      .where('id', '=', id)
      .execute();
  await setLinks(
    trx,
    PARTNERS,
    id,
    values.organisationIds.filter((one) => one !== values.leadOrganisationId),
  );
  await indexProject(trx, id);
  return { id, code };
}

/** Removes a project with all that was noted of it; `restoreProject` undoes it. @throws AppError NOT_FOUND */
export async function removeProject(trx: Kysely<Database>, id: string): Promise<Removal> {
  const row = await projectRow(trx, id);
  await removeSearchEntry(trx, 'project', id);
  return await removing(trx, async () => {
    await trx.deleteFrom('project').where('id', '=', id).execute();
    if (row.budget_id !== null) await removeBudget(trx, row.budget_id);
  });
}

/** Puts back a project, or one of its parts. @throws AppError REMOVAL_UNKNOWN */
export async function restoreProject(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  await putBackIndexed(trx, removal, procedure, 'project', indexProject);
}

/** Adds a phase or changes one. @throws AppError NOT_FOUND */
export async function saveProjectPhase(
  trx: Kysely<Database>,
  input: { id: string | null; projectId: string; values: ProjectPhaseValues },
): Promise<{ id: string }> {
  const { startsOn, endsOn, area, goal } = input.values;
  return await put(trx, 'project_phase', input, { starts_on: startsOn, ends_on: endsOn, area, goal });
}

/** Adds a pilot or changes one. @throws AppError NOT_FOUND */
export async function saveProjectPilot(
  trx: Kysely<Database>,
  input: { id: string | null; projectId: string; values: ProjectPilotValues },
): Promise<{ id: string }> {
  const { startsOn, endsOn, ...values } = input.values;
  return await put(trx, 'project_pilot', input, { ...values, starts_on: startsOn, ends_on: endsOn });
}

/** The columns are names of this module's own. */
async function put(
  trx: Kysely<Database>,
  table: (typeof PROJECT_PARTS)[number],
  input: { id: string | null; projectId: string },
  columns: Readonly<Record<string, string | null>>,
): Promise<{ id: string }> {
  await projectRow(trx, input.projectId);
  const entries = Object.entries(columns);
  const id = input.id ?? newId();
  const { numAffectedRows } =
    input.id === null
      ? await sql`insert into ${sql.table(table)}
          (id, project_id, ${sql.join(entries.map(([name]) => sql.ref(name)))})
          values (${id}, ${input.projectId}, ${sql.join(entries.map(([, value]) => value))})`.execute(trx)
      : await sql`update ${sql.table(table)}
          set ${sql.join(entries.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))}
          where id = ${id} and project_id = ${input.projectId}`.execute(trx);
  if (numAffectedRows !== 1n) throw new AppError('NOT_FOUND', { what: table });
  return { id };
}

/** @throws AppError NOT_FOUND */
export async function removeProjectPart(
  trx: Kysely<Database>,
  table: (typeof PROJECT_PARTS)[number],
  id: string,
): Promise<Removal> {
  return await removing(trx, async () => {
    const { numDeletedRows } = await trx.deleteFrom(table).where('id', '=', id).executeTakeFirst();
    if (numDeletedRows === 0n) throw new AppError('NOT_FOUND', { what: table });
  });
}

/** Ties an action or a § to a project, or unties it. @throws AppError NOT_FOUND, OTHER_BOARD */
export async function setProjectLink(
  trx: Kysely<Database>,
  input: { projectId: string; kind: (typeof PROJECT_LINKS)[number]; otherId: string; isLinked: boolean },
): Promise<void> {
  const { board_id } = await projectRow(trx, input.projectId);
  if (input.kind === 'action') await assertOfBoard(trx, 'volunteer_action', input.otherId, board_id);
  else await assertItemOf(trx, input.otherId, board_id);
  await setLink(trx, LINKS[input.kind], {
    ownerId: input.projectId,
    otherId: input.otherId,
    isLinked: input.isLinked,
  });
}

/** Saves the budget of a project; one without lines is removed. @throws AppError NOT_FOUND, CONFLICT */
export async function saveProjectBudget(
  trx: Kysely<Database>,
  input: { projectId: string; version: number; values: BudgetValues },
): Promise<void> {
  const row = await projectRow(trx, input.projectId);
  if (input.values.lines.length === 0) {
    if (row.budget_id === null) return;
    await trx.updateTable('project').set({ budget_id: null }).where('id', '=', row.id).execute();
    await removeBudget(trx, row.budget_id);
    return;
  }
  const { id } = await saveBudget(trx, {
    id: row.budget_id,
    boardId: row.board_id,
    version: input.version,
    values: input.values,
  });
  if (row.budget_id === null)
    await trx.updateTable('project').set({ budget_id: id }).where('id', '=', row.id).execute();
}

/** Brings a project's search entry in step. */
export async function indexProject(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await projectRow(trx, id);
  const [list] = await projectRows(trx, [row], row.starts_on ?? '');
  await putSearchEntry(trx, {
    entity: 'project',
    entityId: id,
    boardId: row.board_id,
    title: `${row.code} ${row.name}`,
    body: row.summary,
    context: [
      row.area,
      row.funding,
      ...[list?.lead ?? [], list?.organisations ?? []].flat().map((one) => one.name.fi),
    ].join('\n'),
    sortDate: row.starts_on,
  });
}
