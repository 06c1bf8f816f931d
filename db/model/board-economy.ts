/**
 * The board's own running costs (toimintakulut): the budget of a year, what was granted for it, and what has been booked on
 * its lines. All sums are whole cents; what follows from the rows is computed.
 */
import * as v from 'valibot';
import { budgetInputSchema, missingShare, sharesInCents, type BudgetLine } from './budget.ts';
import { formatDate, isoDateSchema, yearOf } from './dates.ts';
import { AppError } from './errors.ts';
import { idSchema } from './identity.ts';
import type { Language } from './language.ts';

const MOST = 100_000_000_000;
export const economyYearSchema = v.pipe(
  v.number(),
  v.integer('whole_number'),
  v.minValue(1900, 'out_of_range'),
  v.maxValue(2200, 'out_of_range'),
);

export const boardBudgetSchema = v.object({
  year: economyYearSchema,
  /** Myönnetty määräraha; null: not known. */
  grantedCents: v.nullable(
    v.pipe(v.number(), v.integer(), v.minValue(0, 'negative'), v.maxValue(MOST, 'number_too_large')),
  ),
  budget: budgetInputSchema,
});
export type BoardBudgetValues = v.InferOutput<typeof boardBudgetSchema>;

export const costSchema = v.object({
  lineId: idSchema,
  bookedOn: isoDateSchema,
  /** Tositenumero: of the payer's bookkeeping. */
  document: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(60, 'too_long')),
  description: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(500, 'too_long')),
  /** Below zero is a refund or a correction. */
  cents: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(-MOST, 'number_too_large'),
    v.maxValue(MOST, 'number_too_large'),
    v.check((cents) => cents !== 0, 'cost_zero'),
  ),
  meetingId: v.nullish(idSchema, null),
  actionId: v.nullish(idSchema, null),
});
export type CostValues = v.InferOutput<typeof costSchema>;

export interface CostFacts {
  id: string;
  lineId: string;
  bookedOn: string;
  document: string;
  cents: number;
}

/**
 * Whether a cost may be booked: on a line of the year's budget, on a day of that year that does not lie ahead, and not the
 * same document twice with the same sum on the same line.
 * @param others costs of the year besides the one that is changed. @param today ISO date; null: not checked against it
 * @throws AppError COST_OTHER_YEAR, COST_IN_FUTURE, COST_TWICE
 */
export function checkCost(
  year: number,
  values: Pick<CostValues, 'lineId' | 'bookedOn' | 'document' | 'cents'>,
  others: readonly CostFacts[],
  today: string | null,
): void {
  if (yearOf(values.bookedOn) !== year)
    throw new AppError('COST_OTHER_YEAR', { year }, { bookedOn: 'cost_other_year' });
  if (today !== null && values.bookedOn > today)
    throw new AppError('COST_IN_FUTURE', {}, { bookedOn: 'date_in_future' });
  const twice = others.find(
    (one) => one.lineId === values.lineId && one.document === values.document && one.cents === values.cents,
  );
  if (twice)
    throw new AppError(
      'COST_TWICE',
      { document: values.document, date: twice.bookedOn },
      { document: 'cost_twice' },
    );
}

/** A line of the budget, and the same line with what was booked on it. */
export type EconomyLine = BudgetLine & { id: string };
export interface EconomyRow {
  id: string;
  name: string;
  cents: number;
  actualCents: number;
  /** Below zero: overspent. */
  leftCents: number;
}

export type EconomyFinding =
  /** The lines do not add up to what was granted; cents of the lines less those granted. */
  | { code: 'granted_differs'; differenceCents: number }
  | { code: 'overspent'; line: string; cents: number }
  | { code: 'unfunded'; cents: number };

export interface Economy {
  rows: EconomyRow[];
  total: Omit<EconomyRow, 'id' | 'name'>;
  /** By funder in the order of the lines: the share of the budget and of what has been booked. */
  funders: { funder: string; cents: number; actualCents: number }[];
  findings: EconomyFinding[];
}

/** A sum parted by a line's shares, also one below zero, which is a refund to all of them. */
function parted(line: Pick<BudgetLine, 'shares'>, cents: number): number[] {
  const parts = sharesInCents({ shares: line.shares, cents: Math.abs(cents) });
  return cents < 0 ? parts.map((one) => (one === 0 ? 0 : -one)) : parts;
}

/** Budget against actual, to the cent: the sums equal their rows. */
export function economyOf(
  lines: readonly EconomyLine[],
  costs: readonly Pick<CostFacts, 'lineId' | 'cents'>[],
  grantedCents: number | null,
): Economy {
  const rows = lines.map(({ id, name, cents }): EconomyRow => {
    const actualCents = costs.reduce((sum, one) => (one.lineId === id ? sum + one.cents : sum), 0);
    return { id, name, cents, actualCents, leftCents: cents - actualCents };
  });
  const sum = (key: 'cents' | 'actualCents' | 'leftCents'): number =>
    rows.reduce((all, row) => all + row[key], 0);
  const funders = new Map<string, { cents: number; actualCents: number }>();
  let unfunded = 0;
  for (const [index, line] of lines.entries()) {
    const planned = parted(line, line.cents);
    const actual = parted(line, rows[index]?.actualCents ?? 0);
    for (const [place, { funder }] of line.shares.entries()) {
      const before = funders.get(funder.trim()) ?? { cents: 0, actualCents: 0 };
      funders.set(funder.trim(), {
        cents: before.cents + (planned[place] ?? 0),
        actualCents: before.actualCents + (actual[place] ?? 0),
      });
    }
    if (missingShare(line) > 0) unfunded += line.cents - planned.reduce((all, one) => all + one, 0);
  }
  const total = { cents: sum('cents'), actualCents: sum('actualCents'), leftCents: sum('leftCents') };
  const findings: EconomyFinding[] = [];
  if (grantedCents !== null && grantedCents !== total.cents)
    findings.push({ code: 'granted_differs', differenceCents: total.cents - grantedCents });
  for (const row of rows)
    if (row.leftCents < 0) findings.push({ code: 'overspent', line: row.name, cents: -row.leftCents });
  if (unfunded > 0) findings.push({ code: 'unfunded', cents: unfunded });
  return { rows, total, funders: [...funders].map(([funder, one]) => ({ funder, ...one })), findings };
}

/** What the columns are called, in the window, the annual report, the statistics and the CSV. */
export const ECONOMY_WORDS = {
  fi: {
    title: 'Toimielimen toimintakulut',
    line: 'Menolaji',
    budget: 'Talousarvio',
    actual: 'Toteuma',
    left: 'Jäljellä',
    total: 'Yhteensä',
    day: 'Päivä',
    document: 'Tosite',
    description: 'Selite',
    amount: 'Euroa',
    meeting: 'Kokous',
    action: 'Toiminto',
    told: 'Toimielimen toimintakuluihin oli varattu {budget} €, ja niistä toteutui {actual} €.',
    definition:
      'Toimielimen oma talousarvio ja siihen kirjatut menot menolajeittain. Hyvitys vähentää toteumaa; ylitys on jäljellä-sarakkeessa miinusmerkkinen.',
  },
  sv: {
    title: 'Organets verksamhetskostnader',
    line: 'Kostnadsslag',
    budget: 'Budget',
    actual: 'Utfall',
    left: 'Återstår',
    total: 'Sammanlagt',
    day: 'Dag',
    document: 'Verifikat',
    description: 'Förklaring',
    amount: 'Euro',
    meeting: 'Möte',
    action: 'Insats',
    told: 'För organets verksamhetskostnader hade {budget} € reserverats, och utfallet var {actual} €.',
    definition:
      'Organets egen budget och de utgifter som bokförts på den enligt kostnadsslag. En gottgörelse minskar utfallet; ett överskridande är negativt i kolumnen som återstår.',
  },
  en: {
    title: 'The board’s running costs',
    line: 'Kind of cost',
    budget: 'Budget',
    actual: 'Actual',
    left: 'Left',
    total: 'Total',
    day: 'Day',
    document: 'Document',
    description: 'Description',
    amount: 'Euros',
    meeting: 'Meeting',
    action: 'Action',
    told: '{budget} € was budgeted for the running costs of the board, and {actual} € of it was spent.',
    definition:
      'The board’s own budget and what was booked on it, by kind of cost. A refund lowers the actual; what was overspent is below zero in what is left.',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Costs as a table of text, one row each, for a CSV: decimal comma but in English. */
export function costTable(
  costs: readonly {
    bookedOn: string;
    document: string;
    line: string;
    description: string;
    cents: number;
    meeting: { label: string } | null;
    action: { code: string } | null;
  }[],
  language: Language,
): string[][] {
  const words = ECONOMY_WORDS[language];
  const amount = (cents: number): string => {
    const text = (cents / 100).toFixed(2);
    return language === 'en' ? text : text.replace('.', ',');
  };
  const heading = [
    words.day,
    words.document,
    words.line,
    words.description,
    words.amount,
    words.meeting,
    words.action,
  ];
  return [
    heading,
    ...costs.map((one) => [
      formatDate(one.bookedOn, language),
      one.document,
      one.line,
      one.description,
      amount(one.cents),
      one.meeting?.label ?? '',
      one.action?.code ?? '',
    ]),
  ];
}
