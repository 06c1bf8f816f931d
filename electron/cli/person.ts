/** `pykala person report|erase`: everything about a person, and its erasure. */
import path from 'node:path';
import { openDatabase, type OpenDatabase } from '../../db/core/open.ts';
import { planErasure } from '../../db/features/erasure-plan.ts';
import { erasePersons } from '../../db/features/erasure.ts';
import { personReport } from '../../db/features/person-report.ts';
import { tableWord } from '../../db/model/data-words.ts';
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

const ERASURE_WORDS = {
  fi: {
    scope: 'Poistetaan',
    whole: 'koko henkilö',
    contact: 'yhteystiedot; nimi jää pöytäkirjoihin',
    nothing: 'ei mitään',
    removed: 'Poistuvat tiedot',
    kept: 'Säilyvät merkinnät',
    none: 'ei ole',
    restricted: 'Henkilön tietojen käsittelyä on rajoitettu.',
    sure: 'Mitään ei poistettu. Poista lisäämällä --yes; poistoa ei voi perua.',
    searched: 'tiedot etsittiin tietokannasta, eikä niitä löytynyt',
    left: 'osa tiedoista löytyy vielä tietokannasta',
  },
  sv: {
    scope: 'Raderas',
    whole: 'hela personen',
    contact: 'kontaktuppgifterna; namnet blir kvar i protokollen',
    nothing: 'ingenting',
    removed: 'Uppgifter som raderas',
    kept: 'Anteckningar som blir kvar',
    none: 'inga',
    restricted: 'Behandlingen av personens uppgifter är begränsad.',
    sure: 'Ingenting raderades. Radera genom att lägga till --yes; det kan inte ångras.',
    searched: 'uppgifterna söktes i databasen och fanns inte',
    left: 'en del av uppgifterna finns ännu i databasen',
  },
  en: {
    scope: 'To be erased',
    whole: 'the whole person',
    contact: 'contact data; the name stays in the minutes',
    nothing: 'nothing',
    removed: 'Data that go',
    kept: 'Records that stay',
    none: 'none',
    restricted: 'The processing of the data of this person is restricted.',
    sure: 'Nothing was erased. Add --yes to erase; it cannot be undone.',
    searched: 'the data were looked for in the database and not found',
    left: 'some of the data are still found in the database',
  },
} as const;

/** `pykala person erase --person … --db FILE [--yes] [--json]`: what would go; with `--yes` it goes. No undo. */
export async function erasePerson(tools: Tools, options: PersonOptions & { sure: boolean }): Promise<number> {
  const words = ERASURE_WORDS[tools.language];
  return await withPerson(options, async (database, id) => {
    if (!options.sure) {
      const { scope, removed, kept, isRestricted } = await planErasure(database.kysely, id, today());
      const plan = { dryRun: true, scope, removed, kept, isRestricted };
      if (tools.json) tools.out(`${JSON.stringify(plan, null, 2)}\n`);
      else {
        const lines = (rows: typeof removed): string[] =>
          rows.length === 0
            ? [`  ${words.none}`]
            : rows.map(({ table, count }) => `  ${tableWord(table, tools.language)}: ${count}`);
        const told = [
          `${words.scope}: ${words[scope]}`,
          `${words.removed}:`,
          ...lines(removed),
          `${words.kept}:`,
          ...lines(kept),
          ...(isRestricted ? [words.restricted] : []),
        ];
        tools.out(`${told.join('\n')}\n`);
        tools.error(`pykala: ${words.sure}\n`);
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
    else
      for (const one of proofs)
        tools.out(`${one.proof}  ${words[one.scope]}  ${one.searched ? words.searched : words.left}\n`);
    return 0;
  });
}
