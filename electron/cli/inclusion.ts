/**
 * `pykala show inclusion|inclusion-coverage --db FILE`: immigrant inclusion as it is known outside the program. Small counts are
 * shown as "1–4" here too.
 */
import type { Kysely } from 'kysely';
import { inclusionCoverage } from '../../db/features/inclusion-coverage.ts';
import { inclusionEntries } from '../../db/features/inclusion-views.ts';
import type { Database } from '../../db/core/schema.ts';
import { AppError } from '../../db/model/errors.ts';
import { INCLUSION_KINDS } from '../../db/model/inclusion.ts';
import { coverageTable, periodText } from '../../db/model/inclusion-export.ts';
import { INCLUSION_WORDS } from '../../db/model/inclusion-words.ts';
import { inLanguage } from '../../db/model/language.ts';
import { weeklyText } from '../../db/model/opening-hours.ts';
import { shownCount } from '../../db/model/small-counts.ts';
import { languageList } from '../../db/model/spoken-language.ts';
import { today } from '../backend/today.ts';
import { withDatabase, type Tools } from './commands.ts';

async function boardOf(db: Kysely<Database>, shortName: string | null): Promise<string> {
  let query = db.selectFrom('board').select('id').orderBy('position').orderBy('id');
  if (shortName !== null) query = query.where('short_name', '=', shortName);
  const board = await query.executeTakeFirst();
  if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
  return board.id;
}

const shown = (count: number | null | undefined): string | null =>
  count === null || count === undefined ? null : shownCount(count);

/** Prints the entries with the counts of paths. Exit 1 when there is none. */
export async function showInclusion(
  tools: Tools,
  options: { db: string; board: string | null },
): Promise<number> {
  const { language } = tools;
  const entries = await withDatabase(options.db, false, async ({ kysely }) =>
    inclusionEntries(kysely, await boardOf(kysely, options.board), today()),
  );
  if (tools.json)
    tools.out(
      `${JSON.stringify(
        entries.map((entry) => ({
          code: entry.code,
          kind: entry.kind,
          name: entry.name,
          municipalities: entry.municipalities,
          regional: entry.isRegional,
          languages: entry.languages,
          participation: entry.participation,
          host: entry.host && inLanguage(entry.host.name, language),
          organisations: entry.organisations.map(({ name }) => inLanguage(name, language)),
          startsOn: entry.startsOn,
          endsOn: entry.endsOn,
          participants: shown(entry.participantCount) ?? entry.participantBand,
          opening: weeklyText(entry.weeklyHours, language),
          plainState: entry.plainState,
          link: entry.link,
          steps: entry.steps.map(({ name }) => name),
          periods: entry.periods.map((period) => ({
            startsOn: period.startsOn,
            endsOn: period.endsOn,
            counts: entry.steps.map(({ id }) => shown(period.counts[id])),
            total: shown(period.total),
            left: shown(period.leftCount),
            findings: period.findings.map(({ code }) => code),
          })),
          flags: entry.flags.map(({ code }) => code),
        })),
        null,
        2,
      )}\n`,
    );
  else
    for (const entry of entries) {
      const words = INCLUSION_WORDS[language];
      const places = [
        ...(entry.isRegional ? [words.wholeRegion] : []),
        ...entry.places.map(({ name }) => inLanguage(name, language)),
      ].join(', ');
      tools.out(
        `${entry.code}  ${words.kinds[entry.kind]}: ${entry.name}  ${places}  ${languageList(entry.languages, language)}\n`,
      );
      for (const period of entry.periods)
        tools.out(
          `    ${periodText(period, language)}: ${entry.steps
            .map(({ id, name }) => `${name} ${shown(period.counts[id]) ?? words.notCounted}`)
            .join(' → ')}\n`,
        );
    }
  return entries.length > 0 ? 0 : 1;
}

/** Prints municipality × kind with the gaps. Exit 1 when something is missing somewhere. */
export async function showInclusionCoverage(
  tools: Tools,
  options: { db: string; board: string | null; year: string | undefined },
): Promise<number> {
  const { language } = tools;
  const { year } = options;
  const filter = {
    period: year === undefined ? null : { from: `${year}-01-01`, to: `${year}-12-31` },
    language: null,
  };
  const view = await withDatabase(options.db, false, async ({ kysely }) =>
    inclusionCoverage(
      kysely,
      { boardId: await boardOf(kysely, options.board), regionCode: null, filter },
      today(),
    ),
  );
  const { coverage, region } = view;
  if (tools.json)
    tools.out(
      `${JSON.stringify(
        {
          region: region && { code: region.code, name: inLanguage(region.name, language) },
          municipalities: coverage.rows.map((row) => ({
            code: row.code,
            name: inLanguage(row.name, language),
            counts: Object.fromEntries(
              INCLUSION_KINDS.map((kind) => [
                kind,
                { own: row.cells[kind].entryIds.length, regional: row.cells[kind].regionalIds.length },
              ]),
            ),
            languages: row.languages,
            gaps: row.gaps,
          })),
          covered: coverage.covered,
          languages: coverage.languages,
          gaps: coverage.gaps,
        },
        null,
        2,
      )}\n`,
    );
  else {
    const { columns, rows } = coverageTable({ region: null, coverage, filter, entries: [] }, language);
    for (const row of [columns, ...rows]) tools.out(`${row.join(' | ')}\n`);
  }
  return coverage.gaps > 0 ? 1 : 0;
}
