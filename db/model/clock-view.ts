/** A clock as the window, the printed document and the command line see it, and the drawing that is made of it. */
import type { ClockClash } from './clock-clash.ts';
import { drawClock, type ClockDrawing, type DrawnTask } from './clock-drawing.ts';
import {
  clockSpan,
  lastDayOf,
  monthAt,
  monthOf,
  monthOffset,
  OCCURRENCE_STATES,
  segmentCount,
  segmentOf,
  yearCount,
  yearSpan,
  type ClockFrame,
  type ClockOwnerKind,
  type ClockTaskFacts,
  type Occurrence,
  type OccurrenceState,
} from './clock.ts';
import { daysBetween, ENGLISH_MONTHS, FINNISH_MONTHS, formatDate, yearOf } from './dates.ts';
import type { IdeaState } from './idea.ts';
import type { Language, LocalisedText } from './language.ts';
import type { TaskState } from './task.ts';

export interface ClockOwnerView {
  kind: ClockOwnerKind;
  boardId: string | null;
  code: string | null;
  name: LocalisedText;
}

export interface OccurrenceView extends Occurrence {
  state: OccurrenceState;
  doneOn: string | null;
  /** The idea that was made of it for the agenda, and where it has been taken. */
  idea: { id: string; state: IdeaState; reference: string | null; meetingId: string | null } | null;
  /** The follow-up task that was made of it. */
  task: { id: string; code: string; state: TaskState } | null;
}

export interface ClockTaskView extends ClockTaskFacts {
  text: string;
  responsible: string;
  responsiblePerson: { id: string; name: string } | null;
  source: string;
  isUncertain: boolean;
  version: number;
  occurrences: OccurrenceView[];
}

export interface ClockView extends ClockFrame {
  id: string;
  owner: ClockOwnerView;
  title: string;
  center: string;
  version: number;
  tasks: ClockTaskView[];
}

/** A clock in a list. */
export interface ClockSummary extends Omit<ClockView, 'tasks'> {
  taskCount: number;
  /** Of the occurrences. */
  counts: Record<OccurrenceState, number>;
}

export function countStates(tasks: readonly ClockTaskView[]): Record<OccurrenceState, number> {
  const counts: Record<OccurrenceState, number> = { done: 0, late: 0, due: 0, now: 0, coming: 0 };
  for (const task of tasks) for (const one of task.occurrences) counts[one.state] += 1;
  return counts;
}

interface Words {
  /** As in the picture. */
  short: readonly string[];
  long: readonly string[];
  /** "mennessä" after a day. */
  by: (date: string) => string;
  year: (count: number) => string;
  states: Record<OccurrenceState, string>;
  uncertain: string;
  clock: Record<'year' | 'term', string>;
  alt: (facts: { title: string; span: string; tasks: number; states: string }) => string;
}

export const CLOCK_WORDS: Record<Language, Words> = {
  fi: {
    short: [
      'Tammi',
      'Helmi',
      'Maalis',
      'Huhti',
      'Touko',
      'Kesä',
      'Heinä',
      'Elo',
      'Syys',
      'Loka',
      'Marras',
      'Joulu',
    ],
    long: FINNISH_MONTHS,
    by: (date) => `${date} mennessä`,
    year: (count) => `${count}. vuosi`,
    states: { done: 'tehty', late: 'myöhässä', due: 'määräaika', now: 'käynnissä', coming: 'tulossa' },
    uncertain: 'epävarma',
    clock: { year: 'Vuosikello', term: 'Valtuustokausikello' },
    alt: ({ title, span, tasks, states }) =>
      `Ympyränmuotoinen kello: ${title}, ${span}. Tehtäviä ${tasks}${states}. Samat tehtävät ovat luettelona.`,
  },
  sv: {
    short: ['Jan', 'Feb', 'Mars', 'April', 'Maj', 'Juni', 'Juli', 'Aug', 'Sept', 'Okt', 'Nov', 'Dec'],
    long: [
      'januari',
      'februari',
      'mars',
      'april',
      'maj',
      'juni',
      'juli',
      'augusti',
      'september',
      'oktober',
      'november',
      'december',
    ],
    by: (date) => `senast ${date}`,
    year: (count) => `År ${count}`,
    states: { done: 'gjort', late: 'försenat', due: 'snart', now: 'pågår', coming: 'kommande' },
    uncertain: 'osäkert',
    clock: { year: 'Årsklocka', term: 'Fullmäktigeklocka' },
    alt: ({ title, span, tasks, states }) =>
      `En rund klocka: ${title}, ${span}. Uppgifter: ${tasks}${states}. Samma uppgifter finns som en lista.`,
  },
  en: {
    short: ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
    long: ENGLISH_MONTHS,
    by: (date) => `by ${date}`,
    year: (count) => `Year ${count}`,
    states: { done: 'done', late: 'late', due: 'due', now: 'under way', coming: 'to come' },
    uncertain: 'uncertain',
    clock: { year: 'Year clock', term: 'Council-term clock' },
    alt: ({ title, span, tasks, states }) =>
      `A round clock: ${title}, ${span}. Tasks: ${tasks}${states}. The same tasks stand in a list.`,
  },
};

/** "2026", or "2025–2029" for a term or a year that begins in another month than January. */
export function spanText(clock: ClockFrame): string {
  const { startsOn, endsOn } = clockSpan(clock);
  const [first, last] = [yearOf(startsOn), yearOf(endsOn)];
  return first === last ? String(first) : `${first}–${last}`;
}

/** "2025–26", or "2025" where the year of the clock is one of the calendar. */
function yearText(clock: ClockFrame, termYear: number): string {
  const { startsOn, endsOn } = yearSpan(clock, termYear);
  const [first, last] = [yearOf(startsOn), yearOf(endsOn)];
  return first === last ? String(first) : `${first}–${String(last).slice(2)}`;
}

/** The names of the segments, as in the picture. */
function segmentNames(clock: ClockFrame, language: Language): string[][] {
  const words = CLOCK_WORDS[language];
  return Array.from({ length: segmentCount(clock) }, (_, index) =>
    clock.kind === 'term'
      ? [words.year(index + 1), yearText(clock, index + 1)]
      : [words.short[monthAt(clock, index) - 1] ?? ''],
  );
}

/** A segment in a sentence: "maaliskuu", "2. vuosi 2026–27". */
export function segmentName(clock: ClockFrame, segment: number, language: Language): string {
  return clock.kind === 'term'
    ? (segmentNames(clock, language)[segment] ?? []).join(' ')
    : (CLOCK_WORDS[language].long[monthAt(clock, segment) - 1] ?? '');
}

/** When, in words: "15.10.2027 mennessä", "maaliskuu–toukokuu 2027", "2. vuosi 2026–27". */
export function whenText(
  clock: ClockFrame,
  task: Pick<ClockTaskFacts, 'fromMonth' | 'toMonth' | 'day'>,
  { termYear, startsOn, dueOn }: Occurrence,
  language: Language,
): string {
  const words = CLOCK_WORDS[language];
  if (task.fromMonth === null || task.toMonth === null)
    return `${words.year(termYear)} ${yearText(clock, termYear)}`;
  if (task.day !== null) return words.by(formatDate(dueOn, language));
  const [from = '', to = ''] = [task.fromMonth, task.toMonth].map((month) => words.long[month - 1] ?? '');
  if (task.fromMonth === task.toMonth) return `${to} ${yearOf(dueOn)}`;
  return yearOf(startsOn) === yearOf(dueOn)
    ? `${from}–${to} ${yearOf(dueOn)}`
    : `${from} ${yearOf(startsOn)} – ${to} ${yearOf(dueOn)}`;
}

export const occurrenceKey = ({ taskId, termYear }: Pick<Occurrence, 'taskId' | 'termYear'>): string =>
  `${taskId}:${termYear}`;

/** Where a day is in the round, 0–1, or null outside of the clock. */
function turnOf(clock: ClockFrame, date: string): number | null {
  const { startsOn, endsOn } = clockSpan(clock);
  if (date < startsOn || date > endsOn) return null;
  const count = segmentCount(clock);
  // By segments, because months are not equally long but their segments are.
  for (let index = 0; index < count; index += 1) {
    const span = segmentSpan(clock, index);
    if (date > span.endsOn) continue;
    const length = daysBetween(span.startsOn, span.endsOn) + 1;
    return (index + daysBetween(span.startsOn, date) / length) / count;
  }
  return null;
}

/** First and last day of a segment. */
function segmentSpan(clock: ClockFrame, segment: number): { startsOn: string; endsOn: string } {
  if (clock.kind === 'term') return yearSpan(clock, segment + 1);
  const month = monthOf(clock, 1, monthAt(clock, segment));
  return { startsOn: `${month}-01`, endsOn: `${month}-${lastDayOf(month)}` };
}

/** One task of the picture for each year in which it comes. */
function drawnTasks(clock: ClockView): DrawnTask[] {
  const count = yearCount(clock);
  return clock.tasks.flatMap((task) =>
    task.occurrences.map((one) => {
      const begins = (one.termYear - 1) / count;
      const part = (month: number | null, more: number): number =>
        month === null ? begins + more / count : begins + (monthOffset(clock, month) + more) / 12 / count;
      const [from, to] = [part(task.fromMonth, 0), part(task.toMonth, 1)];
      return {
        key: occurrenceKey(one),
        title: task.title,
        segment: segmentOf(clock, { termYear: one.termYear, toMonth: task.toMonth }),
        at: (from + to) / 2,
        from,
        to,
        isExact: one.isExact,
        state: one.state,
        isUncertain: task.isUncertain,
      };
    }),
  );
}

/** The clock laid out as a picture. @param today ISO date, for the hand */
export function clockDrawing(clock: ClockView, language: Language, today: string): ClockDrawing {
  const { states, uncertain } = CLOCK_WORDS[language];
  return drawClock({
    segments: segmentNames(clock, language),
    center: clock.center.split('\n').filter((line) => line.trim() !== ''),
    tasks: drawnTasks(clock),
    now: turnOf(clock, today),
    legend: { states, uncertain },
  });
}

/** What the picture shows, in a sentence: for those who do not see it. */
export function clockAlt(clock: ClockView, language: Language): string {
  const words = CLOCK_WORDS[language];
  const counts = countStates(clock.tasks);
  const used = OCCURRENCE_STATES.filter((state) => state !== 'coming' && counts[state] > 0);
  const states = used.map((state) => `${words.states[state]} ${counts[state]}`).join(', ');
  return words.alt({
    title: clock.title,
    span: spanText(clock),
    tasks: Object.values(counts).reduce((sum, count) => sum + count, 0),
    states: states === '' ? '' : ` (${states})`,
  });
}

/** Every occurrence with its task, in the order of its days. */
export function occurrencesInOrder(
  clock: Pick<ClockView, 'tasks'>,
): { task: ClockTaskView; one: OccurrenceView }[] {
  const key = ({ task, one }: { task: ClockTaskView; one: OccurrenceView }): string =>
    `${one.termYear} ${one.isExact ? 0 : 1} ${one.dueOn} ${one.startsOn} ${task.title} ${task.id}`;
  return clock.tasks
    .flatMap((task) => task.occurrences.map((one) => ({ task, one })))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Clocks beside each other. */
export interface ClockComparison {
  clocks: ClockView[];
  clashes: ClockClash[];
}
