/** Two packages beside each other: what one has and the other has not, and what differs. Pure. */

export interface SummaryEntry {
  /** The same thing has the same key in both packages. */
  key: string;
  /** As it is shown. */
  name: string;
  /** Hash of everything that is compared. */
  hash: string;
}

/** What of a package is compared. */
export interface PackageSummary {
  name: string;
  organisations: SummaryEntry[];
  decisions: SummaryEntry[];
  minutes: SummaryEntry[];
  /** Files of the payload by their SHA-512, as the manifest says. */
  files: SummaryEntry[];
}

export const COMPARED_PARTS = ['organisations', 'decisions', 'minutes', 'files'] as const;
export type ComparedPart = (typeof COMPARED_PARTS)[number];

export interface Difference {
  key: string;
  name: string;
  /** Name in the other package, when it differs. */
  otherName: string | null;
  kind: 'only_first' | 'only_second' | 'differs';
}

export interface PartComparison {
  same: number;
  differences: Difference[];
}

/** Compares part by part. The order is that of the names. */
export function comparePackages(
  first: PackageSummary,
  second: PackageSummary,
): Record<ComparedPart, PartComparison> {
  const result = {} as Record<ComparedPart, PartComparison>;
  for (const part of COMPARED_PARTS) result[part] = compareEntries(first[part], second[part]);
  return result;
}

function compareEntries(first: readonly SummaryEntry[], second: readonly SummaryEntry[]): PartComparison {
  const others = new Map(second.map((entry) => [entry.key, entry]));
  const keys = new Set(first.map(({ key }) => key));
  let same = 0;
  const differences: Difference[] = [];
  for (const { key, name, hash } of first) {
    const other = others.get(key);
    if (other === undefined) differences.push({ key, name, otherName: null, kind: 'only_first' });
    else if (other.hash === hash) same += 1;
    else differences.push({ key, name, otherName: other.name === name ? null : other.name, kind: 'differs' });
  }
  for (const { key, name } of second)
    if (!keys.has(key)) differences.push({ key, name, otherName: null, kind: 'only_second' });
  differences.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return { same, differences };
}
