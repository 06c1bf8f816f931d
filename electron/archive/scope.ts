/**
 * Narrows a copy of the database to one board, one term or one year, and pseudonymises it when that was chosen. Works on
 * a copy that is thrown away afterwards, never on the board's own file.
 */
import type SQLite from 'better-sqlite3';
import { expandFinnishWord } from '../../db/model/finnish.ts';
import { storedTables, type StoredTable } from './stored-tables.ts';

export interface ArchiveScope {
  /** Null: every board of the database. */
  boardId: string | null;
  /** First and last day of the meetings; null: from the first, to the last. */
  from: string | null;
  to: string | null;
}

export const isWhole = ({ boardId, from, to }: ArchiveScope): boolean =>
  boardId === null && from === null && to === null;

/**
 * What a package of one board, term or year does with the tables that do not belong to a board by a reference of their
 * own: those that do go with it. `needed`: rows that something in the package refers to. `detail`: goes with a person or an
 * organisation and keeps neither. `list`: codes and words, whole. `office`: the desk's own, left out.
 */
const TABLE_SCOPE: Readonly<Record<string, 'needed' | 'detail' | 'list' | 'office'>> = {
  archive_import: 'office',
  archive_package: 'office',
  audit: 'needed',
  change_batch: 'office',
  clock: 'needed',
  clock_occurrence: 'needed',
  clock_task: 'needed',
  consent: 'detail',
  contact_role: 'list',
  contact_role_holder: 'detail',
  disposal_line: 'office',
  disposal_proposal: 'office',
  erasure: 'office',
  field: 'list',
  file_content: 'needed',
  file_part: 'needed',
  mail_settings: 'office',
  municipality: 'list',
  network: 'list',
  network_member: 'detail',
  organisation: 'needed',
  organisation_attachment: 'detail',
  organisation_name: 'detail',
  organisation_tag: 'detail',
  organisation_view: 'office',
  participation: 'needed',
  person: 'needed',
  person_privacy: 'detail',
  phrase_set: 'list',
  position: 'detail',
  postal_address: 'detail',
  privacy_settings: 'list',
  region: 'list',
  retention_change: 'office',
  table_mapping: 'office',
  wellbeing_county: 'list',
};

/** Tables that neither belong to a board by references that may not be empty nor are decided on above. */
export function undecidedTables(tables: readonly StoredTable[]): string[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const reaches = (name: string, passed: ReadonlySet<string>): boolean => {
    if (name === 'board' || name === 'meeting') return true;
    const table = byName.get(name);
    if (table === undefined || passed.has(name)) return false;
    return table.references.some(
      (reference) =>
        reference.columns.every((column) => table.columns.find((one) => one.name === column)?.required) &&
        reaches(reference.table, new Set([...passed, name])),
    );
  };
  return tables
    .map(({ name }) => name)
    .filter((name) => TABLE_SCOPE[name] === undefined && !reaches(name, new Set()));
}

/** Columns with a day by which records without a meeting are narrowed to a term or a year. */
const DATED: readonly [table: string, column: string][] = [
  ['old_minutes', 'held_on'],
  ['board_cost', 'booked_on'],
];

/** Runs a work without triggers and references, which both stand up again afterwards. */
function withoutGuards(raw: SQLite.Database, work: () => void): void {
  const triggers = raw.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  raw.pragma('foreign_keys = OFF');
  raw.transaction(() => {
    for (const { name } of triggers) raw.exec(`drop trigger "${name}"`);
    work();
    for (const { sql } of triggers) raw.exec(sql);
  })();
  raw.pragma('foreign_keys = ON');
}

/** Takes away what is outside the scope, with everything that belongs to it. */
export function narrow(raw: SQLite.Database, scope: ArchiveScope): void {
  if (isWhole(scope)) return;
  withoutGuards(raw, () => {
    const { boardId, from, to } = scope;
    if (boardId !== null) {
      // A sub-body (työvaliokunta) goes with its board.
      raw.prepare('delete from board where id <> ? and parent_id is not ?').run(boardId, boardId);
    }
    if (from !== null) raw.prepare('delete from meeting where held_on < ?').run(from);
    if (to !== null) raw.prepare('delete from meeting where held_on > ?').run(to);
    for (const [table, column] of DATED) {
      if (from !== null) raw.prepare(`delete from "${table}" where "${column}" < ?`).run(from);
      if (to !== null) raw.prepare(`delete from "${table}" where "${column}" > ?`).run(to);
    }
    for (const { name } of storedTables(raw))
      if (TABLE_SCOPE[name] === 'office') raw.exec(`delete from "${name}"`);
    removeOrphans(raw);
    removeUnneeded(raw);
    removeOrphans(raw);
    const content = storedTables(raw)
      .filter(({ name }) => name !== 'file_part')
      .flatMap((table) => referring(table, 'file_content'));
    raw.exec(`delete from file_content where sha256 not in (${content.join(' union ')})`);
    removeOrphans(raw);
    narrowAudit(raw);
  });
}

interface Breach {
  table: string;
  rowid: number | null;
  fkid: number;
}

/** Rows that refer to something gone go too; where the reference may be empty, it is emptied. */
function removeOrphans(raw: SQLite.Database): void {
  const tables = new Map(storedTables(raw).map((table) => [table.name, table]));
  for (;;) {
    const breaches = raw.pragma('foreign_key_check') as Breach[];
    if (breaches.length === 0) return;
    for (const { table, rowid, fkid } of breaches) {
      const { references, columns } = tables.get(table)!;
      const keys = raw.pragma(`foreign_key_list("${table}")`) as { id: number; from: string }[];
      const from = keys.filter(({ id }) => id === fkid).map((key) => key.from);
      const optional =
        references.length > 0 && from.every((name) => !columns.find((one) => one.name === name)!.required);
      const emptied = optional && tryToEmpty(raw, table, rowid!, from);
      if (!emptied) raw.prepare(`delete from "${table}" where rowid = ?`).run(rowid);
    }
  }
}

/** @returns false when a rule of the table forbids it */
function tryToEmpty(raw: SQLite.Database, table: string, rowid: number, columns: readonly string[]): boolean {
  try {
    raw
      .prepare(
        `update "${table}" set ${columns.map((name) => `"${name}" = null`).join(', ')} where rowid = ?`,
      )
      .run(rowid);
    return true;
  } catch {
    return false;
  }
}

/** People and organisations that nothing in the scope refers to. */
function removeUnneeded(raw: SQLite.Database): void {
  const tables = storedTables(raw);
  const needed = (target: string): string =>
    tables
      .filter(({ name }) => TABLE_SCOPE[name] !== 'detail' && name !== target)
      .flatMap((table) => referring(table, target))
      .concat(
        target === 'organisation'
          ? [
              'select organisation_id from position',
              'select merged_into_id from organisation where merged_into_id is not null',
            ]
          : [],
      )
      .join(' union ');
  raw.exec(`delete from person where id not in (${needed('person')})`);
  raw.exec('delete from position where person_id not in (select id from person)');
  raw.exec(`delete from organisation where id not in (${needed('organisation')})`);
}

function referring(table: StoredTable, target: string): string[] {
  return table.references
    .filter((reference) => reference.table === target)
    .map(({ columns }) => `select "${columns[0]}" from "${table.name}" where "${columns[0]}" is not null`);
}

/** The log of what remains. */
function narrowAudit(raw: SQLite.Database): void {
  const withId = storedTables(raw).filter(
    ({ name, primaryKey }) => name !== 'audit' && primaryKey.length === 1 && primaryKey[0] === 'id',
  );
  raw.exec(
    `delete from audit where not (${withId.map(({ name }) => `(entity = '${name}' and entity_id in (select id from "${name}"))`).join(' or ')})`,
  );
}

/** What is left of people in a pseudonymised package; listed in its README. */
export interface Pseudonymised {
  people: number;
  texts: number;
}

/** Columns of people and organisations that reach somebody. */
export const CONTACT_COLUMNS: Record<string, string[]> = {
  person: ['email', 'phone', 'short_name'],
  organisation: ['email', 'phone'],
};

/** Columns whose names sound like it and that reach nobody, or that the statements below take care of. */
export const NOT_A_PERSONS: readonly string[] = [
  'delivery_event.address',
  'mail_message.address',
  'organisation.postal_code',
  'organisation.street_address',
  'postal_address.postal_code',
  'postal_address.street',
];

/** Where else addresses of people stand, and documents that were sent with their names in them. */
const CONTACT_ROWS = [
  'delete from postal_address',
  // Free answers of surveys tell of those who wrote them.
  'delete from survey_text',
  'delete from mail_settings',
  "update delivery_event set address = ''",
  "update mail_message set address = '', reply = ''",
  "update mail_batch set paused_reply = ''",
  'update mail_part set content = zeroblob(0)',
];

/**
 * Every person becomes "Henkilö 12" in all tables and texts; contact data, content of attachments, and the log's
 * before and after go. Names in inflected forms and with initials are found by their stems.
 */
export function pseudonymise(raw: SQLite.Database): Pseudonymised {
  const people = raw.prepare('select id, name from person order by id').all() as {
    id: string;
    name: string;
  }[];
  const replace = nameReplacer(
    people.map(({ name }, index) => ({ name, pseudonym: `Henkilö ${index + 1}` })),
  );
  let texts = 0;
  withoutGuards(raw, () => {
    people.forEach(({ id }, index) =>
      raw
        .prepare("update person set name = ?, sort_key = '', notes = '' where id = ?")
        .run(`Henkilö ${index + 1}`, id),
    );
    raw.exec('delete from file_part');
    for (const statement of CONTACT_ROWS) raw.exec(statement);
    raw.exec('update audit set before = null, after = null');
    for (const table of storedTables(raw)) {
      for (const column of CONTACT_COLUMNS[table.name] ?? [])
        raw.exec(`update "${table.name}" set "${column}" = null`);
      texts += replaceIn(raw, table, replace);
    }
  });
  return { people: people.length, texts };
}

function replaceIn(raw: SQLite.Database, table: StoredTable, replace: (text: string) => string): number {
  const keys = new Set([...table.primaryKey, ...table.references.flatMap(({ columns }) => columns)]);
  const columns = table.columns.filter(({ name, type }) => type === 'TEXT' && !keys.has(name));
  if (columns.length === 0 || table.name === 'person') return 0;
  const read = raw.prepare(
    `select rowid as at, ${columns.map(({ name }) => `"${name}"`).join(', ')} from "${table.name}"`,
  );
  const update = columns.map(({ name }) =>
    raw.prepare(`update "${table.name}" set "${name}" = ? where rowid = ?`),
  );
  let count = 0;
  for (const row of read.all() as Record<string, string | number | null>[])
    for (const [index, { name }] of columns.entries()) {
      const value = row[name];
      if (typeof value !== 'string') continue;
      const replaced = replace(value);
      if (replaced === value) continue;
      update[index]!.run(replaced, row['at']);
      count += 1;
    }
  return count;
}

/** A surname shorter than this is no sign of a person on its own. */
const SHORTEST_SURNAME = 4;
/** Gradation changes what comes after them: Mäki, Mäen. */
const INDEX_LETTERS = 2;

interface NamePattern {
  /** Letters that every form of the surname begins with. */
  beginning: string;
  length: number;
  pattern: RegExp;
  pseudonym: string;
}

/** Replaces full names and initials with surnames in any inflected form, and surnames alone where that is safe. */
export function nameReplacer(
  people: readonly { name: string; pseudonym: string }[],
): (text: string) => string {
  const byBeginning = Map.groupBy(people.map(namePattern), ({ beginning }) => beginning);
  return (text) => {
    const beginnings = new Set(
      (text.match(/[\p{Lu}\p{N}][\p{L}\p{N}'-]*/gu) ?? []).map((word) =>
        word.slice(0, INDEX_LETTERS).toLowerCase(),
      ),
    );
    const candidates = [...beginnings].flatMap((beginning) => byBeginning.get(beginning) ?? []);
    // The longest name first, so that "Anna-Maija Virtanen" is not taken for "Maija Virtanen".
    candidates.sort((a, b) => b.length - a.length);
    return candidates.reduce((result, { pattern, pseudonym }) => result.replaceAll(pattern, pseudonym), text);
  };
}

function namePattern({ name, pseudonym }: { name: string; pseudonym: string }): NamePattern {
  const parts = name.trim().split(/\s+/);
  const surname = parts.at(-1)!;
  const capital = (form: string): string => RegExp.escape(form[0]!.toUpperCase() + form.slice(1));
  const { prefixes, exact } = expandFinnishWord(surname);
  const inflected = [...prefixes.map((stem) => `${capital(stem)}\\p{L}*`), ...exact.map(capital)];
  const plain = `${RegExp.escape(surname)}\\p{L}*`;
  // Alone, only forms that keep the surname's own letters: `Lain` is the law far more often than Laine.
  const alone = surname.endsWith('nen')
    ? `${plain}|${RegExp.escape(surname.slice(0, -3))}s[et]\\p{L}*`
    : plain;
  const given = parts
    .slice(0, -1)
    .map((part) => RegExp.escape(part))
    .join('\\s+');
  const withGiven = `(?:${given}|${RegExp.escape(parts[0]![0]!)}\\.)\\s*(?:${[plain, ...inflected].join('|')})`;
  const choices = [
    ...(parts.length > 1 ? [withGiven] : []),
    ...(parts.length === 1 || surname.length >= SHORTEST_SURNAME ? [alone] : []),
  ];
  return {
    beginning: surname.slice(0, INDEX_LETTERS).toLowerCase(),
    length: name.length,
    pattern: new RegExp(`(?<![\\p{L}-])(?:${choices.join('|')})(?!\\p{L})`, 'gu'),
    pseudonym,
  };
}
