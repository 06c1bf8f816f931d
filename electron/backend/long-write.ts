/** Writes of thousands of rows: all or nothing, and the windows read on meanwhile. */
import type { Kysely } from 'kysely';
import { write } from '../../db/core/open.ts';
import type { Database } from '../../db/core/schema.ts';
import { holdOrganisationList } from '../../db/features/organisation-index.ts';
import type { Between } from '../../db/features/change-batches.ts';
import type { BackendContext, Topic } from './context.ts';

/**
 * One transaction in slices. `work` calls the `between` that it is given after each slice: reading is answered then and
 * sees what has been written so far, only the list of organisations stays as it was; other writes wait for the end. Announced at the end whatever that was, because a
 * window may have read what was rolled back.
 * @param between tells how far it is, lets other messages in, throws when the user has cancelled
 */
export async function longWrite<Result>(
  ctx: Pick<BackendContext, 'workspace' | 'actor' | 'announce'>,
  options: { procedure: string; topics: readonly Topic[]; between: Between },
  work: (trx: Kysely<Database>, between: Between) => Promise<Result>,
): Promise<Result> {
  const { procedure, topics, between } = options;
  await holdOrganisationList(ctx.workspace.database().reading);
  try {
    return await write(ctx.workspace.database(), ctx.actor().userName, procedure, (trx, rest) =>
      work(trx, (done, total) => rest(() => between(done, total))),
    );
  } finally {
    ctx.announce(topics);
  }
}
