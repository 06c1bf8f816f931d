import path from 'node:path';
import type { FileKind } from '../preload/bridge.ts';

const EXTENSIONS: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'],
  json: ['json'],
  text: ['txt'],
  docx: ['docx'],
  html: ['html'],
  markdown: ['md'],
  board: ['json'],
  database: ['sqlite', 'db'],
  calendar: ['ics'],
  mail: ['eml'],
  table: ['csv', 'xlsx', 'tsv', 'txt', 'json'],
  csv: ['csv'],
  xlsx: ['xlsx'],
  vcard: ['vcf'],
  svg: ['svg'],
  zip: ['zip'],
  age: ['age'],
  package: ['zip', 'age'],
  any: [],
};

export function isFileKind(value: unknown): value is FileKind {
  return typeof value === 'string' && Object.hasOwn(EXTENSIONS, value);
}

/** Extensions of a kind without the dot; the first is the one that a saved file gets. */
export function extensionsOf(kind: FileKind): string[] {
  return [...EXTENSIONS[kind]];
}

/** The name with the kind's extension, unless it has one of them already. */
export function withExtension(name: string, kind: FileKind): string {
  const extensions = EXTENSIONS[kind];
  const first = extensions[0];
  if (first === undefined) return name;
  return extensions.includes(path.extname(name).slice(1).toLowerCase()) ? name : `${name}.${first}`;
}
