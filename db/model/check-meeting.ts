/**
 * Everything that is wrong with a recorded meeting, as a list (used before closing and examination, and by
 * `pykala check`). Each finding comes from the same rule that guides the secretary while writing; nothing is
 * thrown for what the record contains.
 */
import { conflictGroundProblem } from './conflict.ts';
import { isIsoDate } from './dates.ts';
import { decisionProblems, settlesMatter, type DecisionFacts } from './decision.ts';
import { mayDissent } from './dissent.ts';
import type { ErrorDetails, Finding } from './errors.ts';
import type { AttendanceFacts, ConflictGround, MeetingFacts } from './facts.ts';
import { numbersFrozen, type MeetingState } from './meeting-state.ts';
import { noticeCheck } from './notice.ts';
import { checkSectionsWithin } from './numbering.ts';
import { voterStatus } from './quorum.ts';
import { decisionFromVotes } from './voting.ts';

export interface MeetingCheck {
  /** How findings name the meeting, e.g. `meeting 3/2026`. */
  subject: string;
  state: MeetingState;
  /** ISO dates; null when nothing has been sent. */
  meetingDate: string;
  callSentOn: string | null;
  /** The first call went out that day, but for another day of meeting. */
  callForOtherDaySentOn?: string | null;
  agendaSentOn: string | null;
  facts: MeetingFacts;
  /** By item, in the order of the agenda: its number, or null before numbers are given. */
  sections: readonly (number | null)[];
  /** By item: its decision, or null when none has been recorded. */
  decisions: readonly (DecisionFacts | null)[];
  conflicts: readonly {
    itemIndex: number;
    personId: string;
    ground: ConflictGround;
    freeText: string | null;
  }[];
  dissents: readonly { itemIndex: number; personId: string }[];
}

/**
 * All findings of a meeting, in the order notice, numbers, attendance, items. Errors are breaches of an
 * invariant (domain brief section 7); warnings are printed or shown and block nothing. What is merely unfinished
 * (a missing decision) counts only once the meeting is closed. Numbers of several meetings are compared by
 * `checkSections`. Findings about one item carry its place in the agenda as `details.itemIndex`.
 */
export function checkMeeting(check: MeetingCheck): Finding[] {
  // What was planned for a cancelled meeting is no record.
  if (check.state === 'cancelled') return [];
  return [
    ...noticeFindings(check),
    ...sectionFindings(check),
    ...attendanceFindings(check),
    ...check.facts.items.flatMap((_, itemIndex) => itemFindings(check, itemIndex)),
  ];
}

function noticeFindings(check: MeetingCheck): Finding[] {
  const { facts, subject, meetingDate } = check;
  if (!isIsoDate(meetingDate))
    return [{ code: 'invalid_date', severity: 'error', subject, details: { value: meetingDate } }];
  if (check.state === 'draft') return [];
  return (['notice', 'agenda'] as const).flatMap((kind): Finding[] => {
    const sentOn = kind === 'notice' ? check.callSentOn : check.agendaSentOn;
    if (sentOn !== null && !isIsoDate(sentOn))
      return [{ code: 'invalid_date', severity: 'error', subject, details: { value: sentOn } }];
    const { ok, days, required, latest } = noticeCheck(facts.rules, sentOn, meetingDate, kind);
    if (ok) return [];
    const isForOtherDay =
      kind === 'notice' && days === null && (check.callForOtherDaySentOn ?? null) !== null;
    const code = isForOtherDay ? 'notice_for_other_day' : days === null ? `${kind}_not_sent` : `${kind}_late`;
    return [{ code, severity: 'warning', subject, details: { days, required, latest } }];
  });
}

function sectionFindings({ subject, sections, facts, state }: MeetingCheck): Finding[] {
  const numbers = sections.filter((section) => section !== null);
  const findings = checkSectionsWithin(subject, numbers);
  if (numbersFrozen(state) && numbers.length < facts.items.length)
    findings.push({
      code: 'section_missing',
      severity: 'error',
      subject,
      details: { items: facts.items.length, sections: numbers.length },
    });
  if (facts.rules.profile === 'memo' && numbers[0] !== undefined && numbers[0] !== 1)
    findings.push({
      code: 'memo_starts_at_one',
      severity: 'error',
      subject,
      details: { section: numbers[0] },
    });
  return findings;
}

function attendanceFindings({ subject, facts }: MeetingCheck): Finding[] {
  const findings: Finding[] = [];
  const add = (code: string, severity: Finding['severity'], details: ErrorDetails): void => {
    findings.push({ code, severity, subject, details });
  };
  const members = facts.seats.flatMap((seat) => seat.memberId ?? []);
  const deputies = facts.seats.flatMap((seat) => seat.deputyId ?? []);
  for (const personId of repeated(members)) add('member_on_two_seats', 'error', { personId });
  for (const number of repeated(facts.seats.map((seat) => seat.number)))
    add('seat_number_twice', 'error', { number });
  for (const personId of repeated(facts.attendance.map((attendance) => attendance.personId)))
    add('attendance_twice', 'error', { personId });
  for (const attendance of facts.attendance) {
    const { personId, capacity } = attendance;
    if (capacity === 'member' && !members.includes(personId)) add('not_a_member', 'error', { personId });
    if (capacity === 'deputy' && !deputies.includes(personId)) add('not_a_deputy', 'error', { personId });
    if (capacity === 'deputy' && facts.rules.deputies === 'none')
      add('deputies_not_in_use', 'warning', { personId });
    if (!facts.rules.remoteParticipation && attendance.intervals.some((interval) => interval.remote))
      add('remote_not_allowed', 'warning', { personId });
    for (const code of intervalProblems(attendance, facts.items.length)) add(code, 'error', { personId });
  }
  return findings;
}

/** Stretches of presence must lie in the agenda, in order, without overlapping, also by the clock. */
function intervalProblems({ intervals }: AttendanceFacts, items: number): Set<string> {
  const problems = new Set<string>();
  intervals.forEach((interval, index) => {
    const { firstItem, lastItem, arrivedAt, leftAt } = interval;
    const before = intervals[index - 1];
    if (firstItem < 0 || firstItem > items || (lastItem !== null && lastItem >= items))
      problems.add('presence_outside_agenda');
    if (lastItem !== null && lastItem < firstItem - 1) problems.add('presence_reversed');
    if (arrivedAt !== null && leftAt !== null && leftAt < arrivedAt) problems.add('presence_reversed');
    if (before === undefined) return;
    if (before.lastItem === null || before.lastItem >= firstItem) problems.add('presence_overlap');
    if (before.leftAt !== null && arrivedAt !== null && arrivedAt < before.leftAt)
      problems.add('presence_overlap');
  });
  return problems;
}

function itemFindings(check: MeetingCheck, itemIndex: number): Finding[] {
  const { facts, state } = check;
  const item = facts.items[itemIndex];
  if (item === undefined) return [];
  const findings: Finding[] = [];
  const section = check.sections[itemIndex] ?? null;
  const subject = `${check.subject} ${section === null ? `#${itemIndex + 1}` : `§ ${section}`}`;
  const add = (code: string, severity: Finding['severity'], details: ErrorDetails = {}): void => {
    findings.push({ code, severity, subject, details: { itemIndex, ...details } });
  };
  const status = voterStatus(facts, itemIndex);
  const voterIds = new Set(status.voters.map((voter) => voter.personId));

  for (const personId of repeated(item.conflictedIds)) add('conflict_twice', 'warning', { personId });
  for (const personId of item.conflictedIds) {
    const reason = check.conflicts.find(
      (conflict) => conflict.itemIndex === itemIndex && conflict.personId === personId,
    );
    if (reason === undefined || conflictGroundProblem(reason.ground, reason.freeText) !== null)
      add('conflict_ground_missing', 'error', { personId });
  }

  for (const proposal of item.proposals) {
    const { proposerId, seconderIds, proposalId } = proposal;
    if (item.conflictedIds.includes(proposerId))
      add('proposer_in_conflict', 'error', { proposalId, personId: proposerId });
    else if (!voterIds.has(proposerId))
      add('proposer_without_vote', 'warning', { proposalId, personId: proposerId });
    for (const personId of new Set(seconderIds)) {
      if (item.conflictedIds.includes(personId))
        add('seconder_in_conflict', 'error', { proposalId, personId });
      else if (personId === proposerId) add('seconded_by_proposer', 'error', { proposalId, personId });
      else if (!voterIds.has(personId)) add('seconder_without_vote', 'warning', { proposalId, personId });
    }
  }

  const voted = decisionFromVotes(facts, itemIndex);
  voted.results.forEach((result, index) => {
    const vote = index + 1;
    for (const code of result.problems) add(code, 'error', { vote, missing: result.missing });
    for (const { personId } of item.votes[index]?.ballots ?? [])
      if (item.conflictedIds.includes(personId)) add('ballot_in_conflict', 'error', { vote, personId });
  });
  if (item.votes.length > 0 && !status.quorate)
    add('vote_not_quorate', 'error', { voters: status.voterCount, required: status.required });
  if (voted.next.kind === 'unresolved' && voted.next.problem !== 'vote_unsettled')
    add(voted.next.problem, 'error');

  const decision = check.decisions[itemIndex] ?? null;
  if (decision !== null || numbersFrozen(state))
    for (const code of decisionProblems(facts, itemIndex, decision)) add(code, 'error');

  const dissents = check.dissents.filter((dissent) => dissent.itemIndex === itemIndex);
  if (
    facts.needsNoObjection === true &&
    decision !== null &&
    settlesMatter(decision.type) &&
    dissents.length > 0 &&
    !findings.some(({ code }) => code === 'objection_raised')
  )
    add('objection_raised', 'error');
  for (const { personId } of dissents)
    if (decision === null || mayDissent(facts, itemIndex, personId, decision) === null)
      add('dissent_not_allowed', 'error', { personId });
  return findings;
}

function repeated<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
