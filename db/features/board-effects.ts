/** The effects of all of a board's meetings, for review. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { EffectView } from '../model/effect-view.ts';
import { effectViews } from './effect-records.ts';

/** An effect that only the secretary can bring to its end: it could not be applied, or the decision differs from it. */
export interface WaitingEffect {
  id: string;
  meetingId: string;
  itemId: string;
  /** "3/2026 § 25" */
  reference: string;
  title: string;
  /** The first day on which the register should be as it was decided. */
  effectiveOn: string;
  stage: 'unresolved' | 'unconfirmed';
}

/** The effects of a board that wait for the secretary, by the day on which they should be in force. */
export async function waitingEffects(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<WaitingEffect[]> {
  // What was applied, taken back or dismissed last does not wait: only the rest is read in full.
  const meetings = await db
    .selectFrom('register_effect')
    .innerJoin('agenda_item', 'agenda_item.id', 'register_effect.item_id')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select('meeting.id')
    .distinct()
    .where('meeting.board_id', '=', boardId)
    .where('meeting.state', 'not in', ['draft', 'called', 'cancelled'])
    .where(
      ({ selectFrom, val, fn }) =>
        fn.coalesce(
          selectFrom('register_effect_event as last')
            .select('last.action')
            .whereRef('last.effect_id', '=', 'register_effect.id')
            .orderBy('last.number', 'desc')
            .limit(1),
          val('none'),
        ),
      'not in',
      ['applied', 'reversed', 'dismissed'],
    )
    .execute();
  const waiting: WaitingEffect[] = [];
  for (const { id } of meetings)
    for (const { stage, ...view } of await effectViews(db, id, today))
      if (stage === 'unresolved' || stage === 'unconfirmed')
        waiting.push({
          id: view.id,
          meetingId: view.meetingId,
          itemId: view.itemId,
          reference: view.reference,
          title: view.title,
          effectiveOn: view.effectiveOn,
          stage,
        });
  return waiting.toSorted((one, other) => (one.effectiveOn < other.effectiveOn ? -1 : 1));
}

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
