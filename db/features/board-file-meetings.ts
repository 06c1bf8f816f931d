/** The meetings and tasks of a board file, with everything that happened in them. */
import type { BoardFile } from '../model/board-file.ts';
import { cleanFileName } from '../model/file-name.ts';
import { newId } from '../model/identity.ts';
import { KIND_RULES } from '../model/meeting-kind.ts';
import { isExamined, numbersFrozen } from '../model/meeting-state.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { richText, type RichText } from '../model/rich-text.ts';
import { storeContent } from './files.ts';
import { idOf, requiredId, type BoardImport, type ImportContext } from './board-file-context.ts';

type Meeting = BoardFile['meetings'][number];
type Item = Meeting['items'][number];
type Attendance = Meeting['attendance'][number];

interface MeetingIds {
  meeting: Meeting;
  meetingId: string;
  /** In the order of the agenda. */
  items: string[];
  attachments: Map<number, string>;
}

/** Writes meetings first and tasks after them, because each refers to the other. */
export async function importMeetings(context: ImportContext): Promise<BoardImport['meetings']> {
  const ids: MeetingIds[] = [];
  for (const meeting of context.file.meetings) ids.push(await importMeeting(context, meeting));
  const tasks = await importTasks(context, ids);
  await importIdeas(context, ids);
  for (const { meeting, meetingId, items } of ids) {
    for (const [index, item] of meeting.items.entries())
      for (const code of item.followUps)
        await context.trx
          .insertInto('item_task')
          .values({ item_id: items[index]!, task_id: requiredId(tasks, code) })
          .execute();
    // Examined meetings are read-only, so this comes last of all.
    if (isExamined(meeting.state))
      await context.trx
        .updateTable('meeting')
        .set({ state: meeting.state })
        .where('id', '=', meetingId)
        .execute();
  }
  return ids.map(({ meeting, meetingId }) => ({
    id: meetingId,
    label: meetingNumberText(meeting),
    state: meeting.state,
  }));
}

async function importMeeting(context: ImportContext, meeting: Meeting): Promise<MeetingIds> {
  const { trx, boardId, persons, counts } = context;
  const ids: MeetingIds = {
    meeting,
    meetingId: newId(),
    items: meeting.items.map(() => newId()),
    attachments: new Map(meeting.attachments.map((attachment) => [attachment.number, newId()])),
  };
  await trx
    .insertInto('meeting')
    .values({
      id: ids.meetingId,
      board_id: boardId,
      number: meeting.number,
      year: meeting.year,
      kind: meeting.kind,
      held_on: meeting.heldOn,
      planned_start: meeting.plannedStart,
      started_at: meeting.startedAt,
      ended_at: meeting.endedAt,
      place: meeting.place,
      language: meeting.language,
      state: isExamined(meeting.state) ? 'closed' : meeting.state,
      call_sent_on: meeting.callSentOn,
      agenda_sent_on: meeting.agendaSentOn,
      chair_id: idOf(persons, meeting.chair),
      secretary_id: idOf(persons, meeting.secretary),
      presenter_id: idOf(persons, meeting.presenter),
      opener_id: idOf(persons, meeting.opener),
      first_section: numbersFrozen(meeting.state) ? (meeting.items[0]?.section ?? null) : null,
      current_item_id: null,
      examination_due_on: meeting.examinationDueOn,
      examined_on: meeting.examinedOn,
      displayed_from: meeting.displayedFrom,
      diary_number: meeting.diaryNumber,
    })
    .execute();
  counts.meetings += 1;
  for (const [position, item] of meeting.items.entries()) await importItem(context, ids, position, item);
  for (const attachment of meeting.attachments) {
    const { file } = attachment;
    const content =
      file === null ? null : await storeContent(trx, Buffer.from(file.content, 'base64'), context.instant);
    await trx
      .insertInto('attachment')
      .values({
        id: ids.attachments.get(attachment.number)!,
        meeting_id: ids.meetingId,
        item_id: itemOf(ids, attachment.section),
        number: attachment.number,
        title: attachment.title,
        file_sha256: content?.sha256 ?? null,
        file_name: file === null ? null : cleanFileName(file.name),
      })
      .execute();
  }
  for (const [position, person] of meeting.examiners.entries())
    await trx
      .insertInto('examiner')
      .values({ meeting_id: ids.meetingId, person_id: requiredId(persons, person), position })
      .execute();
  for (const [position, attendance] of meeting.attendance.entries())
    await importAttendance(context, ids, position, attendance);
  await importInvitation(context, ids);
  for (const one of meeting.breaks)
    await trx
      .insertInto('meeting_break')
      .values({
        id: newId(),
        meeting_id: ids.meetingId,
        item_id: itemOf(ids, one.section),
        started_at: one.startedAt,
        ended_at: one.endedAt,
      })
      .execute();
  for (const [position, item] of meeting.items.entries())
    await importEvents(context, ids, ids.items[position]!, item);
  return ids;
}

/** What the invitation says, who was called as a deputy, and who answered what. */
async function importInvitation(
  { trx, persons }: ImportContext,
  { meeting, meetingId }: MeetingIds,
): Promise<void> {
  if (meeting.invitation !== null)
    await trx
      .insertInto('invitation')
      .values({
        meeting_id: meetingId,
        planned_end: meeting.invitation.plannedEnd,
        remote_link: meeting.invitation.remoteLink,
        greeting: meeting.invitation.greeting,
      })
      .execute();
  for (const one of meeting.calledDeputies)
    await trx
      .insertInto('called_deputy')
      .values({ meeting_id: meetingId, person_id: requiredId(persons, one.person), called_on: one.calledOn })
      .execute();
  for (const one of meeting.replies)
    await trx
      .insertInto('invitation_reply')
      .values({
        meeting_id: meetingId,
        person_id: requiredId(persons, one.person),
        reply: one.reply,
        replied_on: one.repliedOn,
        channel: one.channel,
        note: one.note,
      })
      .execute();
}

async function importItem(
  { trx, persons, organisations, counts }: ImportContext,
  ids: MeetingIds,
  position: number,
  item: Item,
): Promise<void> {
  await trx
    .insertInto('agenda_item')
    .values({
      id: ids.items[position]!,
      meeting_id: ids.meetingId,
      position,
      // Until the meeting is closed its numbers follow from those before it.
      section: numbersFrozen(ids.meeting.state) ? item.section : null,
      kind: item.kind,
      title: item.title,
      diary_number: item.diaryNumber,
      account: textJson(item.account),
      proposal: textJson(item.proposal),
      proceedings: textJson(item.proceedings),
      decision: textJson(item.decision),
      decision_type: item.decisionType,
      presenter_id: idOf(persons, item.presenter),
      applicant_organisation_id: idOf(organisations, item.applicant),
      started_at: item.startedAt,
      ended_at: item.endedAt,
      reference_codes: JSON.stringify(item.references),
    })
    .execute();
  counts.items += 1;
  if (item.secret !== null)
    await trx
      .insertInto('item_publicity')
      .values({ item_id: ids.items[position]!, secret: 1, ground: item.secret })
      .execute();
}

function textJson(text: string | RichText | null): string | null {
  if (text === null) return null;
  return JSON.stringify(typeof text === 'string' ? richText(text.replaceAll('\r\n', '\n')) : text);
}

/**
 * Presence: what the file leaves out is the whole meeting. Somebody there from the first item on came when the meeting
 * began, and somebody there to the end left when it ended.
 */
async function importAttendance(
  { trx, persons }: ImportContext,
  ids: MeetingIds,
  position: number,
  attendance: Attendance,
): Promise<void> {
  const { meeting } = ids;
  const id = newId();
  await trx
    .insertInto('attendance')
    .values({
      id,
      meeting_id: ids.meetingId,
      person_id: requiredId(persons, attendance.person),
      capacity: attendance.capacity,
      title: attendance.title,
      excused: attendance.excused || attendance.excusedOn !== null ? 1 : 0,
      excused_on: attendance.excusedOn,
      position,
    })
    .execute();
  const finished = numbersFrozen(meeting.state);
  const { convenes } = KIND_RULES[meeting.kind];
  for (const interval of attendance.presence) {
    const stillThere = !finished && interval.toSection === null && interval.leftAt === null;
    const first = itemOf(ids, interval.fromSection) ?? ids.items[0] ?? null;
    const last = itemOf(ids, interval.toSection) ?? ids.items.at(-1) ?? null;
    await trx
      .insertInto('attendance_interval')
      .values({
        id: newId(),
        attendance_id: id,
        first_item_id: first,
        last_item_id: stillThere ? null : last,
        open: stillThere ? 1 : 0,
        arrived_at: interval.arrivedAt ?? (convenes && first === ids.items[0] ? meeting.startedAt : null),
        left_at: stillThere
          ? null
          : (interval.leftAt ?? (convenes && last === ids.items.at(-1) ? meeting.endedAt : null)),
        remote: interval.remote ? 1 : 0,
        speaker_only: interval.speakerOnly ? 1 : 0,
      })
      .execute();
  }
}

/** The id of the item with that number; `null` for none. */
function itemOf({ meeting, items }: MeetingIds, section: number | null): string | null {
  if (section === null) return null;
  return items[meeting.items.findIndex((item) => item.section === section)] ?? null;
}

async function importEvents(
  { trx, persons }: ImportContext,
  ids: MeetingIds,
  itemId: string,
  item: Item,
): Promise<void> {
  for (const [position, elected] of item.elected.entries())
    await trx
      .insertInto('item_person')
      .values({
        item_id: itemId,
        person_id: requiredId(persons, elected.person),
        role: elected.role,
        position,
      })
      .execute();
  for (const conflict of item.conflicts)
    await trx
      .insertInto('conflict')
      .values({
        id: newId(),
        item_id: itemId,
        person_id: requiredId(persons, conflict.person),
        ground: conflict.ground,
        explanation: conflict.explanation,
        declared_by: conflict.declaredBy,
        left_at: conflict.leftAt,
        returned_at: conflict.returnedAt,
      })
      .execute();
  const proposals = new Map(item.proposals.map((proposal) => [proposal.id, newId()]));
  for (const [position, proposal] of item.proposals.entries()) {
    const id = requiredId(proposals, proposal.id);
    await trx
      .insertInto('proposal')
      .values({
        id,
        item_id: itemId,
        position,
        kind: proposal.kind,
        proposer_id: requiredId(persons, proposal.proposer),
        text: proposal.text,
        withdrawn: proposal.withdrawn ? 1 : 0,
      })
      .execute();
    for (const seconder of proposal.seconders)
      await trx
        .insertInto('proposal_seconder')
        .values({ proposal_id: id, person_id: requiredId(persons, seconder) })
        .execute();
  }
  for (const [position, vote] of item.votes.entries()) {
    const id = newId();
    await trx
      .insertInto('vote')
      .values({
        id,
        item_id: itemId,
        position,
        method: vote.method,
        aye_proposal_id: idOf(proposals, vote.aye),
        no_proposal_id: idOf(proposals, vote.no),
        aye_count: vote.counts?.aye ?? null,
        no_count: vote.counts?.no ?? null,
        blank_count: vote.counts?.blank ?? null,
        chair_choice: vote.chairChoice,
        lot: vote.lot,
      })
      .execute();
    for (const ballot of vote.ballots)
      await trx
        .insertInto('ballot')
        .values({ vote_id: id, person_id: requiredId(persons, ballot.person), choice: ballot.choice })
        .execute();
  }
  for (const election of item.elections) {
    const id = newId();
    await trx
      .insertInto('election')
      .values({
        id,
        item_id: itemId,
        title: election.title,
        places: election.places,
        blanks: election.blanks,
      })
      .execute();
    for (const candidate of election.candidates)
      await trx
        .insertInto('election_candidate')
        .values({
          election_id: id,
          person_id: requiredId(persons, candidate.person),
          votes: candidate.votes,
          won_by_lot: candidate.wonByLot ? 1 : 0,
        })
        .execute();
  }
  for (const dissent of item.dissents)
    await trx
      .insertInto('dissent')
      .values({
        id: newId(),
        item_id: itemId,
        person_id: requiredId(persons, dissent.person),
        declared: dissent.declared,
        reasons: dissent.reasons,
        attachment_id: dissent.attachment === null ? null : (ids.attachments.get(dissent.attachment) ?? null),
      })
      .execute();
}

/** The list of ideas (asialista), with the items that came of them. */
async function importIdeas(
  { trx, file, boardId, persons, organisations }: ImportContext,
  meetings: readonly MeetingIds[],
): Promise<void> {
  const named = (text: string | null): MeetingIds | undefined =>
    meetings.find((one) => meetingNumberText(one.meeting) === text);
  for (const idea of file.ideas) {
    const id = newId();
    await trx
      .insertInto('idea')
      .values({
        id,
        board_id: boardId,
        title: idea.title,
        text: idea.text,
        proposer_person_id: idOf(persons, idea.proposerPerson),
        proposer_organisation_id: idOf(organisations, idea.proposerOrganisation),
        wanted_meeting_id: named(idea.wantedMeeting)?.meetingId ?? null,
        wanted_on: idea.wantedOn,
        created_on: idea.createdOn,
        rejected_on: idea.rejectedOn,
        rejection_reason: idea.rejectionReason,
      })
      .execute();
    const meeting = idea.takenTo === null ? undefined : named(idea.takenTo.meeting);
    const itemId = meeting === undefined ? null : itemOf(meeting, idea.takenTo?.section ?? null);
    if (itemId !== null)
      await trx
        .insertInto('item_origin')
        .values({ item_id: itemId, idea_id: id, previous_item_id: null })
        .execute();
  }
}

/** Tasks by their codes. */
async function importTasks(
  context: ImportContext,
  meetings: readonly MeetingIds[],
): Promise<Map<string, string>> {
  const { trx, file, boardId, persons, organisations, counts } = context;
  const itemAt = (ref: { meeting: string; section: number } | null): string | null => {
    const ids =
      ref === null ? undefined : meetings.find((one) => meetingNumberText(one.meeting) === ref.meeting);
    return ref === null || ids === undefined ? null : itemOf(ids, ref.section);
  };
  const tasks = new Map<string, string>();
  for (const task of file.tasks) {
    const id = newId();
    tasks.set(task.code, id);
    const words = task.decided === null ? '' : `${task.decided.meeting} § ${task.decided.section}`;
    await trx
      .insertInto('task')
      .values({
        id,
        board_id: boardId,
        code: task.code,
        title: task.title,
        responsible_person_id: idOf(persons, task.responsiblePerson),
        responsible_organisation_id: idOf(organisations, task.responsibleOrganisation),
        due_on: task.dueOn,
        state: task.state,
        result: task.result,
        decided_item_id: itemAt(task.decided),
        decided_reference: task.decidedReference ?? words,
      })
      .execute();
    counts.tasks += 1;
    for (const change of task.deadlineChanges)
      await trx
        .insertInto('task_deadline_change')
        .values({
          id: newId(),
          task_id: id,
          old_due_on: change.oldDueOn,
          new_due_on: change.newDueOn,
          item_id: itemAt(change.decided),
          reason: change.reason,
          changed_on: change.changedOn,
        })
        .execute();
  }
  return tasks;
}
