/** The sample board Malli-JANE with all that it has, as the window, the command line and the tests make it. */
import type { Kysely } from 'kysely';
import type { Database } from '../../db/core/schema.ts';
import { importBoardFile } from '../../db/features/board-file.ts';
import { freezeExamined } from '../../db/features/meeting-course.ts';
import { addSampleClocks } from '../../db/features/sample-clocks.ts';
import { importSampleCommunication } from '../../db/features/sample-communication.ts';
import { addSamplePartnership } from '../../db/features/sample-partnership.ts';
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
  await importSampleWork(trx, boardId, { board, work: resources.betweenMeetings() });
  await addSamplePartnership(trx, boardId, { board, partnership: resources.samplePartnership() });
  await freezeExamined(trx, actor, instant, resources.phrases());
  await importSampleCommunication(trx, boardId, {
    board,
    communication: resources.sampleCommunication(),
    phrases: resources.phrases(),
  });
  await reindexAll(trx);
  return { boardId };
}
