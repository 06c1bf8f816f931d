/** The sample board Malli-JANE with all that it has, as the window, the command line and the tests make it. */
import type { Kysely } from 'kysely';
import { openDatabase, write } from '../../db/core/open.ts';
import type { Database } from '../../db/core/schema.ts';
import { importBoardFile } from '../../db/features/board-file.ts';
import { LARGE_SIZE, type SampleSize } from '../../db/features/large-sample-context.ts';
import { importLargeSample } from '../../db/features/large-sample.ts';
import { freezeExamined } from '../../db/features/meeting-course.ts';
import { addSampleClocks } from '../../db/features/sample-clocks.ts';
import { importSampleCommunication } from '../../db/features/sample-communication.ts';
import { addSampleEconomy } from '../../db/features/sample-economy.ts';
import { addSampleEffects } from '../../db/features/sample-effects.ts';
import { addSampleForums } from '../../db/features/sample-forums.ts';
import { addSampleInclusion } from '../../db/features/sample-inclusion.ts';
import { addSampleNetworks } from '../../db/features/sample-networks.ts';
import { addSamplePartnership } from '../../db/features/sample-partnership.ts';
import { importSampleReports } from '../../db/features/sample-reports.ts';
import { addSampleTies } from '../../db/features/sample-ties.ts';
import { importSampleWork } from '../../db/features/sample-work.ts';
import { reindexAll } from '../../db/features/search.ts';
import type { Resources } from './resources.ts';

/**
 * Brings the sample into a database that has the classification and no board.
 * @param instant ISO instant at which its examined minutes are frozen
 */
export async function importSample(
  trx: Kysely<Database>,
  resources: Resources,
  actor: string,
  instant: string,
): Promise<{ boardId: string }> {
  const board = resources.sampleBoard();
  const { boardId } = await importBoardFile(trx, board);
  await addSampleClocks(trx, boardId, resources);
  const work = resources.betweenMeetings();
  await importSampleWork(trx, boardId, { board, work });
  const { immigrantInclusion: inclusion, themes } = work;
  await addSampleInclusion(trx, boardId, { board, inclusion, themes });
  await addSamplePartnership(trx, boardId, { board, partnership: resources.samplePartnership() });
  await addSampleForums(trx, boardId, { board, forums: resources.sampleForums() });
  await addSampleEconomy(trx, boardId);
  await addSampleEffects(trx, boardId);
  await importSampleReports(trx, boardId);
  await freezeExamined(trx, actor, instant, resources.phrases());
  await importSampleCommunication(trx, boardId, {
    board,
    communication: resources.sampleCommunication(),
    phrases: resources.phrases(),
  });
  await addSampleNetworks(trx, boardId, { board, networks: resources.sampleNetworks() }, { actor, instant });
  await addSampleTies(trx, boardId, { board, ties: resources.sampleTies() });
  await reindexAll(trx);
  return { boardId };
}

/** When the examined minutes of generated samples were frozen. */
export const FROZEN_AT = '2026-05-20T09:00:00.000Z';

/** Writes the file of a large board; the same rows for the same seed and size. The caller has made its folder. */
export async function writeLargeSample(
  file: string,
  resources: Resources,
  { size = LARGE_SIZE, seed = 1 }: { size?: SampleSize; seed?: number } = {},
): Promise<void> {
  const database = await openDatabase({ file });
  try {
    await write(database, 'pykala', 'cli.sample', (trx) =>
      importLargeSample(
        trx,
        {
          board: resources.sampleBoard(),
          classification: resources.classification(),
          clockTemplates: resources.clockTemplates(),
          phrases: resources.phrases(),
        },
        size,
        seed,
        FROZEN_AT,
      ),
    );
    database.raw.pragma('wal_checkpoint(TRUNCATE)');
    database.raw.exec('analyze');
  } finally {
    database.close();
  }
}
