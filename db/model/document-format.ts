/** The forms of file in which a document of a meeting leaves the program (tiedostomuodot). */

export const DOCUMENT_FORMATS = [
  /** PDF/A-2a: for the archive. */
  'pdf',
  /** Word document, for going on with the text. */
  'docx',
  /** Plain text of 80 columns. */
  'text',
  /** For machines: the record itself for the minutes, else the composed words. */
  'json',
] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** Without the dot. */
export const FORMAT_EXTENSIONS: Record<DocumentFormat, string> = {
  pdf: 'pdf',
  docx: 'docx',
  text: 'txt',
  json: 'json',
};
