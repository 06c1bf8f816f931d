/** `pykala show coverage [--db FILE]`: where each capability of the work is, and how much of it a database holds. */
import fs from 'node:fs';
import path from 'node:path';
import { parseCoverage } from '../../db/model/coverage.ts';
import { withDatabase, type Tools } from './commands.ts';

/** Beside the resources in the packaged product, among the documents in the sources. */
function coverageText(resourcesFolder: string): string {
  const packaged = path.join(resourcesFolder, 'coverage.md');
  const source = path.join(resourcesFolder, '..', 'docs', 'coverage.md');
  return fs.readFileSync(fs.existsSync(packaged) ? packaged : source, 'utf8');
}

/** Rows of each table that is there. */
async function countsOf(file: string, tables: readonly string[]): Promise<Record<string, number>> {
  return await withDatabase(file, false, ({ raw }) => {
    const known = new Set(raw.prepare("select name from sqlite_master where type = 'table'").pluck().all());
    return Promise.resolve(
      Object.fromEntries(
        tables
          .filter((name) => known.has(name))
          .map((name) => [name, raw.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
      ),
    );
  });
}

/** Exit 1 when a capability is missing from the product. */
export async function showCoverage(tools: Tools, options: { db: string | null }): Promise<number> {
  const rows = parseCoverage(coverageText(tools.resourcesFolder));
  const counts =
    options.db === null
      ? null
      : await countsOf(options.db, [...new Set(rows.flatMap(({ tables }) => tables))]);
  const told = rows.map((row) => ({
    ...row,
    ...(counts === null
      ? {}
      : {
          rows: Object.fromEntries(
            row.tables.flatMap((name) => (name in counts ? [[name, counts[name]]] : [])),
          ),
        }),
  }));
  const missing = rows.filter(({ isMissing }) => isMissing).length;
  if (tools.json) tools.out(`${JSON.stringify({ capabilities: told, missing }, null, 2)}\n`);
  else
    for (const row of told)
      tools.out(
        `${String(row.number).padStart(2)}  ${row.isMissing ? '!' : ' '} ${row.capability}: ${row.where}${
          'rows' in row
            ? ` (${Object.entries(row.rows ?? {})
                .map(([name, count]) => `${name} ${String(count)}`)
                .join(', ')})`
            : ''
        }\n`,
      );
  return missing === 0 ? 0 : 1;
}
