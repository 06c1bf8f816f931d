/** The call of a meeting with everything derived: versions, changes, recipients, answers, forecast. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  callChanges,
  invitationSequence,
  isCancelled,
  type CallEvent,
  type CallKind,
  type ReplyKind,
} from '../model/call.ts';
import type { CallView, IssuedVersionView, RecipientView, ReplyView } from '../model/call-view.ts';
import { isLocked } from '../model/meeting-state.ts';
import type { PersonLabel } from '../model/meeting-view.ts';
import {
  attendanceForecast,
  deputiesToCall,
  recipientsOf,
  type RecipientPerson,
} from '../model/recipients.ts';
import { invitationOf, issueStates } from './call.ts';
import type { IssuedVersion } from './issued.ts';
import { loadMeeting, meetingFacts, type MeetingRows } from './meeting-rows.ts';
import { composeMinutes } from './minutes.ts';

/** Calls and cancellations in the order of going out, as the calendar rules see them. */
export function callEvents(versions: readonly IssuedVersion[]): CallEvent[] {
  return versions.flatMap(({ kind, content }) => (kind === 'agenda' ? [] : [{ kind, plan: content.plan }]));
}

/** Everybody who gets the call, with his answer. */
export async function recipientViews(
  db: Kysely<Database>,
  rows: MeetingRows,
): Promise<{ recipients: RecipientView[]; replies: Map<string, ReplyKind>; calledIds: string[] }> {
  const meetingId = rows.meeting.id;
  const people = await db
    .selectFrom('person')
    .select(['id', 'name', 'short_name', 'email', 'language'])
    .execute();
  const persons = new Map<string, RecipientPerson>(
    people.map(({ short_name, ...person }) => [
      person.id,
      { ...person, shortName: short_name ?? person.name },
    ]),
  );
  const called = await db
    .selectFrom('called_deputy')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .execute();
  const calledIds = called.map((row) => row.person_id);
  const replyRows = await db
    .selectFrom('invitation_reply')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .execute();
  const replyOf = new Map<string, ReplyView>(
    replyRows.map((row) => [
      row.person_id,
      { reply: row.reply, repliedOn: row.replied_on, channel: row.channel, note: row.note },
    ]),
  );
  // Apologies noted in the meeting itself are answers, too.
  const replies = new Map<string, ReplyKind>(
    rows.attendance.flatMap((row) => (row.excused === 1 ? [[row.person_id, 'excused'] as const] : [])),
  );
  for (const [personId, { reply }] of replyOf) replies.set(personId, reply);
  const toCall = deputiesToCall(
    { seats: rows.seats, rules: rows.rules, calledDeputyIds: calledIds },
    replies,
  );
  const label = (id: string | null | undefined): PersonLabel | null =>
    id == null ? null : (rows.persons.get(id) ?? null);
  const recipients = recipientsOf({
    seats: rows.seats,
    rules: rows.rules,
    calledDeputyIds: calledIds,
    chairId: rows.chairId,
    secretaryId: rows.secretaryId,
    presenterId: rows.presenterId,
    others: rows.attendance.flatMap(({ person_id, capacity, title }) =>
      capacity === 'expert' || capacity === 'guest' ? [{ personId: person_id, role: capacity, title }] : [],
    ),
    persons,
  });
  return {
    replies,
    calledIds,
    recipients: recipients.map((recipient) => {
      const { id } = recipient.person;
      const attendance = rows.attendance.find((row) => row.person_id === id);
      return {
        ...recipient,
        reply:
          replyOf.get(id) ??
          (attendance?.excused === 1
            ? {
                reply: 'excused',
                repliedOn: attendance.excused_on ?? rows.meeting.held_on,
                channel: 'other',
                note: '',
              }
            : null),
        member: label(recipient.memberId),
        deputyToCall: label(toCall.find(({ memberId }) => memberId === id)?.deputyId),
        calledOn: called.find((row) => row.person_id === id)?.called_on ?? null,
      };
    }),
  };
}

/** @throws AppError NOT_FOUND */
export async function callView(db: Kysely<Database>, meetingId: string): Promise<CallView> {
  const rows = await loadMeeting(db, meetingId);
  const minutes = await composeMinutes(db, meetingId);
  const states = await issueStates(db, meetingId, minutes);
  const { versions } = states;
  const { recipients, replies, calledIds } = await recipientViews(db, rows);
  const events = callEvents(versions);
  const lastWord = versions.findLast(({ kind }) => kind !== 'agenda');
  const ofKind = (kind: CallKind): CallView['state'][CallKind] => ({
    number: states[kind].latest?.number ?? null,
    issuedOn: states[kind].latest?.issuedOn ?? null,
    changes: states[kind].changes,
  });
  return {
    meetingId,
    versions: versions.map((version) => versionView(version, versions)).toReversed(),
    state: { call: ofKind('call'), agenda: ofKind('agenda') },
    notice: minutes.meeting.notice,
    callForOtherDaySentOn: rows.sending.otherDaySentOn,
    cancelled:
      lastWord && isCancelled(versions)
        ? { on: lastWord.issuedOn, reason: lastWord.note }
        : rows.meeting.cancelled_on === null
          ? null
          : { on: rows.meeting.cancelled_on, reason: rows.meeting.cancellation_reason },
    invitation: await invitationOf(db, meetingId),
    sequence: invitationSequence(events),
    recipients,
    withoutEmail: recipients.flatMap(({ person: { email, id, name, shortName } }) =>
      email === null ? [{ id, name, shortName }] : [],
    ),
    forecast: attendanceForecast(meetingFacts(rows), calledIds, replies),
    // A call takes a cancellation back.
    mayIssue: ['draft', 'called', 'cancelled'].includes(rows.meeting.state),
    mayChange: !isLocked(rows.meeting.state) && rows.meeting.state !== 'cancelled',
  };
}

function versionView(version: IssuedVersion, all: readonly IssuedVersion[]): IssuedVersionView {
  const { id, kind, number, issuedAt, issuedOn, issuedBy, heldOn, note, sha256, content } = version;
  const before = all.find((one) => one.kind === kind && one.number === number - 1);
  return {
    id,
    kind,
    number,
    issuedAt,
    issuedOn,
    issuedBy,
    heldOn,
    note,
    sha256,
    changes:
      kind === 'cancellation' || before === undefined
        ? []
        : callChanges(before.content.plan, content.plan, kind),
  };
}
