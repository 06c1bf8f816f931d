/** Sections of annual reports and plans on money: budgets of the work, and the board's own costs. */
import { type Making, nothing, said, tableOf } from './annual-drafting.ts';
import { type AnnualBudget, moneyTotals } from './annual-facts.ts';
import type { Draft, ReportFigure } from './annual-report.ts';
import { ECONOMY_WORDS, type EconomyRow } from './board-economy.ts';
import { numberText } from './chart.ts';
import type { Language } from './language.ts';

const euros = (cents: number, language: Language): string => numberText(cents / 100, language, 2);

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

export function money(making: Making): Draft {
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

export function plannedMoney(making: Making): Draft {
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
