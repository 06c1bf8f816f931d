/** Everything that can be wrong with a database: structure, references, invariants, hashes. */
import { verifyConnection } from '../core/backup.ts';
import type { OpenDatabase } from '../core/open.ts';
import { checkMeeting } from '../model/check-meeting.ts';
import type { Finding } from '../model/errors.ts';
import { checkBusinessId } from '../model/identifiers.ts';
import { numbersFrozen } from '../model/meeting-state.ts';
import { checkSections, type SectionedMeeting } from '../model/numbering.ts';
import { checkEffects } from './effect-check.ts';
import { checkExaminations } from './examination-check.ts';
import { checkFiles } from './files.ts';
import { checkExaminedItems } from './item-examination.ts';
import { checkIssued } from './issued.ts';
import { checkMentions } from './mentions.ts';
import { checkPhraseSets } from './phrase-sets.ts';
import { loadMeeting, meetingFacts } from './meeting-rows.ts';
import { meetingCheck, sectionsOf } from './meeting-view.ts';
import { checkExaminedRecords } from './record-check.ts';
import { rulesOn } from './rules-in-force.ts';
import { checkSnapshots } from './snapshots.ts';

/** All findings; empty for a sound database. Changes nothing. */
export async function checkEverything(database: OpenDatabase): Promise<Finding[]> {
  const { kysely, raw } = database;
  const findings: Finding[] = [];
  const verification = verifyConnection(raw);
  for (const text of verification.integrity)
    if (text !== 'ok')
      findings.push({ code: 'integrity', severity: 'error', subject: 'database', details: { text } });
  if (verification.foreignKeyBreaches > 0)
    findings.push({
      code: 'foreign_keys',
      severity: 'error',
      subject: 'database',
      details: { rows: verification.foreignKeyBreaches },
    });
  if (!verification.ok) return findings;
  try {
    raw.prepare(`insert into search_index(search_index, rank) values ('integrity-check', 1)`).run();
  } catch {
    findings.push({ code: 'search_index', severity: 'error', subject: 'database', details: {} });
  }
  for (const organisation of await kysely
    .selectFrom('organisation')
    .select(['name_fi', 'business_id'])
    .where('business_id', 'is not', null)
    .execute())
    if (!checkBusinessId(organisation.business_id!).ok)
      findings.push({
        code: 'business_id',
        severity: 'error',
        subject: organisation.name_fi,
        details: { businessId: organisation.business_id },
      });
  for (const board of await kysely.selectFrom('board').select(['id']).execute()) {
    const meetings = await kysely
      .selectFrom('meeting')
      .select(['id', 'held_on'])
      .where('board_id', '=', board.id)
      .orderBy('held_on')
      .execute();
    const sectioned: SectionedMeeting[] = [];
    for (const meeting of meetings) {
      const rows = await loadMeeting(kysely, meeting.id);
      const sections = await sectionsOf(kysely, rows);
      const check = meetingCheck(rows, meetingFacts(rows), sections);
      findings.push(...checkMeeting(check));
      if (rows.meeting.state === 'cancelled') continue;
      sectioned.push({
        subject: check.subject,
        date: meeting.held_on,
        sections,
        frozen: numbersFrozen(rows.meeting.state),
      });
    }
    const terms = await kysely
      .selectFrom('term')
      .select(['starts_on as startsOn', 'ends_on as endsOn'])
      .where('board_id', '=', board.id)
      .execute();
    const last = meetings.at(-1);
    if (last)
      findings.push(...checkSections(sectioned, await rulesOn(kysely, board.id, last.held_on), terms));
  }
  findings.push(
    ...(await checkSnapshots(kysely)),
    ...(await checkPhraseSets(kysely)),
    ...(await checkExaminedRecords(kysely)),
    ...(await checkExaminations(kysely)),
    ...(await checkExaminedItems(kysely)),
    ...(await checkFiles(kysely)),
    ...(await checkEffects(kysely)),
    ...(await checkIssued(kysely)),
    ...(await checkMentions(kysely)),
  );
  return findings;
}
