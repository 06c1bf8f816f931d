/** Names of the people of a meeting, and who sits on a seat at an item. */
import type {
  AttendanceView,
  ItemView,
  MeetingView,
  PersonLabel,
  SeatView,
} from '../../../db/model/meeting-view.ts';
import type { NoVoterReason } from '../../../db/model/quorum.ts';

/** Everybody the meeting knows by name. */
export function peopleOf(view: MeetingView): Map<string, PersonLabel> {
  const people = new Map<string, PersonLabel>();
  const add = (person: PersonLabel | null): void => {
    if (person !== null) people.set(person.id, person);
  };
  for (const person of [view.chair, view.viceChair, view.secretary, view.presenter, ...view.examiners])
    add(person);
  for (const seat of view.seats) {
    add(seat.member);
    add(seat.deputy);
  }
  for (const row of view.attendance) add(row.person);
  return people;
}

/** The people with a vote at an item, in the order of their seats. */
export function votersOf(view: MeetingView, item: ItemView): PersonLabel[] {
  const people = peopleOf(view);
  return item.status.voters.flatMap(({ personId }) => people.get(personId) ?? []);
}

/** Everybody present at an item, those with a vote first. */
export function presentOf(view: MeetingView, item: ItemView): PersonLabel[] {
  const people = peopleOf(view);
  const voting = item.status.voters.map(({ personId }) => personId);
  const others = item.status.presentIds.filter((personId) => !voting.includes(personId));
  return [...voting, ...others].flatMap((personId) => people.get(personId) ?? []);
}

/** How a seat stands at an item: who votes on it, or why nobody does. */
export interface SeatStanding {
  seat: SeatView;
  sitting: PersonLabel | null;
  as: 'member' | 'deputy' | null;
  reason: NoVoterReason | null;
  /** The member's and the deputy's entries, where there are any. */
  member: AttendanceView | null;
  deputy: AttendanceView | null;
  memberInConflict: boolean;
  deputyInConflict: boolean;
}

export function seatStandings(view: MeetingView, item: ItemView | null): SeatStanding[] {
  const rows = new Map(view.attendance.map((row) => [row.person.id, row]));
  const conflicted = new Set(item?.conflicts.map((conflict) => conflict.person.id) ?? []);
  return view.seats
    .toSorted((a, b) => a.number - b.number)
    .map((seat) => {
      const voter = item?.status.voters.find(({ seatId }) => seatId === seat.seatId);
      const rowOf = (person: PersonLabel | null): AttendanceView | null =>
        person === null ? null : (rows.get(person.id) ?? null);
      return {
        seat,
        sitting: voter === undefined ? null : voter.as === 'member' ? seat.member : seat.deputy,
        as: voter?.as ?? null,
        reason: item?.status.reasons.find(({ seatId }) => seatId === seat.seatId)?.reason ?? null,
        member: rowOf(seat.member),
        deputy: rowOf(seat.deputy),
        memberInConflict: seat.member !== null && conflicted.has(seat.member.id),
        deputyInConflict: seat.deputy !== null && conflicted.has(seat.deputy.id),
      };
    });
}

/** Those who attend without a seat: secretary, presenter, experts, guests. */
export function othersPresent(view: MeetingView): AttendanceView[] {
  return view.attendance.filter(({ capacity }) => capacity !== 'member' && capacity !== 'deputy');
}
