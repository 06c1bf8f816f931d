/** Organisations as vCard 4.0 (RFC 6350), for address books. */
import type { PrintedOrganisation } from './organisation-fields.ts';

/** Commas, semicolons, backslashes and line ends have meanings of their own in a value. */
function escaped(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[,;]/g, (sign) => `\\${sign}`);
}

const LINE = 75;

/** Lines are at most 75 octets; what is longer goes on in the next one after a space. Characters stay whole. */
function foldLine(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let [part, size] = ['', 0];
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (size + length > (parts.length === 0 ? LINE : LINE - 1)) {
      parts.push(part);
      [part, size] = ['', 0];
    }
    part += character;
    size += length;
  }
  parts.push(part);
  return parts.join('\r\n ');
}

/** One card of an organisation; CRLF at its end. */
export function organisationCard(row: PrintedOrganisation): string {
  const lines = ['BEGIN:VCARD', 'VERSION:4.0', 'KIND:org', `UID:urn:uuid:${row.id}`];
  const names = [
    [row.nameFi, 'fi'],
    [row.nameSv, 'sv'],
    [row.nameEn, 'en'],
  ] as const;
  const given = names.filter(([name]) => name !== null);
  for (const [name, language] of given)
    lines.push(
      `FN;${given.length > 1 ? `ALTID=1;LANGUAGE=${language}` : `LANGUAGE=${language}`}:${escaped(name ?? '')}`,
    );
  lines.push(`ORG:${escaped(row.nameFi)}`);
  if (row.email !== null) lines.push(`EMAIL:${escaped(row.email)}`);
  if (row.phone !== null) lines.push(`TEL;VALUE=text:${escaped(row.phone)}`);
  if (row.web !== null) lines.push(`URL:${row.web}`);
  if (row.streetAddress !== null || row.postalCode !== null || row.postOffice !== null)
    lines.push(
      `ADR:;;${escaped(row.streetAddress ?? '')};${escaped(row.postOffice ?? '')};;${row.postalCode ?? ''};`,
    );
  for (const language of row.languages) lines.push(`LANG:${language}`);
  if (row.field !== null) lines.push(`CATEGORIES:${escaped(row.field.fi)}`);
  if (row.notes !== '') lines.push(`NOTE:${escaped(row.notes)}`);
  lines.push('END:VCARD');
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
