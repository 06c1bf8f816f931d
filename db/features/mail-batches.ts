/** What the window shows of the queue: batches with their counts, and the messages that ask for somebody. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { DeliveredKind } from '../model/delivery.ts';
import { MESSAGE_STATES, type MessageState, type Pause } from '../model/mail.ts';

export interface MailBatchView {
  id: string;
  meetingId: string;
  kind: DeliveredKind;
  /** "3/2026" */
  meeting: string;
  createdAt: string;
  createdBy: string;
  counts: Record<MessageState, number>;
  total: number;
  paused: Pause | null;
  pausedReply: string;
  resumeAt: string | null;
  /** Failed, unknown, and those that a server has put off. */
  problems: {
    id: string;
    name: string;
    address: string;
    state: MessageState;
    reply: string;
    nextAt: string;
  }[];
}

/** Finished batches are shown for so long. */
const SHOWN_DAYS = 14;

/** Batches that are not done, or were made lately; newest first. @param instant ISO */
export async function mailBatches(
  db: Kysely<Database>,
  boardId: string,
  instant: string,
): Promise<MailBatchView[]> {
  const since = new Date(Date.parse(instant) - SHOWN_DAYS * 86_400_000).toISOString();
  const batches = await db
    .selectFrom('mail_batch')
    .innerJoin('meeting', 'meeting.id', 'mail_batch.meeting_id')
    .selectAll('mail_batch')
    .select(['meeting.number as meeting_number', 'meeting.year'])
    .where('meeting.board_id', '=', boardId)
    .where((eb) =>
      eb.or([
        eb('mail_batch.created_at', '>=', since),
        eb.exists(
          eb
            .selectFrom('mail_message')
            .select('mail_message.id')
            .whereRef('mail_message.batch_id', '=', 'mail_batch.id')
            .where('mail_message.state', 'in', ['queued', 'sending', 'unknown']),
        ),
      ]),
    )
    .orderBy('mail_batch.id', 'desc')
    .execute();
  const views: MailBatchView[] = [];
  for (const batch of batches) {
    const rows = await db
      .selectFrom('mail_message')
      .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
      .where('batch_id', '=', batch.id)
      .groupBy('state')
      .execute();
    const counts = Object.fromEntries(
      MESSAGE_STATES.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0]),
    ) as Record<MessageState, number>;
    const problems = await db
      .selectFrom('mail_message')
      .innerJoin('delivery', 'delivery.id', 'mail_message.delivery_id')
      .leftJoin('person', 'person.id', 'delivery.person_id')
      .leftJoin('organisation', 'organisation.id', 'delivery.organisation_id')
      .select(['mail_message.id', 'address', 'mail_message.state', 'reply', 'next_at'])
      .select(['person.name as person_name', 'organisation.name_fi as organisation_name'])
      .where('batch_id', '=', batch.id)
      .where((eb) =>
        eb.or([
          eb('mail_message.state', 'in', ['failed', 'unknown']),
          eb.and([eb('mail_message.state', '=', 'queued'), eb('reply', '<>', '')]),
        ]),
      )
      .orderBy('mail_message.id')
      .limit(200)
      .execute();
    views.push({
      id: batch.id,
      meetingId: batch.meeting_id,
      kind: batch.kind,
      meeting: `${batch.meeting_number}/${batch.year}`,
      createdAt: batch.created_at,
      createdBy: batch.created_by,
      counts,
      total: rows.reduce((sum, { count }) => sum + count, 0),
      paused: batch.paused,
      pausedReply: batch.paused_reply,
      resumeAt: batch.resume_at,
      problems: problems.map((row) => ({
        id: row.id,
        name: row.person_name ?? row.organisation_name ?? '',
        address: row.address,
        state: row.state,
        reply: row.reply,
        nextAt: row.next_at,
      })),
    });
  }
  return views;
}

/** What of the queue waits for somebody. */
export interface MailTrouble {
  /** Messages of batches that stand still until somebody lets them go on. */
  stopped: number;
  /** Why the newest of them stands still. */
  paused: Pause | null;
  /** Messages of which nobody knows whether they went. */
  unknown: number;
}

export async function mailTrouble(db: Kysely<Database>, boardId: string): Promise<MailTrouble> {
  const rows = await db
    .selectFrom('mail_message as message')
    .innerJoin('mail_batch as batch', 'batch.id', 'message.batch_id')
    .innerJoin('meeting', 'meeting.id', 'batch.meeting_id')
    .select(['message.state', 'batch.paused', (eb) => eb.fn.countAll<number>().as('count')])
    .where('meeting.board_id', '=', boardId)
    .where((eb) =>
      eb.or([
        eb('message.state', '=', 'unknown'),
        eb.and([
          eb('message.state', '=', 'queued'),
          eb('batch.paused', 'is not', null),
          eb('batch.resume_at', 'is', null),
        ]),
      ]),
    )
    .groupBy(['batch.id', 'message.state'])
    .orderBy('batch.id', 'desc')
    .execute();
  const stopped = rows.filter(({ state }) => state === 'queued');
  const sum = (some: typeof rows): number => some.reduce((total, { count }) => total + count, 0);
  return {
    stopped: sum(stopped),
    paused: stopped[0]?.paused ?? null,
    unknown: sum(rows.filter(({ state }) => state === 'unknown')),
  };
}
