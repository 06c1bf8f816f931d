/**
 * What an organisation's card holds beyond its details, as cells of a table: several entries parted by semicolons, a
 * period in brackets after a name. Printed so that reading gives the same; an entry with a semicolon or a bracket in it
 * stands in quotation marks.
 */
import { formatDate } from './dates.ts';
import type { Language } from './language.ts';
import type { AreaKind, LifeCourse } from './register-card.ts';

export interface NamePeriod {
  name: string;
  startsOn: string | null;
  endsOn: string | null;
}
export interface NetworkPeriod {
  networkId: string;
  /** Null: since the day of the import. */
  startsOn: string | null;
  endsOn: string | null;
}
export interface Area {
  kind: AreaKind;
  /** Municipalities, where the kind is theirs. */
  codes: string[];
}

/** Another organisation as a cell names it: by an identifier, or by its name alone. */
export interface OrganisationReference {
  id: string | null;
  businessId: string | null;
  registerNumber: string | null;
  name: string;
}

/** The columns of the card. Lists are only added to by an import. */
export interface CardColumns {
  lifeCourses: LifeCourse[];
  area: Area | null;
  tags: string[];
  networks: NetworkPeriod[];
  formerNames: NamePeriod[];
  endedOn: string | null;
  mergedInto: OrganisationReference | null;
}
export const NO_CARD: CardColumns = Object.freeze({
  lifeCourses: [],
  area: null,
  tags: [],
  networks: [],
  formerNames: [],
  endedOn: null,
  mergedInto: null,
});

/** Parts a cell: by semicolons or line ends, and where there is neither by commas when `commas`. */
export function splitEntries(text: string, { commas = false } = {}): string[] {
  const parted = splitBy(text, /[;\n]/);
  const entries = parted.length > 1 || !commas || text.includes('"') ? parted : splitBy(text, /,/);
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '' && entry !== '""');
}

function splitBy(text: string, separator: RegExp): string[] {
  const entries = [''];
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && separator.test(character)) entries.push('');
    else entries[entries.length - 1] += character;
  }
  return entries;
}

const quoted = (text: string): string =>
  /[;,"()\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
export const unquoted = (text: string): string =>
  /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;

export const joinEntries = (entries: readonly string[]): string => entries.join('; ');
export const printTags = (tags: readonly string[]): string => joinEntries(tags.map(quoted));

/** `Nuorisoseura Viesti (1.1.1999–31.12.2012)`; without a period the name alone. */
export function printPeriod({ name, startsOn, endsOn }: NamePeriod, language: Language): string {
  // An ISO day in English: the month in words is not read.
  const day = (date: string | null): string =>
    date === null ? '' : language === 'en' ? date : formatDate(date, language);
  const bare = quoted(name);
  return startsOn === null && endsOn === null ? bare : `${bare} (${day(startsOn)}–${day(endsOn)})`;
}

/**
 * Reads a name with the period after it.
 * @param readDay as cells of dates are read
 * @returns the code of what is wrong
 */
export function readPeriod(
  entry: string,
  readDay: (text: string) => string | null,
): NamePeriod | 'invalid_date' | 'ends_before_start' | 'required' {
  const period = /^(.*?)\s*\(([^()"]*[–—-][^()"]*)\)$/s.exec(entry);
  const inside = period?.[2] ?? '';
  // An ISO date has hyphens of its own.
  const days = /[–—]/.test(inside)
    ? inside.split(/[–—]/)
    : inside.split(/\s-\s|(?<=\d{4}|^)-(?=\d{1,2}\.|$)/);
  const isPeriod = period !== null && days.length === 2 && days.every((day) => /^[\d./\s-]*$/.test(day));
  const name = unquoted((isPeriod ? (period[1] ?? '') : entry).trim()).trim();
  if (name === '') return 'required';
  if (!isPeriod) return { name, startsOn: null, endsOn: null };
  const [startsOn, endsOn] = days.map((day) => (day.trim() === '' ? null : (readDay(day) ?? 'wrong')));
  if (startsOn === 'wrong' || endsOn === 'wrong') return 'invalid_date';
  if (startsOn && endsOn && endsOn < startsOn) return 'ends_before_start';
  return { name, startsOn: startsOn ?? null, endsOn: endsOn ?? null };
}

/** `Maakunnan Martat ry (0215839-7)`: the name, and the surest identifier that there is. */
export function printReference({ id, name }: OrganisationReference): string {
  return id === null ? name : `${name} (${id})`;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/i;

export function readReference(text: string): OrganisationReference {
  const id = ID.exec(text)?.[0].toLowerCase() ?? null;
  const inside = /\(([^()]*)\)\s*$/.exec(text)?.[1]?.trim() ?? text.trim();
  const businessId = /^\d{7}-\d$/.test(inside) ? inside : null;
  const number = /^\d{1,3}\.?\d{3}$/.test(inside) ? inside.replace('.', '') : null;
  const isKey = id !== null || businessId !== null || number !== null;
  const name = isKey ? text.replace(/\s*\([^()]*\)\s*$/, '').trim() : text.trim();
  return { id, businessId, registerNumber: number, name };
}

/** What a register holds and a table adds: nothing that is there goes. */
export function withAdded<Key extends keyof CardColumns>(
  key: Key,
  before: CardColumns[Key],
  added: CardColumns[Key],
): CardColumns[Key] {
  switch (key) {
    case 'lifeCourses':
      return sorted([...new Set([...(before as string[]), ...(added as string[])])]) as CardColumns[Key];
    case 'tags': {
      const known = new Set((before as string[]).map(fold));
      return sorted([
        ...(before as string[]),
        ...uniqueBy(added as string[], fold).filter((tag) => !known.has(fold(tag))),
      ]) as CardColumns[Key];
    }
    case 'formerNames':
      return addPeriods(
        before as NamePeriod[],
        added as NamePeriod[],
        (one) => fold(one.name),
        (own, { startsOn, endsOn }) => own.length > 0 && startsOn === null && endsOn === null,
      ) as CardColumns[Key];
    case 'networks':
      return addPeriods(
        before as NetworkPeriod[],
        added as NetworkPeriod[],
        (one) => one.networkId,
        (own, one) =>
          one.endsOn === null &&
          own.some(
            ({ startsOn, endsOn }) =>
              endsOn === null && (one.startsOn === null || (startsOn ?? '') <= one.startsOn),
          ),
      ) as CardColumns[Key];
    case 'area':
    case 'endedOn':
    case 'mergedInto':
      return added;
  }
}

/** Whether two cells mean the same organisation. */
export function sameReference(a: OrganisationReference, b: OrganisationReference): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id;
  for (const key of ['businessId', 'registerNumber'] as const)
    if (a[key] !== null && b[key] !== null) return a[key] === b[key];
  return fold(a.name) === fold(b.name);
}

const fold = (text: string): string => text.toLocaleLowerCase('fi');
const sorted = <Value extends string>(values: readonly Value[]): Value[] => values.toSorted();
const uniqueBy = <Value>(values: readonly Value[], key: (value: Value) => string): Value[] =>
  [...new Map(values.toReversed().map((value) => [key(value), value] as const)).values()].toReversed();

/**
 * A period that begins on the same day is the same one, and may be ended by the table. One without days, or within a
 * present one that goes on, says nothing new.
 */
function addPeriods<One extends { startsOn: string | null; endsOn: string | null }>(
  before: readonly One[],
  added: readonly One[],
  key: (one: One) => string,
  isKnown: (own: readonly One[], one: One) => boolean,
): One[] {
  const all = [...before];
  for (const one of added) {
    const at = all.findIndex((each) => key(each) === key(one) && each.startsOn === one.startsOn);
    const same = all[at];
    if (same !== undefined) {
      if (one.endsOn !== null && same.endsOn === null) all[at] = { ...same, endsOn: one.endsOn };
    } else if (
      !isKnown(
        all.filter((each) => key(each) === key(one)),
        one,
      )
    )
      all.push(one);
  }
  return byText(all, (one) => `${key(one)} ${one.startsOn ?? ''} ${one.endsOn ?? ''}`);
}

/** In the order of a text, so that equal lists are written alike. */
export function byText<One>(list: readonly One[], text: (one: One) => string): One[] {
  return list.toSorted((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
}
