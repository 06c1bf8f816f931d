/** The large sample of the product with two meetings in session, for the benches. */
import fs from 'node:fs';
import path from 'node:path';
import { createResources } from '../../electron/backend/resources.ts';
import { writeLargeSample as writeSample } from '../../electron/backend/sample-board.ts';
import { openDatabase, write } from '../../db/core/open.ts';
import { LARGE_SIZE } from '../../db/features/large-sample-context.ts';
import { openMeeting, recordCall, reopenMeeting } from '../../db/features/meeting-course.ts';

const resources = createResources(path.resolve(import.meta.dirname, '../../resources'));

/** Creates the file: `count` organisations, and two meetings in session. */
export async function writeLargeSample(file: string, count: number): Promise<void> {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await writeSample(file, resources, { size: { ...LARGE_SIZE, organisations: count } });
  const database = await openDatabase({ file });
  try {
    await write(database, 'bench', 'bench.sample', async (trx) => {
      const meetings = await trx
        .selectFrom('meeting')
        .select(['id', 'state'])
        .where('state', 'in', ['closed', 'draft'])
        .orderBy('held_on')
        .execute();
      // The rich one is written on, and in a new one people arrive.
      const [closed, draft] = ['closed', 'draft'].map((state) => meetings.find((one) => one.state === state));
      if (closed) await reopenMeeting(trx, closed.id, 'bench');
      if (draft) {
        await recordCall(trx, draft.id, { callSentOn: '2026-08-20', agendaSentOn: '2026-08-20' });
        await openMeeting(trx, draft.id, '13:00');
      }
    });
    database.raw.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}
