/** The forms of file in which a document of a meeting leaves the program (tiedostomuodot). */
import type { DocumentKind } from './printable.ts';

export const DOCUMENT_FORMATS = [
  /** PDF/A-2a: for the archive. */
  'pdf',
  /** PDF/UA-1: accessible, for sending and for the web. */
  'pdf-ua',
  /** PDF/A-3a with the machine-readable record (JSON) inside. */
  'pdf-data',
  /** Word document, for going on with the text. */
  'docx',
  /** One accessible page for the web, without scripts. */
  'html',
  /** Markdown (CommonMark with tables). */
  'markdown',
  /** Plain text of 80 columns. */
  'text',
  /** For machines: the record itself for the minutes, else the composed words. */
  'json',
  /** Meeting and papers as OParl 1.1 objects; only what is public. */
  'oparl',
] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** Without the dot. */
export const FORMAT_EXTENSIONS: Record<DocumentFormat, string> = {
  pdf: 'pdf',
  'pdf-ua': 'pdf',
  'pdf-data': 'pdf',
  docx: 'docx',
  html: 'html',
  markdown: 'md',
  text: 'txt',
  json: 'json',
  oparl: 'json',
};

/** What tells files of one extension apart: "2026-05-19_JANE_poytakirja_3-2026_saavutettava.pdf". */
export const FORMAT_SUFFIXES: Partial<Record<DocumentFormat, string>> = {
  'pdf-ua': 'saavutettava',
  'pdf-data': 'aineisto',
  oparl: 'oparl',
};

/** OParl tells of a meeting that was held; the other forms are for every document. */
export function formatsOf(kind: DocumentKind): readonly DocumentFormat[] {
  return kind === 'minutes' || kind === 'public'
    ? DOCUMENT_FORMATS
    : DOCUMENT_FORMATS.filter((format) => format !== 'oparl');
}

/** What is made anew of a meeting that was held and lies in a package (arkistopaketti). */
export const PACKAGE_KINDS = ['minutes', 'public', 'summary', 'decisions'] as const satisfies DocumentKind[];
export type PackageKind = (typeof PACKAGE_KINDS)[number];
