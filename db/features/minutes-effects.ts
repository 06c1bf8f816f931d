/** The effects that the decisions of a meeting have on the register, as its minutes tell them. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { MinutesEffect } from '../model/minutes-document.ts';
import { effectsOfMeeting, practiceNames } from './effect-records.ts';
import { personLabels } from './meeting-rows.ts';
import { loadPractices } from './register-rows.ts';

/** By the id of the item; whether the register has followed the decision is not the minutes' matter. */
export async function minutesEffects(
  db: Kysely<Database>,
  meetingId: string,
): Promise<Map<string, MinutesEffect[]>> {
  const effects = new Map<string, MinutesEffect[]>();
  const records = (await effectsOfMeeting(db, meetingId)).filter(({ isDecided }) => isDecided);
  if (records.length === 0) return effects;
  const persons = await personLabels(db);
  for (const { row, effect, item, meeting } of records) {
    const seat =
      row.seat_id === null
        ? undefined
        : await db
            .selectFrom('seat')
            .innerJoin('term', 'term.id', 'seat.term_id')
            .select(['seat.number', 'term.ends_on'])
            .where('seat.id', '=', row.seat_id)
            .executeTakeFirst();
    const organisation =
      row.organisation_id === null
        ? undefined
        : await db
            .selectFrom('organisation')
            .select('name_fi')
            .where('id', '=', row.organisation_id)
            .executeTakeFirst();
    const one: MinutesEffect = {
      kind: effect.kind,
      seat: seat?.number ?? null,
      role: 'role' in effect ? effect.role : null,
      office: 'office' in effect ? effect.office : null,
      cause: 'cause' in effect ? effect.cause : null,
      person: persons.get(row.person_id ?? '') ?? null,
      organisation: organisation?.name_fi ?? null,
      on: 'lastDay' in effect ? effect.lastDay : effect.from,
      until: seat?.ends_on ?? null,
    };
    if (effect.kind === 'practice_stage_changed') {
      const names = practiceNames(effect, await loadPractices(db, meeting.board_id));
      one.practice = {
        name: names.practice ?? '',
        municipality: names.municipality,
        stage: effect.stage,
      };
    }
    effects.set(item.id, [...(effects.get(item.id) ?? []), one]);
  }
  return effects;
}
