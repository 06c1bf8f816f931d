/** The §§ behind immigrant inclusion. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { inclusionRow } from './inclusion-views.ts';
import { assertItemOf, decisionLinks, type DecisionLink } from './volunteer-action-parts.ts';
import { setLink } from './work-links.ts';

/** The newest first. */
export async function inclusionDecisions(db: Kysely<Database>, entryId: string): Promise<DecisionLink[]> {
  const rows = await db
    .selectFrom('inclusion_decision')
    .select('item_id')
    .where('entry_id', '=', entryId)
    .execute();
  const found = await decisionLinks(
    db,
    rows.map((row) => row.item_id),
  );
  return [...found.values()].sort((a, b) => b.heldOn.localeCompare(a.heldOn));
}

/** Ties an entry to a § or unties it. @throws AppError NOT_FOUND, OTHER_BOARD */
export async function setInclusionDecision(
  trx: Kysely<Database>,
  input: { entryId: string; itemId: string; isLinked: boolean },
): Promise<void> {
  const entry = await inclusionRow(trx, input.entryId);
  await assertItemOf(trx, input.itemId, entry.board_id);
  await setLink(
    trx,
    { table: 'inclusion_decision', owner: 'entry_id', other: 'item_id' },
    { ownerId: entry.id, otherId: input.itemId, isLinked: input.isLinked },
  );
}
