/** The list of the register: a page of rows, fast while the user types. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { LocalisedText } from '../model/language.ts';
import type { LegalForm, OrganisationState } from '../model/organisation.ts';
import { EVERYTHING, type OrganisationFilter } from '../model/organisation-filter.ts';
import { organisationPage, type OrganisationSort } from './organisation-index.ts';

export interface OrganisationRow {
  id: string;
  name: LocalisedText;
  legalForm: LegalForm;
  businessId: string | null;
  registerNumber: string | null;
  field: LocalisedText | null;
  municipality: LocalisedText | null;
  prhClass: number | null;
  email: string | null;
  phone: string | null;
  web: string | null;
  checkedOn: string | null;
  state: OrganisationState;
}

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
  const plain = text.trim() === '' && sort.by === 'name' && filter.parts.length === 0;
  const page = plain
    ? await firstPage(db, sort.descending, offset, limit)
    : await organisationPage(db, { text, sort, filter, today, offset, limit });
  return { total: page.total, rows: await rowsOf(db, page.ids) };
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

async function rowsOf(db: Kysely<Database>, ids: readonly string[]): Promise<OrganisationRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('organisation')
    .leftJoin('field', 'field.id', 'organisation.field_id')
    .leftJoin('municipality', (join) =>
      join
        .onRef('municipality.year', '=', 'organisation.municipality_year')
        .onRef('municipality.code', '=', 'organisation.municipality_code'),
    )
    .select([
      'organisation.id',
      'organisation.name_fi',
      'organisation.name_sv',
      'organisation.name_en',
      'organisation.legal_form',
      'organisation.business_id',
      'organisation.register_number',
      'organisation.prh_class',
      'organisation.email',
      'organisation.phone',
      'organisation.web',
      'organisation.checked_on',
      'organisation.state',
      'field.name_fi as field_fi',
      'field.name_sv as field_sv',
      'field.name_en as field_en',
      'municipality.name_fi as municipality_fi',
      'municipality.name_sv as municipality_sv',
    ])
    .where('organisation.id', 'in', ids)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return {
      id,
      name: { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
      legalForm: row.legal_form,
      businessId: row.business_id,
      registerNumber: row.register_number,
      field: row.field_fi === null ? null : { fi: row.field_fi, sv: row.field_sv, en: row.field_en },
      municipality:
        row.municipality_fi === null ? null : { fi: row.municipality_fi, sv: row.municipality_sv },
      prhClass: row.prh_class,
      email: row.email,
      phone: row.phone,
      web: row.web,
      checkedOn: row.checked_on,
      state: row.state,
    };
  });
}
