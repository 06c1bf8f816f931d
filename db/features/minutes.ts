/** Composes the minutes of a meeting from the database. Every document of it begins here. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { tallyElection } from '../model/election.ts';
import type { MeetingFacts } from '../model/facts.ts';
import { isExamined, numbersFrozen } from '../model/meeting-state.ts';
import type { BreakView, ItemView, MeetingView, PersonLabel, TaskView } from '../model/meeting-view.ts';
import type {
  MinutesAttendance,
  MinutesBreak,
  MinutesCorrection,
  MinutesDocument,
  MinutesItem,
  MinutesPerson,
  MinutesSide,
  MinutesTask,
} from '../model/minutes-document.ts';
import { noticeCheck } from '../model/notice.ts';
import { itemReferenceText } from '../model/numbering.ts';
import { voterTimeline, type VoterStatus } from '../model/quorum.ts';
import { decisionFromVotes } from '../model/voting.ts';
import { phraseOverrides } from './board-phrases.ts';
import { loadMeeting, meetingFacts, personLabels } from './meeting-rows.ts';
import { meetingView } from './meeting-view.ts';
import { minutesEffects } from './minutes-effects.ts';

/**
 * @param options.state overrides the state that the meeting's own gives
 * @throws AppError NOT_FOUND
 */
export async function composeMinutes(
  db: Kysely<Database>,
  meetingId: string,
  options: { state?: MinutesDocument['state'] } = {},
): Promise<MinutesDocument> {
  const rows = await loadMeeting(db, meetingId);
  const view = await meetingView(db, meetingId, rows.meeting.held_on);
  const facts = meetingFacts(rows);
  const timeline = voterTimeline(facts);
  const effects = await minutesEffects(db, meetingId);
  const { sending } = rows;
  const wording = await phraseOverrides(db, rows.board.id);
  return {
    format: 'pykala-minutes',
    version: 1,
    state: options.state ?? documentState(view),
    board: {
      fi: rows.board.name_fi,
      sv: rows.board.name_sv,
      en: rows.board.name_en,
      shortName: rows.board.short_name,
      ...(rows.board.kind === 'board' ? {} : { kind: rows.board.kind }),
    },
    meeting: {
      number: view.number,
      year: view.year,
      kind: view.kind,
      cancelledOn: view.cancelledOn,
      heldOn: view.heldOn,
      startedAt: view.startedAt,
      endedAt: view.endedAt,
      plannedStart: view.plannedStart,
      place: view.place,
      language: view.language,
      diaryNumber: view.diaryNumber,
      ...breaksOf(view.breaks),
      callSentOn: sending.sentOn,
      ...(sending.otherDaySentOn === null ? {} : { callForOtherDaySentOn: sending.otherDaySentOn }),
      agendaSentOn: view.agendaSupplementedOn ?? view.agendaSentOn,
      ...(view.agendaSupplementedOn === null || view.agendaSentOn === null
        ? {}
        : { agendaFirstSentOn: view.agendaSentOn }),
      notice: noticeCheck(view.rules, sending.sentOn, view.heldOn, 'notice'),
      agendaNotice: noticeCheck(
        view.rules,
        view.agendaSupplementedOn ?? view.agendaSentOn,
        view.heldOn,
        'agenda',
      ),
    },
    rules: view.rules,
    ...(wording === undefined ? {} : { wording }),
    seats: view.seats.length,
    chair: view.chair,
    secretary: view.secretary,
    presenter: view.presenter,
    opener: view.opener,
    examiners: view.examiners,
    examination: {
      dueOn: view.examinationDueOn,
      examinedOn: view.examinedOn,
      displayedFrom: view.displayedFrom,
      ...(await examinationOf(db, meetingId)),
    },
    attendance: attendance(view),
    items: view.items.map((item, index) => ({
      ...minutesItem(view, facts, timeline, item, index),
      examinedAtOnce: rows.itemExaminations.some((row) => row.item_id === item.id),
      effects: effects.get(item.id) ?? [],
    })),
    attachments: view.attachments.map((a) => ({
      number: a.number,
      title: a.title,
      section: view.items.find((item) => item.id === a.itemId)?.section ?? null,
      sha256: a.file?.sha256 ?? null,
    })),
    corrections: await correctionsOf(db, meetingId),
  };
}

/** How the minutes are or were examined, by the newest round that did not send the text back. */
export async function examinationOf(
  db: Kysely<Database>,
  meetingId: string,
): Promise<Pick<MinutesDocument['examination'], 'way' | 'round' | 'approvals' | 'decidedReference'>> {
  const round = await db
    .selectFrom('examination_round')
    .select(['id', 'number', 'way', 'outcome', 'decided_reference'])
    .where('meeting_id', '=', meetingId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (!round || round.outcome === 'returned')
    return { way: null, round: null, approvals: [], decidedReference: null };
  const persons = await personLabels(db);
  const approvals = await db
    .selectFrom('examiner_approval')
    .selectAll()
    .where('round_id', '=', round.id)
    .orderBy('approved_on')
    .execute();
  return {
    way: round.way,
    round: round.number,
    approvals: approvals.flatMap((row) => {
      const person = persons.get(row.person_id);
      return person ? [{ person, approvedOn: row.approved_on }] : [];
    }),
    decidedReference: round.decided_reference,
  };
}

/** Correction notes of a meeting's minutes, in the order in which they were made. */
export async function correctionsOf(db: Kysely<Database>, meetingId: string): Promise<MinutesCorrection[]> {
  const rows = await db
    .selectFrom('correction_note')
    .leftJoin('agenda_item', 'agenda_item.id', 'correction_note.item_id')
    .selectAll('correction_note')
    .select('agenda_item.section')
    .where('correction_note.meeting_id', '=', meetingId)
    .orderBy('correction_note.position')
    .execute();
  return rows.map((row) => ({
    notedOn: row.noted_on,
    text: row.text,
    notedBy: row.noted_by,
    section: row.section,
  }));
}

function documentState(view: MeetingView): MinutesDocument['state'] {
  if (isExamined(view.state)) return 'examined';
  return numbersFrozen(view.state) ? 'unexamined' : 'draft';
}

function attendance(view: MeetingView): MinutesAttendance[] {
  const place = new Map(view.items.map((item, index) => [item.id, index]));
  const sectionAt = (index: number): number => view.items[index]?.section ?? 0;
  const lastReached = Math.max(
    0,
    view.state === 'in_session' ? (place.get(view.currentItemId ?? '') ?? 0) : view.items.length - 1,
  );
  const rows = view.attendance.map((row): MinutesAttendance => {
    const seat = view.seats.find((s) => s.seatId === row.seatId) ?? null;
    const other = row.capacity === 'deputy' ? seat?.member : row.capacity === 'member' ? seat?.deputy : null;
    const otherSat =
      other !== null &&
      other !== undefined &&
      view.attendance.some((a) => a.person.id === other.id && a.intervals.length > 0);
    return {
      person: row.person,
      capacity: row.capacity,
      office:
        row.person.id === view.chair?.id
          ? 'chair'
          : row.person.id === view.viceChair?.id
            ? 'vice_chair'
            : null,
      title: row.title,
      organisation: row.organisation,
      seatNumber: seat?.number ?? null,
      excused: row.excused,
      excusedOn: row.excusedOn,
      counterpart: row.capacity === 'deputy' ? (other ?? null) : otherSat ? other : null,
      intervals: row.intervals.flatMap((interval) => {
        const from = place.get(interval.firstItemId ?? '') ?? 0;
        const to = interval.open ? lastReached : (place.get(interval.lastItemId ?? '') ?? from - 1);
        if (to < from || view.items.length === 0) return [];
        return [
          {
            fromSection: sectionAt(from),
            toSection: sectionAt(to),
            arrivedAt: interval.arrivedAt,
            leftAt: interval.leftAt,
            remote: interval.remote,
            ...(interval.speakerOnly ? { speakerOnly: true as const } : {}),
          },
        ];
      }),
      conflicts: view.items.flatMap((item) =>
        item.conflicts
          .filter((conflict) => conflict.person.id === row.person.id)
          .map((conflict) => ({
            section: item.section,
            leftAt: conflict.leftAt,
            returnedAt: conflict.returnedAt,
          })),
      ),
      ...(row.answeredOn === null ? {} : { answeredOn: row.answeredOn }),
    };
  });
  const rank = (row: MinutesAttendance): number => row.seatNumber ?? 1_000;
  return rows
    .map((row, index) => ({ row, index }))
    .sort(
      (a, b) =>
        rank(a.row) - rank(b.row) ||
        Number(a.row.capacity === 'deputy') - Number(b.row.capacity === 'deputy') ||
        a.index - b.index,
    )
    .map(({ row }) => row);
}

function minutesItem(
  view: MeetingView,
  facts: MeetingFacts,
  timeline: readonly VoterStatus[],
  item: ItemView,
  index: number,
): Omit<MinutesItem, 'examinedAtOnce' | 'effects'> {
  const label = (id: string | null): MinutesPerson | null => labels(view).get(id ?? '') ?? null;
  const status = item.status;
  const voted = decisionFromVotes(facts, index);
  return {
    section: item.section,
    kind: item.kind,
    title: item.title,
    diaryNumber: item.diaryNumber,
    applicant: item.applicantOrganisation?.name ?? null,
    account: item.account,
    proposal: item.proposal,
    proceedings: item.proceedings,
    decision: item.decision,
    decisionType: item.decisionType,
    startedAt: item.startedAt,
    endedAt: item.endedAt,
    voters: status.voterCount,
    required: status.required,
    quorate: status.quorate,
    presiding: label(status.presidingId),
    ...comings(view, index),
    conflicts: item.conflicts.map((conflict) => {
      const seat = view.seats.find((s) => s.member?.id === conflict.person.id);
      const deputy =
        seat?.deputy && status.voters.some((v) => v.personId === seat.deputy?.id) ? seat.deputy : null;
      return {
        person: conflict.person,
        ground: conflict.ground,
        explanation: conflict.explanation,
        declaredBy: conflict.declaredBy,
        leftAt: conflict.leftAt,
        returnedAt: conflict.returnedAt,
        ...(wasAway(facts, conflict.person.id, index) ? { away: true as const } : {}),
        deputy,
      };
    }),
    proposals: item.proposals.map(({ kind, proposer, text, seconders, standing }) => ({
      kind,
      proposer,
      text,
      seconders,
      standing,
    })),
    votes: item.votes.map((vote, voteIndex) => ({
      method: vote.method,
      aye: side(item, vote.ayeProposalId, vote.noProposalId),
      no: side(item, vote.noProposalId, vote.ayeProposalId),
      ballots: inSeatOrder(timeline[index], vote.ballots).flatMap((ballot) => {
        const person = label(ballot.personId);
        return person ? [{ person, choice: ballot.choice }] : [];
      }),
      result: resultOf(voted.results[voteIndex] ?? vote.result),
    })),
    elections: item.elections.map((election) => {
      const result = tallyElection(election.facts, status.voterCount, view.rules);
      return {
        title: election.title,
        candidates: election.candidates.map((c) => ({
          person: c.person,
          votes: c.votes,
          elected: result.elected.includes(c.person.id),
        })),
        blanks: election.facts.blanks,
        byLot: election.candidates.some((c) => c.wonByLot),
      };
    }),
    elected: item.elected.map((elected) => elected.person),
    dissents: item.dissents.map(({ person, declared, reasons, attachmentNumber }) => ({
      person,
      declared,
      reasons,
      attachmentNumber,
    })),
    attachments: item.attachments.map(({ number, title }) => ({ number, title })),
    tasks: item.tasks.map((task) => minutesTask(task, null)),
    followedTasks: item.followedTasks.map((task) =>
      minutesTask(task, itemReferenceText(view, item.section, view.rules.profile)),
    ),
    history: item.history.map(({ reference, reason }) => ({ reference, reason })),
    references: item.references,
    ...breaksOf(view.breaks.filter((one) => one.itemId === item.id)),
  };
}

function breaksOf(breaks: readonly BreakView[]): { breaks?: MinutesBreak[] } {
  return breaks.length === 0
    ? {}
    : { breaks: breaks.map(({ startedAt, endedAt }) => ({ startedAt, endedAt })) };
}

/** Whether somebody was not there at the item, nor just before or after it. */
function wasAway(facts: MeetingFacts, personId: string, index: number): boolean {
  const stretches = facts.attendance.find((row) => row.personId === personId)?.intervals ?? [];
  return !stretches.some(
    ({ firstItem, lastItem }) => firstItem <= index + 1 && (lastItem === null || lastItem >= index - 1),
  );
}

function resultOf(result: ItemView['votes'][number]['result']): MinutesItem['votes'][number]['result'] {
  const { aye, no, blank, voters, missing, winner, decidedBy } = result;
  return { aye, no, blank, voters, missing, winner, decidedBy };
}

function labels(view: MeetingView): Map<string, PersonLabel> {
  return new Map(
    [
      ...view.attendance.map((row) => row.person),
      ...view.seats.flatMap((seat) => [seat.member, seat.deputy]),
      view.chair,
      view.viceChair,
      view.opener,
    ].flatMap((person) => (person ? [[person.id, person] as const] : [])),
  );
}

function side(item: ItemView, proposalId: string | null, other: string | null): MinutesSide {
  const proposal = item.proposals.find((p) => p.id === proposalId);
  if (proposal) return { kind: proposal.kind, proposer: proposal.proposer };
  const against = item.proposals.find((p) => p.id === other);
  return { kind: against && against.kind !== 'counter' ? 'continue' : 'base', proposer: null };
}

function inSeatOrder<T extends { personId: string }>(
  status: VoterStatus | undefined,
  ballots: readonly T[],
): T[] {
  const place = new Map((status?.voters ?? []).map((voter, index) => [voter.personId, index]));
  return [...ballots].sort((a, b) => (place.get(a.personId) ?? 999) - (place.get(b.personId) ?? 999));
}

/** Who came and who left during an item, as far as it is not the opening, the closing or a conflict. */
function comings(view: MeetingView, index: number): Pick<MinutesItem, 'arrivals' | 'departures'> {
  const place = new Map(view.items.map((one, at) => [one.id, at]));
  const conflictedBefore = (personId: string): boolean =>
    (view.items[index - 1]?.conflicts ?? []).some((c) => c.person.id === personId);
  const conflictedNext = (personId: string, last: number): boolean =>
    (view.items[last + 1]?.conflicts ?? []).some((c) => c.person.id === personId);
  const arrivals: MinutesItem['arrivals'] = [];
  const departures: MinutesItem['departures'] = [];
  const started = (at: number): string | null => view.items[at]?.startedAt ?? null;
  for (const row of view.attendance) {
    // The presence of experts and guests stands in the list of those present; voters' comings matter to the record.
    if (row.capacity !== 'member' && row.capacity !== 'deputy') continue;
    for (const interval of row.intervals) {
      const first = place.get(interval.firstItemId ?? '') ?? 0;
      const last = interval.lastItemId === null ? first - 1 : (place.get(interval.lastItemId) ?? first - 1);
      if (first === index && index > 0 && !conflictedBefore(row.person.id))
        arrivals.push({ person: row.person, time: interval.arrivedAt });
      // Left after the last item of presence, or in the middle of the next one if that had begun by then.
      const nextStart = started(last + 1);
      const leftDuring =
        nextStart !== null && interval.leftAt !== null && interval.leftAt >= nextStart ? last + 1 : last;
      const wholeMeeting = last >= view.items.length - 1;
      if (!interval.open && !wholeMeeting && leftDuring === index && !conflictedNext(row.person.id, last))
        departures.push({ person: row.person, time: interval.leftAt });
    }
  }
  return { arrivals, departures };
}

function minutesTask(task: TaskView, reference: string | null): MinutesTask {
  const change = task.deadlineChanges.findLast((c) => c.reference === reference);
  return {
    code: task.code,
    title: task.title,
    responsible: task.responsible,
    dueOn: task.dueOn,
    state: task.state,
    result: task.result,
    newDueOn: change?.newDueOn ?? null,
  };
}
