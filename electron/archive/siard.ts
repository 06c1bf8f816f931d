/**
 * SIARD 2.2 (Software Independent Archiving of Relational Databases; eCH-0165, DILCIS): the whole database as XML in a
 * zip of its own, with a schema for each table. Content of attachments is stored as files beside the table.
 */
import { createHash } from 'node:crypto';
import type SQLite from 'better-sqlite3';
import { escapeMarkup } from '../../db/model/escape-markup.ts';
import {
  rowsWithSizes,
  storedParts,
  type StoredColumn,
  type StoredTable,
  type StoredValue,
} from './stored-tables.ts';
import { ZipWriter, type Sink } from './zip-writer.ts';

const METADATA_NAMESPACE = 'http://www.bar.admin.ch/xmlns/siard/2/metadata.xsd';
const TABLE_NAMESPACE = 'http://www.bar.admin.ch/xmlns/siard/2/table.xsd';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const ROWS_AT_ONCE = 200;

export interface SiardAbout {
  name: string;
  description: string;
  owner: string;
  /** Such as `2024–2026`. */
  timespan: string;
  /** `yyyy-mm-dd` */
  date: string;
  /** Program with its version. */
  application: string;
  /** SQLite with its version. */
  product: string;
}

/** SQL:2008 types of SQLite's own. */
const TYPES = {
  TEXT: 'CHARACTER LARGE OBJECT',
  INTEGER: 'BIGINT',
  REAL: 'DOUBLE PRECISION',
  BLOB: 'BINARY LARGE OBJECT',
} as const;
const XML_TYPES = { TEXT: 'xs:string', INTEGER: 'xs:integer', REAL: 'xs:double', BLOB: 'blobType' } as const;

/**
 * Text of a cell: what XML can't hold or would change is written as `\u00XX` (SIARD 2.2, 5.3): control characters,
 * the backslash, and all but the first of several spaces.
 */
export function siardText(text: string): string {
  const escaped = text
    // oxlint-disable-next-line no-control-regex -- XML 1.0 can't hold them
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\\\ud800-\udfff\ufffe\uffff]/gu, (character) => code(character))
    .replaceAll(/(?<= ) /g, '\\u0020');
  return escapeMarkup(escaped);
}

function code(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The reverse of `siardText` after XML has been read. */
export function fromSiardText(text: string): string {
  return text.replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/**
 * Writes the archive part by part. What cannot be read of the contents is left empty in its row.
 * @param metadataSchema text of `metadata.xsd`, which every archive carries
 */
export async function writeSiard(
  raw: SQLite.Database,
  tables: readonly StoredTable[],
  about: SiardAbout,
  write: Sink,
  options: {
    time: Date;
    metadataSchema: string;
    signal?: AbortSignal;
    onTable?(index: number): void;
    /** Throws where one that cannot be read is to stop the work. */
    onUnreadable(name: string, error: Error): void;
  },
): Promise<void> {
  const zip = new ZipWriter(write, options.time);
  await zip.addFolder('header/siardversion/2.2/');
  await zip.add('header/metadata.xsd', Buffer.from(options.metadataSchema), true);
  await zip.add('header/metadata.xml', Buffer.from(siardMetadata(tables, about)), true);
  for (const [index, table] of tables.entries()) {
    options.signal?.throwIfAborted();
    options.onTable?.(index);
    const folder = `content/schema0/table${index}`;
    await zip.add(`${folder}/table${index}.xsd`, Buffer.from(tableSchema(table)), true);
    // Files first: the table names each with its digest, so that all of it is read only once.
    const digests = new Map<string, string>();
    for (const [position, column] of table.columns.entries())
      if (column.type === 'BLOB')
        for (const { row, read } of storedParts(raw, table, column.name)) {
          options.signal?.throwIfAborted();
          const name = `${folder}/lob${position + 1}/record${row}.bin`;
          const content = readable(read, (error) => options.onUnreadable(name, error));
          if (content === null) continue;
          digests.set(
            lobKey(position, row),
            createHash('sha256').update(content).digest('hex').toUpperCase(),
          );
          await zip.add(name, content, false);
        }
    const entry = await zip.begin(`${folder}/table${index}.xml`, true);
    for (const part of tableParts(raw, table, digests)) await entry.write(part);
    await entry.end();
  }
  await zip.end();
}

function readable(read: () => Buffer | null, onUnreadable: (error: Error) => void): Buffer | null {
  try {
    return read();
  } catch (error) {
    onUnreadable(error as Error);
    return null;
  }
}

const lobKey = (position: number, row: number): string => `${position} ${row}`;

function* tableParts(
  raw: SQLite.Database,
  table: StoredTable,
  digests: ReadonlyMap<string, string>,
): Generator<Buffer> {
  let text = `${HEAD}<table xmlns="${TABLE_NAMESPACE}" version="2.2">\n`;
  let row = 0;
  for (const values of rowsWithSizes(raw, table)) {
    const cells = values.map((value, index) =>
      table.columns[index]!.type === 'BLOB'
        ? lobCell(value, index, row, digests.get(lobKey(index, row)))
        : cell(value, index),
    );
    text += `<row>${cells.join('')}</row>\n`;
    row += 1;
    if (row % ROWS_AT_ONCE !== 0) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(`${text}</table>\n`);
}

function cell(value: StoredValue, index: number): string {
  return value === null ? '' : `<c${index + 1}>${siardText(String(value))}</c${index + 1}>`;
}

/** @param length of the content; @param digest undefined when it could not be read */
function lobCell(length: StoredValue, index: number, row: number, digest: string | undefined): string {
  if (length === null) return '';
  return digest === undefined
    ? `<c${index + 1}/>`
    : `<c${index + 1} file="record${row}.bin" length="${String(length)}" digestType="SHA-256" digest="${digest}"/>`;
}

function tableSchema(table: StoredTable): string {
  const elements = table.columns
    .map(
      ({ type, required }, index) =>
        `      <xs:element name="c${index + 1}" type="${XML_TYPES[type]}"${required ? '' : ' minOccurs="0"'}/>\n`,
    )
    .join('');
  return `${HEAD}<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${TABLE_NAMESPACE}" targetNamespace="${TABLE_NAMESPACE}" elementFormDefault="qualified" attributeFormDefault="unqualified" version="2.2">
  <xs:element name="table">
    <xs:complexType>
      <xs:sequence><xs:element name="row" type="recordType" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
      <xs:attribute name="version" use="required" fixed="2.2"/>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="recordType">
    <xs:sequence>
${elements}    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="blobType">
    <xs:simpleContent>
      <xs:extension base="xs:hexBinary">
        <xs:attribute name="file" type="xs:anyURI"/>
        <xs:attribute name="length" type="xs:integer"/>
        <xs:attribute name="digestType" type="xs:string"/>
        <xs:attribute name="digest" type="xs:string"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
</xs:schema>
`;
}

const element = (name: string, text: string): string => `<${name}>${escapeMarkup(text)}</${name}>`;

/** `header/metadata.xml` */
export function siardMetadata(tables: readonly StoredTable[], about: SiardAbout): string {
  return `${HEAD}<siardArchive xmlns="${METADATA_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${METADATA_NAMESPACE} metadata.xsd" version="2.2">
${element('dbname', about.name)}
${element('description', about.description)}
${element('dataOwner', about.owner)}
${element('dataOriginTimespan', about.timespan)}
${element('lobFolder', 'content/')}
${element('producerApplication', about.application)}
${element('archivalDate', about.date)}
${element('databaseProduct', about.product)}
<schemas><schema>
${element('name', 'main')}
${element('folder', 'schema0')}
<tables>
${tables.map(tableMetadata).join('')}</tables>
</schema></schemas>
<users/>
</siardArchive>
`;
}

function tableMetadata(table: StoredTable, index: number): string {
  const key = (tag: string, name: string, columns: readonly string[]): string =>
    `<${tag}>${element('name', name)}${columns.map((column) => element('column', column)).join('')}</${tag}>\n`;
  const references = table.references.map(
    (reference, at) =>
      `<foreignKey>${element('name', `${table.name}_reference_${at + 1}`)}${element('referencedSchema', 'main')}${element('referencedTable', reference.table)}${reference.columns
        .map(
          (column, part) =>
            `<reference>${element('column', column)}${element('referenced', reference.to[part]!)}</reference>`,
        )
        .join('')}${element('deleteAction', reference.onDelete)}</foreignKey>\n`,
  );
  return `<table>
${element('name', table.name)}
${element('folder', `table${index}`)}
<columns>
${table.columns.map((column, position) => columnMetadata(column, index, position)).join('')}</columns>
${table.primaryKey.length === 0 ? '' : key('primaryKey', `${table.name}_key`, table.primaryKey)}${
    references.length === 0 ? '' : `<foreignKeys>\n${references.join('')}</foreignKeys>\n`
  }${
    table.uniqueKeys.length === 0
      ? ''
      : `<candidateKeys>\n${table.uniqueKeys.map((columns, at) => key('candidateKey', `${table.name}_unique_${at + 1}`, columns)).join('')}</candidateKeys>\n`
  }${element('rows', String(table.rows))}
</table>
`;
}

function columnMetadata(column: StoredColumn, table: number, position: number): string {
  return `<column>${element('name', column.name)}${
    column.type === 'BLOB' ? element('lobFolder', `schema0/table${table}/lob${position + 1}/`) : ''
  }${element('type', TYPES[column.type])}${element('typeOriginal', column.type)}${element('nullable', String(!column.required))}${
    column.defaultValue === null ? '' : element('defaultValue', column.defaultValue)
  }</column>\n`;
}
