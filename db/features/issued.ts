/** What was issued of a meeting: frozen calls, agendas and cancellations, each with its number. */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  agendaSending,
  callSending,
  type AgendaSending,
  type CallPlan,
  type IssuedKind,
  type Sending,
} from '../model/call.ts';
import { AppError, type Finding } from '../model/errors.ts';
import type { Language } from '../model/language.ts';
import type { PrintableDocument } from '../model/printable.ts';

/** What is stored: the plan that later versions are compared with, and the document in each language. */
export interface IssuedContent {
  format: 'pykala-issued';
  version: 1;
  plan: CallPlan;
  printed: Record<Language, PrintableDocument>;
}

export interface IssuedVersion {
  id: string;
  meetingId: string;
  kind: IssuedKind;
  number: number;
  heldOn: string;
  /** ISO instant, and the day in Finland. */
  issuedAt: string;
  issuedOn: string;
  issuedBy: string;
  note: string;
  sha256: string;
  content: IssuedContent;
}

/** SHA-256 of the stored text. */
export function issuedHash(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Everything issued of a meeting, oldest first. */
export async function issuedVersions(db: Kysely<Database>, meetingId: string): Promise<IssuedVersion[]> {
  const rows = await db
    .selectFrom('issued_document')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('issued_at')
    .orderBy('id')
    .execute();
  return rows.map(versionOf);
}

/** @throws AppError NOT_FOUND */
export async function issuedVersion(db: Kysely<Database>, id: string): Promise<IssuedVersion> {
  const row = await db.selectFrom('issued_document').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'issued_document' });
  return versionOf(row);
}

function versionOf(row: {
  id: string;
  meeting_id: string;
  kind: IssuedKind;
  number: number;
  held_on: string;
  issued_at: string;
  issued_on: string;
  issued_by: string;
  note: string;
  sha256: string;
  content: string;
}): IssuedVersion {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    kind: row.kind,
    number: row.number,
    heldOn: row.held_on,
    issuedAt: row.issued_at,
    issuedOn: row.issued_on,
    issuedBy: row.issued_by,
    note: row.note,
    sha256: row.sha256,
    content: JSON.parse(row.content) as IssuedContent,
  };
}

/** When the call for the meeting's present day went out. */
export async function sendingOf(
  db: Kysely<Database>,
  meeting: { id: string; held_on: string; call_sent_on: string | null },
): Promise<Sending> {
  const calls = await db
    .selectFrom('issued_document')
    .select(['held_on as heldOn', 'issued_on as issuedOn'])
    .where('meeting_id', '=', meeting.id)
    .where('kind', '=', 'call')
    .orderBy('number')
    .execute();
  return callSending(calls, meeting.held_on, meeting.call_sent_on);
}

/** When the agenda went out as it stands now. */
export async function agendaSendingOf(
  db: Kysely<Database>,
  meeting: { id: string; agenda_sent_on: string | null },
): Promise<AgendaSending> {
  const rows = await db
    .selectFrom('issued_document')
    .select(['issued_on as issuedOn', sql<string>`json_extract(content, '$.plan')`.as('plan')])
    .where('meeting_id', '=', meeting.id)
    .where('kind', '=', 'agenda')
    .orderBy('number')
    .execute();
  return agendaSending(
    rows.map(({ issuedOn, plan }) => ({ issuedOn, plan: JSON.parse(plan) as CallPlan })),
    meeting.agenda_sent_on,
  );
}

/** Whether the meeting has been cancelled (peruttu). */
export async function isMeetingCancelled(db: Kysely<Database>, meetingId: string): Promise<boolean> {
  const last = await db
    .selectFrom('issued_document')
    .select('kind')
    .where('meeting_id', '=', meetingId)
    .where('kind', 'in', ['call', 'cancellation'])
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return last?.kind === 'cancellation';
}

/** Whether a call went out that has not been cancelled since. */
export async function hasStandingCall(db: Kysely<Database>, meetingId: string): Promise<boolean> {
  const call = await db
    .selectFrom('issued_document')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('kind', '=', 'call')
    .executeTakeFirst();
  return call !== undefined && !(await isMeetingCancelled(db, meetingId));
}

/** Issued documents whose stored text is not that of their hash. */
export async function checkIssued(db: Kysely<Database>): Promise<Finding[]> {
  const rows = await db
    .selectFrom('issued_document')
    .innerJoin('meeting', 'meeting.id', 'issued_document.meeting_id')
    .select([
      'issued_document.kind',
      'issued_document.number',
      'issued_document.content',
      'issued_document.sha256',
      'meeting.number as meetingNumber',
      'meeting.year',
    ])
    .execute();
  return rows
    .filter(({ content, sha256 }) => issuedHash(content) !== sha256)
    .map(({ kind, number, meetingNumber, year }) => ({
      code: 'issued_hash',
      severity: 'error',
      subject: `meeting ${meetingNumber}/${year}`,
      details: { kind, number },
    }));
}
