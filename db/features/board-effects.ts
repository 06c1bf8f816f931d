/** The effects of all of a board's meetings, for review. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { EffectView } from '../model/effect-view.ts';
import { effectViews } from './effect-records.ts';

/** Those that wait for the secretary first, then the newest meetings first. */
export async function boardEffects(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<EffectView[]> {
  const meetings = await db
    .selectFrom('meeting')
    .select('meeting.id')
    .where('meeting.board_id', '=', boardId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('register_effect')
          .innerJoin('agenda_item', 'agenda_item.id', 'register_effect.item_id')
          .select('register_effect.id')
          .whereRef('agenda_item.meeting_id', '=', 'meeting.id'),
      ),
    )
    .orderBy('meeting.held_on', 'desc')
    .orderBy('meeting.number', 'desc')
    .execute();
  const views: EffectView[] = [];
  for (const { id } of meetings) views.push(...(await effectViews(db, id, today)));
  const waits = (view: EffectView): number => (view.stage === 'unresolved' ? 0 : 1);
  return views.toSorted((one, other) => waits(one) - waits(other));
}
