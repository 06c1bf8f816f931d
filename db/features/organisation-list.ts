/** The list of the register: a page of rows, fast while the user types. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { isReadingOpenWrite } from '../core/turns.ts';
import type { LocalisedText } from '../model/language.ts';
import type { OrganisationRow } from '../model/organisation-columns.ts';
import { EVERYTHING, type OrganisationFilter } from '../model/organisation-filter.ts';
import type { OrganisationSort } from '../model/organisation-view.ts';
import { organisationPage } from './organisation-index.ts';

export interface OrganisationQuery {
  /** What the user typed: a name in any form, a Y-tunnus, a register number, a municipality. */
  text?: string;
  sort?: { by: OrganisationSort; descending: boolean };
  filter?: OrganisationFilter;
  /** The day for which seats, networks and tasks are asked, ISO; needed with a filter. */
  today: string;
  offset?: number;
  limit?: number;
}

/** A page of the organisations, with how many there are in all. */
export async function listOrganisations(
  db: Kysely<Database>,
  query: OrganisationQuery,
): Promise<{ total: number; rows: OrganisationRow[] }> {
  const { text = '', sort = { by: 'name', descending: false }, filter = EVERYTHING, today } = query;
  const { offset = 0, limit = 100 } = query;
  const plain =
    text.trim() === '' &&
    sort.by === 'name' &&
    filter.parts.length === 0 &&
    // The index shows the list as it was before.
    !isReadingOpenWrite(db);
  const page = plain
    ? await firstPage(db, sort.descending, offset, limit)
    : await organisationPage(db, { text, sort, filter, today, offset, limit });
  return { total: page.total, rows: await organisationRows(db, page.ids, today) };
}

/** Everything by name comes straight from the index of the table, so that the screen is there at once. */
async function firstPage(
  db: Kysely<Database>,
  descending: boolean,
  offset: number,
  limit: number,
): Promise<{ total: number; ids: string[] }> {
  const direction = descending ? 'desc' : 'asc';
  const ids = await db
    .selectFrom('organisation')
    .select('id')
    .orderBy('sort_key', direction)
    .orderBy('id', direction)
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await db
    .selectFrom('organisation')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { total, ids: ids.map((row) => row.id) };
}

const ROWS_AT_ONCE = 2_000;

/**
 * The rows of these organisations, in this order.
 * @param today the day for networks, seats and tasks, ISO
 */
export async function organisationRows(
  db: Kysely<Database>,
  ids: readonly string[],
  today: string,
): Promise<OrganisationRow[]> {
  const rows: OrganisationRow[] = [];
  for (let start = 0; start < ids.length; start += ROWS_AT_ONCE)
    rows.push(...(await rowsOf(db, ids.slice(start, start + ROWS_AT_ONCE), today)));
  return rows;
}

async function rowsOf(
  db: Kysely<Database>,
  ids: readonly string[],
  today: string,
): Promise<OrganisationRow[]> {
  const rows = await db
    .selectFrom('organisation')
    .leftJoin('field', 'field.id', 'organisation.field_id')
    .leftJoin('municipality', (join) =>
      join
        .onRef('municipality.year', '=', 'organisation.municipality_year')
        .onRef('municipality.code', '=', 'organisation.municipality_code'),
    )
    .leftJoin('region', (join) =>
      join
        .onRef('region.year', '=', 'municipality.year')
        .onRef('region.code', '=', 'municipality.region_code'),
    )
    .selectAll('organisation')
    .select([
      'field.name_fi as field_fi',
      'field.name_sv as field_sv',
      'field.name_en as field_en',
      'municipality.name_fi as municipality_fi',
      'municipality.name_sv as municipality_sv',
      'region.name_fi as region_fi',
      'region.name_sv as region_sv',
    ])
    .where('organisation.id', 'in', ids)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const links = await linksOf(db, ids, today);
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return {
      id,
      version: row.version,
      name: { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
      legalForm: row.legal_form,
      businessId: row.business_id,
      registerNumber: row.register_number,
      fieldId: row.field_id,
      field: row.field_fi === null ? null : { fi: row.field_fi, sv: row.field_sv, en: row.field_en },
      municipalityCode: row.municipality_code,
      municipality:
        row.municipality_fi === null ? null : { fi: row.municipality_fi, sv: row.municipality_sv },
      region: row.region_fi === null ? null : { fi: row.region_fi, sv: row.region_sv },
      prhClass: row.prh_class,
      email: row.email,
      phone: row.phone,
      web: row.web,
      languages: JSON.parse(row.languages) as string[],
      tags: links.tags.get(id)?.map(({ tag }) => tag) ?? [],
      networks: links.networks.get(id)?.map(({ name }) => name) ?? [],
      seats: [...new Set(links.seats.get(id)?.map(({ board }) => board))],
      openTasks: links.tasks.get(id)?.length ?? 0,
      checkedOn: row.checked_on,
      state: row.state,
    };
  });
}

/** What else stands in the rows, by organisation. */
async function linksOf(db: Kysely<Database>, ids: readonly string[], today: string) {
  const tags = await db
    .selectFrom('organisation_tag')
    .select(['organisation_id as id', 'tag'])
    .where('organisation_id', 'in', ids)
    .orderBy('tag')
    .execute();
  const networks = await db
    .selectFrom('network_member as member')
    .innerJoin('network', 'network.id', 'member.network_id')
    .select(['member.organisation_id as id', 'name_fi', 'name_sv', 'name_en'])
    .where('member.organisation_id', 'in', ids)
    .where('member.starts_on', '<=', today)
    .where((eb) => eb.or([eb('member.ends_on', 'is', null), eb('member.ends_on', '>=', today)]))
    .orderBy('name_fi')
    .execute();
  const seats = await db
    .selectFrom('seat_holder as holder')
    .innerJoin('seat', 'seat.id', 'holder.seat_id')
    .innerJoin('term', 'term.id', 'seat.term_id')
    .innerJoin('board', 'board.id', 'seat.board_id')
    .select(['holder.organisation_id as id', 'board.short_name as board'])
    .where('holder.organisation_id', 'in', ids)
    .where('term.ends_on', '>=', today)
    .where('holder.starts_on', '<=', today)
    .where((eb) => eb.or([eb('holder.ends_on', 'is', null), eb('holder.ends_on', '>=', today)]))
    .orderBy('board.position')
    .execute();
  const tasks = await db
    .selectFrom('task')
    .select('responsible_organisation_id as id')
    .where('responsible_organisation_id', 'in', ids)
    .where('state', 'in', ['open', 'in_progress'])
    .execute();
  return {
    tags: Map.groupBy(tags, ({ id }) => id),
    networks: Map.groupBy(
      networks.map(({ id, name_fi: fi, name_sv: sv, name_en: en }) => ({
        id,
        name: { fi, sv, en } satisfies LocalisedText,
      })),
      ({ id }) => id,
    ),
    seats: Map.groupBy(seats, ({ id }) => id),
    tasks: Map.groupBy(tasks, ({ id }) => id),
  };
}
