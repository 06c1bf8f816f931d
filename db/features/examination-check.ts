/** What can be wrong with the examination of minutes: rounds, versions and correction notes. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { ErrorDetails, Finding } from '../model/errors.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { textHash } from './snapshots.ts';

/**
 * A meeting is under examination when, and only when, a round is open; what examiners were given is unaltered; the
 * newest approved round made the newest version; corrections run on in order, by number and by day.
 */
export async function checkExaminations(db: Kysely<Database>): Promise<Finding[]> {
  const findings: Finding[] = [];
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'number', 'year', 'state', 'held_on'])
    .orderBy('held_on')
    .execute();
  const rounds = await db.selectFrom('examination_round').selectAll().orderBy('number').execute();
  const versions = await db
    .selectFrom('minutes_snapshot')
    .select(['id', 'meeting_id', 'version'])
    .orderBy('version')
    .execute();
  const corrections = await db.selectFrom('correction_note').selectAll().orderBy('position').execute();
  for (const meeting of meetings) {
    const subject = `meeting ${meetingNumberText(meeting)}`;
    const add = (code: string, details: ErrorDetails = {}): void => {
      findings.push({ code, severity: 'error', subject, details });
    };
    const own = rounds.filter((round) => round.meeting_id === meeting.id);
    const open = own.filter((round) => round.closed_on === null);
    if ((meeting.state === 'under_examination') !== (open.length === 1))
      add('examination_round', { state: meeting.state, open: open.length });
    own.forEach((round, index) => {
      if (round.number !== index + 1) add('round_number', { round: round.number, expected: index + 1 });
      if (textHash(round.content) !== round.sha256) add('round_hash', { round: round.number });
    });
    const snapshots = versions.filter((version) => version.meeting_id === meeting.id);
    snapshots.forEach(({ version }, index) => {
      if (version !== index + 1) add('snapshot_version', { version, expected: index + 1 });
    });
    const approved = own.findLast((round) => round.outcome === 'approved');
    if (approved && approved.snapshot_id !== snapshots.at(-1)?.id)
      add('round_version', { round: approved.number, version: snapshots.at(-1)?.version ?? null });
    corrections
      .filter((note) => note.meeting_id === meeting.id)
      .forEach((note, index, notes) => {
        const before = notes[index - 1]?.noted_on ?? meeting.held_on;
        if (note.position !== index + 1 || note.noted_on < before)
          add('correction_order', { position: note.position, notedOn: note.noted_on });
      });
  }
  return findings;
}
