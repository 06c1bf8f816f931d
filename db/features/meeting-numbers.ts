/** Keeps the numbers of planned meetings in the order of their days. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { firstNumber, hasNumber, keepsNumber, planNumbers, type SentFacts } from '../model/meeting-number.ts';
import type { MeetingState } from '../model/meeting-state.ts';
import { indexMeeting } from './search.ts';

/** What of a row decides whether the meeting keeps its number. */
export function sentFacts(row: {
  state: MeetingState;
  call_sent_on: string | null;
  agenda_sent_on: string | null;
}): SentFacts {
  return { state: row.state, callSentOn: row.call_sent_on, agendaSentOn: row.agenda_sent_on };
}

/** Where the numbers of a board's year begin now. */
export async function firstNumberOf(trx: Kysely<Database>, boardId: string, year: number): Promise<number> {
  const rows = await trx
    .selectFrom('meeting')
    .select('number')
    .where('board_id', '=', boardId)
    .where('year', '=', year)
    .execute();
  return firstNumber(rows);
}

/** Lifts a number out of the way while others take their new ones; numbers are far below. */
const ASIDE = 1_000_000;

/**
 * Gives the planned meetings of a year their numbers anew, by `planNumbers`.
 * @param start where the numbers of the year began before the change
 * @returns ids of the meetings whose number changed
 */
export async function renumberPlanned(
  trx: Kysely<Database>,
  boardId: string,
  year: number,
  start: number,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('meeting')
    .select(['id', 'number', 'held_on', 'planned_start', 'state', 'call_sent_on', 'agenda_sent_on'])
    .where('board_id', '=', boardId)
    .where('year', '=', year)
    .execute();
  const numbers = planNumbers(
    rows.map((row) => ({
      id: row.id,
      number: row.number,
      heldOn: row.held_on,
      plannedStart: row.planned_start,
      keepsNumber: keepsNumber(sentFacts(row)),
      hasNumber: hasNumber(sentFacts(row)),
    })),
    start,
  );
  const changed = rows.filter((row) => (numbers.get(row.id) ?? row.number) !== row.number);
  const set = async (id: string, number: number): Promise<void> => {
    await trx.updateTable('meeting').set({ number }).where('id', '=', id).execute();
  };
  for (const row of changed) await set(row.id, row.number + ASIDE);
  for (const row of changed) await set(row.id, numbers.get(row.id)!);
  for (const row of changed) await indexMeeting(trx, row.id);
  return changed.map((row) => row.id);
}
