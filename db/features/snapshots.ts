/** Frozen minutes: reading them, and checking the chain of their hashes. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { Finding } from '../model/errors.ts';
import type { MinutesDocument } from '../model/minutes-document.ts';
import { snapshotHash } from './meeting-course.ts';

/** The newest frozen minutes of a meeting, or null while they have not been examined. */
export async function frozenMinutes(
  db: Kysely<Database>,
  meetingId: string,
): Promise<MinutesDocument | null> {
  const row = await db
    .selectFrom('minutes_snapshot')
    .innerJoin('meeting', 'meeting.id', 'minutes_snapshot.meeting_id')
    .select('document')
    .where('meeting_id', '=', meetingId)
    .where('meeting.state', '=', 'examined')
    .orderBy('minutes_snapshot.version', 'desc')
    .executeTakeFirst();
  return row ? (JSON.parse(row.document) as MinutesDocument) : null;
}

/** Every snapshot's hash and its link to the one before it, per board. */
export async function checkSnapshots(db: Kysely<Database>): Promise<Finding[]> {
  const rows = await db
    .selectFrom('minutes_snapshot')
    .innerJoin('meeting', 'meeting.id', 'minutes_snapshot.meeting_id')
    .select([
      'meeting.board_id',
      'meeting.number',
      'meeting.year',
      'minutes_snapshot.document',
      'minutes_snapshot.sha256',
      'minutes_snapshot.previous_sha256',
    ])
    .orderBy('minutes_snapshot.created_at')
    .orderBy('minutes_snapshot.id')
    .execute();
  const last = new Map<string, string>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const subject = `meeting ${row.number}/${row.year}`;
    if (snapshotHash(row.document, row.previous_sha256) !== row.sha256)
      findings.push({ code: 'snapshot_hash', severity: 'error', subject, details: { sha256: row.sha256 } });
    if ((last.get(row.board_id) ?? null) !== row.previous_sha256)
      findings.push({
        code: 'snapshot_chain',
        severity: 'error',
        subject,
        details: { previous: row.previous_sha256 },
      });
    last.set(row.board_id, row.sha256);
  }
  return findings;
}
