/**
 * What a year of a board was, as facts without words: meetings, decisions, tasks, actions, indicators, money, deliveries.
 * Plans, reports and statistics are all made of these.
 */
import type { AnnualWorkFacts } from './annual-work-facts.ts';
import type { Bar } from './chart-bar.ts';
import type { Economy } from './board-economy.ts';
import type { BudgetLine } from './budget.ts';
import { budgetTotals } from './budget.ts';
import type { DecisionType } from './decision.ts';
import type { DeliveredKind, DeliveryChannel, DeliveryState } from './delivery.ts';
import type { Direction, Measured } from './indicator.ts';
import { byDay } from './indicator.ts';
import type { LocalisedText } from './language.ts';
import type { LogicModel } from './logic-model.ts';
import type { ItemKind } from './meeting.ts';
import type { MeetingKind } from './meeting-kind.ts';
import type { MeetingState } from './meeting-state.ts';
import type { OccurrenceState } from './clock.ts';
import {
  ACTION_STAGES,
  currentStage,
  eventTotals,
  type ActionStage,
  type VolunteerBand,
} from './volunteer-action.ts';

export interface AnnualMeeting {
  id: string;
  /** "3/2026" */
  label: string;
  heldOn: string;
  place: string;
  kind: MeetingKind;
  state: MeetingState;
  items: number;
  seats: number;
  /**
   * Seats whose member or deputy was present in at least one item (läsnä olleet paikat); null while the meeting has not
   * been closed.
   */
  filled: number | null;
  /** Of those who were there in a seat: members and deputies. */
  members: number;
  deputies: number;
  examinedOn: string | null;
}

export interface AnnualItem {
  /** "3/2026 § 27" */
  reference: string;
  title: string;
  kind: ItemKind;
  type: DecisionType | null;
  isSecret: boolean;
}

export interface AnnualTask {
  code: string;
  title: string;
  dueOn: string | null;
  state: 'open' | 'in_progress' | 'done' | 'cancelled';
  /** Where it was decided. */
  reference: string;
  isSecret: boolean;
}

export interface AnnualAction {
  id: string;
  code: string;
  name: string;
  theme: string | null;
  /** At the end of the year, or now while it goes on. */
  stage: ActionStage;
  fields: LocalisedText[];
  municipalities: LocalisedText[];
  volunteerBand: VolunteerBand | null;
  volunteerCount: number | null;
  /** Hours of the whole action as its card tells them. */
  hours: number | null;
  /** Of the year's events. */
  totals: ReturnType<typeof eventTotals>;
  startsOn: string | null;
  endsOn: string | null;
}

/** What the year's events were in one municipality; without a code: where the place was not told. */
export interface AnnualPlace {
  code: string | null;
  name: LocalisedText | null;
  /** Actions that work there. */
  actions: number;
  events: number;
  participants: number;
  volunteers: number;
  hours: number;
}

export interface AnnualIndicator {
  id: string;
  name: string;
  unit: string;
  decimals: number;
  direction: Direction | null;
  baseline: number | null;
  target: number | null;
  targetOn: string | null;
  source: string;
  /** Until the end of the year. */
  measurements: (Measured & { source: string })[];
}

export interface AnnualTheme extends LogicModel {
  name: string;
  goals: string[];
  owner: LocalisedText | null;
}

export interface AnnualBudget {
  name: string;
  year: number | null;
  /** Code of the action that it is of. */
  action: string | null;
  lines: BudgetLine[];
}

export interface AnnualDelivery {
  meeting: string;
  kind: DeliveredKind;
  channel: DeliveryChannel | null;
  state: DeliveryState | null;
}

export interface AnnualClockTask {
  title: string;
  /** "maaliskuu 2026", in the language asked for. */
  when: string;
  responsible: string;
  state: OccurrenceState;
}

export interface AnnualFacts extends AnnualWorkFacts {
  year: number;
  board: { name: LocalisedText; shortName: string };
  /** In the order of their days; cancelled ones apart. */
  meetings: AnnualMeeting[];
  cancelled: number;
  items: AnnualItem[];
  tasks: AnnualTask[];
  themes: AnnualTheme[];
  actions: AnnualAction[];
  /** By the name of the municipality. */
  places: AnnualPlace[];
  indicators: AnnualIndicator[];
  budgets: AnnualBudget[];
  /** The board's own running costs; null: the year has no budget of them. */
  economy: Pick<Economy, 'rows' | 'total' | 'funders'> | null;
  deliveries: AnnualDelivery[];
  clockTasks: AnnualClockTask[];
}

/** Seats filled of all seats in the meetings that have been held, in per cent with one decimal; null without any. */
export function attendance(meetings: readonly AnnualMeeting[]): {
  held: number;
  filled: number;
  seats: number;
  percent: number | null;
} {
  const held = meetings.filter((meeting) => meeting.filled !== null);
  const filled = held.reduce((sum, meeting) => sum + (meeting.filled ?? 0), 0);
  const seats = held.reduce((sum, meeting) => sum + meeting.seats, 0);
  return {
    held: held.length,
    filled,
    seats,
    percent: seats === 0 ? null : Math.round((filled * 1000) / seats) / 10,
  };
}

/** Items by the kind of their decision, the most frequent first; those without a decision are left out. */
export function byDecision(items: readonly AnnualItem[]): { type: DecisionType; items: AnnualItem[] }[] {
  const groups = new Map<DecisionType, AnnualItem[]>();
  for (const item of items)
    if (item.type !== null) groups.set(item.type, [...(groups.get(item.type) ?? []), item]);
  return [...groups]
    .map(([type, own]) => ({ type, items: own }))
    .sort((a, b) => b.items.length - a.items.length || (a.type < b.type ? -1 : 1));
}

const MATTERS: ReadonlySet<ItemKind> = new Set(['decision', 'statement', 'discussion']);
/** What the board dealt with on its merits; opening, quorum, examiners and the like are left out. */
export function matters(items: readonly AnnualItem[]): AnnualItem[] {
  return items.filter(({ kind, type }) => MATTERS.has(kind) && type !== null);
}

/** Actions by stage, all stages in their order. */
export function byStage(actions: readonly { stage: ActionStage }[]): { stage: ActionStage; count: number }[] {
  return ACTION_STAGES.map((stage) => ({
    stage,
    count: actions.filter((one) => one.stage === stage).length,
  }));
}

/** Sums over the year's events of all actions. */
export function actionTotals(actions: readonly AnnualAction[]): AnnualAction['totals'] {
  const sum = (key: keyof AnnualAction['totals']): number =>
    actions.reduce((all, { totals }) => all + totals[key], 0);
  return {
    events: sum('events'),
    participants: sum('participants'),
    volunteers: sum('volunteers'),
    hours: sum('hours'),
    uncounted: sum('uncounted'),
  };
}

/** All budgets together, in cents. */
export function moneyTotals(budgets: readonly AnnualBudget[]): ReturnType<typeof budgetTotals> {
  return budgetTotals(budgets.flatMap(({ lines }) => lines));
}

/** What an indicator said last before the year and at its end. */
export function changeInYear(
  { measurements }: Pick<AnnualIndicator, 'measurements'>,
  year: number,
): { before: Measured | null; latest: Measured | null } {
  const all = byDay(measurements);
  return {
    before: all.findLast((one) => one.measuredOn < `${year}-01-01`) ?? null,
    latest: all.at(-1) ?? null,
  };
}

/** The stage in which an action was at the end of a day; null: it was not noted yet. */
export function stageOn(
  changes: readonly { id: string; stage: ActionStage; changedOn: string }[],
  date: string,
): ActionStage | null {
  const known = changes.filter((one) => one.changedOn <= date);
  return known.length === 0 ? null : currentStage(known);
}

/** Seats filled as bars, a bar for each meeting that was held. */
export function attendanceBars(meetings: readonly AnnualMeeting[]): Bar[] {
  return meetings
    .filter((meeting) => meeting.filled !== null)
    .map((meeting) => ({ name: meeting.label, value: meeting.filled }));
}
