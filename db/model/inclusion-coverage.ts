/**
 * Coverage (kattavuus): which municipality has what for the inclusion of immigrants, in which languages, and what it
 * lacks. It is counted from the entries alone: every number is the number of rows behind it.
 */
import { INCLUSION_KINDS, isThere, type InclusionKind } from './inclusion.ts';
import type { LocalisedText } from './language.ts';
import { inLanguageOrder, type SpokenLanguage } from './spoken-language.ts';

export interface CoveredEntry {
  id: string;
  kind: InclusionKind;
  name: string;
  languages: readonly SpokenLanguage[];
  /** Codes. */
  municipalities: readonly string[];
  isRegional: boolean;
  startsOn: string | null;
  endsOn: string | null;
}

export interface CoverageCell {
  /** Of the municipality itself. */
  entryIds: string[];
  /** Of the whole region, which serve every municipality. */
  regionalIds: string[];
  languages: SpokenLanguage[];
}

export interface CoverageRow {
  code: string;
  name: LocalisedText;
  cells: Record<InclusionKind, CoverageCell>;
  languages: SpokenLanguage[];
  /** Of what is its own: the region's materials would hide what is missing on the spot. */
  ownLanguages: SpokenLanguage[];
  /** Kinds of which there is nothing. */
  gaps: InclusionKind[];
}

export interface Coverage {
  rows: CoverageRow[];
  /** Municipalities that have something, by kind. */
  covered: Record<InclusionKind, number>;
  /** Languages that are met somewhere: in how many municipalities, and in how many of them by something of their own. */
  languages: { code: SpokenLanguage; municipalities: number; own: number }[];
  gaps: number;
}

export interface CoverageFilter {
  /** ISO days, both included; null: whenever. */
  period: { from: string; to: string } | null;
  /** Only what is in this language; null: in any. */
  language: SpokenLanguage | null;
}

const byKind = <Value>(value: (kind: InclusionKind) => Value): Record<InclusionKind, Value> =>
  Object.fromEntries(INCLUSION_KINDS.map((kind) => [kind, value(kind)])) as Record<InclusionKind, Value>;

/** What the filter leaves. */
export function coveredEntries<Entry extends CoveredEntry>(
  entries: readonly Entry[],
  filter: CoverageFilter,
): Entry[] {
  return entries.filter(
    (entry) =>
      (filter.period === null || isThere(entry, filter.period)) &&
      (filter.language === null || entry.languages.includes(filter.language)),
  );
}

/** @param municipalities those of the region, in the order in which they are shown */
export function coverage(
  entries: readonly CoveredEntry[],
  municipalities: readonly { code: string; name: LocalisedText }[],
  filter: CoverageFilter,
): Coverage {
  const shown = coveredEntries(entries, filter);
  const rows = municipalities.map(({ code, name }): CoverageRow => {
    const cells = byKind((kind): CoverageCell => {
      const ofKind = shown.filter((entry) => entry.kind === kind);
      const own = ofKind.filter((entry) => entry.municipalities.includes(code));
      const regional = ofKind.filter((entry) => entry.isRegional && !entry.municipalities.includes(code));
      return {
        entryIds: own.map(({ id }) => id),
        regionalIds: regional.map(({ id }) => id),
        languages: inLanguageOrder([...own, ...regional].flatMap(({ languages }) => languages)),
      };
    });
    return {
      code,
      name,
      cells,
      languages: inLanguageOrder(INCLUSION_KINDS.flatMap((kind) => cells[kind].languages)),
      ownLanguages: inLanguageOrder(
        shown.filter((entry) => entry.municipalities.includes(code)).flatMap(({ languages }) => languages),
      ),
      gaps: INCLUSION_KINDS.filter((kind) => isGap(cells[kind])),
    };
  });
  return {
    rows,
    covered: byKind((kind) => rows.filter(({ cells }) => !isGap(cells[kind])).length),
    languages: inLanguageOrder(rows.flatMap(({ languages }) => languages)).map((code) => ({
      code,
      municipalities: rows.filter(({ languages }) => languages.includes(code)).length,
      own: rows.filter(({ ownLanguages }) => ownLanguages.includes(code)).length,
    })),
    gaps: rows.reduce((sum, { gaps }) => sum + gaps.length, 0),
  };
}

/** Nothing of its own, and nothing of the region's either. */
function isGap({ entryIds, regionalIds }: CoverageCell): boolean {
  return entryIds.length === 0 && regionalIds.length === 0;
}
