/** Meetings of a board as a board file tells them. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { BoardFileInput } from '../model/board-file.ts';
import { AppError } from '../model/errors.ts';
import { KIND_RULES } from '../model/meeting-kind.ts';
import { numbersFrozen } from '../model/meeting-state.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { withoutMentions } from '../model/rich-text.ts';
import { Names } from './board-file-names.ts';
import { readContent } from './files.ts';
import { loadMeeting, type MeetingRows, parseText } from './meeting-rows.ts';
import { sectionsOf } from './meeting-view.ts';

type MeetingOut = NonNullable<BoardFileInput['meetings']>[number];

type ItemOut = NonNullable<MeetingOut['items']>[number];

type Row<Table extends keyof Database> = Selectable<Database[Table]>;

/** A file larger than this is named and left out. */
const LARGEST_FILE = 20 * 1024 * 1024;

/** Where an item stands in the file. */
export type Places = Map<string, { meeting: string; section: number }>;

export async function meetingsOf(
  db: Kysely<Database>,
  boardId: string,
  names: Names,
): Promise<{ out: MeetingOut[]; places: Places }> {
  const rows = await db
    .selectFrom('meeting')
    .select('id')
    .where('board_id', '=', boardId)
    .where('state', '!=', 'cancelled')
    .orderBy('year')
    .orderBy('number')
    .execute();
  const places: Places = new Map();
  const out: MeetingOut[] = [];
  for (const { id } of rows) {
    const meeting = await loadMeeting(db, id);
    const sections = await sectionsOf(db, meeting);
    for (const [index, item] of meeting.items.entries())
      places.set(item.id, { meeting: meetingNumberText(meeting.meeting), section: sections[index]! });
    out.push(await meetingOut(db, meeting, sections, names));
  }
  return { out, places };
}

async function meetingOut(
  db: Kysely<Database>,
  rows: MeetingRows,
  sections: readonly number[],
  names: Names,
): Promise<MeetingOut> {
  const { meeting, items } = rows;
  const sectionOf = (itemId: string | null): number | null =>
    itemId === null ? null : (sections[items.findIndex((item) => item.id === itemId)] ?? null);
  const invitation = await db
    .selectFrom('invitation')
    .selectAll()
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst();
  const replies = await db
    .selectFrom('invitation_reply')
    .selectAll()
    .where('meeting_id', '=', meeting.id)
    .execute();
  const called = await db
    .selectFrom('called_deputy')
    .selectAll()
    .where('meeting_id', '=', meeting.id)
    .execute();
  const followed = items.length
    ? await db
        .selectFrom('item_task')
        .innerJoin('task', 'task.id', 'item_task.task_id')
        .select(['item_task.item_id', 'task.code'])
        .where(
          'item_id',
          'in',
          items.map(({ id }) => id),
        )
        .orderBy('task.code')
        .execute()
    : [];
  const secrets = items.length
    ? await db
        .selectFrom('item_publicity')
        .selectAll()
        .where('secret', '=', 1)
        .where(
          'item_id',
          'in',
          items.map(({ id }) => id),
        )
        .execute()
    : [];
  return {
    number: meeting.number,
    year: meeting.year,
    kind: meeting.kind,
    heldOn: meeting.held_on,
    plannedStart: meeting.planned_start,
    startedAt: meeting.started_at,
    endedAt: meeting.ended_at,
    place: meeting.place,
    language: meeting.language,
    state: stateOf(meeting.state),
    callSentOn: meeting.call_sent_on,
    agendaSentOn: meeting.agenda_sent_on,
    chair: names.person(meeting.chair_id),
    secretary: names.person(meeting.secretary_id),
    presenter: names.person(meeting.presenter_id),
    opener: names.person(meeting.opener_id),
    examinationDueOn: meeting.examination_due_on,
    examinedOn: meeting.examined_on,
    displayedFrom: meeting.displayed_from,
    diaryNumber: meeting.diary_number,
    examiners: rows.examinerIds.map((id) => names.person(id)!),
    attendance: rows.attendance.map((row) => ({
      person: names.person(row.person_id)!,
      capacity: row.capacity,
      title: row.title,
      excused: row.excused === 1,
      excusedOn: row.excused_on,
      presence: presenceOf(rows, row, sections),
    })),
    breaks: rows.breaks
      .filter((one) => one.ended_at !== null)
      .map((one) => ({
        startedAt: one.started_at,
        endedAt: one.ended_at!,
        section: sectionOf(one.item_id),
      })),
    invitation:
      invitation === undefined
        ? null
        : {
            plannedEnd: invitation.planned_end,
            remoteLink: invitation.remote_link,
            greeting: invitation.greeting,
          },
    calledDeputies: byPerson(
      called.map((one) => ({ person: names.person(one.person_id)!, calledOn: one.called_on })),
    ),
    replies: byPerson(
      replies.map((one) => ({
        person: names.person(one.person_id)!,
        reply: one.reply,
        repliedOn: one.replied_on,
        channel: one.channel,
        note: one.note,
      })),
    ),
    items: items.map((item, index) =>
      itemOut(rows, item, sections[index]!, names, {
        followUps: followed.filter((one) => one.item_id === item.id).map(({ code }) => code),
        secret: secrets.find((one) => one.item_id === item.id)?.ground ?? null,
      }),
    ),
    attachments: await Promise.all(
      rows.attachments.map(async (one) => ({
        number: one.number,
        title: one.title,
        section: sectionOf(one.itemId),
        file:
          one.sha256 === null || (one.byteSize ?? 0) > LARGEST_FILE
            ? null
            : {
                name: one.fileName ?? one.title,
                content: Buffer.from(await readContent(db, one.sha256)).toString('base64'),
              },
      })),
    ),
  };
}

/** What is being examined comes in as closed: a file tells what was examined, not by which rounds. */
function stateOf(state: Row<'meeting'>['state']): NonNullable<MeetingOut['state']> {
  if (state === 'under_examination') return 'closed';
  if (state === 'cancelled') throw new AppError('NOT_FOUND', { what: 'meeting' });
  return state;
}

const byPerson = <T extends { person: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.person < b.person ? -1 : 1));

function presenceOf(
  { meeting, items }: MeetingRows,
  row: MeetingRows['attendance'][number],
  sections: readonly number[],
): NonNullable<NonNullable<MeetingOut['attendance']>[number]['presence']> {
  const place = (id: string | null): number => items.findIndex((item) => item.id === id);
  const { convenes } = KIND_RULES[meeting.kind];
  return row.intervals.flatMap((one) => {
    const from = Math.max(0, place(one.first_item_id));
    const to = one.open === 1 ? null : place(one.last_item_id);
    if (items.length === 0 || (to !== null && to < from)) return [];
    const isLast = to === items.length - 1;
    return [
      {
        fromSection: sections[from]!,
        toSection: to === null ? null : sections[to]!,
        arrivedAt: one.arrived_at ?? (convenes && from === 0 ? meeting.started_at : null),
        leftAt: one.left_at ?? (convenes && isLast && numbersFrozen(meeting.state) ? meeting.ended_at : null),
        remote: one.remote === 1,
        speakerOnly: one.speaker_only === 1,
      },
    ];
  });
}

function itemOut(
  rows: MeetingRows,
  item: Row<'agenda_item'>,
  section: number,
  names: Names,
  more: Pick<ItemOut, 'followUps' | 'secret'>,
): ItemOut {
  const text = (json: string | null) => {
    const parsed = parseText(json);
    return parsed === null ? null : withoutMentions(parsed);
  };
  const of = <T extends { item_id: string }>(list: readonly T[]): T[] =>
    list.filter((one) => one.item_id === item.id);
  const proposals = of(rows.proposals);
  const local = new Map(proposals.map((one, index) => [one.id, `v${index + 1}`]));
  const side = (id: string | null): string | null => (id === null ? null : (local.get(id) ?? null));
  const numbers = new Map(rows.attachments.map((one) => [one.id, one.number]));
  return {
    section,
    kind: item.kind,
    title: item.title,
    diaryNumber: item.diary_number,
    account: text(item.account),
    proposal: text(item.proposal),
    proceedings: text(item.proceedings),
    decision: text(item.decision),
    decisionType: item.decision_type,
    presenter: names.person(item.presenter_id),
    applicant: names.organisation(item.applicant_organisation_id),
    startedAt: item.started_at,
    endedAt: item.ended_at,
    references: JSON.parse(item.reference_codes) as string[],
    elected: of(rows.itemPersons).map((one) => ({ person: names.person(one.person_id)!, role: one.role })),
    conflicts: of(rows.conflicts).map((one) => ({
      person: names.person(one.person_id)!,
      ground: one.ground,
      explanation: one.explanation,
      declaredBy: one.declared_by,
      leftAt: one.left_at,
      returnedAt: one.returned_at,
    })),
    proposals: proposals.map((one) => ({
      id: local.get(one.id)!,
      kind: one.kind,
      proposer: names.person(one.proposer_id)!,
      text: one.text,
      seconders: one.seconderIds.map((id) => names.person(id)!).toSorted(),
      withdrawn: one.withdrawn === 1,
    })),
    votes: of(rows.votes).map((one) => ({
      method: one.method,
      aye: side(one.aye_proposal_id),
      no: side(one.no_proposal_id),
      ballots: byPerson(
        one.ballots.map(({ person_id, choice }) => ({ person: names.person(person_id)!, choice })),
      ),
      counts:
        one.aye_count === null || one.no_count === null || one.blank_count === null
          ? null
          : { aye: one.aye_count, no: one.no_count, blank: one.blank_count },
      chairChoice: one.chair_choice,
      lot: one.lot,
    })),
    elections: of(rows.elections).map((one) => ({
      title: one.title,
      places: one.places,
      candidates: byPerson(
        one.candidates.map((each) => ({
          person: names.person(each.person_id)!,
          votes: each.votes,
          wonByLot: each.won_by_lot === 1,
        })),
      ),
      blanks: one.blanks,
    })),
    dissents: of(rows.dissents).map((one) => ({
      person: names.person(one.person_id)!,
      declared: one.declared,
      reasons: one.reasons,
      attachment: one.attachment_id === null ? null : (numbers.get(one.attachment_id) ?? null),
    })),
    ...more,
  };
}
