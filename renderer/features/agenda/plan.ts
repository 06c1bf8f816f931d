/** The details of a meeting as a form holds them. Pure. */
import type { MeetingInput } from '../../../db/model/meeting.ts';
import type { Language } from '../../../db/model/language.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import type { NoticeCheck } from '../../../db/model/notice.ts';
import type { Choice } from '../../api/choices.ts';

export interface Plan {
  heldOn: string | null;
  plannedStart: string | null;
  place: string;
  language: Language;
  diaryNumber: string;
  callSentOn: string | null;
  agendaSentOn: string | null;
  chair: Choice | null;
  secretary: Choice | null;
  presenter: Choice | null;
  /** Of an organising meeting. */
  opener: Choice | null;
}

export function planOf(meeting: MeetingView): Plan {
  const choice = (person: MeetingView['chair']): Choice | null =>
    person && { id: person.id, label: person.name };
  return {
    heldOn: meeting.heldOn,
    plannedStart: meeting.plannedStart,
    place: meeting.place,
    language: meeting.language,
    diaryNumber: meeting.diaryNumber ?? '',
    callSentOn: meeting.callSentOn,
    agendaSentOn: meeting.agendaSentOn,
    chair: choice(meeting.chair),
    secretary: choice(meeting.secretary),
    presenter: choice(meeting.presenter),
    opener: choice(meeting.opener),
  };
}

/** What goes to the backend, or null without a day. */
export function inputOf(plan: Plan): MeetingInput | null {
  if (plan.heldOn === null) return null;
  return {
    heldOn: plan.heldOn,
    plannedStart: plan.plannedStart,
    place: plan.place.trim(),
    language: plan.language,
    diaryNumber: plan.diaryNumber.trim() === '' ? null : plan.diaryNumber.trim(),
    callSentOn: plan.callSentOn,
    agendaSentOn: plan.agendaSentOn,
    chairId: plan.chair?.id ?? null,
    secretaryId: plan.secretary?.id ?? null,
    presenterId: plan.presenter?.id ?? null,
    openerId: plan.opener?.id ?? null,
  };
}

export function isSamePlan(a: Plan, b: Plan): boolean {
  return JSON.stringify(inputOf(a)) === JSON.stringify(inputOf(b));
}

export type PlanField = keyof Plan;

/** One value as it would be stored, so that two of them can be compared. */
const stored = (plan: Plan, field: PlanField): string => {
  const value = plan[field];
  if (typeof value === 'string') return value.trim();
  return value === null ? '' : value.id;
};

/**
 * What two windows have made of the same details: what was changed here, and the rest as the other one has it.
 * `clashes` are the fields that both have changed, and differently; in `plan` they are as they are here.
 */
export function mergePlans(base: Plan, mine: Plan, theirs: Plan): { plan: Plan; clashes: PlanField[] } {
  const changed = (Object.keys(base) as PlanField[]).filter(
    (field) => stored(mine, field) !== stored(base, field),
  );
  const own = Object.fromEntries(changed.map((field) => [field, mine[field]]));
  return {
    plan: { ...theirs, ...own },
    clashes: changed.filter(
      (field) =>
        stored(theirs, field) !== stored(base, field) && stored(theirs, field) !== stored(mine, field),
    ),
  };
}

export type NoticeWord = 'ok' | 'late' | 'after' | 'notSent' | 'missed';

/** How a sending stands against the rule. */
export function noticeWord({ days, ok, latest }: NoticeCheck, today: string): NoticeWord {
  if (days === null) return latest < today ? 'missed' : 'notSent';
  if (days < 0) return 'after';
  return ok ? 'ok' : 'late';
}
