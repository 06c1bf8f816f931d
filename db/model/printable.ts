/**
 * A document ready to be laid out: all texts in one language, all rules already applied. Renderers
 * (electron/publish) only lay it out; they add no words of their own but page numbers.
 */
import type { Language } from './language.ts';
import type { OtherLanguage } from './other-languages.ts';
import type { LaidOutBulletin } from './print-bulletin.ts';
import type { RichBlock } from './rich-text.ts';

/** What is made of the minutes (asiakirjalaji). */
export const DOCUMENT_KINDS = [
  /** Pöytäkirja or muistio in full. */
  'minutes',
  /** Kokouskutsu. */
  'call',
  /** Esityslista. */
  'agenda',
  /** Julkinen esityslista: the agenda without what is secret. */
  'public_agenda',
  /** Julkinen versio: the minutes without what is secret. */
  'public',
  /** Tiivistelmä. */
  'summary',
  /** Pöytäkirjanote. */
  'extract',
  /** Päätösluettelo. */
  'decisions',
  /** Avoimet toimenpiteet. */
  'tasks',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What is printed besides: documents of the register, e.g. the report about a person and the privacy notice. */
export const PRINTED_KINDS = [...DOCUMENT_KINDS, 'register'] as const;
export type PrintedKind = (typeof PRINTED_KINDS)[number];

export interface PrintableDocument {
  kind: PrintedKind;
  language: Language;
  /** Document title for metadata, e.g. "Pöytäkirja 3/2026 – Malli-JANE". */
  title: string;
  /** Identifiers (tunnistetiedot) in the order of SFS 2487: organisation, type and number, date, page, diary no. */
  identification: {
    organisation: string;
    documentType: string;
    /** "3/2026" */
    number: string;
    /** In the form of the language, e.g. "19.5.2026". */
    date: string;
    /** ISO date for metadata. */
    isoDate: string;
    diaryNumber: string | null;
    /** State of the document as printed, e.g. "Luonnos" or "Tarkastettu 26.5.2026"; empty when there is nothing to say. */
    status: string;
  };
  keywords: string[];
  /** A word that stands on every page of what has not been issued, e.g. "LUONNOS". */
  draftMark?: string;
  /** Whether the pages lie on their side, for wide drawings. */
  landscape?: boolean;
  blocks: PrintableBlock[];
  /** What stands in it in another language than its own. */
  otherLanguages?: OtherLanguage[];
  /** Texts at their places, e.g. labels, in the place of the blocks. */
  sheet?: PrintedSheet;
  /** A plain-language bulletin on a page of its own, in the place of the blocks. */
  bulletin?: LaidOutBulletin;
}

/** A text at a place of a page. Millimetres from the upper left corner; `size` in points is made smaller to fit. */
export interface SheetBox {
  x: number;
  y: number;
  width: number;
  height: number;
  size: number;
  lines: string[];
}

/** Pages of one size in millimetres. */
export interface PrintedSheet {
  width: number;
  height: number;
  pages: SheetBox[][];
}

export interface PrintableColumn {
  label: string;
  /** Share of the width. */
  width: number;
  /** Figures stand at the right, one under another. */
  isNumber?: boolean;
}

export type PrintableBlock =
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  /** Side headings at the margin, text indented (SFS 2487). */
  | { type: 'facts'; rows: { label: string; lines: string[] }[] }
  | {
      type: 'table';
      caption: string;
      columns: PrintableColumn[];
      rows: string[][];
    }
  | { type: 'text'; body: RichBlock[] }
  | PrintableItem
  | {
      type: 'signatures';
      heading: string;
      text: string[];
      rows: { name: string; role: string; note: string }[];
    }
  | { type: 'list'; heading: string; rows: { label: string; text: string }[] }
  | PrintablePicture;

/** A drawing. What it shows is told by `alt` as well, and by a table or list beside it. */
export interface PrintablePicture {
  type: 'picture';
  /** A whole SVG document with `viewBox`; only shapes and text, its letters in the plain face of printed documents. */
  svg: string;
  /** What the drawing shows, in a sentence or two. */
  alt: string;
  /** Stands under it; empty for none. */
  caption: string;
}

/** One § (pykälä) or numbered item. */
export interface PrintableItem {
  type: 'item';
  /** As printed, e.g. "30 §" or "5." */
  number: string;
  title: string;
  diaryNumber: string | null;
  /** Side headings with their texts, in the order of printing. */
  parts: PrintablePart[];
}

export type PrintablePart =
  | { type: 'text'; label: string; body: RichBlock[]; strong: boolean }
  | {
      type: 'vote';
      label: string;
      /** Proposition, e.g. JAA = …, EI = … */ lines: string[];
      caption: string;
      columns: string[];
      rows: string[][];
      result: string[];
    };
