/** What can be wrong with the effects of decisions: against the examination, and against the rows they changed. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { ErrorDetails, Finding } from '../model/errors.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { sameRow, type RowChange } from '../model/register-change.ts';
import { effectsOfMeeting, type EffectEvent } from './effect-records.ts';

/**
 * Every effect of an examined § has been dealt with; none was applied before its examination; the rows are as the
 * newest event left them, unless the log tells that somebody changed them since.
 */
export async function checkEffects(db: Kysely<Database>): Promise<Finding[]> {
  const findings: Finding[] = [];
  const meetings = await db
    .selectFrom('register_effect')
    .innerJoin('agenda_item', 'agenda_item.id', 'register_effect.item_id')
    .select('agenda_item.meeting_id')
    .distinct()
    .execute();
  for (const { meeting_id } of meetings) {
    const frozen = await db
      .selectFrom('minutes_snapshot')
      .select('id')
      .where('meeting_id', '=', meeting_id)
      .executeTakeFirst();
    for (const record of await effectsOfMeeting(db, meeting_id)) {
      const subject = `meeting ${meetingNumberText(record.meeting)} § ${record.section}`;
      const add = (code: string, severity: Finding['severity'], details: ErrorDetails = {}): void => {
        findings.push({ code, severity, subject, details: { kind: record.effect.kind, ...details } });
      };
      const { stage, isExamined, events } = record;
      if (isExamined && ['planned', 'unconfirmed', 'decided'].includes(stage)) add('effect_missing', 'error');
      if (stage === 'applied' && !isExamined && frozen === undefined) add('effect_not_examined', 'error');
      if (stage === 'unresolved')
        add('effect_unresolved', 'warning', { problem: events.at(-1)?.problem ?? null });
      const last = events.findLast(({ changes }) => changes !== '[]');
      if (last === undefined) continue;
      for (const change of JSON.parse(last.changes) as RowChange[])
        if (!(await stands(db, last, change)))
          add('effect_row', 'error', { table: change.table, id: change.id });
    }
  }
  return findings;
}

/** Whether a row is as the event left it, or was changed since by a write that the log knows. */
async function stands(db: Kysely<Database>, event: EffectEvent, change: RowChange): Promise<boolean> {
  const { rows } = await sql<object>`
    select * from ${sql.table(change.table)} where id = ${change.id}`.execute(db);
  if (sameRow(rows[0] ?? null, change.after)) return true;
  const later = await db
    .selectFrom('audit')
    .innerJoin('audit as noted', (join) =>
      join
        .on('noted.entity', '=', 'register_effect_event')
        .on('noted.entity_id', '=', event.id)
        .onRef('audit.id', '>', 'noted.id'),
    )
    .select('audit.id')
    .where('audit.entity', '=', change.table)
    .where('audit.entity_id', '=', change.id)
    .executeTakeFirst();
  return later !== undefined;
}
