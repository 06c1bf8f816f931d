/** Immigrant inclusion (maahanmuuttajien osallisuus): its entries of five kinds, as lists and forms have them. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import {
  inclusionFlags,
  isHeld,
  ofKind,
  type InclusionFigure,
  type InclusionFlag,
  type InclusionValues,
} from '../model/inclusion.ts';
import {
  inTime,
  pathFigure,
  pathFindings,
  type PathFinding,
  type PathPeriod,
} from '../model/inclusion-path.ts';
import type { LocalisedText } from '../model/language.ts';
import type { OpeningException, WeeklyHours } from '../model/opening-hours.ts';
import { inLanguageOrder, spokenLanguageName, type SpokenLanguage } from '../model/spoken-language.ts';
import { latestClassificationYear } from './classification.ts';
import { participationOf, setParticipation } from './participation.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';
import { assertLiving, listOf, nextCode, organisationsById, type WorkOrganisation } from './work-links.ts';

export interface InclusionPeriod extends PathPeriod {
  id: string;
  note: string;
  version: number;
  findings: PathFinding[];
}

/** One entry with all that belongs to it. */
export interface InclusionEntry extends InclusionValues {
  id: string;
  boardId: string;
  /** "MO-3" */
  code: string;
  version: number;
  theme: { id: string; name: string } | null;
  host: WorkOrganisation | null;
  /** By name, without the host. */
  organisations: WorkOrganisation[];
  places: { code: string; name: LocalisedText }[];
  actions: { id: string; code: string; name: string }[];
  /** In their order. */
  steps: { id: string; name: string; note: string }[];
  /** In time. */
  periods: InclusionPeriod[];
  files: number;
  /** What was counted last, for indicators; null: nothing. */
  figure: InclusionFigure | null;
  flags: InclusionFlag[];
}

type Row = Selectable<Database['inclusion_entry']>;

const codes = new Intl.Collator('fi', { numeric: true });

/** Entries of a board by their code. @param today ISO date, for the flags */
export async function inclusionEntries(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<InclusionEntry[]> {
  const rows = await db.selectFrom('inclusion_entry').selectAll().where('board_id', '=', boardId).execute();
  return (await entriesOf(db, rows, today)).sort((a, b) => codes.compare(a.code, b.code));
}

/** @throws AppError NOT_FOUND */
export async function inclusionEntry(
  db: Kysely<Database>,
  id: string,
  today: string,
): Promise<InclusionEntry> {
  const [entry] = await entriesOf(db, [await inclusionRow(db, id)], today);
  return entry!;
}

/** @throws AppError NOT_FOUND */
export async function inclusionRow(db: Kysely<Database>, id: string): Promise<Row> {
  const row = await db.selectFrom('inclusion_entry').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'inclusion_entry' });
  return row;
}

/** Rows with all that belongs to them, in a few queries however many there are. */
async function entriesOf(
  db: Kysely<Database>,
  rows: readonly Row[],
  today: string,
): Promise<InclusionEntry[]> {
  if (rows.length === 0) return [];
  const ids = listOf(rows.map(({ id }) => id));
  const taking = grouped(
    await db.selectFrom('inclusion_organisation').selectAll().where('entry_id', 'in', ids).execute(),
  );
  const organisations = await organisationsById(db, [
    ...rows.flatMap((row) => row.host_organisation_id ?? []),
    ...[...taking.values()].flat().map((one) => one.organisation_id),
  ]);
  const order = new Map([...organisations.keys()].map((id, place) => [id, place]));
  const places = grouped(
    await db
      .selectFrom('inclusion_municipality as place')
      .innerJoin('municipality', (join) =>
        join.onRef('municipality.year', '=', 'place.year').onRef('municipality.code', '=', 'place.code'),
      )
      .select(['place.entry_id', 'place.code', 'name_fi', 'name_sv'])
      .where('place.entry_id', 'in', ids)
      .orderBy('name_fi')
      .execute(),
  );
  const actions = grouped(
    await db
      .selectFrom('inclusion_action')
      .innerJoin('volunteer_action', 'volunteer_action.id', 'action_id')
      .select(['entry_id', 'volunteer_action.id', 'code', 'name'])
      .where('entry_id', 'in', ids)
      .orderBy('code')
      .execute(),
  );
  const participation = await participationOf(db, 'entry_id');
  const steps = grouped(
    await db.selectFrom('path_step').selectAll().where('entry_id', 'in', ids).orderBy('position').execute(),
  );
  const periods = grouped(
    await db.selectFrom('path_period').selectAll().where('entry_id', 'in', ids).execute(),
  );
  const counts = Map.groupBy(
    await db
      .selectFrom('path_count')
      .innerJoin('path_period', 'path_period.id', 'period_id')
      .select(['period_id', 'step_id', 'count'])
      .where('entry_id', 'in', ids)
      .execute(),
    ({ period_id }) => period_id,
  );
  const { hours, exceptions } = await openingOf(db, ids);
  const files = grouped(
    await db.selectFrom('inclusion_file').select(['entry_id', 'id']).where('entry_id', 'in', ids).execute(),
  );
  const themes = new Map(
    (await db.selectFrom('theme').select(['id', 'name']).execute()).map((row) => [row.id, row]),
  );
  return rows.map((row): InclusionEntry => {
    const host = organisations.get(row.host_organisation_id ?? '') ?? null;
    const own = (taking.get(row.id) ?? [])
      .toSorted((a, b) => (order.get(a.organisation_id) ?? 0) - (order.get(b.organisation_id) ?? 0))
      .flatMap((one) => organisations.get(one.organisation_id) ?? []);
    const ownSteps = (steps.get(row.id) ?? []).map(({ id, name, note }) => ({ id, name, note }));
    const ownPeriods = inTime(
      (periods.get(row.id) ?? []).map((one): InclusionPeriod => {
        const period = {
          id: one.id,
          startsOn: one.starts_on,
          endsOn: one.ends_on,
          total: one.total,
          leftCount: one.left_count,
          counts: Object.fromEntries(
            (counts.get(one.id) ?? []).map(({ step_id, count }) => [step_id, count]),
          ),
          note: one.note,
          version: one.version,
        };
        return { ...period, findings: pathFindings(ownSteps, period) };
      }),
    );
    const values: InclusionValues = {
      kind: row.kind,
      name: row.name,
      description: row.description,
      themeId: row.theme_id,
      hostOrganisationId: row.host_organisation_id,
      organisationIds: own.map(({ id }) => id),
      municipalities: (places.get(row.id) ?? []).map(({ code }) => code),
      isRegional: row.is_regional === 1,
      languages: inLanguageOrder(JSON.parse(row.languages) as SpokenLanguage[]),
      participation: participation.get(row.id) ?? [],
      actionIds: (actions.get(row.id) ?? []).map(({ id }) => id),
      place: row.place,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      participantBand: row.participant_band,
      participantCount: row.participant_count,
      participantGoal: row.participant_goal,
      hours: row.hours,
      topic: row.topic,
      audience: row.audience,
      trainingForm: row.training_form,
      plainState: row.plain_state,
      link: row.link,
      contactRoleId: row.contact_role_id,
      weeklyHours: (hours.get(row.id) ?? []).map(weeklyOf),
      exceptions: (exceptions.get(row.id) ?? []).map(exceptionOf),
    };
    const counted = figureOf(values, ownSteps, ownPeriods);
    return {
      ...values,
      id: row.id,
      boardId: row.board_id,
      code: row.code,
      version: row.version,
      theme: themes.get(row.theme_id ?? '') ?? null,
      host,
      organisations: own,
      places: (places.get(row.id) ?? []).map((one) => ({
        code: one.code,
        name: { fi: one.name_fi, sv: one.name_sv },
      })),
      actions: (actions.get(row.id) ?? []).map(({ id, code, name }) => ({ id, code, name })),
      steps: ownSteps,
      periods: ownPeriods,
      files: files.get(row.id)?.length ?? 0,
      figure: counted && { ...counted, entryId: row.id, code: row.code, name: row.name },
      flags: inclusionFlags(
        {
          ...values,
          municipalities: values.municipalities.length,
          languages: values.languages.length,
          organisations: [host ?? [], ...own].flat().map(({ name, state, endedOn }) => ({
            name: name.fi,
            state,
            endedOn,
          })),
          steps: ownSteps.length,
          periods: ownPeriods.length,
          findings: ownPeriods.flatMap(({ findings }) => findings),
          files: files.get(row.id)?.length ?? 0,
        },
        today,
      ),
    };
  });
}

/** Opening hours of entries by the entry, in the order of the week and of time. */
async function openingOf(db: Kysely<Database>, ids: ReturnType<typeof listOf>) {
  return {
    hours: grouped(
      await db
        .selectFrom('opening_hours')
        .selectAll()
        .where('entry_id', 'in', ids)
        .orderBy('weekday')
        .orderBy('opens_at')
        .execute(),
    ),
    exceptions: grouped(
      await db
        .selectFrom('opening_exception')
        .selectAll()
        .where('entry_id', 'in', ids)
        .orderBy('starts_on')
        .execute(),
    ),
  };
}

const weeklyOf = (row: Selectable<Database['opening_hours']>): WeeklyHours => ({
  weekday: row.weekday,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
});

const exceptionOf = (row: Selectable<Database['opening_exception']>): OpeningException => ({
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  reason: row.reason,
});

function figureOf(
  values: InclusionValues,
  steps: InclusionEntry['steps'],
  periods: readonly InclusionPeriod[],
): { on: string; count: number } | null {
  if (values.kind === 'path') return pathFigure(steps, periods);
  const on = values.endsOn ?? values.startsOn;
  return isHeld(values.kind) && on !== null && values.participantCount !== null
    ? { on, count: values.participantCount }
    : null;
}

function grouped<One extends { entry_id: string }>(rows: readonly One[]): Map<string, One[]> {
  return Map.groupBy(rows, ({ entry_id }) => entry_id);
}

/**
 * Notes a new entry, or changes one; a new one's code is `MO-<n>`, the next of the board. Its kind stays as it was.
 * @throws AppError NOT_FOUND, CONFLICT, ORGANISATION_DISSOLVED, INVALID_INPUT
 */
export async function saveInclusionEntry(
  trx: Kysely<Database>,
  input: { id: string | null; boardId: string; version: number; values: InclusionValues },
): Promise<{ id: string; code: string; version: number }> {
  const row = input.id === null ? null : await inclusionRow(trx, input.id);
  if (row && row.version !== input.version) throw new AppError('CONFLICT', { what: 'inclusion_entry' });
  if (row && row.kind !== input.values.kind) throw new AppError('INVALID_INPUT', {}, { kind: 'kind_stays' });
  const values = ofKind(input.values);
  const before = row
    ? [
        row.host_organisation_id ?? '',
        ...(
          await trx
            .selectFrom('inclusion_organisation')
            .select('organisation_id')
            .where('entry_id', '=', row.id)
            .execute()
        ).map((one) => one.organisation_id),
      ]
    : [];
  await assertLiving(
    trx,
    {
      hostOrganisationId: [values.hostOrganisationId],
      organisationIds: values.organisationIds,
    },
    before,
  );
  const id = row?.id ?? newId();
  const code = row?.code ?? (await nextCode(trx, 'inclusion_entry', input.boardId, 'MO'));
  const version = (row?.version ?? 0) + 1;
  if (row)
    await trx
      .updateTable('inclusion_entry')
      .set({ ...columnsOf(values), version })
      .where('id', '=', id)
      .execute();
  else
    await trx
      .insertInto('inclusion_entry')
      .values({ id, board_id: input.boardId, kind: values.kind, code, ...columnsOf(values) })
      .execute();
  await putParts(trx, id, values);
  await setParticipation(trx, 'entry_id', id, values.participation);
  await indexInclusionEntry(trx, id);
  return { id, code, version };
}

const columnsOf = (values: InclusionValues) => ({
  name: values.name,
  description: values.description,
  theme_id: values.themeId,
  host_organisation_id: values.hostOrganisationId,
  place: values.place,
  is_regional: values.isRegional ? (1 as const) : (0 as const),
  languages: JSON.stringify(inLanguageOrder(values.languages)),
  starts_on: values.startsOn,
  ends_on: values.endsOn,
  participant_band: values.participantBand,
  participant_count: values.participantCount,
  participant_goal: values.participantGoal,
  hours: values.hours,
  topic: values.topic,
  audience: values.audience,
  training_form: values.trainingForm,
  plain_state: values.plainState,
  link: values.link,
  contact_role_id: values.contactRoleId,
});

/** Organisers, municipalities, actions and opening hours as they are now; what was the same stays the same row. */
async function putParts(trx: Kysely<Database>, id: string, values: InclusionValues): Promise<void> {
  const organisers = new Set(values.organisationIds.filter((one) => one !== values.hostOrganisationId));
  await trx
    .deleteFrom('inclusion_organisation')
    .where('entry_id', '=', id)
    .where('organisation_id', 'not in', listOf([...organisers]))
    .execute();
  for (const organisation_id of organisers)
    await trx
      .insertInto('inclusion_organisation')
      .values({ entry_id: id, organisation_id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await trx
    .deleteFrom('inclusion_action')
    .where('entry_id', '=', id)
    .where('action_id', 'not in', listOf(values.actionIds))
    .execute();
  for (const action_id of new Set(values.actionIds))
    await trx
      .insertInto('inclusion_action')
      .values({ entry_id: id, action_id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const year = (await latestClassificationYear(trx)) ?? 0;
  await trx
    .deleteFrom('inclusion_municipality')
    .where('entry_id', '=', id)
    .where('code', 'not in', listOf(values.municipalities))
    .execute();
  const known = await trx
    .selectFrom('inclusion_municipality')
    .select('code')
    .where('entry_id', '=', id)
    .execute();
  for (const code of new Set(values.municipalities))
    if (!known.some((one) => one.code === code))
      await trx.insertInto('inclusion_municipality').values({ entry_id: id, year, code }).execute();
  await putOpening(trx, id, values);
}

async function putOpening(trx: Kysely<Database>, id: string, values: InclusionValues): Promise<void> {
  const now = await openingOf(trx, listOf([id]));
  const same = JSON.stringify([
    (now.hours.get(id) ?? []).map(weeklyOf),
    (now.exceptions.get(id) ?? []).map(exceptionOf),
  ]);
  if (same === JSON.stringify([values.weeklyHours, values.exceptions])) return;
  await trx.deleteFrom('opening_hours').where('entry_id', '=', id).execute();
  await trx.deleteFrom('opening_exception').where('entry_id', '=', id).execute();
  for (const { weekday, opensAt, closesAt } of values.weeklyHours)
    await trx
      .insertInto('opening_hours')
      .values({ id: newId(), entry_id: id, weekday, opens_at: opensAt, closes_at: closesAt })
      .execute();
  for (const { startsOn, endsOn, opensAt, closesAt, reason } of values.exceptions)
    await trx
      .insertInto('opening_exception')
      .values({
        id: newId(),
        entry_id: id,
        starts_on: startsOn,
        ends_on: endsOn,
        opens_at: opensAt,
        closes_at: closesAt,
        reason,
      })
      .execute();
}

/** Removes an entry with all that was noted of it. @throws AppError NOT_FOUND */
export async function removeInclusionEntry(trx: Kysely<Database>, id: string): Promise<Removal> {
  await inclusionRow(trx, id);
  const removal = await removing(trx, async () => {
    await trx.deleteFrom('inclusion_entry').where('id', '=', id).execute();
  });
  await removeSearchEntry(trx, 'inclusion_entry', id);
  return removal;
}

/** Undoes a removal, be it of an entry or of a part of one. @throws AppError REMOVAL_UNKNOWN */
export async function restoreInclusion(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  const rows = await removedRows(trx, removal, procedure);
  await putBack(trx, rows);
  for (const { entity, entityId } of rows)
    if (entity === 'inclusion_entry') await indexInclusionEntry(trx, entityId);
}

/** Brings an entry's search entry in step. */
export async function indexInclusionEntry(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await inclusionRow(trx, id);
  const [entry] = await entriesOf(trx, [row], row.starts_on ?? '');
  if (!entry) return;
  await putSearchEntry(trx, {
    entity: 'inclusion_entry',
    entityId: id,
    boardId: row.board_id,
    title: `${row.code} ${row.name}`,
    body: [row.description, row.topic, row.place, ...entry.steps.map(({ name }) => name)]
      .filter((text) => text !== '')
      .join('\n'),
    context: [
      ...[entry.host ?? [], ...entry.organisations].flat().map(({ name }) => name.fi),
      ...entry.places.map(({ name }) => name.fi),
      ...entry.languages.map((code) => spokenLanguageName(code, 'fi')),
    ].join('\n'),
    sortDate: row.starts_on,
  });
}
