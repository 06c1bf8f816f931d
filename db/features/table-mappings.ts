/** Mappings of columns remembered by the headings of a table. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { newId } from '../model/identity.ts';
import { organisationFieldSchema } from '../model/organisation-fields.ts';
import { headingSetKey, type TableMapping } from '../model/table-mapping.ts';

const storedSchema = v.array(v.nullable(organisationFieldSchema));

/** What the user chose for a table with these headings, or null. */
export async function rememberedMapping(
  db: Kysely<Database>,
  headings: readonly string[],
): Promise<TableMapping | null> {
  const row = await db
    .selectFrom('table_mapping')
    .select('mapping')
    .where('heading_key', '=', headingSetKey(headings))
    .executeTakeFirst();
  // A field that the product no longer has makes the memory useless, not the import.
  const stored = v.safeParse(storedSchema, row ? JSON.parse(row.mapping) : null);
  return stored.success && stored.output.length === headings.length ? stored.output : null;
}

export async function rememberMapping(
  trx: Kysely<Database>,
  headings: readonly string[],
  mapping: TableMapping,
  at: string,
): Promise<void> {
  const values = { mapping: JSON.stringify(mapping), used_at: at };
  await trx
    .insertInto('table_mapping')
    .values({ id: newId(), heading_key: headingSetKey(headings), ...values })
    .onConflict((conflict) => conflict.column('heading_key').doUpdateSet(values))
    .execute();
}
