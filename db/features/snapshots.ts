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

/**
 * Every snapshot's hash and its link to the one before it, per board: one chain, in which each follows another and
 * none is followed twice. Their instants do not matter, because a computer's clock may have been wrong.
 */
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
  const known = new Set(rows.map((row) => `${row.board_id} ${row.sha256}`));
  const followed = new Set<string>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const subject = `meeting ${row.number}/${row.year}`;
    if (snapshotHash(row.document, row.previous_sha256) !== row.sha256)
      findings.push({ code: 'snapshot_hash', severity: 'error', subject, details: { sha256: row.sha256 } });
    const link = `${row.board_id} ${row.previous_sha256 ?? ''}`;
    if (followed.has(link) || (row.previous_sha256 !== null && !known.has(link)))
      findings.push({
        code: 'snapshot_chain',
        severity: 'error',
        subject,
        details: { previous: row.previous_sha256 },
      });
    followed.add(link);
  }
  return [...findings, ...(await withoutSnapshot(db))];
}

/** Examined meetings whose frozen minutes are not there. */
async function withoutSnapshot(db: Kysely<Database>): Promise<Finding[]> {
  const rows = await db
    .selectFrom('meeting')
    .leftJoin('minutes_snapshot', 'minutes_snapshot.meeting_id', 'meeting.id')
    .select(['meeting.number', 'meeting.year'])
    .where('meeting.state', '=', 'examined')
    .where('minutes_snapshot.id', 'is', null)
    .execute();
  return rows.map((row) => ({
    code: 'snapshot_missing',
    severity: 'error',
    subject: `meeting ${row.number}/${row.year}`,
    details: {},
  }));
}
