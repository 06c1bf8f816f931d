/**
 * The shipped phrases as they were when minutes were given to be examined. Each set is kept once, named by its hash;
 * the frozen document names the set, so that the chain of hashes holds its words too.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { Finding } from '../model/errors.ts';
import type { Phrases } from '../model/phrases.ts';

const textHash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Keeps a set of phrases. @returns its SHA-256 */
export async function keepPhrases(trx: Kysely<Database>, phrases: Phrases): Promise<string> {
  const content = JSON.stringify(phrases);
  const sha256 = textHash(content);
  await trx
    .insertInto('phrase_set')
    .values({ sha256, content })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
  return sha256;
}

/** The phrases with which a document was frozen; undefined for one that was frozen before they were kept. */
export async function keptPhrases(
  db: Kysely<Database>,
  sha256: string | undefined,
): Promise<Partial<Phrases> | undefined> {
  if (sha256 === undefined) return undefined;
  const row = await db
    .selectFrom('phrase_set')
    .select('content')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row && (JSON.parse(row.content) as Partial<Phrases>);
}

/** Sets whose text is not that of their hash, and snapshots whose set is not there. */
export async function checkPhraseSets(db: Kysely<Database>): Promise<Finding[]> {
  const sets = await db.selectFrom('phrase_set').selectAll().execute();
  const known = new Set(sets.map(({ sha256 }) => sha256));
  const findings: Finding[] = sets
    .filter(({ sha256, content }) => textHash(content) !== sha256)
    .map(({ sha256 }) => ({
      code: 'phrases_hash',
      severity: 'error',
      subject: 'phrases',
      details: { sha256 },
    }));
  const snapshots = await db
    .selectFrom('minutes_snapshot')
    .innerJoin('meeting', 'meeting.id', 'minutes_snapshot.meeting_id')
    .select(['meeting.number', 'meeting.year', 'minutes_snapshot.document'])
    .execute();
  for (const { number, year, document } of snapshots) {
    const { phrases } = JSON.parse(document) as { phrases?: string };
    if (phrases !== undefined && !known.has(phrases))
      findings.push({
        code: 'phrases_missing',
        severity: 'error',
        subject: `meeting ${number}/${year}`,
        details: { sha256: phrases },
      });
  }
  return findings;
}
