/** `pykala person report|erase`: everything about a person, and its erasure. */
import path from 'node:path';
import { openDatabase, type OpenDatabase } from '../../db/core/open.ts';
import { erasePersons, planErasure } from '../../db/features/erasure.ts';
import { personReport } from '../../db/features/person-report.ts';
import { AppError } from '../../db/model/errors.ts';
import { printPersonReport } from '../../db/model/print-person-report.ts';
import { today } from '../backend/today.ts';
import { publishError, writeFileSafely } from '../backend/write-file.ts';
import { withPublisher, type Tools } from './commands.ts';
import { UsageError } from './usage.ts';

export interface PersonOptions {
  db: string;
  /** An id, or a name or short name that only one person has. */
  person: string;
}

async function withPerson<T>(
  options: PersonOptions,
  work: (database: OpenDatabase, personId: string) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ file: options.db, create: false });
  try {
    return await work(database, await findPerson(database, options.person));
  } finally {
    database.close();
  }
}

/** @throws AppError NOT_FOUND, PERSON_AMBIGUOUS */
async function findPerson({ kysely }: OpenDatabase, person: string): Promise<string> {
  const found = await kysely
    .selectFrom('person')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', person), eb('name', '=', person), eb('short_name', '=', person)]))
    .limit(2)
    .execute();
  const [first, second] = found;
  if (!first) throw new AppError('PERSON_UNKNOWN', { person });
  if (second) throw new AppError('PERSON_AMBIGUOUS', { person });
  return first.id;
}

/** `pykala person report --person … --db FILE [--format json|pdf --out FILE]`; without `--out` JSON is printed. */
export async function reportPerson(
  tools: Tools,
  options: PersonOptions & { format: 'json' | 'pdf'; out: string | null },
): Promise<number> {
  const report = await withPerson(options, (database, id) => personReport(database.kysely, id, today()));
  const text = `${JSON.stringify(report, null, 2)}\n`;
  if (options.out === null) {
    if (options.format === 'pdf') throw new UsageError('--out …');
    tools.out(text);
    return 0;
  }
  if (options.format === 'json') await writeFileSafely(options.out, Buffer.from(text, 'utf8'));
  else {
    const result = await withPublisher(tools, (pool) =>
      pool.render({
        format: 'pdf',
        document: printPersonReport(report, tools.language),
        createdAt: Math.floor(Date.now() / 1000),
      }),
    );
    if (!result.ok) throw publishError(result.error, path.basename(options.out));
    await writeFileSafely(options.out, result.bytes);
  }
  if (!tools.json) tools.out(`${options.out}\n`);
  return 0;
}

/** `pykala person erase --person … --db FILE [--yes] [--json]`: what would go; with `--yes` it goes. No undo. */
export async function erasePerson(tools: Tools, options: PersonOptions & { sure: boolean }): Promise<number> {
  return await withPerson(options, async (database, id) => {
    if (!options.sure) {
      const { scope, removed, kept, isRestricted } = await planErasure(database.kysely, id, today());
      const plan = { dryRun: true, scope, removed, kept, isRestricted };
      if (tools.json) tools.out(`${JSON.stringify(plan, null, 2)}\n`);
      else {
        const line = ({ table, count }: { table: string; count: number }): string => `  ${table} ${count}\n`;
        tools.out(
          `scope: ${scope}\nremoved:\n${removed.map(line).join('')}kept:\n${kept.map(line).join('')}`,
        );
      }
      return 1;
    }
    const erased = await erasePersons(database, {
      actor: 'pykala',
      procedure: 'cli.erase',
      personIds: [id],
      cause: 'request',
      today: today(),
      instant: new Date().toISOString(),
    });
    // What is printed names nobody either.
    const proofs = erased.map(({ id: proof, scope, rowCount, logCount, keptCount, searched }) => ({
      proof,
      scope,
      rowCount,
      logCount,
      keptCount,
      searched,
    }));
    if (tools.json) tools.out(`${JSON.stringify(proofs[0], null, 2)}\n`);
    else for (const one of proofs) tools.out(`${one.proof}  ${one.scope}  ${one.searched ? 'ok' : 'kept'}\n`);
    return 0;
  });
}
