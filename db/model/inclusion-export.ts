/**
 * Immigrant inclusion in what leaves the program: coverage, entries and counts of paths as tables and as a document.
 * Small counts are shown as "1–4" here, always.
 */
import { formatDate } from './dates.ts';
import { INCLUSION_KINDS, type InclusionValues } from './inclusion.ts';
import type { Coverage, CoverageFilter } from './inclusion-coverage.ts';
import type { PathPeriod } from './inclusion-path.ts';
import { INCLUSION_WORDS } from './inclusion-words.ts';
import { inLanguage, type Language, type LocalisedText } from './language.ts';
import { exceptionText, weeklyText } from './opening-hours.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import { richText } from './rich-text.ts';
import { shownCount, shownSum } from './small-counts.ts';
import { languageList, spokenLanguageName } from './spoken-language.ts';

/** One entry as tables show it. */
export interface ExportedEntry extends InclusionValues {
  code: string;
  host: { name: LocalisedText } | null;
  organisations: readonly { name: LocalisedText }[];
  places: readonly { name: LocalisedText }[];
  steps: readonly { id: string; name: string }[];
  periods: readonly PathPeriod[];
}

export interface InclusionExport {
  region: LocalisedText | null;
  coverage: Coverage;
  filter: CoverageFilter;
  entries: readonly ExportedEntry[];
}

export interface ExportTable {
  title: string;
  columns: string[];
  rows: string[][];
}

/** Municipality × kind: how many there are; an empty cell would hide that one has looked, so a gap is written out. */
export function coverageTable({ coverage }: InclusionExport, language: Language): ExportTable {
  const words = INCLUSION_WORDS[language];
  return {
    title: words.coverage,
    columns: [
      words.municipality,
      ...INCLUSION_KINDS.map((kind) => words.kindsMany[kind]),
      words.languages,
      words.gaps,
    ],
    rows: coverage.rows.map(({ name, cells, ownLanguages, gaps }) => [
      inLanguage(name, language),
      ...INCLUSION_KINDS.map((kind) => {
        const { entryIds, regionalIds } = cells[kind];
        if (entryIds.length === 0 && regionalIds.length === 0) return words.missing;
        if (regionalIds.length === 0) return String(entryIds.length);
        if (entryIds.length === 0) return `${regionalIds.length} (${words.wholeRegion})`;
        return `${entryIds.length} + ${regionalIds.length} (${words.wholeRegion})`;
      }),
      languageList(ownLanguages, language),
      gaps.map((kind) => words.kindsMany[kind].toLocaleLowerCase(language)).join(', '),
    ]),
  };
}

export function entriesTable({ entries }: InclusionExport, language: Language): ExportTable {
  const words = INCLUSION_WORDS[language];
  const day = (date: string | null): string => (date === null ? '' : formatDate(date, language));
  return {
    title: words.entries,
    columns: [
      words.code,
      words.kind,
      words.name,
      words.municipalities,
      words.organisers,
      words.allLanguages,
      words.starts,
      words.ends,
      words.participants,
      words.goal,
      words.hours,
      words.place,
      words.opening,
      words.participationLabel,
      words.details,
    ],
    rows: entries.map((entry) => [
      entry.code,
      words.kinds[entry.kind],
      entry.name,
      [
        ...(entry.isRegional ? [words.wholeRegion] : []),
        ...entry.places.map(({ name }) => inLanguage(name, language)),
      ].join(', '),
      organisers(entry, language),
      languageList(entry.languages, language),
      day(entry.startsOn),
      day(entry.endsOn),
      entry.participantCount === null
        ? (entry.participantBand ?? '').replace('-', '–')
        : shownCount(entry.participantCount),
      entry.participantGoal === null ? '' : String(entry.participantGoal),
      entry.hours === null ? '' : String(entry.hours).replace('.', language === 'en' ? '.' : ','),
      entry.place,
      [
        weeklyText(entry.weeklyHours, language),
        ...entry.exceptions.map((one) => exceptionText(one, language)),
      ]
        .filter((text) => text !== '')
        .join('; '),
      entry.participation.map((type) => words.participation[type]).join(', '),
      [
        entry.topic,
        entry.audience,
        entry.trainingForm === null ? '' : words.forms[entry.trainingForm],
        entry.plainState === null ? '' : words.plain[entry.plainState],
        entry.link,
      ]
        .filter((text) => text !== '')
        .join('; '),
    ]),
  };
}

function organisers(entry: ExportedEntry, language: Language): string {
  return [entry.host ?? [], ...entry.organisations]
    .flat()
    .map(({ name }) => inLanguage(name, language))
    .join(', ');
}

/** Counts by path, period and step, in the order of the steps; the total of the period and who left come last. */
export function pathsTable({ entries }: InclusionExport, language: Language): ExportTable {
  const words = INCLUSION_WORDS[language];
  const shown = (count: number | null | undefined): string =>
    count === null || count === undefined ? words.notCounted : shownCount(count);
  return {
    title: words.paths,
    columns: [words.code, words.path, words.period, words.step, words.count],
    rows: entries.flatMap(({ code, name, steps, periods }) =>
      periods.flatMap((period) => {
        const head = [code, name, periodText(period, language)];
        return [
          ...steps.map((step) => [...head, step.name, shown(period.counts[step.id])]),
          [...head, words.total, shown(period.total)],
          [...head, words.left, shown(period.leftCount)],
        ];
      }),
    ),
  };
}

/** "1.1.2026–30.6.2026" */
export function periodText(period: { startsOn: string; endsOn: string }, language: Language): string {
  return `${formatDate(period.startsOn, language)}–${formatDate(period.endsOn, language)}`;
}

/** How many came to what was held, as far as it was counted, as it may be shown. */
function participantsText(entries: readonly ExportedEntry[]): string {
  return shownSum(entries.flatMap(({ participantCount }) => participantCount ?? []));
}

/** The coverage with its gaps, the entries and the paths, as a document. @param on ISO date of the printing */
export function printInclusion(
  source: InclusionExport,
  board: LocalisedText,
  on: string,
  language: Language,
): PrintableDocument {
  const words = INCLUSION_WORDS[language];
  const { coverage, filter } = source;
  const organisation = inLanguage(board, language);
  const table = (one: ExportTable, widths: readonly number[], from = 0): PrintableBlock[] =>
    one.rows.length === 0
      ? []
      : [
          { type: 'heading', level: 2, text: one.title },
          {
            type: 'table',
            caption: '',
            columns: one.columns
              .slice(from, from + widths.length)
              .map((label, index) => ({ label, width: widths[index] ?? 1 })),
            rows: one.rows.map((row) => row.slice(from, from + widths.length)),
          },
        ];
  const held = source.entries.filter(({ participantCount }) => participantCount !== null);
  return {
    kind: 'register',
    language,
    title: `${words.title} – ${organisation}`,
    identification: {
      organisation,
      documentType: words.title,
      number: '',
      date: formatDate(on, language),
      isoDate: on,
      diaryNumber: null,
      status: '',
    },
    keywords: [words.title, words.coverage],
    landscape: true,
    blocks: [
      {
        type: 'facts',
        rows: [
          ...(source.region === null
            ? []
            : [{ label: words.region, lines: [inLanguage(source.region, language)] }]),
          {
            label: words.period,
            lines: [
              filter.period === null
                ? words.anyTime
                : periodText({ startsOn: filter.period.from, endsOn: filter.period.to }, language),
            ],
          },
          ...(filter.language === null
            ? []
            : [{ label: words.language, lines: [spokenLanguageName(filter.language, language)] }]),
          {
            label: words.allLanguages,
            lines: [
              coverage.languages
                .map(
                  ({ code, municipalities }) => `${spokenLanguageName(code, language)} (${municipalities})`,
                )
                .join(', ') || '–',
            ],
          },
          ...(held.length === 0 ? [] : [{ label: words.participants, lines: [participantsText(held)] }]),
        ],
      },
      ...table(coverageTable(source, language), [2.2, 1.5, 1.6, 1.6, 1.5, 1.5, 3.4, 3]),
      ...table(entriesTable(source, language), [1, 2, 3.2, 2.4, 3.6, 3, 1.5, 1.5, 1.5]),
      ...table(pathsTable(source, language), [1, 3, 3, 4, 1.5]),
      { type: 'text', body: richText(words.smallCounts).content },
    ],
  };
}
