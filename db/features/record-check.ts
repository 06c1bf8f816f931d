/** Whether the record of examined minutes still says what was examined. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { Finding } from '../model/errors.ts';
import type { MinutesDocument, MinutesItem } from '../model/minutes-document.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { parseText } from './meeting-rows.ts';

const TEXTS = ['title', 'account', 'proposal', 'proceedings', 'decision', 'decisionType'] as const;

/**
 * Compares numbers, titles, texts and kinds of decision of examined meetings with their newest frozen minutes. Names
 * of people and organisations may change in the register after the examination, so they are not compared.
 */
export async function checkExaminedRecords(db: Kysely<Database>): Promise<Finding[]> {
  const findings: Finding[] = [];
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'number', 'year'])
    .where('state', 'in', ['examined', 'published'])
    .execute();
  for (const meeting of meetings) {
    const snapshot = await db
      .selectFrom('minutes_snapshot')
      .select('document')
      .where('meeting_id', '=', meeting.id)
      .orderBy('version', 'desc')
      .executeTakeFirst();
    if (!snapshot) continue;
    const subject = `meeting ${meetingNumberText(meeting)}`;
    const examined = (JSON.parse(snapshot.document) as Pick<MinutesDocument, 'items'>).items;
    const rows = await db
      .selectFrom('agenda_item')
      .selectAll()
      .where('meeting_id', '=', meeting.id)
      .orderBy('position')
      .execute();
    if (rows.length !== examined.length)
      findings.push({
        code: 'record_differs',
        severity: 'error',
        subject,
        details: { items: rows.length, examined: examined.length },
      });
    for (const [index, row] of rows.entries()) {
      const before = examined[index];
      if (before === undefined) continue;
      const now: Pick<MinutesItem, (typeof TEXTS)[number]> = {
        title: row.title,
        account: parseText(row.account),
        proposal: parseText(row.proposal),
        proceedings: parseText(row.proceedings),
        decision: parseText(row.decision),
        decisionType: row.decision_type,
      };
      const changed: string[] = TEXTS.filter(
        (name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]),
      );
      if (row.section !== null && row.section !== before.section) changed.push('section');
      if (changed.length > 0)
        findings.push({
          code: 'record_differs',
          severity: 'error',
          subject: `${subject} § ${before.section}`,
          details: { fields: changed.join(' ') },
        });
    }
  }
  return findings;
}
