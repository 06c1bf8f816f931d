/** Issuing the call and the agenda (kutsun ja esityslistan antaminen), cancelling, and what changed since. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  callChanges,
  isCancelled,
  type CallChange,
  type CallKind,
  type CallPlan,
  type IssuedKind,
} from '../model/call.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { LANGUAGES, type Language } from '../model/language.ts';
import type { MinutesDocument } from '../model/minutes-document.ts';
import type { Phrases } from '../model/phrases.ts';
import { printAgenda, printCall, printCancellation, type CallIssue } from '../model/print-call.ts';
import type { PrintableDocument } from '../model/printable.ts';
import { plainText } from '../model/rich-text.ts';
import { attachmentsOf } from './files.ts';
import {
  isMeetingCancelled,
  issuedHash,
  issuedVersions,
  type IssuedContent,
  type IssuedVersion,
} from './issued.ts';
import { restoreMeeting, setCancelled } from './meeting-plan.ts';
import { assertMayChange, meetingRow } from './meeting-guards.ts';
import { recordCall } from './meeting-course.ts';
import { composeMinutes } from './minutes.ts';

export interface Invitation {
  plannedEnd: string | null;
  remoteLink: string;
  greeting: string;
}

/** What the invitation says beside the meeting's details; empty when nothing has been written. */
export async function invitationOf(db: Kysely<Database>, meetingId: string): Promise<Invitation> {
  const row = await db
    .selectFrom('invitation')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  return {
    plannedEnd: row?.planned_end ?? null,
    remoteLink: row?.remote_link ?? '',
    greeting: row?.greeting ?? '',
  };
}

/** What a call would tell now. @throws AppError NOT_FOUND */
async function callPlan(
  db: Kysely<Database>,
  meetingId: string,
  minutes: MinutesDocument,
): Promise<CallPlan> {
  const { plannedEnd, remoteLink } = await invitationOf(db, meetingId);
  const ids = await db
    .selectFrom('agenda_item')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
  const attachments = await attachmentsOf(db, meetingId);
  const late = new Set(minutes.items.flatMap(({ dissents }) => dissents.map((one) => one.attachmentNumber)));
  const { heldOn, plannedStart, place } = minutes.meeting;
  return {
    heldOn,
    plannedStart,
    plannedEnd,
    place,
    remoteLink,
    items: minutes.items.map((item, index) => ({
      id: ids[index]!.id,
      section: item.section,
      title: item.title,
      diaryNumber: item.diaryNumber,
      account: plainText(item.account),
      proposal: plainText(item.proposal),
    })),
    attachments: attachments
      .filter(({ number }) => !late.has(number))
      .map(({ id, number, title, sha256 }) => ({ id, number, title, sha256 })),
  };
}

/** How a call or an agenda stands: its newest version, and what of the meeting is no longer as it says. */
export interface IssueState {
  latest: IssuedVersion | null;
  /** Since the newest version; empty when there is none. */
  changes: CallChange[];
  /** What a version made now would say. */
  next: CallIssue;
  /** What leaves the program now is a draft. */
  isDraft: boolean;
}

export type IssueStates = Record<CallKind, IssueState>;

/** @throws AppError NOT_FOUND */
export async function issueStates(
  db: Kysely<Database>,
  meetingId: string,
  minutes: MinutesDocument,
): Promise<IssueStates & { versions: IssuedVersion[]; plan: CallPlan }> {
  const { state } = await meetingRow(db, meetingId);
  const versions = await issuedVersions(db, meetingId);
  const plan = await callPlan(db, meetingId, minutes);
  const isAhead = ['draft', 'called', 'cancelled'].includes(state);
  const of = (kind: CallKind): IssueState => {
    const latest = versions.findLast((one) => one.kind === kind) ?? null;
    // Once the meeting has begun its items live on; what was sent stays what was sent.
    const changes = latest === null || !isAhead ? [] : callChanges(latest.content.plan, plan, kind);
    return {
      latest,
      changes,
      next: {
        plannedEnd: plan.plannedEnd,
        remoteLink: plan.remoteLink,
        version: (latest?.number ?? 0) + 1,
        issuedOn: null,
        note: '',
        changes,
      },
      isDraft: isAhead && (latest === null || changes.length > 0),
    };
  };
  return { call: of('call'), agenda: of('agenda'), versions, plan };
}

/** Who issues, when and in what words. */
export interface Issuing {
  actor: string;
  /** ISO instant, and the day in Finland. */
  instant: string;
  today: string;
  phrases: Phrases;
}

/**
 * Freezes the next version of the call, the agenda or both, and takes the day of the first one into the meeting's
 * details. A draft becomes called when its call is issued.
 * @throws AppError CALL_TOO_LATE, NO_ITEMS, CALL_UNCHANGED, MEETING_CANCELLED
 */
export async function issue(
  trx: Kysely<Database>,
  input: { meetingId: string; kinds: readonly CallKind[]; note: string },
  issuing: Issuing,
): Promise<{ id: string; kind: CallKind; number: number }[]> {
  const { meetingId, note } = input;
  const known = await meetingRow(trx, meetingId);
  // A call takes a cancellation back.
  if (known.state === 'cancelled' && input.kinds.includes('call')) await restoreMeeting(trx, meetingId);
  const row = await meetingRow(trx, meetingId);
  if (row.state === 'cancelled') throw new AppError('MEETING_CANCELLED');
  if (row.state !== 'draft' && row.state !== 'called') throw new AppError('CALL_TOO_LATE');
  const minutes = await composeMinutes(trx, meetingId);
  if (minutes.items.length === 0) throw new AppError('NO_ITEMS');
  const states = await issueStates(trx, meetingId, minutes);
  const wasCancelled = isCancelled(states.versions);
  const kinds = (['call', 'agenda'] as const).filter((kind) => input.kinds.includes(kind));
  if (wasCancelled && !kinds.includes('call')) throw new AppError('MEETING_CANCELLED');
  const issued: { id: string; kind: CallKind; number: number }[] = [];
  for (const kind of kinds) {
    const { latest, changes, next } = states[kind];
    if (latest !== null && changes.length === 0 && !(wasCancelled && kind === 'call')) {
      // Of two that are sent together one may be as it was.
      if (kinds.length > 1 && kinds.some((other) => states[other].isDraft)) continue;
      throw new AppError('CALL_UNCHANGED', { number: latest.number });
    }
    const print = kind === 'call' ? printCall : printAgenda;
    const printed = inEachLanguage((language) =>
      print(minutes, issuing.phrases, language, { ...next, issuedOn: issuing.today, note }),
    );
    const id = await freezeIssued(
      trx,
      meetingId,
      kind,
      next.version,
      { plan: states.plan, printed },
      note,
      issuing,
    );
    issued.push({ id, kind, number: next.version });
  }
  const { today } = issuing;
  // A day in the future was a plan; an earlier one a call that went out elsewhere.
  const first = (known: string | null): string => (known !== null && known <= today ? known : today);
  const agendaSentOn = kinds.includes('agenda') ? first(row.agenda_sent_on) : row.agenda_sent_on;
  if (kinds.includes('call'))
    await recordCall(trx, meetingId, { callSentOn: first(row.call_sent_on), agendaSentOn });
  else
    await trx
      .updateTable('meeting')
      .set({ agenda_sent_on: agendaSentOn, version: row.version + 1 })
      .where('id', '=', meetingId)
      .execute();
  return issued;
}

/**
 * Cancels a called meeting (kokouksen peruuttaminen) with the reason. A call issued afterwards takes it back.
 * @throws AppError CALL_NOT_ISSUED when no call went out, MEETING_CANCELLED, CALL_TOO_LATE
 */
export async function cancelMeeting(
  trx: Kysely<Database>,
  input: { meetingId: string; reason: string },
  issuing: Issuing,
): Promise<{ id: string; number: number }> {
  const { meetingId, reason } = input;
  const row = await meetingRow(trx, meetingId);
  if (row.state === 'cancelled') throw new AppError('MEETING_CANCELLED');
  if (row.state !== 'draft' && row.state !== 'called') throw new AppError('CALL_TOO_LATE');
  const minutes = await composeMinutes(trx, meetingId);
  const { call, versions } = await issueStates(trx, meetingId, minutes);
  if (call.latest === null) throw new AppError('CALL_NOT_ISSUED');
  if (await isMeetingCancelled(trx, meetingId)) throw new AppError('MEETING_CANCELLED');
  const number = versions.filter(({ kind }) => kind === 'cancellation').length + 1;
  const { plan } = call.latest.content;
  // What is cancelled is what was called, though the plan may have changed since.
  const called: MinutesDocument = {
    ...minutes,
    meeting: {
      ...minutes.meeting,
      heldOn: plan.heldOn,
      plannedStart: plan.plannedStart,
      place: plan.place,
    },
  };
  const printed = inEachLanguage((language) =>
    printCancellation(called, issuing.phrases, language, {
      ...call.next,
      issuedOn: issuing.today,
      note: reason,
    }),
  );
  const id = await freezeIssued(trx, meetingId, 'cancellation', number, { plan, printed }, reason, issuing);
  await setCancelled(trx, row, reason, issuing.today);
  return { id, number };
}

function inEachLanguage(
  print: (language: Language) => PrintableDocument,
): Record<Language, PrintableDocument> {
  const [fi, sv, en] = LANGUAGES.map(print);
  return { fi: fi!, sv: sv!, en: en! };
}

async function freezeIssued(
  trx: Kysely<Database>,
  meetingId: string,
  kind: IssuedKind,
  number: number,
  what: Pick<IssuedContent, 'plan' | 'printed'>,
  note: string,
  { actor, instant, today }: Issuing,
): Promise<string> {
  const id = newId();
  const content = JSON.stringify({ format: 'pykala-issued', version: 1, ...what } satisfies IssuedContent);
  await trx
    .insertInto('issued_document')
    .values({
      id,
      meeting_id: meetingId,
      kind,
      number,
      held_on: what.plan.heldOn,
      content,
      sha256: issuedHash(content),
      issued_at: instant,
      issued_on: today,
      issued_by: actor,
      note,
    })
    .execute();
  if (kind === 'cancellation') return id;
  const files = new Map((await attachmentsOf(trx, meetingId)).map((file) => [file.id, file]));
  for (const { id: fileId, number: place, title, sha256 } of what.plan.attachments)
    if (sha256 !== null)
      await trx
        .insertInto('issued_attachment')
        .values({
          document_id: id,
          number: place,
          title,
          file_name: files.get(fileId)?.fileName ?? title,
          file_sha256: sha256,
        })
        .execute();
  return id;
}

/** Changes what the invitation says. @throws AppError NOT_FOUND, UNDER_EXAMINATION, MEETING_EXAMINED */
export async function saveInvitation(
  trx: Kysely<Database>,
  { meetingId, plannedEnd, remoteLink, greeting }: Invitation & { meetingId: string },
): Promise<void> {
  const row = await meetingRow(trx, meetingId);
  assertMayChange(row, 'text');
  const values = { planned_end: plannedEnd, remote_link: remoteLink, greeting };
  await trx
    .insertInto('invitation')
    .values({ meeting_id: meetingId, ...values })
    .onConflict((conflict) => conflict.column('meeting_id').doUpdateSet(values))
    .execute();
}
