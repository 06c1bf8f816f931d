/** Gathers what the documents of a meeting are made of; examined minutes come from their frozen snapshot. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { MinutesDocument } from '../model/minutes-document.ts';
import type { DocumentSource, IssueSource } from '../model/print-document.ts';
import type { OpenTask } from '../model/print-tasks.ts';
import { issueStates, type IssueState } from './call.ts';
import { attachmentsOf } from './files.ts';
import { composeMinutes } from './minutes.ts';
import { keptPhrases } from './phrase-sets.ts';
import { positionsOf, secretItems } from './publicity.ts';
import { frozenMinutes } from './snapshots.ts';
import { listTasks } from './tasks.ts';

/**
 * @param today ISO date on which the tasks are listed
 * @throws AppError NOT_FOUND
 */
export async function documentSource(
  db: Kysely<Database>,
  meetingId: string,
  today: string,
): Promise<DocumentSource> {
  const minutes = (await frozenMinutes(db, meetingId)) ?? (await composeMinutes(db, meetingId));
  const phrases = await keptPhrases(db, minutes.phrases);
  return {
    minutes,
    secrets: (await secretItems(db, meetingId)).flatMap(({ position, ground }) => {
      const item = minutes.items[position];
      return item ? [{ section: item.section, ground }] : [];
    }),
    openTasks: await openTasks(db, meetingId, today),
    asOf: today,
    issues: await issueSources(db, meetingId, minutes),
    files: (await attachmentsOf(db, meetingId)).flatMap(({ number, fileName, mediaType, sha256 }) =>
      sha256 === null ? [] : [{ number, fileName, mediaType }],
    ),
    terms: await termsOf(db, meetingId),
    ...(phrases === undefined ? {} : { phrases }),
  };
}

async function termsOf(
  db: Kysely<Database>,
  meetingId: string,
): Promise<{ startsOn: string; endsOn: string }[]> {
  return await db
    .selectFrom('term')
    .innerJoin('meeting', 'meeting.board_id', 'term.board_id')
    .select(['term.starts_on as startsOn', 'term.ends_on as endsOn'])
    .where('meeting.id', '=', meetingId)
    .orderBy('term.starts_on')
    .execute();
}

async function issueSources(
  db: Kysely<Database>,
  meetingId: string,
  minutes: MinutesDocument,
): Promise<NonNullable<DocumentSource['issues']>> {
  const states = await issueStates(db, meetingId, minutes);
  const of = ({ latest, isDraft, next }: IssueState): IssueSource => {
    if (isDraft) return { kind: 'draft', issue: next };
    if (latest === null) return { kind: 'recorded' };
    const { number, issuedAt, issuedOn, content } = latest;
    return { kind: 'issued', number, issuedAt, issuedOn, printed: content.printed };
  };
  return { call: of(states.call), agenda: of(states.agenda) };
}

/** § numbers of items in a composed document. */
export async function sectionsOfItems(
  db: Kysely<Database>,
  meetingId: string,
  source: DocumentSource,
  itemIds: readonly string[],
): Promise<number[]> {
  const positions = await positionsOf(db, meetingId, itemIds);
  return positions.flatMap((position) => source.minutes.items[position]?.section ?? []);
}

async function openTasks(db: Kysely<Database>, meetingId: string, today: string): Promise<OpenTask[]> {
  const { board_id } = await db
    .selectFrom('meeting')
    .select('board_id')
    .where('id', '=', meetingId)
    .executeTakeFirstOrThrow();
  const secret = await db
    .selectFrom('task')
    .innerJoin('item_publicity', 'item_publicity.item_id', 'task.decided_item_id')
    .select(['task.id', 'item_publicity.ground'])
    .where('task.board_id', '=', board_id)
    .where('item_publicity.secret', '=', 1)
    .execute();
  const grounds = new Map(secret.map(({ id, ground }) => [id, ground]));
  return (await listTasks(db, board_id, { state: 'open' }, today)).flatMap((task) =>
    task.state === 'open' || task.state === 'in_progress'
      ? [
          {
            code: task.code,
            title: task.title,
            responsible: task.responsible,
            dueOn: task.dueOn,
            state: task.state,
            reference: task.decidedReference,
            secret: grounds.get(task.id) ?? null,
          },
        ]
      : [],
  );
}
