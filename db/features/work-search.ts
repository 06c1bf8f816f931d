/** The search entries of the work between meetings. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { indexBulletin } from './bulletins.ts';
import { indexForum } from './forums.ts';
import { indexInclusionEntry } from './inclusion.ts';
import { indexIndicator } from './indicators.ts';
import { indexAgreement } from './agreements.ts';
import { indexCase } from './cooperation-cases.ts';
import { indexProject } from './projects.ts';
import { indexPractice } from './practices.ts';
import { indexTheme } from './theme-rows.ts';
import { indexAction } from './volunteer-actions.ts';

/** Writes them all anew, e.g. after an import. */
export async function reindexWork(trx: Kysely<Database>): Promise<void> {
  for (const { id } of await trx.selectFrom('theme').select('id').execute()) await indexTheme(trx, id);
  for (const { id } of await trx.selectFrom('volunteer_action').select('id').execute())
    await indexAction(trx, id);
  for (const { id } of await trx.selectFrom('indicator').select('id').execute())
    await indexIndicator(trx, id);
  for (const { id } of await trx.selectFrom('agreement').select('id').execute())
    await indexAgreement(trx, id);
  for (const { id } of await trx.selectFrom('project').select('id').execute()) await indexProject(trx, id);
  for (const { id } of await trx.selectFrom('cooperation_case').select('id').execute())
    await indexCase(trx, id);
  for (const { id } of await trx.selectFrom('practice').select('id').execute()) await indexPractice(trx, id);
  for (const { id } of await trx.selectFrom('community_forum').select('id').execute())
    await indexForum(trx, id);
  for (const { id } of await trx.selectFrom('bulletin').select('id').execute()) await indexBulletin(trx, id);
  for (const { id } of await trx.selectFrom('inclusion_entry').select('id').execute())
    await indexInclusionEntry(trx, id);
}
