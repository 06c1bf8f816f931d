/** Annual reports and plans as they are shown, and as a whole for a file. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { LastReport } from '../model/annual-drafting.ts';
import type { AnnualFacts } from '../model/annual-facts.ts';
import {
  type AnnualInput,
  type AnnualKind,
  type AnnualSource,
  type Draft,
  isEdited,
  type ReportSection,
  SOURCES_OF,
} from '../model/annual-report.ts';
import { annualTitle, draftedSections } from '../model/annual-sections.ts';
import { ANNUAL_WORDS } from '../model/annual-words.ts';
import { AppError } from '../model/errors.ts';
import { inLanguage, type Language, type LocalisedText } from '../model/language.ts';
import { EMPTY_TEXT, type RichText } from '../model/rich-text.ts';
import { annualFacts } from './annual-facts.ts';

export interface ReportSummary {
  id: string;
  kind: AnnualKind;
  year: number;
  language: Language;
}

export interface SectionView extends ReportSection {
  id: string;
  version: number;
  isEdited: boolean;
}

export interface ReportView extends ReportSummary {
  boardId: string;
  title: string;
  sections: SectionView[];
  /** Sources for which there is no section. */
  missing: AnnualSource[];
}

/** A report as it is printed and exported: with its board and the facts that it was made of. */
export interface WholeReport {
  kind: AnnualKind;
  year: number;
  language: Language;
  title: string;
  board: { name: LocalisedText; shortName: string };
  sections: (ReportSection & { isEdited: boolean })[];
  facts: AnnualFacts;
}

type ReportRow = Selectable<Database['annual_report']>;

export type SectionRow = Selectable<Database['annual_section']>;

export async function reportRow(db: Kysely<Database>, id: string): Promise<ReportRow> {
  const row = await db.selectFrom('annual_report').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'report' });
  return row;
}

export async function sectionRow(db: Kysely<Database>, id: string): Promise<SectionRow> {
  const row = await db.selectFrom('annual_section').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'section' });
  return row;
}

export async function sectionRows(db: Kysely<Database>, reportId: string): Promise<SectionRow[]> {
  return await db
    .selectFrom('annual_section')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export const sectionOf = (row: SectionRow): ReportSection => ({
  title: row.title,
  source: row.source,
  body: JSON.parse(row.body) as RichText,
  drafted: row.drafted === null ? null : (JSON.parse(row.drafted) as Draft),
});

const viewOf = (row: SectionRow): SectionView => {
  const section = sectionOf(row);
  return { ...section, id: row.id, version: row.version, isEdited: isEdited(section) };
};

/** Reports and plans of a board, the latest year first. */
export async function listReports(db: Kysely<Database>, boardId: string): Promise<ReportSummary[]> {
  return await db
    .selectFrom('annual_report')
    .select(['id', 'kind', 'year', 'language'])
    .where('board_id', '=', boardId)
    .orderBy('year', 'desc')
    .orderBy('kind', 'desc')
    .orderBy('language')
    .execute();
}

/** @throws AppError NOT_FOUND */
export async function getReport(db: Kysely<Database>, id: string): Promise<ReportView> {
  const row = await reportRow(db, id);
  const sections = (await sectionRows(db, id)).map(viewOf);
  return {
    id,
    boardId: row.board_id,
    kind: row.kind,
    year: row.year,
    language: row.language,
    title: annualTitle(row.kind, row.year, row.language),
    sections,
    missing: SOURCES_OF[row.kind].filter((source) => !sections.some((one) => one.source === source)),
  };
}

/** What the report of the year before said of the time ahead, for a plan; null when there is no report. */
async function lastReportOf(
  db: Kysely<Database>,
  { boardId, kind, year, language }: Pick<AnnualInput, 'boardId' | 'kind' | 'year' | 'language'>,
): Promise<LastReport | null> {
  if (kind !== 'plan') return null;
  const report = await db
    .selectFrom('annual_report')
    .select(['id', 'language'])
    .where('board_id', '=', boardId)
    .where('kind', '=', 'report')
    .where('year', '=', year - 1)
    .orderBy((eb) => eb('language', '=', language), 'desc')
    .executeTakeFirst();
  if (!report) return null;
  const ahead = ANNUAL_WORDS[report.language].free.report.last.at(-1);
  const section = (await sectionRows(db, report.id)).find(
    (one) => one.source === null && one.title === ahead,
  );
  return { year: year - 1, ahead: section === undefined ? EMPTY_TEXT : sectionOf(section).body };
}

export async function factsOf(
  db: Kysely<Database>,
  row: Pick<ReportRow, 'board_id' | 'kind' | 'year' | 'language'>,
  today: string,
): Promise<{ facts: AnnualFacts; last: LastReport | null }> {
  return {
    facts: await annualFacts(db, row.board_id, row.year, row.language, today),
    last: await lastReportOf(db, {
      boardId: row.board_id,
      kind: row.kind,
      year: row.year,
      language: row.language,
    }),
  };
}

/** A stored report for printing. @throws AppError NOT_FOUND */
export async function wholeReport(db: Kysely<Database>, id: string, today: string): Promise<WholeReport> {
  const row = await reportRow(db, id);
  const { facts } = await factsOf(db, row, today);
  return wholeOf(row, facts, (await sectionRows(db, id)).map(sectionOf));
}

/**
 * The stored report of a year, or, when nobody has begun one, its draft.
 * @throws AppError NOT_FOUND
 */
export async function reportOfYear(
  db: Kysely<Database>,
  input: AnnualInput,
  today: string,
): Promise<WholeReport> {
  const row = { board_id: input.boardId, kind: input.kind, year: input.year, language: input.language };
  const stored = await db
    .selectFrom('annual_report')
    .select('id')
    .where('board_id', '=', input.boardId)
    .where('kind', '=', input.kind)
    .where('year', '=', input.year)
    .where('language', '=', input.language)
    .executeTakeFirst();
  if (stored) return await wholeReport(db, stored.id, today);
  const { facts, last } = await factsOf(db, row, today);
  return wholeOf(row, facts, draftedSections(input.kind, facts, input.language, last));
}

function wholeOf(
  { kind, year, language }: Pick<ReportRow, 'kind' | 'year' | 'language'>,
  facts: AnnualFacts,
  sections: readonly ReportSection[],
): WholeReport {
  return {
    kind,
    year,
    language,
    title: `${annualTitle(kind, year, language)} – ${inLanguage(facts.board.name, language)}`,
    board: facts.board,
    sections: sections.map((section) => ({ ...section, isEdited: isEdited(section) })),
    facts,
  };
}
