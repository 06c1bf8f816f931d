/** What records of the work between meetings have in common: the organisations in them, and their ties to others. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import type { LocalisedText } from '../model/language.ts';
import type { OrganisationState } from '../model/organisation.ts';

/** An organisation as a card of the work refers to it. */
export interface WorkOrganisation {
  id: string;
  name: LocalisedText;
  state: OrganisationState;
  endedOn: string | null;
}

/** A list of ids or codes as a subquery, however long. */
export const listOf = (values: readonly string[]) =>
  sql<string>`(select value from json_each(${JSON.stringify(values)}))`;

/** Organisations by their id, in the order of their names. */
export async function organisationsById(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<Map<string, WorkOrganisation>> {
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name_fi', 'name_sv', 'name_en', 'state', 'ended_on'])
    .where('id', 'in', listOf(ids))
    .orderBy('sort_key')
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
        state: row.state,
        endedOn: row.ended_on,
      },
    ]),
  );
}

/**
 * A dissolved organisation begins nothing new; one that was in it before may stay, and is flagged.
 * @param chosen ids by the field in which they were chosen
 * @param before ids that were there before
 * @throws AppError ORGANISATION_DISSOLVED with the field
 */
export async function assertLiving(
  trx: Kysely<Database>,
  chosen: Readonly<Record<string, readonly (string | null)[]>>,
  before: readonly string[] = [],
): Promise<void> {
  const added = Object.values(chosen)
    .flat()
    .filter((id): id is string => id !== null && !before.includes(id));
  if (added.length === 0) return;
  const dissolved = await trx
    .selectFrom('organisation')
    .select(['id', 'name_fi'])
    .where('id', 'in', listOf(added))
    .where('state', '=', 'dissolved')
    .executeTakeFirst();
  if (!dissolved) return;
  const field = Object.keys(chosen).find((one) => chosen[one]?.includes(dissolved.id)) ?? '';
  throw new AppError(
    'ORGANISATION_DISSOLVED',
    { organisation: dissolved.name_fi },
    { [field]: 'organisation_dissolved' },
  );
}

/** The columns of a table of ties: whose it is, and to what. */
export interface LinkTable {
  table: string;
  owner: string;
  other: string;
}

/** Ties one more or unties one; what is so already stays so. */
export async function setLink(
  trx: Kysely<Database>,
  { table, owner, other }: LinkTable,
  input: { ownerId: string; otherId: string; isLinked: boolean },
): Promise<void> {
  if (input.isLinked)
    await sql`insert or ignore into ${sql.table(table)} (${sql.ref(owner)}, ${sql.ref(other)})
      values (${input.ownerId}, ${input.otherId})`.execute(trx);
  else
    await sql`delete from ${sql.table(table)}
      where ${sql.ref(owner)} = ${input.ownerId} and ${sql.ref(other)} = ${input.otherId}`.execute(trx);
}

/** The ties of one record as they are now; what was the same stays the same row. */
export async function setLinks(
  trx: Kysely<Database>,
  link: LinkTable,
  ownerId: string,
  otherIds: readonly string[],
): Promise<void> {
  await sql`delete from ${sql.table(link.table)} where ${sql.ref(link.owner)} = ${ownerId}
    and ${sql.ref(link.other)} not in ${listOf(otherIds)}`.execute(trx);
  for (const otherId of otherIds) await setLink(trx, link, { ownerId, otherId, isLinked: true });
}

/** The next code of a board's series: "HK-4" after "HK-3". */
export async function nextCode(
  trx: Kysely<Database>,
  table:
    | 'inclusion_entry'
    | 'practice'
    | 'agreement'
    | 'project'
    | 'cooperation_case'
    | 'volunteer_action'
    | 'community_forum',
  boardId: string,
  prefix: string,
): Promise<string> {
  const { rows } = await sql<{ last: number | null }>`
    select max(cast(substr(code, ${prefix.length + 2}) as integer)) as last from ${sql.table(table)}
    where board_id = ${boardId} and code like ${`${prefix}-%`}`.execute(trx);
  return `${prefix}-${(rows[0]?.last ?? 0) + 1}`;
}

/** @throws AppError NOT_FOUND, OTHER_BOARD when it belongs to another board */
export async function assertOfBoard(
  trx: Kysely<Database>,
  table: 'volunteer_action' | 'theme' | 'project' | 'practice' | 'agreement' | 'inclusion_entry',
  id: string,
  boardId: string,
): Promise<void> {
  const { rows } = await sql<{ board_id: string }>`
    select board_id from ${sql.table(table)} where id = ${id}`.execute(trx);
  if (!rows[0]) throw new AppError('NOT_FOUND', { what: table });
  if (rows[0].board_id !== boardId) throw new AppError('OTHER_BOARD');
}
