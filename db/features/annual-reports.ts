/** Annual reports (toimintakertomukset) and plans (toimintasuunnitelmat): drafted, edited, brought up to date. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import {
  type AnnualInput,
  type AnnualSource,
  type Draft,
  mayRefreshUnasked,
  type RefreshChoice,
  refreshed,
  type ReportSection,
  saysSame,
  type SectionChange,
  sourceState,
  type SourceState,
} from '../model/annual-report.ts';
import { annualTitle, draftedSections, draftOf } from '../model/annual-sections.ts';
import { ANNUAL_WORDS } from '../model/annual-words.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { EMPTY_TEXT, isEmptyText, plainText, type RichText } from '../model/rich-text.ts';
import {
  factsOf,
  reportRow,
  sectionOf,
  type SectionRow,
  sectionRow,
  sectionRows,
} from './annual-report-views.ts';
import { putBack, type Removal, removedRows, removing } from './removal.ts';

/** How a section's source is now. */
export interface SourceView {
  id: string;
  state: SourceState;
  /** The new text, where it differs from the one that was taken. */
  text: RichText | null;
}

/**
 * Drafts the report or plan of a year from its data.
 * @param today ISO date
 * @throws AppError NOT_FOUND, REPORT_THERE
 */
export async function createReport(
  trx: Kysely<Database>,
  input: AnnualInput,
  today: string,
): Promise<{ id: string }> {
  const { boardId, kind, year, language } = input;
  const there = await trx
    .selectFrom('annual_report')
    .select('id')
    .where('board_id', '=', boardId)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .where('language', '=', language)
    .executeTakeFirst();
  if (there)
    throw new AppError(
      'REPORT_THERE',
      { title: annualTitle(kind, year, language) },
      { year: 'report_there' },
    );
  const row = { board_id: boardId, kind, year, language };
  const { facts, last } = await factsOf(trx, row, today);
  const id = newId();
  await trx
    .insertInto('annual_report')
    .values({ id, ...row })
    .execute();
  for (const [position, section] of draftedSections(kind, facts, language, last).entries())
    await insertSection(trx, id, position, section);
  await indexReport(trx, id);
  return { id };
}

async function insertSection(
  trx: Kysely<Database>,
  reportId: string,
  position: number,
  { source, title, body, drafted }: ReportSection,
): Promise<string> {
  const id = newId();
  await trx
    .insertInto('annual_section')
    .values({
      id,
      report_id: reportId,
      position,
      source,
      title,
      body: JSON.stringify(body),
      drafted: drafted === null ? null : JSON.stringify(drafted),
    })
    .execute();
  return id;
}

/** Changes the heading or the text of a section. @throws AppError NOT_FOUND, CONFLICT */
export async function changeSection(
  trx: Kysely<Database>,
  input: { id: string; version: number; change: SectionChange },
): Promise<{ version: number; reportId: string }> {
  const row = await sectionRow(trx, input.id);
  if (row.version !== input.version) throw new AppError('CONFLICT', { what: 'section' });
  const { title = row.title, body } = input.change;
  const version = row.version + 1;
  await trx
    .updateTable('annual_section')
    .set({
      title,
      ...(body === undefined ? {} : { body: JSON.stringify(body ?? EMPTY_TEXT) }),
      version,
    })
    .where('id', '=', input.id)
    .execute();
  await indexReport(trx, row.report_id);
  return { version, reportId: row.report_id };
}

/** How the sources of a report are now, section by section. @throws AppError NOT_FOUND */
export async function reportSources(db: Kysely<Database>, id: string, today: string): Promise<SourceView[]> {
  const row = await reportRow(db, id);
  const { facts, last } = await factsOf(db, row, today);
  return (await sectionRows(db, id)).map((one) => {
    const section = sectionOf(one);
    const fresh = one.source === null ? null : draftOf(one.source, facts, row.language, last);
    const state = sourceState(section, fresh);
    const hasOtherText =
      state === 'changed' && fresh !== null && !saysSame(fresh.body, section.drafted?.body ?? null);
    return { id: one.id, state, text: hasOtherText ? fresh.body : null };
  });
}

/** A text before it was brought up to date, so that it can be taken back. */
export interface Refreshed {
  sections: { id: string; version: number; body: RichText; drafted: Draft }[];
}

async function refreshOne(
  trx: Kysely<Database>,
  row: SectionRow,
  fresh: Draft,
  choice: RefreshChoice,
): Promise<Refreshed['sections'][number] | null> {
  const section = sectionOf(row);
  if (section.drafted === null) return null;
  const next = refreshed(section, fresh, choice);
  const version = row.version + 1;
  await trx
    .updateTable('annual_section')
    .set({ body: JSON.stringify(next.body), drafted: JSON.stringify(next.drafted), version })
    .where('id', '=', row.id)
    .execute();
  return { id: row.id, version, body: section.body, drafted: section.drafted };
}

/**
 * Brings one section up to date with its source, by the writer's choice.
 * @param today ISO date
 * @throws AppError NOT_FOUND, CONFLICT
 */
export async function refreshSection(
  trx: Kysely<Database>,
  input: { id: string; version: number; choice: RefreshChoice },
  today: string,
): Promise<Refreshed> {
  const row = await sectionRow(trx, input.id);
  if (row.version !== input.version) throw new AppError('CONFLICT', { what: 'section' });
  if (row.source === null) return { sections: [] };
  const report = await reportRow(trx, row.report_id);
  const { facts, last } = await factsOf(trx, report, today);
  const before = await refreshOne(trx, row, draftOf(row.source, facts, report.language, last), input.choice);
  await indexReport(trx, report.id);
  return { sections: before === null ? [] : [before] };
}

/** Brings every section up to date that nobody has edited; the others wait for their own choice. @throws AppError NOT_FOUND */
export async function refreshUnedited(trx: Kysely<Database>, id: string, today: string): Promise<Refreshed> {
  const report = await reportRow(trx, id);
  const { facts, last } = await factsOf(trx, report, today);
  const sections: Refreshed['sections'] = [];
  for (const row of await sectionRows(trx, id)) {
    if (row.source === null) continue;
    const fresh = draftOf(row.source, facts, report.language, last);
    if (!mayRefreshUnasked(sectionOf(row), fresh)) continue;
    const before = await refreshOne(trx, row, fresh, 'take');
    if (before !== null) sections.push(before);
  }
  await indexReport(trx, id);
  return { sections };
}

/** Takes a refreshing back; a section that was changed since stays as it is. */
export async function undoRefresh(trx: Kysely<Database>, { sections }: Refreshed): Promise<void> {
  const reports = new Set<string>();
  for (const one of sections) {
    const row = await trx
      .selectFrom('annual_section')
      .selectAll()
      .where('id', '=', one.id)
      .executeTakeFirst();
    if (row?.version !== one.version) continue;
    reports.add(row.report_id);
    await trx
      .updateTable('annual_section')
      .set({ body: JSON.stringify(one.body), drafted: JSON.stringify(one.drafted), version: one.version + 1 })
      .where('id', '=', one.id)
      .execute();
  }
  for (const id of reports) await indexReport(trx, id);
}

/**
 * Adds a section to the end: of free text, or of a source that has none.
 * @throws AppError NOT_FOUND, SECTION_THERE
 */
export async function addSection(
  trx: Kysely<Database>,
  input: { reportId: string; source: AnnualSource | null; title: string },
  today: string,
): Promise<{ id: string }> {
  const report = await reportRow(trx, input.reportId);
  const rows = await sectionRows(trx, input.reportId);
  const position = (rows.at(-1)?.position ?? -1) + 1;
  if (input.source === null)
    return {
      id: await insertSection(trx, report.id, position, {
        title: input.title,
        source: null,
        body: EMPTY_TEXT,
        drafted: null,
      }),
    };
  if (rows.some((one) => one.source === input.source)) throw new AppError('SECTION_THERE');
  const { facts, last } = await factsOf(trx, report, today);
  const drafted = draftOf(input.source, facts, report.language, last);
  const id = await insertSection(trx, report.id, position, {
    title: ANNUAL_WORDS[report.language].sections[input.source],
    source: input.source,
    body: drafted.body,
    drafted,
  });
  await indexReport(trx, report.id);
  return { id };
}

/** Moves a section one place up or down. @throws AppError NOT_FOUND */
export async function moveSection(trx: Kysely<Database>, input: { id: string; by: -1 | 1 }): Promise<void> {
  const row = await sectionRow(trx, input.id);
  const rows = await sectionRows(trx, row.report_id);
  const from = rows.findIndex((one) => one.id === row.id);
  const other = rows[from + input.by];
  if (!other) return;
  const order = rows.map((one) => one.id);
  order[from] = other.id;
  order[from + input.by] = row.id;
  for (const [position, id] of order.entries())
    await trx.updateTable('annual_section').set({ position }).where('id', '=', id).execute();
}

/** @throws AppError NOT_FOUND */
export async function removeSection(trx: Kysely<Database>, id: string): Promise<Removal> {
  const row = await sectionRow(trx, id);
  const removal = await removing(trx, async () => {
    await trx.deleteFrom('annual_section').where('id', '=', id).execute();
  });
  await indexReport(trx, row.report_id);
  return removal;
}

/** @throws AppError NOT_FOUND */
export async function removeReport(trx: Kysely<Database>, id: string): Promise<Removal> {
  await reportRow(trx, id);
  await removeSearchEntry(trx, 'report', id);
  return await removing(trx, async () => {
    await trx.deleteFrom('annual_report').where('id', '=', id).execute();
  });
}

/** Puts back what was removed. @throws AppError REMOVAL_UNKNOWN */
export async function restoreReportParts(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  const entries = await removedRows(trx, removal, procedure);
  await putBack(trx, entries);
  const reports = new Set(
    entries.map(({ entity, entityId, before }) =>
      entity === 'annual_report' ? entityId : String(before['report_id']),
    ),
  );
  for (const id of reports) await indexReport(trx, id);
}

/** Brings a report's search entry in step. */
export async function indexReport(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await reportRow(trx, id);
  const sections = (await sectionRows(trx, id)).map(sectionOf);
  await putSearchEntry(trx, {
    entity: 'report',
    entityId: id,
    boardId: row.board_id,
    title: annualTitle(row.kind, row.year, row.language),
    body: sections
      .filter(({ body }) => !isEmptyText(body))
      .map(({ title, body }) => `${title}\n${plainText(body)}`)
      .join('\n'),
    context: String(row.year),
    sortDate: `${row.year}-12-31`,
  });
}
