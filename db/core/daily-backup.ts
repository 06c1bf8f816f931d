/**
 * The backups of each day: a verified copy first, and only then are old ones pruned. Nothing is pruned when rows
 * have disappeared in masses, so that a bad day never rotates out the good ones.
 */
import fs from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { verifiedCopy } from './backup.ts';

/** Names of rotating backups: `<ISO stamp>-daily.sqlite`. */
const DAILY = /^(\d{4}-\d{2}-\d{2})T.*-daily\.sqlite$/;

/** A `.partial` is nobody's after so many milliseconds: the program that made it was ended. */
const ABANDONED = 86_400_000;

/**
 * The day's backup, at most one a day; then prunes to 7 daily, 4 weekly and 12 monthly. Copies made before a
 * migration, a restore or a loss of rows are never pruned.
 * @returns the path of today's backup
 */
export async function dailyBackup(raw: SQLite.Database, folder: string, today: string): Promise<string> {
  removeAbandoned(folder);
  const earlier = backups(folder);
  const existing = earlier.find((backup) => backup.day === today);
  if (existing) return existing.file;
  const made = await verifiedCopy(raw, folder, 'daily', today);
  const [before] = earlier;
  if (before && hasCollapsed(countsOf(before.file), rowCounts(raw))) {
    fs.renameSync(before.file, before.file.replace(/-daily\.sqlite$/, '-before-loss.sqlite'));
    return made;
  }
  const kept = keptDays([today, ...earlier.map(({ day }) => day)]);
  for (const backup of earlier) if (!kept.has(backup.day)) fs.rmSync(backup.file, { force: true });
  return made;
}

/** Tables that say nothing of the user's work, or that only grow. */
const NOT_COUNTED = /^(sqlite_|search_|audit$|current_actor$|region$|wellbeing_county$|municipality$)/;

/** Rows of each table that the user fills. */
function rowCounts(raw: SQLite.Database): Map<string, number> {
  const names = raw
    .prepare(`select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'`)
    .pluck()
    .all() as string[];
  return new Map(
    names
      .filter((name) => !NOT_COUNTED.test(name))
      .map((name) => [name, raw.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
  );
}

/** True when a table of 20 rows or more has lost over half of them since the day before, or is gone. */
export function hasCollapsed(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): boolean {
  return [...before].some(([table, count]) => count >= 20 && (now.get(table) ?? 0) < count / 2);
}

/** A backup that cannot be read counts nothing: it is no reason to keep more. */
function countsOf(file: string): Map<string, number> {
  let raw: SQLite.Database | undefined;
  try {
    raw = new SQLite(file, { readonly: true, fileMustExist: true });
    return rowCounts(raw);
  } catch (error) {
    if (error instanceof SQLite.SqliteError) return new Map();
    throw error;
  } finally {
    raw?.close();
  }
}

function removeAbandoned(folder: string): void {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder).filter((one) => /\.partial(-journal|-wal|-shm)?$/.test(one))) {
    const file = path.join(folder, name);
    if (fs.statSync(file).mtimeMs < Date.now() - ABANDONED) fs.rmSync(file, { force: true });
  }
}

function backups(folder: string): { file: string; day: string }[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .flatMap((name) => {
      const day = DAILY.exec(name)?.[1];
      return day ? [{ file: path.join(folder, name), day }] : [];
    })
    .sort((a, b) => (a.file < b.file ? 1 : -1));
}

/** Which days' backups stay: the 7 newest, the newest of each of 4 weeks and of each of 12 months. */
export function keptDays(days: readonly string[]): Set<string> {
  const sorted = [...new Set(days)].sort().reverse();
  const newestPer = (keyOf: (day: string) => string, count: number): string[] => {
    const seen = new Map<string, string>();
    for (const day of sorted) if (!seen.has(keyOf(day))) seen.set(keyOf(day), day);
    return [...seen.values()].slice(0, count);
  };
  const week = (day: string): string => String(Math.floor((Date.parse(day) / 86_400_000 + 3) / 7));
  return new Set([...sorted.slice(0, 7), ...newestPer(week, 4), ...newestPer((day) => day.slice(0, 7), 12)]);
}
