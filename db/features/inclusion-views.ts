/** What promotes the inclusion of immigrants (osallisuus), as it is shown: entries with their parts, paths and hours. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import {
  inTime,
  pathFigure,
  type PathFinding,
  pathFindings,
  type PathPeriod,
} from '../model/inclusion-path.ts';
import {
  type InclusionFigure,
  type InclusionFlag,
  inclusionFlags,
  type InclusionValues,
  isHeld,
} from '../model/inclusion.ts';
import type { LocalisedText } from '../model/language.ts';
import type { OpeningException, WeeklyHours } from '../model/opening-hours.ts';
import { inLanguageOrder, type SpokenLanguage } from '../model/spoken-language.ts';
import { participationOf } from './participation.ts';
import { listOf, organisationsById, type WorkOrganisation } from './work-links.ts';

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
export async function entriesOf(
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
export async function openingOf(db: Kysely<Database>, ids: ReturnType<typeof listOf>) {
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

export const weeklyOf = (row: Selectable<Database['opening_hours']>): WeeklyHours => ({
  weekday: row.weekday,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
});

export const exceptionOf = (row: Selectable<Database['opening_exception']>): OpeningException => ({
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
