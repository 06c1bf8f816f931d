/**
 * Erasures beside the database: `<name>-erasures.jsonl`. A restored backup knows nothing of what was erased after it
 * was made; this file does, and holds no personal data: hashes of ids, instants, causes.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import * as v from 'valibot';
import { ERASURE_CAUSES } from '../model/privacy.ts';

const entrySchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  erasedAt: v.string(),
  /** SHA-256 of the person's id. */
  subject: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  cause: v.picklist(ERASURE_CAUSES),
});
export type ErasureEntry = v.InferOutput<typeof entrySchema>;

export function journalFile(database: string): string {
  return `${database.replace(/\.sqlite$/, '')}-erasures.jsonl`;
}

/** What an erasure is known by: no way leads back from it to an id that is no longer there. */
export function subjectOf(personId: string): string {
  return createHash('sha256').update(personId).digest('hex');
}

/** Adds entries, on the disk before it returns. */
export function appendJournal(database: string, entries: readonly ErasureEntry[]): void {
  if (entries.length === 0) return;
  const handle = fs.openSync(journalFile(database), 'a', 0o600);
  try {
    // Begins a line of its own even where an earlier write was cut off.
    fs.writeSync(handle, `\n${entries.map((entry) => JSON.stringify(entry)).join('\n')}\n`);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Every entry that can be read; a line that was cut off by a power failure is in the database itself. */
export function readJournal(database: string): ErasureEntry[] {
  const file = journalFile(database);
  if (!fs.existsSync(file)) return [];
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const parsed = v.safeParse(entrySchema, JSON.parse(line));
        return parsed.success ? [parsed.output] : [];
      } catch {
        return [];
      }
    });
}
