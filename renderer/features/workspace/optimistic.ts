/**
 * What a keystroke shows at once: the change applied to the meeting in the window, until the backend's own view of it
 * is here. Each change leaves a meeting alone in which it has been made already, so that it may be applied to the
 * answer too.
 */
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import type { AttendanceEvent, ConflictInput } from '../../../db/model/meeting.ts';
import type { AttendanceView, IntervalView, MeetingView } from '../../../db/model/meeting-view.ts';
import { peopleOf } from './people.ts';
import { coversItem, derive, factsOf, itemIndex } from './view-facts.ts';

export type Change = (view: MeetingView) => MeetingView;

/** Somebody arrives, leaves, is excused or was absent after all. */
export function attendanceChange(event: AttendanceEvent): Change {
  return (view) => {
    const itemId = event.itemId ?? view.currentItemId ?? view.items[0]?.id ?? null;
    const rows = view.attendance.some((row) => row.person.id === event.personId)
      ? view.attendance
      : [...view.attendance, newRow(view, event)];
    return {
      ...view,
      attendance: rows.map((row) =>
        row.person.id === event.personId ? changedRow(view, row, event, itemId) : row,
      ),
    };
  };
}

function newRow(view: MeetingView, event: AttendanceEvent): AttendanceView {
  const seat =
    view.seats.find(({ member }) => member?.id === event.personId) ??
    view.seats.find(({ deputy }) => deputy?.id === event.personId);
  const isMember = seat?.member?.id === event.personId;
  return {
    id: `pending:${event.personId}`,
    person: peopleOf(view).get(event.personId) ?? { id: event.personId, name: '…', shortName: '…' },
    capacity: event.capacity ?? (seat === undefined ? 'guest' : isMember ? 'member' : 'deputy'),
    title: '',
    excused: false,
    excusedOn: null,
    seatId: seat?.seatId ?? null,
    organisation: (isMember ? seat.memberOrganisation : seat?.deputyOrganisation) ?? null,
    intervals: [],
    presentNow: false,
    answeredOn: null,
  };
}

function changedRow(
  view: MeetingView,
  row: AttendanceView,
  event: AttendanceEvent,
  itemId: string | null,
): AttendanceView {
  const index = Math.max(0, itemIndex(view, itemId));
  const here = openStretch(view, row, index);
  if (!KIND_RULES[view.kind].convenes && event.event === 'absent')
    return { ...row, excused: false, excusedOn: null, intervals: [], answeredOn: null };
  switch (event.event) {
    case 'arrive': {
      const { convenes } = KIND_RULES[view.kind];
      const answeredOn = convenes ? null : (event.answeredOn ?? row.answeredOn);
      if (here !== null) return convenes ? row : { ...row, answeredOn };
      const arrived: IntervalView = {
        id: `pending:${row.id}:${row.intervals.length}`,
        firstItemId: convenes ? itemId : (view.items[0]?.id ?? null),
        lastItemId: null,
        open: true,
        arrivedAt: event.time ?? null,
        leftAt: null,
        remote: event.remote ?? false,
        speakerOnly: event.speakerOnly ?? false,
      };
      return { ...row, excused: false, excusedOn: null, intervals: [...row.intervals, arrived], answeredOn };
    }
    case 'leave': {
      if (here === null) return row;
      const lastItemId = lastItemOf(view, view.items[index], here);
      const left = { ...here, open: false, lastItemId, leftAt: event.time ?? null };
      return { ...row, intervals: row.intervals.map((one) => (one === here ? left : one)) };
    }
    case 'excuse':
      return here === null ? { ...row, excused: true } : row;
    case 'absent':
      return here === null ? { ...row, excused: false, excusedOn: null } : row;
  }
}

/**
 * The last item at which somebody counts who leaves at `item`: the one before it, or `item` itself when it has been
 * decided already. Null: there was none.
 */
export function lastItemOf(
  view: MeetingView,
  item: MeetingView['items'][number] | undefined,
  stretch: IntervalView,
): string | null {
  const index = itemIndex(view, item?.id ?? null);
  // What is written up after the meeting has all its decisions: there leaving counts from the item looked at.
  const last = item?.decided === true && view.state === 'in_session' ? index : index - 1;
  const first = Math.max(0, itemIndex(view, stretch.firstItemId));
  return first <= last ? (view.items[last]?.id ?? null) : null;
}

/** A correction of one stretch of presence. */
export function intervalChange(id: string, values: Partial<Omit<IntervalView, 'id'>>): Change {
  return (view) => ({
    ...view,
    attendance: view.attendance.map((row) =>
      row.intervals.some((interval) => interval.id === id)
        ? { ...row, intervals: row.intervals.map((one) => (one.id === id ? { ...one, ...values } : one)) }
        : row,
    ),
  });
}

/** The stretch of presence that covers an item. */
export function openStretch(view: MeetingView, row: AttendanceView, index: number): IntervalView | null {
  const place = view.attendance.indexOf(row);
  const facts = factsOf(place < 0 ? { ...view, attendance: [row] } : view).attendance[Math.max(0, place)];
  const at = facts?.intervals.findIndex((interval) => coversItem(interval, index)) ?? -1;
  return row.intervals[at] ?? null;
}

export function conflictChange(input: ConflictInput): Change {
  return (view) => ({
    ...view,
    items: view.items.map((item) => {
      if (item.id !== input.itemId || item.conflicts.some(({ person }) => person.id === input.personId))
        return item;
      const person = peopleOf(view).get(input.personId);
      if (person === undefined) return item;
      return {
        ...item,
        conflicts: [
          ...item.conflicts,
          {
            id: `pending:${input.personId}`,
            person,
            ground: input.ground,
            explanation: input.explanation ?? '',
            declaredBy: input.declaredBy ?? 'self',
            leftAt: input.leftAt ?? null,
            returnedAt: input.returnedAt ?? null,
          },
        ],
        suggestedConflicts: item.suggestedConflicts.filter((one) => one.person.id !== input.personId),
      };
    }),
  });
}

export function conflictRemoval(id: string): Change {
  return (view) => ({
    ...view,
    items: view.items.map((item) =>
      item.conflicts.some((conflict) => conflict.id === id)
        ? { ...item, conflicts: item.conflicts.filter((conflict) => conflict.id !== id) }
        : item,
    ),
  });
}

/** Moving on to an item: it begins, the one before it ends. */
export function currentItemChange(itemId: string, time: string): Change {
  return (view) => {
    if (view.currentItemId === itemId) return view;
    const from = itemIndex(view, view.currentItemId);
    const to = itemIndex(view, itemId);
    if (view.state !== 'in_session') return { ...view, currentItemId: itemId };
    return {
      ...view,
      currentItemId: itemId,
      items: view.items.map((item, index) =>
        index === to
          ? { ...item, startedAt: item.startedAt ?? time }
          : index === from && from < to
            ? { ...item, endedAt: item.endedAt ?? time }
            : item,
      ),
    };
  };
}

/** All changes on their way, and what follows from them. */
export function withChanges(view: MeetingView, changes: readonly Change[]): MeetingView {
  return changes.length === 0 ? view : derive(changes.reduce((changed, change) => change(changed), view));
}
