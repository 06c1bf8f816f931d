/**
 * Statistics for funders (tilastot rahoittajille): the year's facts as sheets of typed cells, with the definition of every
 * figure beside it. Pure; a workbook is made of it elsewhere.
 */
import { type AnnualFacts, attendance, changeInYear } from './annual-facts.ts';
import { ANNUAL_WORDS } from './annual-words.ts';
import { ECONOMY_WORDS, type EconomyRow } from './board-economy.ts';
import { sharesInCents } from './budget.ts';
import { hasReached } from './delivery.ts';
import { fileName } from './identifiers.ts';
import { progress } from './indicator.ts';
import { inLanguage, type Language } from './language.ts';
import { STATISTICS_WORDS } from './statistics-words.ts';
import { workStatistics } from './statistics-work.ts';
import { VOLUNTEER_BANDS } from './volunteer-action.ts';

/** A cell: text, a number, an ISO date by its column, or nothing. */
export type StatisticsCell = string | number | null;

export type StatisticsColumn = {
  label: string;
  /** `share` is a fraction that is shown as per cent; `money` is euros. */
  type: 'text' | 'number' | 'hours' | 'share' | 'money' | 'date';
  width: number;
};

export interface StatisticsSheet {
  /** At most 31 characters: what a workbook allows. */
  name: string;
  columns: StatisticsColumn[];
  rows: StatisticsCell[][];
}

const column = (
  label: string,
  type: StatisticsColumn['type'] = 'number',
  width = type === 'text' ? 28 : 14,
): StatisticsColumn => ({ label, type, width });

/** The board's own running costs: budget against actual by line, and all together. */
function economySheet({ economy }: AnnualFacts, language: Language): StatisticsSheet[] {
  if (economy === null) return [];
  const own = ECONOMY_WORDS[language];
  const row = (name: string, one: Omit<EconomyRow, 'id' | 'name'>): StatisticsCell[] => [
    name,
    one.cents / 100,
    one.actualCents / 100,
    one.leftCents / 100,
  ];
  return [
    {
      name: own.title,
      columns: [
        column(own.line, 'text', 40),
        column(own.budget, 'money', 16),
        column(own.actual, 'money', 16),
        column(own.left, 'money', 16),
      ],
      rows: [...economy.rows.map((one) => row(one.name, one)), row(own.total, economy.total)],
    },
  ];
}

/** The sheets of a year, the definitions last. Names of persons are in none of them. */
export function statisticsSheets(facts: AnnualFacts, language: Language): StatisticsSheet[] {
  const own = STATISTICS_WORDS[language];
  const words = ANNUAL_WORDS[language];
  const economy = ECONOMY_WORDS[language];
  const held = facts.meetings.filter(({ filled }) => filled !== null);
  const all = attendance(facts.meetings);
  const work = workStatistics(facts, language);
  const deliveries = Map.groupBy(facts.deliveries, ({ kind, channel }) => `${kind} ${channel ?? ''}`);
  return [
    {
      name: own.meetings,
      columns: [
        column(words.meeting, 'text', 12),
        column(words.day, 'date'),
        column(own.kind, 'text', 20),
        column(words.place, 'text', 32),
        column(own.state, 'text', 20),
        column(words.items),
        column(own.examined, 'date', 20),
      ],
      rows: facts.meetings.map((one) => [
        one.label,
        one.heldOn,
        one.kind === 'email' ? words.email : own.ordinary,
        one.place || null,
        one.filled === null ? own.states.planned : own.states.held,
        one.items,
        one.examinedOn,
      ]),
    },
    {
      name: own.attendance,
      columns: [
        column(words.meeting, 'text', 12),
        column(words.day, 'date'),
        column(words.ofSeats),
        column(words.present),
        column(own.share, 'share', 18),
        column(own.members, 'number', 18),
        column(own.deputies, 'number', 20),
      ],
      rows: [
        ...held.map((one): StatisticsCell[] => [
          one.label,
          one.heldOn,
          one.seats,
          one.filled,
          one.seats === 0 ? null : (one.filled ?? 0) / one.seats,
          one.members,
          one.deputies,
        ]),
        [
          own.total,
          null,
          all.seats,
          all.filled,
          all.seats === 0 ? null : all.filled / all.seats,
          held.reduce((sum, one) => sum + one.members, 0),
          held.reduce((sum, one) => sum + one.deputies, 0),
        ],
      ],
    },
    {
      name: own.actions,
      columns: [
        column(own.actionCode, 'text', 10),
        column(words.action, 'text', 44),
        column(words.stage, 'text', 16),
        column(words.theme, 'text', 36),
        column(own.fieldCount),
        column(own.municipalityCount),
        column(own.band, 'text', 28),
        column(own.counted, 'number', 24),
        column(words.events),
        column(words.participants),
        column(words.volunteers, 'number', 16),
        column(words.hours, 'hours'),
        column(own.uncounted, 'number', 28),
        column(own.wholeHours, 'hours', 24),
      ],
      rows: facts.actions.map((one) => [
        one.code,
        one.name,
        words.stages[one.stage],
        one.theme,
        one.fields.length,
        one.municipalities.length,
        one.volunteerBand,
        one.volunteerCount,
        one.totals.events,
        one.totals.participants,
        one.totals.volunteers,
        one.totals.hours,
        one.totals.uncounted,
        one.hours,
      ]),
    },
    {
      name: own.bands,
      columns: [column(own.band, 'text'), column(own.actions), column(words.hours, 'hours')],
      rows: [...VOLUNTEER_BANDS, null].map((band) => {
        const those = facts.actions.filter(({ volunteerBand }) => volunteerBand === band);
        return [
          band ?? own.notChosen,
          those.length,
          those.reduce((sum, { totals }) => sum + totals.hours, 0),
        ];
      }),
    },
    {
      name: own.municipalities,
      columns: [
        column(own.code, 'text', 14),
        column(own.municipality, 'text', 26),
        column(own.actions),
        column(words.events),
        column(words.participants),
        column(words.volunteers, 'number', 16),
        column(words.hours, 'hours'),
      ],
      rows: facts.places.map((one) => [
        one.code,
        one.name === null ? own.placeUnknown : inLanguage(one.name, language),
        one.actions,
        one.events,
        one.participants,
        one.volunteers,
        one.hours,
      ]),
    },
    {
      name: own.indicators,
      columns: [
        column(words.indicator, 'text', 48),
        column(own.unit, 'text', 14),
        column(own.baseline),
        column(words.before, 'number', 16),
        column(words.latest),
        column(own.measuredOn, 'date'),
        column(words.target),
        column(words.by, 'date'),
        column(own.progress, 'share', 26),
        column(own.source, 'text', 40),
      ],
      rows: facts.indicators.map((one) => {
        const { before, latest } = changeInYear(one, facts.year);
        return [
          one.name,
          one.unit || null,
          one.baseline,
          before?.value ?? null,
          latest?.value ?? null,
          latest?.measuredOn ?? null,
          one.target,
          one.targetOn,
          progress(one, one.measurements).share,
          one.source || null,
        ];
      }),
    },
    {
      name: own.money,
      columns: [
        column(words.budget, 'text', 44),
        column(own.line, 'text', 40),
        column(own.lineAmount, 'money', 20),
        column(words.funder, 'text', 34),
        column(words.share, 'share'),
        column(words.amount, 'money', 16),
      ],
      rows: facts.budgets.flatMap((budget) =>
        budget.lines.flatMap((line): StatisticsCell[][] => {
          const name = budget.action === null ? budget.name : `${budget.action} ${budget.name}`;
          const parts = sharesInCents(line);
          const open = line.cents - parts.reduce((sum, cents) => sum + cents, 0);
          const row = (funder: string, cents: number): StatisticsCell[] => [
            name,
            line.name,
            line.cents / 100,
            funder,
            line.cents === 0 ? null : cents / line.cents,
            cents / 100,
          ];
          return [
            ...parts.map((cents, index) => row(line.shares[index]?.funder ?? '', cents)),
            ...(open > 0 || parts.length === 0 ? [row(words.unfunded, open)] : []),
          ];
        }),
      ),
    },
    ...economySheet(facts, language),
    {
      name: own.deliveries,
      columns: [
        column(words.document, 'text', 26),
        column(words.channel, 'text', 30),
        column(own.noted),
        column(own.reached),
      ],
      rows: [...deliveries.values()].map((entries) => {
        const [first] = entries;
        const channel = first?.channel ?? null;
        return [
          first === undefined ? '' : words.documents[first.kind],
          channel === null ? words.unknown : words.channels[channel],
          entries.length,
          entries.filter(({ state }) => hasReached(state)).length,
        ];
      }),
    },
    ...work.sheets,
    {
      name: own.definitions,
      columns: [column(own.subject, 'text', 18), column(own.definition, 'text', 120)],
      rows: [
        [`${inLanguage(facts.board.name, language)} ${facts.year}`, own.texts.year],
        [own.meetings, own.texts.meetings],
        [own.attendance, own.texts.attendance],
        [own.actions, own.texts.actions],
        [own.bands, own.texts.bands],
        [words.hours, own.texts.hours],
        [own.municipalities, own.texts.municipalities],
        [own.indicators, own.texts.indicators],
        [own.money, own.texts.money],
        ...(facts.economy === null ? [] : [[economy.title, economy.definition]]),
        [own.deliveries, own.texts.deliveries],
        ...work.definitions,
        ['', own.texts.persons],
      ],
    },
  ];
}

/** "2026-12-31_JANE_tilastot_2026.xlsx" */
export function statisticsFileName({ year, board }: Pick<AnnualFacts, 'year' | 'board'>): string {
  return fileName({
    date: `${year}-12-31`,
    board: board.shortName,
    documentType: 'tilastot',
    number: String(year),
    extension: 'xlsx',
  });
}
