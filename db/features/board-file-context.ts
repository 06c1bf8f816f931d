/** What the parts of an import of a board file share. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { BoardFile } from '../model/board-file.ts';
import { AppError, type Finding } from '../model/errors.ts';

export interface BoardImport {
  boardId: string;
  /** Rows added, by what they are; `organisationsMatched` were known already and stay as they were. */
  counts: Record<
    | 'fields'
    | 'organisations'
    | 'organisationsMatched'
    | 'persons'
    | 'positions'
    | 'terms'
    | 'seats'
    | 'holders'
    | 'offices'
    | 'meetings'
    | 'items'
    | 'tasks',
    number
  >;
  warnings: Finding[];
  /** Meetings in the order of the file. An examined one has no frozen minutes yet: the file does not carry them. */
  meetings: { id: string; label: string; state: BoardFile['meetings'][number]['state'] }[];
}

/** What the parts of an import share: new ids by local ids, and what has been found out. */
export interface ImportContext {
  /** ISO instant of the import. */
  instant: string;
  trx: Kysely<Database>;
  file: BoardFile;
  boardId: string;
  persons: Map<string, string>;
  organisations: Map<string, string>;
  fields: Map<string, string>;
  counts: BoardImport['counts'];
  warnings: Finding[];
}

/** Codes of a year's classification; none when there is no year. */
export async function knownCodes(
  { trx }: ImportContext,
  table: 'municipality' | 'region',
  year: number | null,
): Promise<Set<string>> {
  if (year === null) return new Set();
  const rows = await trx.selectFrom(table).select('code').where('year', '=', year).execute();
  return new Set(rows.map((row) => row.code));
}

/** The new id of a local id; `null` stays `null`. */
export function idOf(ids: ReadonlyMap<string, string>, local: string | null): string | null {
  return local === null ? null : requiredId(ids, local);
}

/** The new id of a local id. The file has been checked, so a missing one is a mistake of the caller. */
export function requiredId(ids: ReadonlyMap<string, string>, local: string): string {
  const id = ids.get(local);
  if (id === undefined)
    throw new AppError('BOARD_FILE_INVALID', { path: '', reason: 'unknown_reference', reference: local });
  return id;
}
