/**
 * Where two clocks do not fit together: ”Maakunnan ja kuntien vuosikellot tulisi synkata yhteen”. The same for (a, b) and
 * (b, a). Pure.
 */
import {
  clockSpan,
  occurrencesOf,
  yearSpan,
  type ClockFrame,
  type ClockOwnerKind,
  type ClockStep,
  type ClockTaskFacts,
  type Occurrence,
} from './clock.ts';

export interface ComparedClock extends ClockFrame {
  id: string;
  owner: ClockOwnerKind;
  tasks: readonly ClockTaskFacts[];
}

/**
 * `order`: what should follow begins or ends too early. `unclear`: the months are needed to tell. `apart`: what belongs
 * together is at different times. `missing`: one clock has it, the other has not. `overload`: too much in one month.
 */
const CLASH_KINDS = ['order', 'apart', 'missing', 'overload', 'unclear'] as const;
export type ClashKind = (typeof CLASH_KINDS)[number];

/** A task of one clock in a clash. */
export interface ClashSide extends Occurrence {
  clockId: string;
  title: string;
  step: ClockStep | null;
}

export interface ClockClash {
  kind: ClashKind;
  /** The tasks: of an order what should be first, then what should follow. */
  sides: ClashSide[];
  /** The clock that lacks it, for `missing`. */
  lackingClockId: string | null;
  /** `2026-05`, for `overload`. */
  month: string | null;
}

interface Part {
  owner: ClockOwnerKind;
  step: ClockStep;
}
/** What must be ready before what; `within`: in the same year, or at any time before. */
const ORDER: readonly { first: Part; next: Part; within: 'year' | 'clock' }[] = [
  // The region collects what the municipalities have approved.
  {
    first: { owner: 'municipality', step: 'report_approval' },
    next: { owner: 'region', step: 'collection' },
    within: 'year',
  },
  {
    first: { owner: 'municipality', step: 'card_update' },
    next: { owner: 'region', step: 'collection' },
    within: 'year',
  },
  {
    first: { owner: 'region', step: 'collection' },
    next: { owner: 'region', step: 'report_approval' },
    within: 'year',
  },
  // What the region tells the municipalities is ready when they need it.
  {
    first: { owner: 'region', step: 'info_packages' },
    next: { owner: 'municipality', step: 'info_packages' },
    within: 'year',
  },
  {
    first: { owner: 'region', step: 'info_packages' },
    next: { owner: 'municipality', step: 'evaluation' },
    within: 'clock',
  },
  {
    first: { owner: 'municipality', step: 'knowledge' },
    next: { owner: 'municipality', step: 'evaluation' },
    within: 'year',
  },
];

/** What both do at the same time. */
const TOGETHER: readonly ClockStep[] = ['joint_meeting', 'joint_goals'];

/** More than this many last days of two clocks in one month are too many. */
const MONTH_LIMIT = 4;

function sidesOf(clock: ComparedClock, step?: ClockStep): ClashSide[] {
  return clock.tasks
    .filter((task) => step === undefined || task.step === step)
    .flatMap((task) =>
      occurrencesOf(clock, task).map((one) => ({
        ...one,
        clockId: clock.id,
        title: task.title,
        step: task.step,
      })),
    );
}

const meets = (a: { startsOn: string; dueOn: string }, b: { startsOn: string; dueOn: string }): boolean =>
  a.startsOn <= b.dueOn && b.startsOn <= a.dueOn;

/** Whether what should follow does so, as far as the months tell. */
function verdict(first: Occurrence, next: Occurrence): 'ok' | 'unclear' | 'order' {
  if (next.startsOn > first.dueOn) return 'ok';
  if (next.dueOn < first.startsOn) return 'order';
  if (!first.isExact || !next.isExact) return 'unclear';
  return next.dueOn < first.dueOn || next.startsOn < first.startsOn ? 'order' : 'unclear';
}

function orderClashes(earlier: ComparedClock, later: ComparedClock): ClockClash[] {
  return ORDER.filter(
    ({ first, next }) => first.owner === earlier.owner && next.owner === later.owner,
  ).flatMap(({ first, next, within }) => {
    const before = sidesOf(earlier, first.step);
    return sidesOf(later, next.step).flatMap((second): ClockClash[] => {
      const { startsOn, endsOn: dueOn } = yearSpan(later, second.termYear);
      const related = within === 'clock' ? before : before.filter((one) => meets(one, { startsOn, dueOn }));
      const judged = related.map((one) => ({ one, kind: verdict(one, second) }));
      // Of several the best counts where any of them will do, the worst where each belongs to its year.
      const rank =
        within === 'clock' ? (['ok', 'unclear', 'order'] as const) : (['order', 'unclear', 'ok'] as const);
      const found = rank.flatMap((kind) => judged.filter((entry) => entry.kind === kind))[0];
      if (found === undefined || found.kind === 'ok') return [];
      return [{ kind: found.kind, sides: [found.one, second], lackingClockId: null, month: null }];
    });
  });
}

/** What both should do at the same time, seen from the first clock. */
function togetherClashes(a: ComparedClock, b: ComparedClock): ClockClash[] {
  const span = clockSpan(b);
  return TOGETHER.flatMap((step) =>
    sidesOf(a, step).flatMap((side): ClockClash[] => {
      const year = yearSpan(a, side.termYear);
      const others = sidesOf(b, step).filter((one) =>
        meets(one, { startsOn: year.startsOn, dueOn: year.endsOn }),
      );
      if (others.some((one) => meets(one, side))) return [];
      const other = others[0];
      // Told once: from the clock whose owner comes first.
      if (other !== undefined)
        return `${side.clockId}` < `${other.clockId}`
          ? [{ kind: 'apart', sides: [side, other], lackingClockId: null, month: null }]
          : [];
      const covers = a.kind === b.kind && span.startsOn <= year.startsOn && year.endsOn <= span.endsOn;
      return covers ? [{ kind: 'missing', sides: [side], lackingClockId: b.id, month: null }] : [];
    }),
  );
}

function overloads(a: ComparedClock, b: ComparedClock): ClockClash[] {
  const byMonth = new Map<string, ClashSide[]>();
  for (const side of [...sidesOf(a), ...sidesOf(b)]) {
    if (!side.isExact) continue;
    const month = side.dueOn.slice(0, 7);
    byMonth.set(month, [...(byMonth.get(month) ?? []), side]);
  }
  return Array.from(byMonth, ([month, sides]) => ({ month, sides }))
    .filter(({ sides }) => sides.length > MONTH_LIMIT && new Set(sides.map((one) => one.clockId)).size === 2)
    .map(({ month, sides }) => ({ kind: 'overload', sides: sorted(sides), lackingClockId: null, month }));
}

const sideKey = (side: ClashSide): string => `${side.dueOn} ${side.clockId} ${side.taskId} ${side.termYear}`;

function sorted(sides: readonly ClashSide[]): ClashSide[] {
  return sides.toSorted((one, other) => (sideKey(one) < sideKey(other) ? -1 : 1));
}

function inOrder(clashes: readonly ClockClash[]): ClockClash[] {
  const key = (clash: ClockClash): string =>
    `${CLASH_KINDS.indexOf(clash.kind)} ${clash.month ?? ''} ${clash.sides.map(sideKey).join(' ')} ${clash.lackingClockId ?? ''}`;
  const byKey = new Map(clashes.map((clash) => [key(clash), clash]));
  return [...byKey.keys()].sort().map((one) => byKey.get(one)!);
}

/** Everything in which two clocks do not fit together, the worst first. */
export function clashesBetween(a: ComparedClock, b: ComparedClock): ClockClash[] {
  if (a.id === b.id) return clashesWithin(a);
  return inOrder([
    ...(a.owner === b.owner ? [] : [...orderClashes(a, b), ...orderClashes(b, a)]),
    ...togetherClashes(a, b),
    ...togetherClashes(b, a),
    ...overloads(a, b),
  ]);
}

/** Tasks of one clock that stand in the wrong order. */
export function clashesWithin(clock: ComparedClock): ClockClash[] {
  return inOrder(orderClashes(clock, clock).filter(({ kind }) => kind === 'order'));
}

/** Of several clocks: each with itself and each pair once. */
export function clashesOf(clocks: readonly ComparedClock[]): ClockClash[] {
  const found = clocks.flatMap((clock, index) => [
    ...clashesWithin(clock),
    ...clocks.slice(index + 1).flatMap((other) => clashesBetween(clock, other)),
  ]);
  return inOrder(found);
}
