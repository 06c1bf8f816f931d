/** The lists of many cards at once: read for import and export, and added to by an import. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  byText,
  NO_CARD,
  type CardColumns,
  type NamePeriod,
  type NetworkPeriod,
  type OrganisationReference,
} from '../model/card-columns.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { AreaKind, LifeCourse } from '../model/register-card.ts';

type CardRow = Pick<Database['organisation'], 'area_kind' | 'ended_on' | 'merged_into_id' | 'id'> & {
  life_courses: string;
  area_codes: string;
};

/** The columns of the cards of these rows, by id. */
export async function cardsOf(
  db: Kysely<Database>,
  rows: readonly CardRow[],
): Promise<Map<string, CardColumns>> {
  const ids = rows.map(({ id }) => id);
  const tags = Map.groupBy(
    await db
      .selectFrom('organisation_tag')
      .selectAll()
      .where('organisation_id', 'in', ids)
      .orderBy('tag')
      .execute(),
    (row) => row.organisation_id,
  );
  const names = Map.groupBy(
    await db.selectFrom('organisation_name').selectAll().where('organisation_id', 'in', ids).execute(),
    (row) => row.organisation_id,
  );
  const members = Map.groupBy(
    await db.selectFrom('network_member').selectAll().where('organisation_id', 'in', ids).execute(),
    (row) => row.organisation_id,
  );
  const targets = await targetsOf(
    db,
    rows.flatMap((row) => row.merged_into_id ?? []),
  );
  const period = (one: {
    name?: string;
    networkId?: string;
    startsOn: string | null;
    endsOn: string | null;
  }) => `${one.name?.toLocaleLowerCase('fi') ?? one.networkId} ${one.startsOn ?? ''} ${one.endsOn ?? ''}`;
  return new Map(
    rows.map((row) => [
      row.id,
      {
        lifeCourses: row.life_courses === '[]' ? NO_CARD.lifeCourses : lifeCoursesOf(row.life_courses),
        area:
          row.area_kind === null
            ? null
            : { kind: row.area_kind as AreaKind, codes: JSON.parse(row.area_codes) as string[] },
        tags: tags.get(row.id)?.map(({ tag }) => tag) ?? NO_CARD.tags,
        formerNames: byText(
          names
            .get(row.id)
            ?.map((one): NamePeriod => ({ name: one.name, startsOn: one.starts_on, endsOn: one.ends_on })) ??
            NO_CARD.formerNames,
          period,
        ),
        networks: byText(
          members.get(row.id)?.map((one): NetworkPeriod => ({
            networkId: one.network_id,
            startsOn: one.starts_on,
            endsOn: one.ends_on,
          })) ?? NO_CARD.networks,
          period,
        ),
        endedOn: row.ended_on,
        mergedInto: targets.get(row.merged_into_id ?? '') ?? null,
      },
    ]),
  );
}

const lifeCoursesOf = (json: string): LifeCourse[] => (JSON.parse(json) as LifeCourse[]).toSorted();

async function targetsOf(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<Map<string, OrganisationReference>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'business_id as businessId', 'register_number as registerNumber', 'name_fi as name'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The card's columns of the table itself. */
export function cardRow(card: Partial<CardColumns>): Record<string, string | null> {
  return {
    life_courses: JSON.stringify(card.lifeCourses ?? []),
    area_kind: card.area?.kind ?? null,
    area_codes: JSON.stringify(card.area?.codes ?? []),
    ended_on: card.endedOn ?? null,
  };
}

/** A card as it is to be, and as it was. */
export interface CardChange {
  id: string;
  before: CardColumns;
  after: Partial<CardColumns>;
}

/** Writes what is new in tags, former names and networks; nothing goes. @param today for memberships without a day */
export async function addToCards(
  trx: Kysely<Database>,
  changes: readonly CardChange[],
  today: string,
): Promise<void> {
  const tags: Record<string, string | null>[] = [];
  const names: Record<string, string | null>[] = [];
  const members: Record<string, string | null>[] = [];
  for (const { id, before, after } of changes) {
    for (const tag of after.tags ?? [])
      if (!before.tags.includes(tag)) tags.push({ organisation_id: id, tag });
    for (const one of after.formerNames ?? []) {
      const was = before.formerNames.find((each) => each.name === one.name && each.startsOn === one.startsOn);
      if (!was)
        names.push({
          id: newId(),
          organisation_id: id,
          name: one.name,
          starts_on: one.startsOn,
          ends_on: one.endsOn,
        });
      else if (was.endsOn !== one.endsOn)
        await trx
          .updateTable('organisation_name')
          .set({ ends_on: one.endsOn })
          .where('organisation_id', '=', id)
          .where('name', '=', one.name)
          .where('starts_on', 'is', one.startsOn)
          .execute();
    }
    for (const one of after.networks ?? []) {
      const was = before.networks.find(
        (each) => each.networkId === one.networkId && each.startsOn === one.startsOn,
      );
      if (!was)
        members.push({
          id: newId(),
          network_id: one.networkId,
          organisation_id: id,
          starts_on: one.startsOn ?? (one.endsOn !== null && one.endsOn < today ? one.endsOn : today),
          ends_on: one.endsOn,
        });
      else if (was.endsOn !== one.endsOn)
        await trx
          .updateTable('network_member')
          .set({ ends_on: one.endsOn })
          .where('organisation_id', '=', id)
          .where('network_id', '=', one.networkId)
          .where('starts_on', '=', one.startsOn ?? '')
          .execute();
    }
  }
  await insertMany(trx, 'organisation_tag', tags);
  await insertMany(trx, 'organisation_name', names);
  await insertMany(trx, 'network_member', members);
}

/** One statement for many rows: they go in as JSON, which is several times faster than a statement each. */
export async function insertMany(
  trx: Kysely<Database>,
  table: 'organisation' | 'organisation_tag' | 'organisation_name' | 'network_member',
  rows: readonly Record<string, string | number | null>[],
): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return;
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(names.map((name) => sql`value ->> ${sql.lit(`$.${name}`)}`))} from json_each(${JSON.stringify(rows)})`.execute(
    trx,
  );
}

/**
 * Says into what organisations have merged, once all rows are there: by an identifier, or by a name that only one has.
 * @throws AppError IMPORT_CIRCLE with a name, when the table has organisations merge into each other
 */
export async function setMergedInto(
  trx: Kysely<Database>,
  changes: readonly { id: string; target: OrganisationReference }[],
): Promise<void> {
  for (const { id, target } of changes) {
    const found = await trx
      .selectFrom('organisation')
      .select('id')
      .where((eb) =>
        target.id !== null
          ? eb('id', '=', target.id)
          : target.businessId !== null
            ? eb('business_id', '=', target.businessId)
            : target.registerNumber !== null
              ? eb('register_number', '=', target.registerNumber)
              : eb('name_fi', '=', target.name),
      )
      .limit(2)
      .execute();
    const [only] = found;
    if (!only || found.length > 1) continue;
    const { rows } = await sql<{ id: string }>`
      with recursive chain(id) as (
        select ${only.id} union
        select merged_into_id from organisation join chain on chain.id = organisation.id where merged_into_id is not null)
      select id from chain where id = ${id}`.execute(trx);
    if (rows.length > 0) throw new AppError('IMPORT_CIRCLE', { name: target.name });
    await trx
      .updateTable('organisation')
      .set((eb) => ({ merged_into_id: only.id, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }
}
