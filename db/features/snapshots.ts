/** Frozen minutes: making them, reading them, and checking the chain of their hashes. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { Finding } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { isExamined } from '../model/meeting-state.ts';
import type { MinutesDocument } from '../model/minutes-document.ts';
import type { Phrases } from '../model/phrases.ts';
import { meetingRow } from './meeting-guards.ts';
import { composeMinutes, correctionsOf, examinationOf } from './minutes.ts';
import { keepPhrases } from './phrase-sets.ts';

/** A document as it is stored: corrections come after it and stand beside it. */
export type FrozenDocument = Omit<MinutesDocument, 'corrections'>;

/**
 * The composed document as text, to be given to examiners or frozen.
 * @param phrases the shipped phrases, which are kept with it; null: it is printed in the words of the day
 */
export async function composedText(
  trx: Kysely<Database>,
  meetingId: string,
  state: MinutesDocument['state'],
  phrases: Phrases | null,
): Promise<string> {
  const { corrections: _, ...document } = await composeMinutes(trx, meetingId, { state });
  return JSON.stringify(
    phrases === null ? document : { ...document, phrases: await keepPhrases(trx, phrases) },
  );
}

/**
 * A document as the next snapshot of the board's chain, and as the next version of the meeting's minutes.
 * @param instant ISO instant of the snapshot
 */
export async function freeze(
  trx: Kysely<Database>,
  meetingId: string,
  document: string,
  actor: string,
  instant: string,
): Promise<{ id: string; version: number; sha256: string }> {
  const { board_id } = await meetingRow(trx, meetingId);
  const previous = await trx
    .selectFrom('minutes_snapshot')
    .innerJoin('meeting', 'meeting.id', 'minutes_snapshot.meeting_id')
    .select('minutes_snapshot.sha256')
    .where('meeting.board_id', '=', board_id)
    // The end of the chain is what no other snapshot follows; the clock of the computer may have been set back.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('minutes_snapshot as next')
            .select('next.id')
            .whereRef('next.previous_sha256', '=', 'minutes_snapshot.sha256'),
        ),
      ),
    )
    .executeTakeFirst();
  const last = await trx
    .selectFrom('minutes_snapshot')
    .select(({ fn }) => fn.max<number | null>('version').as('version'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  const snapshot = {
    id: newId(),
    version: (last?.version ?? 0) + 1,
    sha256: snapshotHash(document, previous?.sha256 ?? null),
  };
  await trx
    .insertInto('minutes_snapshot')
    .values({
      ...snapshot,
      meeting_id: meetingId,
      created_at: instant,
      created_by: actor,
      document,
      previous_sha256: previous?.sha256 ?? null,
    })
    .execute();
  return snapshot;
}

/** SHA-256 over the hash of the snapshot before it, a line feed and the document's text. */
function snapshotHash(document: string, previous: string | null): string {
  return createHash('sha256')
    .update(`${previous ?? ''}\n${document}`)
    .digest('hex');
}

/** SHA-256 of a text, in hexadecimal. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The minutes whose text stands: the newest snapshot of examined ones, what the examiners are reading of those under
 * examination; null while they are being written. Display and corrections, which come later, are added to it.
 */
export async function frozenMinutes(
  db: Kysely<Database>,
  meetingId: string,
): Promise<MinutesDocument | null> {
  const meeting = await meetingRow(db, meetingId);
  if (isExamined(meeting.state)) {
    const row = await newestSnapshot(db, meetingId);
    if (!row) return null;
    const document = readDocument(row.document);
    return {
      ...document,
      examination: { ...document.examination, displayedFrom: meeting.displayed_from },
      corrections: await correctionsOf(db, meetingId),
    };
  }
  if (meeting.state !== 'under_examination') return null;
  const round = await db
    .selectFrom('examination_round')
    .select('content')
    .where('meeting_id', '=', meetingId)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  if (!round) return null;
  const document = readDocument(round.content);
  return {
    ...document,
    examination: { ...document.examination, ...(await examinationOf(db, meetingId)) },
    corrections: await correctionsOf(db, meetingId),
  };
}

/** The newest version of a meeting's frozen minutes. */
export async function newestSnapshot(
  db: Kysely<Database>,
  meetingId: string,
): Promise<{ id: string; version: number; document: string; sha256: string } | undefined> {
  return await db
    .selectFrom('minutes_snapshot')
    .select(['id', 'version', 'document', 'sha256'])
    .where('meeting_id', '=', meetingId)
    .orderBy('version', 'desc')
    .executeTakeFirst();
}

/**
 * A stored document, also one that was stored before rounds of examination, effects of decisions, kinds of meetings or
 * histories of items were recorded.
 */
export function readDocument(text: string): FrozenDocument {
  const document = JSON.parse(text) as FrozenDocument;
  const unrecorded = { way: null, round: null, approvals: [], decidedReference: null };
  const ordinary = { examinedAtOnce: false, history: [], effects: [] };
  const meeting: Pick<FrozenDocument['meeting'], 'kind' | 'cancelledOn'> = {
    kind: 'meeting',
    cancelledOn: null,
  };
  return {
    ...document,
    opener: document.opener ?? null,
    meeting: Object.assign(meeting, document.meeting),
    examination: { ...unrecorded, ...document.examination },
    items: document.items.map((item) => ({ ...ordinary, ...item })),
  };
}

/**
 * Every snapshot's hash and its link to the one before it, per board: one chain, in which each follows another and
 * none is followed twice. Their instants do not matter, because a computer's clock may have been wrong.
 */
export async function checkSnapshots(db: Kysely<Database>): Promise<Finding[]> {
  const rows = await db
    .selectFrom('minutes_snapshot')
    .innerJoin('meeting', 'meeting.id', 'minutes_snapshot.meeting_id')
    .select([
      'meeting.board_id',
      'meeting.number',
      'meeting.year',
      'minutes_snapshot.document',
      'minutes_snapshot.sha256',
      'minutes_snapshot.previous_sha256',
    ])
    .orderBy('minutes_snapshot.created_at')
    .orderBy('minutes_snapshot.id')
    .execute();
  const known = new Set(rows.map((row) => `${row.board_id} ${row.sha256}`));
  const followed = new Set<string>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const subject = `meeting ${row.number}/${row.year}`;
    if (snapshotHash(row.document, row.previous_sha256) !== row.sha256)
      findings.push({ code: 'snapshot_hash', severity: 'error', subject, details: { sha256: row.sha256 } });
    const link = `${row.board_id} ${row.previous_sha256 ?? ''}`;
    if (followed.has(link) || (row.previous_sha256 !== null && !known.has(link)))
      findings.push({
        code: 'snapshot_chain',
        severity: 'error',
        subject,
        details: { previous: row.previous_sha256 },
      });
    followed.add(link);
  }
  return [...findings, ...(await withoutSnapshot(db))];
}

/** Examined meetings whose frozen minutes are not there. */
async function withoutSnapshot(db: Kysely<Database>): Promise<Finding[]> {
  const rows = await db
    .selectFrom('meeting')
    .leftJoin('minutes_snapshot', 'minutes_snapshot.meeting_id', 'meeting.id')
    .select(['meeting.number', 'meeting.year'])
    .where('meeting.state', 'in', ['examined', 'published'])
    .where('minutes_snapshot.id', 'is', null)
    .execute();
  return rows.map((row) => ({
    code: 'snapshot_missing',
    severity: 'error',
    subject: `meeting ${row.number}/${row.year}`,
    details: {},
  }));
}
