/** `pykala import organisations` and `pykala export organisations`. */
import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { verifiedCopy } from '../../db/core/backup.ts';
import { openDatabase, write } from '../../db/core/open.ts';
import { applyImport, planImport, resolvePlan } from '../../db/features/organisation-import.ts';
import { organisationPage } from '../../db/features/organisation-index.ts';
import { exportRows, listsForTables, printLists } from '../../db/features/organisation-values.ts';
import { AppError } from '../../db/model/errors.ts';
import { csvOptionsSchema, type ExportFormat } from '../../db/model/organisation-export.ts';
import { EVERYTHING } from '../../db/model/organisation-filter.ts';
import { isLargeChange } from '../../db/model/organisation-import.ts';
import { findHeader, readHeadings } from '../../db/model/table.ts';
import {
  applyMappingFile,
  guessMapping,
  headingNames,
  mappingProblem,
} from '../../db/model/table-mapping.ts';
import { fieldMessage } from '../backend/messages.ts';
import { readMappingFile } from '../backend/procedures/imports.ts';
import { readTableFile } from '../backend/table-thread.ts';
import { today } from '../backend/today.ts';
import { writeFileSafely } from '../backend/write-file.ts';
import { writeTable } from '../backend/write-table.ts';
import type { Tools } from './commands.ts';

const free = async (): Promise<void> => {};
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Imports a table. Rows that may be in the register already are left out and listed; a change of over a tenth of the
 * register wants `--confirm` with the number of changed rows, and makes a verified backup first.
 * @returns 0, or 1 when rows were left out
 */
export async function importOrganisations(
  tools: Tools,
  options: { file: string; db: string; mapping: string | null; dryRun: boolean; confirmation: string },
): Promise<number> {
  const content = await readTableFile(options.file, {});
  const words = tools.resources.tableWords();
  const names = headingNames(words);
  const isKnown = (heading: string): boolean => names.has(heading);
  const header = findHeader(content.rows, isKnown);
  if (header < 0) throw new AppError('TABLE_EMPTY', { file: path.basename(options.file) });
  const { headings, firstRow } = readHeadings(content.rows, header, isKnown);
  const mapping =
    options.mapping === null
      ? guessMapping(headings, names)
      : applyMappingFile(await readMappingFile(options.mapping, path.basename(options.mapping)), headings);
  const problem = mappingProblem(mapping);
  if (problem !== null) throw new AppError(problem);
  const database = await openDatabase({ file: options.db, create: false });
  try {
    const lists = await listsForTables(database.kysely, words, tools.resources.prhClasses());
    const plan = await planImport(
      database.kysely,
      { rows: content.rows, firstRow, mapping, lists, lenient: false },
      free,
    );
    const { counts } = resolvePlan(plan, new Map());
    let backup: string | null = null;
    let batchId: string | null = null;
    if (!options.dryRun) {
      const isLarge = isLargeChange(counts.update, plan.register.byId.size);
      if (isLarge && options.confirmation !== String(counts.update))
        throw new AppError('CHANGE_CONFIRM', { count: counts.update });
      if (isLarge)
        backup = await verifiedCopy(
          database.raw,
          path.join(path.dirname(options.db), 'backups'),
          'before-import',
        );
      ({ batchId } = await write(database, 'pykala', 'cli.importOrganisations', (trx) =>
        applyImport(trx, plan, new Map(), {
          title: path.basename(options.file),
          by: 'pykala',
          at: new Date().toISOString(),
          between: free,
        }),
      ));
    }
    const leftOut = plan.rows
      .filter((row) => row.outcome === 'refused' || row.outcome === 'review')
      .map((row) => ({
        row: row.line,
        outcome: row.outcome,
        name: row.values.nameFi ?? '',
        problems: row.problems.map(({ field, code, value }) => ({
          field,
          code,
          value,
          message: fieldMessage(code, tools.language),
        })),
        matches: row.matches.map(({ id, by, score }) => ({ id, by, score: Math.round(score * 100) / 100 })),
      }));
    const columns = headings.map((heading, at) => ({ heading, field: mapping[at] ?? null }));
    if (tools.json) tools.out(json({ dryRun: options.dryRun, counts, columns, batchId, backup, leftOut }));
    else {
      tools.out(
        `${Object.entries(counts)
          .map(([name, count]) => `${name} ${count}`)
          .join(', ')}\n`,
      );
      for (const row of leftOut)
        tools.out(
          `${row.row}  ${row.outcome}  ${row.name}  ${row.problems.map((one) => one.message).join(' ')}\n`,
        );
    }
    return leftOut.length === 0 ? 0 : 1;
  } finally {
    database.close();
  }
}

/** Writes the whole register in the order of the names. */
export async function exportOrganisations(
  tools: Tools,
  options: { db: string; format: ExportFormat; out: string },
): Promise<number> {
  const database = await openDatabase({ file: options.db, create: false });
  try {
    const { ids } = await organisationPage(database.kysely, {
      text: '',
      sort: { by: 'name', descending: false },
      filter: EVERYTHING,
      today: today(),
      offset: 0,
      limit: Number.MAX_SAFE_INTEGER,
    });
    const rows = await exportRows(database.kysely, ids, await printLists(database.kysely));
    const bytes = await writeTable(rows, {
      format: options.format,
      csv: v.parse(csvOptionsSchema, {}),
      language: tools.language,
      words: tools.resources.tableWords(),
      today: today(),
    });
    await writeFileSafely(options.out, bytes);
    const { size } = fs.statSync(options.out);
    tools.out(
      tools.json ? json({ file: options.out, organisations: rows.length, bytes: size }) : `${options.out}\n`,
    );
    return 0;
  } finally {
    database.close();
  }
}
