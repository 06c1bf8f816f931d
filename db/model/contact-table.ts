/** The matrix of contact roles as text for a spreadsheet: semicolons, quotes, and nothing that acts as a formula. */
import { columnWord } from './data-words.ts';
import { inLanguage, type Language, type LocalisedText } from './language.ts';

export interface ContactTableSource {
  roles: readonly { id: string; name: LocalisedText }[];
  rows: readonly {
    municipalityCode: string | null;
    name: LocalisedText;
    holders: readonly {
      roleId: string;
      person: string;
      email: string | null;
      phone: string | null;
      startsOn: string;
      endsOn: string | null;
    }[];
  }[];
}

const COLUMNS = ['municipality_code', 'role_id', 'name', 'email', 'phone', 'starts_on', 'ends_on'] as const;

/** One line for each place and role; a role without anybody has a line with an empty name. */
export function contactTable(source: ContactTableSource, language: Language): string {
  const lines = source.rows.flatMap((row) =>
    source.roles.flatMap((role) => {
      const head = [inLanguage(row.name, language), inLanguage(role.name, language)];
      const holders = row.holders.filter((one) => one.roleId === role.id);
      if (holders.length === 0) return row.municipalityCode === null ? [] : [[...head, '', '', '', '', '']];
      return holders.map((one) => [
        ...head,
        one.person,
        one.email ?? '',
        one.phone ?? '',
        one.startsOn,
        one.endsOn ?? '',
      ]);
    }),
  );
  const heading = COLUMNS.map((column) => columnWord(column, language));
  return [heading, ...lines].map((line) => `${line.map(cell).join(';')}\r\n`).join('');
}

/** A text that begins like a formula gets an apostrophe, as spreadsheets themselves write it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
