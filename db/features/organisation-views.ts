/** Saved views of the register. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { organisationViewSchema, type OrganisationView, type ViewInput } from '../model/organisation-view.ts';
import { sortKey } from '../model/sort-key.ts';
import { putBack, removedRows, removing, type Removal } from './removal.ts';

export interface SavedView {
  id: string;
  name: string;
  view: OrganisationView;
  isDefault: boolean;
  version: number;
}

/** All views by name. One that an earlier program wrote and this one cannot read is left out. */
export async function listViews(db: Kysely<Database>): Promise<SavedView[]> {
  const rows = await db.selectFrom('organisation_view').selectAll().execute();
  return rows
    .flatMap((row): SavedView[] => {
      const view = v.safeParse(organisationViewSchema, JSON.parse(row.view));
      if (!view.success) return [];
      const { id, name, version } = row;
      return [{ id, name, version, view: view.output, isDefault: row.is_default === 1 }];
    })
    .sort((one, other) => (sortKey(one.name) < sortKey(other.name) ? -1 : 1));
}

/** Saves a new view, or changes one. @throws AppError NOT_FOUND, CONFLICT, VIEW_NAME_TAKEN */
export async function saveView(
  trx: Kysely<Database>,
  input: ViewInput,
): Promise<{ id: string; version: number }> {
  const { name } = input;
  const namesake = await trx
    .selectFrom('organisation_view')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  if (namesake && namesake.id !== input.id) throw new AppError('VIEW_NAME_TAKEN', { name });
  const values = { name, view: JSON.stringify(input.view) };
  if (input.id === null) {
    const id = newId();
    await trx
      .insertInto('organisation_view')
      .values({ id, ...values })
      .execute();
    return { id, version: 1 };
  }
  const { version: present } = await viewRow(trx, input.id);
  if (present !== input.version) throw new AppError('CONFLICT', { what: 'view' });
  const version = present + 1;
  await trx
    .updateTable('organisation_view')
    .set({ ...values, version })
    .where('id', '=', input.id)
    .execute();
  return { id: input.id, version };
}

/** What the screen begins with; null: everything. @throws AppError NOT_FOUND */
export async function setDefaultView(trx: Kysely<Database>, id: string | null): Promise<void> {
  await trx.updateTable('organisation_view').set({ is_default: 0 }).where('is_default', '=', 1).execute();
  if (id === null) return;
  await viewRow(trx, id);
  await trx.updateTable('organisation_view').set({ is_default: 1 }).where('id', '=', id).execute();
}

/** @throws AppError NOT_FOUND */
export async function removeView(trx: Kysely<Database>, id: string): Promise<Removal> {
  await viewRow(trx, id);
  return await removing(
    trx,
    async () => void (await trx.deleteFrom('organisation_view').where('id', '=', id).execute()),
  );
}

/** Undoes `removeView`. @throws AppError REMOVAL_UNKNOWN, VIEW_NAME_TAKEN when its name has been given to another */
export async function restoreView(trx: Kysely<Database>, removal: Removal, procedure: string): Promise<void> {
  const rows = await removedRows(trx, removal, procedure);
  const [row] = rows;
  if (row?.entity !== 'organisation_view') throw new AppError('REMOVAL_UNKNOWN');
  const name = String(row.before['name']);
  const taken = await trx
    .selectFrom('organisation_view')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  if (taken) throw new AppError('VIEW_NAME_TAKEN', { name });
  // Another may have become what the screen begins with.
  if (row.before['is_default'] === 1) await setDefaultView(trx, null);
  await putBack(trx, rows);
}

async function viewRow(trx: Kysely<Database>, id: string): Promise<{ version: number }> {
  const row = await trx
    .selectFrom('organisation_view')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'view' });
  return row;
}
