/** Drafts of the sections of an annual report or plan from the facts of the year: sentences, tables and charts. Pure. */
import { actions, goals, indicators, plannedActions, targets, themes } from './annual-action-sections.ts';
import { type LastReport, type Making, nothing, said, tableOf, textBlock } from './annual-drafting.ts';
import type { AnnualFacts } from './annual-facts.ts';
import { decisions, deliveries, meetings, plannedMeetings, tasks } from './annual-meeting-sections.ts';
import { money, plannedMoney } from './annual-money-sections.ts';
import {
  type AnnualKind,
  type AnnualSource,
  type Draft,
  type ReportFigure,
  type ReportSection,
  SOURCES_OF,
} from './annual-report.ts';
import { ANNUAL_WORDS } from './annual-words.ts';
import { agreements, communication, inclusion, practices } from './annual-work-sections.ts';
import { numberText } from './chart.ts';
import type { Language } from './language.ts';
import { EMPTY_TEXT, isEmptyText } from './rich-text.ts';

function clockTable({ facts, words }: Making, hasStates: boolean): ReportFigure {
  return tableOf(
    words.sections.planned_clock,
    [
      [words.when, 4],
      [words.task, 9],
      [words.responsible, 4],
      ...(hasStates ? [[words.state, 3] as [string, number]] : []),
    ],
    facts.clockTasks.map((one) => [
      one.when,
      one.title,
      one.responsible || '–',
      ...(hasStates ? [words.clockStates[one.state]] : []),
    ]),
  );
}

function clock(making: Making): Draft {
  const { facts, language, words } = making;
  if (facts.clockTasks.length === 0) return nothing(words.noClock);
  const count = (...states: string[]): string =>
    numberText(facts.clockTasks.filter(({ state }) => states.includes(state)).length, language);
  return {
    body: said(
      words.clockTold({
        all: numberText(facts.clockTasks.length, language),
        done: count('done'),
        late: count('late'),
      }),
    ),
    figures: [clockTable(making, true)],
  };
}

function plannedClock(making: Making): Draft {
  const { facts, language, words } = making;
  if (facts.clockTasks.length === 0) return nothing(words.noPlannedClock);
  return {
    body: said(words.plannedClockTold(numberText(facts.clockTasks.length, language))),
    figures: [clockTable(making, false)],
  };
}

function lastReport({ facts, words, last }: Making): Draft {
  if (last === null || isEmptyText(last.ahead))
    return nothing(words.noLastReport(last?.year ?? facts.year - 1));
  return {
    body: { type: 'doc', content: [textBlock(words.lastReport(last.year)), ...last.ahead.content] },
    figures: [],
  };
}

const DRAFTS: Record<AnnualSource, (making: Making) => Draft> = {
  meetings,
  decisions,
  tasks,
  themes,
  actions,
  inclusion,
  practices,
  agreements,
  indicators,
  money,
  deliveries,
  communication,
  clock,
  goals,
  planned_actions: plannedActions,
  targets,
  planned_meetings: plannedMeetings,
  planned_clock: plannedClock,
  planned_money: plannedMoney,
  last_report: lastReport,
};

/** What a source says of a year, in the language of the document. */
export function draftOf(
  source: AnnualSource,
  facts: AnnualFacts,
  language: Language,
  last: LastReport | null,
): Draft {
  return DRAFTS[source]({ facts, language, words: ANNUAL_WORDS[language], last });
}

/** The whole document as it is drafted first: free sections around those of the sources. */
export function draftedSections(
  kind: AnnualKind,
  facts: AnnualFacts,
  language: Language,
  last: LastReport | null,
): ReportSection[] {
  const words = ANNUAL_WORDS[language];
  const free = (title: string): ReportSection => ({ title, source: null, body: EMPTY_TEXT, drafted: null });
  return [
    ...words.free[kind].first.map(free),
    ...SOURCES_OF[kind].map((source): ReportSection => {
      const drafted = draftOf(source, facts, language, last);
      return { title: words.sections[source], source, body: drafted.body, drafted };
    }),
    ...words.free[kind].last.map(free),
  ];
}

/** "Toimintakertomus 2026" */
export function annualTitle(kind: AnnualKind, year: number, language: Language): string {
  return `${ANNUAL_WORDS[language].kinds[kind]} ${year}`;
}
