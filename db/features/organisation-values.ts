/** Many organisations at once, as values: for import, export, bulk changes and merging. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import type {
  FieldLists,
  PrintedOrganisation,
  RegisterValues,
  TableWords,
} from '../model/organisation-fields.ts';
import { fieldLists } from '../model/organisation-fields.ts';
import { NO_CARD } from '../model/card-columns.ts';
import type { OrganisationValues } from '../model/organisation.ts';
import { cardsOf } from './card-columns.ts';
import { latestClassificationYear } from './classification.ts';

type Row = Selectable<Database['organisation']>;

/** The values of a row, as forms and imports know them. */
export function valuesOf(row: Row): OrganisationValues {
  return {
    nameFi: row.name_fi,
    nameSv: row.name_sv,
    nameEn: row.name_en,
    legalForm: row.legal_form,
    businessId: row.business_id,
    registerNumber: row.register_number,
    prhClass: row.prh_class,
    fieldId: row.field_id,
    municipalityCode: row.municipality_code,
    email: row.email,
    phone: row.phone,
    web: row.web,
    streetAddress: row.street_address,
    postalCode: row.postal_code,
    postOffice: row.post_office,
    languages: JSON.parse(row.languages) as string[],
    contactRole: row.contact_role,
    notes: row.notes,
    checkedOn: row.checked_on,
    state: row.state,
  };
}

/** The lists that cells of a table are looked up in. */
export async function listsForTables(
  db: Kysely<Database>,
  words: TableWords,
  prhClasses: readonly { class: number; fi: string; sv: string; en: string }[],
): Promise<FieldLists> {
  const year = await latestClassificationYear(db);
  const municipalities = await db
    .selectFrom('municipality')
    .select(['code', 'name_fi as nameFi', 'name_sv as nameSv'])
    .where('year', '=', year ?? -1)
    .execute();
  const fields = await db.selectFrom('field').selectAll().orderBy('position').execute();
  const networks = await db.selectFrom('network').selectAll().execute();
  return fieldLists({
    words: words.words,
    municipalities,
    fields: fields.map((row) => ({
      id: row.id,
      key: row.key,
      name: { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
    })),
    prhClasses,
    networks: networks.map((row) => ({
      id: row.id,
      name: { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
    })),
  });
}

const ROWS_AT_ONCE = 2_000;

/** Every organisation with its values, in slices: `between` lets other calls in. */
export async function* organisationSlices(
  db: Kysely<Database>,
): AsyncGenerator<{ id: string; values: RegisterValues }[]> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('organisation')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS_AT_ONCE)
      .execute();
    if (rows.length === 0) return;
    const cards = await cardsOf(db, rows);
    yield rows.map((row) => ({
      id: row.id,
      values: { ...valuesOf(row), ...(cards.get(row.id) ?? NO_CARD) },
    }));
    after = rows.at(-1)?.id ?? '';
  }
}

/** The names behind the codes, read once for a whole table. */
export interface PrintLists {
  municipalities: ReadonlyMap<
    string,
    { code: string; fi: string; sv: string; regionCode: string; regionFi: string; regionSv: string }
  >;
  fields: ReadonlyMap<string, { key: string; fi: string; sv: string | null; en: string | null }>;
  networks: ReadonlyMap<string, { fi: string; sv: string | null; en: string | null }>;
  /** Municipalities of the newest year, by code. */
  latest: ReadonlyMap<string, { fi: string; sv: string }>;
}

export async function printLists(db: Kysely<Database>): Promise<PrintLists> {
  const municipalities = await db
    .selectFrom('municipality')
    .innerJoin('region', (join) =>
      join
        .onRef('region.year', '=', 'municipality.year')
        .onRef('region.code', '=', 'municipality.region_code'),
    )
    .select([
      'municipality.year',
      'municipality.code',
      'municipality.name_fi as fi',
      'municipality.name_sv as sv',
      'region.code as regionCode',
      'region.name_fi as regionFi',
      'region.name_sv as regionSv',
    ])
    .execute();
  const fields = await db.selectFrom('field').selectAll().execute();
  const networks = await db.selectFrom('network').selectAll().execute();
  const year = await latestClassificationYear(db);
  return {
    networks: new Map(
      networks.map((row) => [row.id, { fi: row.name_fi, sv: row.name_sv, en: row.name_en }] as const),
    ),
    latest: new Map(municipalities.flatMap((row) => (row.year === year ? [[row.code, row] as const] : []))),
    municipalities: new Map(municipalities.map((row) => [`${row.year}/${row.code}`, row] as const)),
    fields: new Map(
      fields.map(
        (row) => [row.id, { key: row.key, fi: row.name_fi, sv: row.name_sv, en: row.name_en }] as const,
      ),
    ),
  };
}

/** An organisation ready to be printed, with its region for the open data. */
export interface ExportRow extends PrintedOrganisation {
  regionCode: string | null;
  region: { fi: string; sv: string } | null;
}

/** The organisations of these ids, in this order. */
export async function exportRows(
  db: Kysely<Database>,
  ids: readonly string[],
  lists: PrintLists,
): Promise<ExportRow[]> {
  const result: ExportRow[] = [];
  for (let start = 0; start < ids.length; start += ROWS_AT_ONCE) {
    const part = ids.slice(start, start + ROWS_AT_ONCE);
    const rows = await db.selectFrom('organisation').selectAll().where('id', 'in', part).execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    const cards = await cardsOf(db, rows);
    for (const id of part) {
      const row = byId.get(id);
      if (!row) continue;
      const card = cards.get(id) ?? NO_CARD;
      const place = lists.municipalities.get(`${row.municipality_year}/${row.municipality_code}`) ?? null;
      result.push({
        id,
        ...valuesOf(row),
        ...card,
        areaNames: (card.area?.codes ?? []).map((code) => lists.latest.get(code) ?? { fi: code, sv: code }),
        networkNames: card.networks.map(
          ({ networkId }) => lists.networks.get(networkId) ?? { fi: networkId, sv: null, en: null },
        ),
        municipality: place,
        field: lists.fields.get(row.field_id ?? '') ?? null,
        regionCode: place?.regionCode ?? null,
        region: place ? { fi: place.regionFi, sv: place.regionSv } : null,
      });
    }
  }
  return result;
}
