/** Drafts of the sections of an annual report or plan from the facts of the year: sentences, tables and charts. Pure. */
import {
  actionTotals,
  attendance,
  attendanceBars,
  byDecision,
  byStage,
  changeInYear,
  matters,
  moneyTotals,
  type AnnualAction,
  type AnnualBudget,
  type AnnualFacts,
  type AnnualIndicator,
} from './annual-facts.ts';
import { nothing, said, tableOf, textBlock, type LastReport, type Making } from './annual-drafting.ts';
import type { AnnualKind, AnnualSource, Draft, ReportFigure, ReportSection } from './annual-report.ts';
import { SOURCES_OF } from './annual-report.ts';
import { ANNUAL_WORDS, type AnnualWords } from './annual-words.ts';
import { agreements, communication, inclusion, practices } from './annual-work-sections.ts';
import { ECONOMY_WORDS, type EconomyRow } from './board-economy.ts';
import { numberText } from './chart.ts';
import { formatDate } from './dates.ts';
import { hasReached } from './delivery.ts';
import { progress } from './indicator.ts';
import { inLanguage, type Language } from './language.ts';
import { EMPTY_TEXT, isEmptyText, type RichBlock } from './rich-text.ts';

const euros = (cents: number, language: Language): string => numberText(cents / 100, language, 2);

function meetings({ facts, language, words }: Making): Draft {
  if (facts.meetings.length === 0) return nothing(words.noMeetings);
  const figure = (value: number): string => numberText(value, language);
  const come = attendance(facts.meetings);
  const open = facts.meetings.length - come.held;
  const seats = Math.max(...facts.meetings.map((one) => one.seats));
  return {
    body: said(
      words.meetingsHeld({
        count: figure(facts.meetings.length),
        byEmail: facts.meetings.filter(({ kind }) => kind === 'email').length,
        items: figure(facts.meetings.reduce((sum, one) => sum + one.items, 0)),
      }),
      come.percent === null
        ? null
        : words.attendance({
            percent: numberText(come.percent, language, 1),
            filled: figure(come.filled),
            seats: figure(come.seats),
          }),
      open === 0 ? null : words.notHeldYet(figure(open)),
      facts.cancelled === 0 ? null : words.cancelled(figure(facts.cancelled)),
    ),
    figures: [
      tableOf(
        words.sections.meetings,
        [
          [words.meeting, 2],
          [words.day, 3],
          [words.place, 5],
          [words.items, 2, true],
          [words.present, 2, true],
          [words.ofSeats, 2, true],
        ],
        facts.meetings.map((one) => [
          one.label,
          formatDate(one.heldOn, language),
          one.kind === 'email' ? words.email : one.place || '–',
          figure(one.items),
          one.filled === null ? '–' : figure(one.filled),
          figure(one.seats),
        ]),
      ),
      ...(come.held < 2
        ? []
        : [
            {
              type: 'bars' as const,
              title: words.filledTitle,
              description: words.filledTold({ meetings: figure(come.held), seats: figure(seats) }),
              unit: '',
              words: [words.meeting, words.present] as [string, string],
              bars: attendanceBars(facts.meetings),
            },
          ]),
    ],
  };
}

const titleOf = ({ title, isSecret }: { title: string; isSecret: boolean }, words: AnnualWords): string =>
  isSecret ? words.secret : title;

/** "§ 27" of one meeting beside "§ 28": "3/2026 § 27, § 28". */
function sectionsText(references: readonly string[]): string {
  const groups = Map.groupBy(references, (one) => one.split(/\s/)[0] ?? '');
  return [...groups]
    .map(([meeting, own]) => `${meeting} ${own.map((one) => one.slice(meeting.length).trim()).join(', ')}`)
    .join('; ');
}

function decisions({ facts, language, words }: Making): Draft {
  const groups = byDecision(facts.items);
  if (groups.length === 0) return nothing(words.noDecisions);
  const proper = matters(facts.items);
  const figure = (value: number): string => numberText(value, language);
  const voted = groups.find(({ type }) => type === 'voted')?.items.length ?? 0;
  return {
    body: said(
      words.decided({
        decided: figure(groups.reduce((sum, one) => sum + one.items.length, 0)),
        matters: figure(proper.length),
      }),
      voted === 0 ? null : words.voted(figure(voted)),
    ),
    figures: [
      tableOf(
        words.decisionKind,
        [
          [words.decisionKind, 4],
          [words.count, 2, true],
          [words.sections_, 9],
        ],
        groups.map((one) => [
          words.decisions[one.type],
          figure(one.items.length),
          sectionsText(one.items.map(({ reference }) => reference)),
        ]),
      ),
      ...(proper.length === 0
        ? []
        : [
            tableOf(
              words.matter,
              [
                [words.reference, 3],
                [words.matter, 8],
                [words.decision, 4],
              ],
              proper.map((one) => [
                one.reference,
                titleOf(one, words),
                one.type === null ? '–' : words.decisions[one.type],
              ]),
            ),
          ]),
    ],
  };
}

function tasks({ facts, language, words }: Making): Draft {
  if (facts.tasks.length === 0) return nothing(words.noTasks);
  const figure = (value: number): string => numberText(value, language);
  const done = facts.tasks.filter(({ state }) => state === 'done').length;
  const open = facts.tasks.filter(({ state }) => state === 'open' || state === 'in_progress').length;
  return {
    body: said(words.tasksTold({ all: figure(facts.tasks.length), done: figure(done), open: figure(open) })),
    figures: [
      tableOf(
        words.sections.tasks,
        [
          [words.task, 8],
          [words.reference, 4],
          [words.due, 3],
          [words.state, 3],
        ],
        facts.tasks.map((one) => [
          `${one.code} ${titleOf(one, words)}`,
          one.reference || '–',
          one.dueOn === null ? '–' : formatDate(one.dueOn, language),
          words.taskStates[one.state],
        ]),
      ),
    ],
  };
}

function themes({ facts, language, words }: Making): Draft {
  if (facts.themes.length === 0) return nothing(words.noThemes);
  return {
    body: said(words.themesTold(numberText(facts.themes.length, language))),
    figures: [
      tableOf(
        words.sections.themes,
        [
          [words.theme, 5],
          [words.owner, 4],
          [words.goals, 8],
        ],
        facts.themes.map((one) => [
          one.name,
          one.owner === null ? '–' : inLanguage(one.owner, language),
          one.goals.join('; ') || '–',
        ]),
      ),
      ...facts.themes
        .filter(({ cards }) => cards.length > 0)
        .map(({ name, cards, arrows }): ReportFigure => ({ type: 'logic', name, cards, arrows })),
    ],
  };
}

const namesOf = (names: AnnualAction['fields'], language: Language): string =>
  names.map((one) => inLanguage(one, language)).join(', ') || '–';

function actions({ facts, language, words }: Making): Draft {
  if (facts.actions.length === 0) return nothing(words.noActions);
  const figure = (value: number): string => numberText(value, language);
  const totals = actionTotals(facts.actions);
  const hours = (value: number): string => numberText(value, language, Number.isInteger(value) ? 0 : 1);
  return {
    body: said(
      words.actionsTold({
        all: figure(facts.actions.length),
        events: figure(totals.events),
        participants: figure(totals.participants),
        volunteers: figure(totals.volunteers),
        hours: hours(totals.hours),
      }),
      totals.uncounted === 0 ? null : words.uncounted(figure(totals.uncounted)),
    ),
    figures: [
      {
        type: 'bars',
        title: words.actionsByStage,
        description: byStage(facts.actions)
          .map((one) => `${words.stages[one.stage]} ${figure(one.count)}`)
          .join(', '),
        unit: '',
        words: [words.stage, words.count],
        bars: byStage(facts.actions).map((one) => ({ name: words.stages[one.stage], value: one.count })),
      },
      tableOf(
        words.sections.actions,
        [
          [words.action, 7],
          [words.stage, 3],
          [words.municipalities, 5],
          [words.events, 2, true],
          [words.participants, 2, true],
          [words.volunteers, 2, true],
          [words.hours, 2, true],
        ],
        facts.actions.map((one) => [
          `${one.code} ${one.name}`,
          words.stages[one.stage],
          namesOf(one.municipalities, language),
          figure(one.totals.events),
          figure(one.totals.participants),
          figure(one.totals.volunteers),
          hours(one.totals.hours),
        ]),
      ),
    ],
  };
}

const charted = ({ name, unit, decimals, baseline, target, targetOn, measurements }: AnnualIndicator) => ({
  name,
  unit,
  decimals,
  baseline,
  target,
  targetOn,
  measurements: measurements.map(({ measuredOn, value }) => ({ measuredOn, value })),
});
const valueOf = (one: { value: number } | null, decimals: number, language: Language): string =>
  one === null ? '–' : numberText(one.value, language, decimals);

function indicators({ facts, language, words }: Making): Draft {
  if (facts.indicators.length === 0) return nothing(words.noIndicators);
  const reached = facts.indicators.filter((one) => progress(one, one.measurements).state === 'reached');
  const measured = facts.indicators.filter(({ measurements }) => measurements.length > 0);
  return {
    body: said(
      words.indicatorsTold({
        all: numberText(facts.indicators.length, language),
        reached: numberText(reached.length, language),
      }),
    ),
    figures: [
      tableOf(
        words.sections.indicators,
        [
          [words.indicator, 8],
          [words.before, 3, true],
          [words.latest, 3, true],
          [words.target, 3, true],
          [words.by, 3],
        ],
        facts.indicators.map((one) => {
          const { before, latest } = changeInYear(one, facts.year);
          return [
            one.unit === '' ? one.name : `${one.name} (${one.unit})`,
            valueOf(before, one.decimals, language),
            valueOf(latest, one.decimals, language),
            one.target === null ? '–' : numberText(one.target, language, one.decimals),
            one.targetOn === null ? '–' : formatDate(one.targetOn, language),
          ];
        }),
      ),
      ...(measured.length === 0 ? [] : [{ type: 'indicators' as const, indicators: measured.map(charted) }]),
    ],
  };
}

function moneyFigures(budgets: readonly AnnualBudget[], { language, words }: Making): ReportFigure[] {
  const all = moneyTotals(budgets);
  const share = (cents: number): string =>
    all.cents === 0 ? '–' : numberText((cents * 100) / all.cents, language, 1);
  return [
    tableOf(
      words.sections.planned_money,
      [
        [words.budget, 9],
        [words.amount, 3, true],
        [words.unfunded, 3, true],
      ],
      budgets.map((one) => {
        const own = moneyTotals([one]);
        return [
          one.action === null ? one.name : `${one.action} ${one.name}`,
          euros(own.cents, language),
          euros(own.openCents, language),
        ];
      }),
    ),
    tableOf(
      words.funder,
      [
        [words.funder, 9],
        [words.amount, 3, true],
        [words.share, 3, true],
      ],
      [
        ...all.funders.map(({ funder, cents }) => [funder, euros(cents, language), share(cents)]),
        ...(all.openCents === 0
          ? []
          : [[words.unfunded, euros(all.openCents, language), share(all.openCents)]]),
        [words.total, euros(all.cents, language), share(all.cents)],
      ],
    ),
  ];
}

function money(making: Making): Draft {
  const { facts, language, words } = making;
  if (facts.budgets.length === 0) return nothing(words.noMoney);
  const all = moneyTotals(facts.budgets);
  return {
    body: said(
      words.moneyTold({
        all: euros(all.cents, language),
        covered: euros(all.cents - all.openCents, language),
        open: euros(all.openCents, language),
      }),
      facts.economy === null
        ? null
        : ECONOMY_WORDS[language].told
            .replace('{budget}', euros(facts.economy.total.cents, language))
            .replace('{actual}', euros(facts.economy.total.actualCents, language)),
    ),
    figures: [...moneyFigures(facts.budgets, making), ...economyFigures(making, true)],
  };
}

/** The board's own running costs line by line; in a report with what was spent. */
function economyFigures({ facts, language }: Making, isSpent: boolean): ReportFigure[] {
  if (facts.economy === null) return [];
  const own = ECONOMY_WORDS[language];
  const cells = (name: string, row: Omit<EconomyRow, 'id' | 'name'>): string[] => [
    name,
    euros(row.cents, language),
    ...(isSpent ? [euros(row.actualCents, language), euros(row.leftCents, language)] : []),
  ];
  return [
    tableOf(
      own.title,
      [
        [own.line, 7],
        [own.budget, 3, true],
        ...(isSpent
          ? [
              [own.actual, 3, true] as [string, number, boolean],
              [own.left, 3, true] as [string, number, boolean],
            ]
          : []),
      ],
      [...facts.economy.rows.map((row) => cells(row.name, row)), cells(own.total, facts.economy.total)],
    ),
  ];
}

function deliveries({ facts, language, words }: Making): Draft {
  const reached = facts.deliveries.filter(({ state }) => hasReached(state));
  if (reached.length === 0) return nothing(words.noDeliveries);
  const groups = Map.groupBy(
    reached,
    ({ kind, channel }) =>
      `${words.documents[kind]}\n${channel === null ? words.unknown : words.channels[channel]}`,
  );
  return {
    body: said(
      words.deliveriesTold({
        sent: numberText(reached.length, language),
        meetings: numberText(new Set(reached.map(({ meeting }) => meeting)).size, language),
      }),
    ),
    figures: [
      tableOf(
        words.sections.deliveries,
        [
          [words.document, 6],
          [words.channel, 6],
          [words.delivered, 3, true],
        ],
        [...groups]
          .map(([key, own]) => [...key.split('\n'), numberText(own.length, language)])
          .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
      ),
    ],
  };
}

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

function goals({ facts, words }: Making): Draft {
  const own = facts.themes.filter((one) => one.goals.length > 0);
  if (own.length === 0) return nothing(words.noGoals);
  return {
    body: {
      type: 'doc',
      content: [
        textBlock(words.goalsTold),
        ...own.flatMap((one): RichBlock[] => [
          { type: 'paragraph', content: [{ type: 'text', text: one.name, marks: [{ type: 'bold' }] }] },
          {
            type: 'bulletList',
            content: one.goals.map((goal) => ({ type: 'listItem' as const, content: [textBlock(goal)] })),
          },
        ]),
      ],
    },
    figures: own
      .filter(({ cards }) => cards.length > 0)
      .map(({ name, cards, arrows }): ReportFigure => ({ type: 'logic', name, cards, arrows })),
  };
}

function plannedActions({ facts, language, words }: Making): Draft {
  const own = facts.actions.filter(({ stage }) => stage !== 'ended');
  if (own.length === 0) return nothing(words.noPlannedActions);
  return {
    body: said(words.plannedActionsTold(numberText(own.length, language))),
    figures: [
      tableOf(
        words.sections.planned_actions,
        [
          [words.action, 7],
          [words.stage, 3],
          [words.fields, 5],
          [words.municipalities, 5],
        ],
        own.map((one) => [
          `${one.code} ${one.name}`,
          words.stages[one.stage],
          namesOf(one.fields, language),
          namesOf(one.municipalities, language),
        ]),
      ),
    ],
  };
}

function targets({ facts, language, words }: Making): Draft {
  if (facts.indicators.length === 0) return nothing(words.noTargets);
  return {
    body: said(words.targetsTold(numberText(facts.indicators.length, language))),
    figures: [
      tableOf(
        words.sections.targets,
        [
          [words.indicator, 8],
          [words.latest, 3, true],
          [words.target, 3, true],
          [words.by, 3],
        ],
        facts.indicators.map((one) => [
          one.unit === '' ? one.name : `${one.name} (${one.unit})`,
          valueOf(changeInYear(one, facts.year).latest, one.decimals, language),
          one.target === null ? '–' : numberText(one.target, language, one.decimals),
          one.targetOn === null ? '–' : formatDate(one.targetOn, language),
        ]),
      ),
    ],
  };
}

function plannedMeetings({ facts, language, words }: Making): Draft {
  if (facts.meetings.length === 0) return nothing(words.noPlannedMeetings);
  return {
    body: said(words.plannedMeetingsTold(numberText(facts.meetings.length, language))),
    figures: [
      tableOf(
        words.sections.planned_meetings,
        [
          [words.meeting, 3],
          [words.day, 4],
          [words.place, 8],
        ],
        facts.meetings.map((one) => [
          one.label,
          formatDate(one.heldOn, language),
          one.kind === 'email' ? words.email : one.place || '–',
        ]),
      ),
    ],
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

function plannedMoney(making: Making): Draft {
  const { facts, language, words } = making;
  if (facts.budgets.length === 0) return nothing(words.noPlannedMoney);
  const all = moneyTotals(facts.budgets);
  return {
    body: said(
      words.plannedMoneyTold({ all: euros(all.cents, language), open: euros(all.openCents, language) }),
    ),
    figures: [...moneyFigures(facts.budgets, making), ...economyFigures(making, false)],
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
